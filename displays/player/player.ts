import type { PlayerMode } from '#shared/protocol.ts';
import type { Report } from '#shared/report.ts';
import type { Overlay } from '#shared/scene.ts';
import type { SceneView } from '#shared/scene-view.ts';
import { mediaNeeds } from '#shared/media-needs.ts';
import { createCleaning } from '../cleaning/create-cleaning.ts';
import type { Flip } from './applied.ts';
import { createCorners } from './corners.ts';
import type { Wanted } from './appearance.ts';
import { watchHands } from './hands.ts';
import { createLight } from './light.ts';
import { createOverlays } from './overlays.ts';
import type { Pace, Player, PlayerOptions } from './player-options.ts';
import { readinessOf } from './readiness.ts';
import { phaseOf } from './refresh.ts';
import { reportOf } from './reporting.ts';
import type { ContextSource } from './scene-context.ts';
import { createScenes } from './scenes.ts';
import { createShowing } from './showing.ts';
import { createStageBox } from './stage-box.ts';
import type { Stage } from './stage.ts';
import { createTroubles } from './troubles.ts';
import { createViewSender } from './view-sender.ts';
import { monoMs } from '#shared/time.ts';

const reportEveryMs = 2_000;
const lookEveryMs = 250;
/** No frame for this long: the page is in the background, or the machine stands still. */
const frozenMs = 1_000;
const needsEveryMs = 30_000;

/** Over whatever is on while corners are on trial. */
const trialGrid: Overlay = { id: 'corners', type: 'grid', from: 0, until: null, params: {} };

/** Plays a screen's plan into `root` until stopped. */
export function createPlayer(options: PlayerOptions): Player {
  const { screen, root, clock, plans, media, frames, page, out } = options;
  let { mode, pace } = options;
  let nowMs = clock.now() as number;
  let needsAt = -Infinity;
  let reportedAt = -Infinity;
  let isBusy = false;
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const readiness = new Map<string, { readonly is: string; readonly at: number }>();
  const plan = () => plans.get(screen);
  const speaks = (): boolean => mode === 'screen' || mode === 'virtual';
  const soon = (): void => {
    reportedAt = -Infinity;
  };
  const troubles = createTroubles(() => clock.now(), soon);
  const stageBox = createStageBox({ root, isPhysical: options.isPhysical, onResize: fit });
  const overlays = createOverlays(stageBox.over);
  const corners = createCorners({
    box: stageBox.picture,
    tell: (act) => out.corners({ screen, ...act }),
    onMoved: fit,
  });
  const source = (): ContextSource => ({
    plan: () => {
      const found = plan();
      if (found === null) throw new Error(`there is no plan for ${screen}`);
      return found;
    },
    mode,
    quality: pace.quality,
    reducedMotion,
    nowMs: () => nowMs,
    url: (medium) => media.url(medium),
    data: (medium) => media.data(medium),
  });
  const scenes = createScenes({
    box: stageBox.scenes,
    source,
    hold: (list) => media.hold(list),
    onCame: (list, run) => media.onCame(list, run),
    onView: visitorChose,
    onTouch(key, topic, value) {
      const top = showing.stage().at(-1)?.appearance;
      if (speaks() && top?.key === key && top.touch === 'open') out.touch({ screen, topic, value });
    },
    onError: (where, what) => troubles.add(where, what),
    onMended: (where) => troubles.mended(where),
  });
  const showing = createShowing({ clock, plan, pace: () => pace, scenes, onDrawn, onEnter, onFlip });
  const light = createLight();
  const hands = watchHands(root);
  const cleaning = createCleaning({
    box: stageBox.staff,
    beneath: stageBox.scenes,
    now: () => performance.now(),
    pinHash: () => plan()?.setup.cleaning?.pinHash ?? null,
    onChange: soon,
  });
  const views = createViewSender((view) => {
    if (speaks()) out.view(screen, view);
  });

  function fit(): void {
    const found = plan();
    if (found === null) return;
    const { setup } = found;
    corners.show(setup, options.isPhysical && mode === 'screen');
    const cornerPin = corners.pinOf(setup);
    stageBox.fit({ screen: setup.screen, ...(cornerPin === undefined ? {} : { cornerPin }) });
  }

  function visitorChose(key: string, view: SceneView): void {
    if (!speaks() || showing.stage().at(-1)?.appearance.key !== key) return;
    scenes.get(key)?.setView(view);
    views.push(view);
    showing.refresh();
  }

  function onDrawn(stage: Stage, wanted: Wanted, t: number): void {
    nowMs = t;
    const isOnTrial = plan()?.setup.trial === true;
    stageBox.setDark(stage.length === 0 && !isOnTrial);
    const over = wanted.power === 'standby' ? [] : wanted.overlays;
    overlays.show(isOnTrial ? [...over, trialGrid] : over, wanted.language, source(), t);
    clock.setMoving(stageBox, stage.length > 0);
    setBusy(stage.length > 1 || scenes.arePreparing());
    if (speaks() && plan()?.setup.screen.touch === true)
      cleaning.show(wanted.language, source(), isOnTrial || wanted.layer === 'emergency');
    else cleaning.leave();
    const top = stage.at(-1);
    if (speaks()) light.look(top === undefined ? undefined : scenes.get(top.appearance.key)?.box, t);
  }

  /** How soon it hears depends on it, and a take may come as soon as it rests: the controller is not told the old figure. */
  function setBusy(next: boolean): void {
    if (next !== isBusy) soon();
    isBusy = next;
    clock.setBusy(stageBox, isBusy);
  }

  function onFlip(flip: Flip): void {
    if (!speaks()) return;
    const { run, cue, plannedAt, shownAt, droppedFrames } = flip;
    const boundMs = Number.isFinite(clock.boundMs()) ? clock.boundMs() : null;
    out.applied({ screen, run, cue, plannedAt, shownAt, latenessMs: shownAt - plannedAt, boundMs, droppedFrames });
  }

  /** A visitor who is reading goes on reading when the same scene only starts its next turn. */
  function onEnter(before: Stage): void {
    soon();
    const now = showing.stage().at(-1)?.appearance;
    root.dataset['run'] = showing.wanted()?.run ?? '';
    root.dataset['scene'] = now?.scene.scene ?? '';
    const was = before.at(-1)?.appearance;
    if (now === undefined || was === undefined || now.key === was.key) return;
    if (now.content !== was.content || now.timeline !== was.timeline) return;
    const left = scenes.get(was.key)?.view();
    if (left?.touchedAt !== undefined) scenes.get(now.key)?.setView(left);
  }

  function viewNow(): SceneView {
    const key = showing.stage().at(-1)?.appearance.key;
    return (key === undefined ? undefined : scenes.get(key)?.view()) ?? {};
  }

  /** The cloth that wipes a locked panel is no visitor's hand. */
  function handsNow(): NonNullable<Report['touch']> {
    const told = hands.told();
    const lockedMs = Math.round(cleaning.lockedMs());
    return lockedMs > 0 ? { count: 0, heldMs: 0, lockedMs } : told;
  }

  /** Says how armed scenes and the next cue stand when that changed, and again while they wait: the display's phase ages. */
  function tellReadiness(now: number): void {
    const found = plan();
    if (found === null || !speaks()) return;
    const phase = phaseOf(frames.refresh());
    const isFrozen = now - showing.lastFrameAt() > frozenMs;
    for (const { standby, appearance } of showing.upcoming()) {
      if (standby === null) continue;
      const mount = scenes.get(appearance.key)?.state() ?? null;
      const missing = media.status(screen).missing.filter((id) => appearance.scene.media.some((one) => one.id === id));
      const state = readinessOf({
        mount: isFrozen && mount?.is === 'ready' ? { is: 'warming' } : mount,
        media: { missing: missing.length, secondsLeft: media.secondsLeft(appearance.scene.media) },
        clock: clock.state(),
        outputDelayMs: found.setup.screen.outputDelayMs,
        refresh: phase === null ? null : { at: clock.at(monoMs(phase.at)), periodMs: phase.periodMs },
      });
      const is = state.is === 'ready' ? state.is : state.reason;
      const told = readiness.get(standby);
      if (told?.is === is && now - told.at < reportEveryMs) continue;
      readiness.set(standby, { is, at: now });
      out.readiness({ screen, standby, state });
    }
    for (const standby of readiness.keys())
      if (!showing.upcoming().some((one) => one.standby === standby)) readiness.delete(standby);
  }

  function look(): void {
    const now = performance.now();
    const found = plan();
    if (found === null) return;
    if (now - needsAt >= needsEveryMs) wantMedia();
    tellReadiness(now);
    if (now - reportedAt < reportEveryMs) return;
    reportedAt = now;
    if (!speaks()) return;
    out.report(
      reportOf({
        plan: found,
        at: clock.now(),
        stage: showing.stage(),
        wanted: showing.wanted(),
        isFallback: (key) => scenes.get(key)?.state().is === 'failed',
        view: viewNow(),
        sound: scenes.get(showing.stage().at(-1)?.appearance.key ?? '')?.sound() ?? 'none',
        refresh: frames.refresh(),
        shared: (at) => clock.at(monoMs(at)),
        clock: clock.state(),
        media: media.status(screen),
        errors: troubles.list(),
        limits: page.limits(),
        page: page.state(),
        jumps: page.jumps(),
        light: light.sample(),
        touch: handsNow(),
      }),
    );
  }

  function wantMedia(): void {
    const found = plan();
    if (found === null) return;
    needsAt = performance.now();
    media.want(screen, mediaNeeds(found, clock.now()));
  }

  const stopPlans = plans.subscribe(screen, () => {
    fit();
    wantMedia();
    soon();
    // What the plan wants made ready is known at the next frame.
    clock.setBusy(stageBox, true);
    showing.refresh();
  });
  fit();
  wantMedia();
  const stopFrames = frames.add((at, missed) => showing.draw(at, missed));
  const looking = setInterval(look, lookEveryMs);

  return {
    setMode(next: PlayerMode) {
      mode = next;
      soon();
      showing.refresh();
    },
    setView(next) {
      const key = showing.stage().at(-1)?.appearance.key;
      if (key !== undefined) scenes.get(key)?.setView(next);
      showing.refresh();
    },
    setPace(next: Pace) {
      pace = next;
      showing.refresh();
    },
    trouble: (where, what) => troubles.add(where, what),
    mended: (where) => troubles.mended(where),
    shown: () => showing.shownKey(),
    stop() {
      stopPlans();
      stopFrames();
      clearInterval(looking);
      corners.stop();
      hands.stop();
      cleaning.leave();
      views.stop();
      scenes.stop();
      clock.setMoving(stageBox, false);
      clock.setBusy(stageBox, false);
      stageBox.stop();
    },
  };
}
