import { randomUUID } from 'node:crypto';
import type { ScreenId } from '#shared/ids.ts';
import type { Plan } from '#shared/plan.ts';
import { gridSide, hexOf, type LightSample } from '#shared/proof/luma-grid.ts';
import { nextCuesAt } from '#shared/next-cue.ts';
import type { Report } from '#shared/report.ts';
import { sceneAt } from '#shared/scene-at.ts';
import type { Engine } from '../engine/engine.ts';

/** What a player on which all is well reports of its plan at `at`, ms; `key` names the scene's element. */
export function reportOf(plan: Plan, at: number, key: string): Report {
  const { item, cue, shown, power, language } = sceneAt(plan, at);
  const { revision, sequence, until } = plan;
  const { defaultLanguage, widthPx, heightPx } = plan.setup.screen;
  return {
    screen: plan.screen,
    at,
    plan: { revision, sequence, until },
    shown:
      shown === null
        ? null
        : {
            run: item.run,
            scene: shown.scene.scene,
            type: shown.scene.type,
            key,
            cue,
            positionMs: 0,
            language: language ?? defaultLanguage,
          },
    power,
    frames: { drawn: Math.floor((at * 60) / 1000) % 1e9, dropped: 0, refreshHz: 60 },
    clock: { status: 'locked', boundMs: 0.4, roundTripMs: 1.2 },
    media: { held: 12, missing: [] },
    sound: 'none',
    limits: [],
    errors: [],
    page: {
      visible: true,
      width: widthPx,
      height: heightPx,
      pixelRatio: 1,
      heapBytes: 90e6,
      longTaskMs: 0,
      browser: 'none',
      build: 'obedient',
    },
  };
}

/** A picture of the plan at `at`, ms, as somebody who looks sees it: each scene has its own, and something moves in it. */
export function lightOf(plan: Plan, at: number): LightSample {
  const { shown, power } = sceneAt(plan, at);
  const isDark = power === 'standby' || shown === null || shown.scene.type === 'blackout';
  const seed = Buffer.from(shown?.scene.scene ?? '').reduce((sum, byte) => (sum * 31 + byte) % 9973, 7);
  const cells = gridSide * gridSide;
  const moving = Math.floor(at / 1000) % cells;
  const lumas = Array.from(
    { length: cells },
    (_, cell) => 30 + ((seed * (cell + 3)) % 127) + (cell === moving ? 40 : 0),
  );
  return { at, source: 'page', grid: hexOf(isDark ? lumas.map(() => 0) : lumas) };
}

const answerMs = 30;
const reportEveryMs = 2000;

export interface Obedience {
  /** Screens that never say anything. */
  readonly silent?: ReadonlySet<string>;
  /** How long a screen needs to make something ready, ms. */
  readonly readyAfterMs?: (screen: ScreenId) => number;
  /** Whether somebody sees their pictures; without, they only say that all is well. */
  readonly seen?: boolean;
}

/** Screens without a player: they obey the plan at once, and say so as players do. Returns their stop. */
export function obedientScreens(engine: Engine, options: Obedience = {}): () => void {
  const { silent = new Set(), readyAfterMs = () => 0, seen: isSeen = false } = options;
  const speaking = engine
    .facts()
    .screens.map(({ id }) => id)
    .filter((id) => !silent.has(id));
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const shown = new Map<ScreenId, string>();
  const armedSince = new Map<string, number>();

  function after(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
  }

  function say(id: ScreenId): void {
    const plan = engine.plan(id);
    if (plan === null) return;
    const now = engine.now();
    const { item, cue } = sceneAt(plan, now);
    const seen = `${item.run}/${cue}`;
    const before = shown.get(id);
    shown.set(id, seen);
    if (before !== undefined && before !== seen) {
      const latenessMs = ((plan.setup.screen.number * 37) % 13) / 2 - 2;
      engine.applied({
        screen: id,
        run: item.run,
        cue,
        plannedAt: item.from,
        shownAt: item.from + latenessMs,
        latenessMs,
        boundMs: 0.4,
        droppedFrames: 0,
      });
    }
    engine.report({ ...reportOf(plan, now, randomUUID()), light: isSeen ? lightOf(plan, now) : null });
    answerArmed(id, plan, now);
    // A plan that changes in a moment is obeyed in a moment, not at the next report.
    const instants = plan.items.flatMap(({ from, segments }) => [from, ...segments.map(({ zero }) => zero)]);
    const next = Math.min(...instants.filter((instant) => instant > now));
    if (next - now < reportEveryMs) after(next - now + 1, () => say(id));
  }

  function answerArmed(id: ScreenId, plan: Plan, now: number): void {
    for (const { standby } of plan.armed) answer(id, standby, now);
    for (const next of nextCuesAt(plan, now)) answer(id, next.id, now);
  }

  function answer(id: ScreenId, standby: string, now: number): void {
    const key = `${id} ${standby}`;
    const since = armedSince.get(key) ?? now;
    armedSince.set(key, since);
    const leftMs = since + readyAfterMs(id) - now;
    if (leftMs <= 0) {
      const timing = { boundMs: 0.4, outputDelayMs: 20, vsyncPhaseMs: 3, vsyncPeriodMs: 16.7 };
      engine.readiness({ screen: id, standby, state: { is: 'ready', ...timing } });
      return;
    }
    engine.readiness({
      screen: id,
      standby,
      state: { is: 'not-ready', reason: 'decoding', seconds: Math.ceil(leftMs / 1000) },
    });
    after(Math.min(leftMs, 1000), () => say(id));
  }

  for (const id of speaking) engine.played(id, 'screen', `obedient ${id}`);
  const sayAll = (): void => speaking.forEach(say);
  sayAll();
  const stopListening = engine.onPlans((plans) => {
    for (const screen of plans.flatMap(({ screens }) => screens))
      if (speaking.includes(screen)) after(answerMs, () => say(screen));
  });
  const reporting = setInterval(sayAll, reportEveryMs);
  return () => {
    clearInterval(reporting);
    for (const timer of timers) clearTimeout(timer);
    stopListening();
  };
}
