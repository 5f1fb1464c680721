import type { SharedClock } from '#shared/clock/shared-clock.ts';
import type { Plan } from '#shared/plan.ts';
import { monoMs } from '#shared/time.ts';
import { flipOf, type Flip } from './applied.ts';
import { wantedAt, type Appearance, type Wanted } from './appearance.ts';
import type { Pace } from './player-options.ts';
import type { Scenes } from './scenes.ts';
import { nextStage, type Stage } from './stage.ts';
import { nextChangeAt, upcomingAt, type Upcoming } from './upcoming.ts';

export interface ShowingOptions {
  readonly clock: SharedClock;
  readonly plan: () => Plan | null;
  readonly pace: () => Pace;
  readonly scenes: Scenes;
  /** Called after each drawn frame, at `t` (shared time on the glass, ms). */
  readonly onDrawn: (stage: Stage, wanted: Wanted, t: number) => void;
  /** What is on the glass has become another; `before` is the stage that it takes the place of. */
  readonly onEnter: (before: Stage) => void;
  /** Follows each entrance that the ledger keeps, when the next frame has told how it went. */
  readonly onFlip: (flip: Flip) => void;
}

/** What a player shows, frame by frame. */
export interface Showing {
  draw(at: number, missed: number): void;
  /** The next frame is drawn, whatever the pace. */
  refresh(): void;
  stage(): Stage;
  wanted(): Wanted | null;
  upcoming(): readonly Upcoming[];
  /** Key of what is on the glass; null before the first picture. */
  shownKey(): string | null;
  lastFrameAt(): number;
}

/** How often the plan is asked what comes next. */
const lookAheadMs = 1_000;
/** What is due within this, armed, or next for GO, is drawn unseen so that its first frame costs nothing. */
const warmAheadMs = 5_000;
/** At first a clock that is right within this is good enough to start with; else it is waited for, but not for ever. */
const goodEnoughMs = 10;
const patienceMs = 2_000;

export function createShowing({
  clock,
  plan: planNow,
  pace,
  scenes,
  onDrawn,
  onEnter,
  onFlip,
}: ShowingOptions): Showing {
  const startedAt = performance.now();
  let stage: Stage = [];
  let wanted: Wanted | null = null;
  let ahead: readonly Upcoming[] = [];
  let shownKey: string | null = null;
  let drawn: { plan: Plan; at: number; t: number; lookedAt: number; changeAt: number } | null = null;
  let isRefreshing = false;
  let lastFrameAt = -Infinity;
  /** Told one frame later, when it is known whether the frame of the change was itself held up. */
  let flip: Flip | null = null;

  function clockIsGood(at: number): boolean {
    if (shownKey !== null) return true;
    const { status, boundMs } = clock.state();
    if (status === 'synced' || status === 'holdover') return true;
    return (status === 'syncing' && boundMs <= goodEnoughMs) || at - startedAt > patienceMs;
  }

  /** Whether this frame has anything to say that the last drawn one did not. */
  function isDue(plan: Plan, at: number, t: number): boolean {
    if (drawn === null || isRefreshing || drawn.plan !== plan || t < drawn.t || t >= drawn.changeAt) return true;
    const isMoving = stage.length > 1 || shownKey !== wanted?.key;
    return isMoving || at - drawn.at >= pace().everyMs - 1;
  }

  function draw(at: number, missed: number): void {
    lastFrameAt = at;
    if (flip !== null) {
      onFlip({ ...flip, droppedFrames: flip.droppedFrames + missed });
      flip = null;
    }
    const plan = planNow();
    if (plan === null) return;
    const isGood = clockIsGood(at);
    // With the clock's first answer it is known well enough what to make ready, though not yet when to show it.
    if (!isGood && clock.boundMs() === Infinity) return;
    const t = clock.at(monoMs(at)) + plan.setup.screen.outputDelayMs;
    if (!isDue(plan, at, t)) return;
    const isNews = isRefreshing || drawn === null || drawn.plan !== plan || t < drawn.t || t >= drawn.changeAt;
    const looksAhead = isNews || at - (drawn?.lookedAt ?? 0) >= lookAheadMs;
    isRefreshing = false;
    for (const mount of scenes.all().values()) mount.drawn();
    wanted = wantedAt(plan, t);
    if (looksAhead) ahead = upcomingAt(plan, t);
    if (isNews || looksAhead) keep(t);
    const before = stage;
    if (isGood) stage = nextStage(stage, wanted, t, ({ key }) => isReady(key));
    arrange(t);
    if (stage.length !== before.length || stage.at(-1)?.appearance.key !== before.at(-1)?.appearance.key) keep(t);
    if (isGood) notice(t, missed, before);
    const changeAt = isNews || t >= (drawn?.changeAt ?? 0) ? nextChangeAt(plan, t) : (drawn?.changeAt ?? Infinity);
    drawn = { plan, at, t, lookedAt: looksAhead ? at : (drawn?.lookedAt ?? at), changeAt };
    onDrawn(stage, wanted, t);
  }

  function isReady(key: string): boolean {
    const state = scenes.get(key)?.state().is;
    return state === 'ready' || state === 'failed';
  }

  function keep(t: number): void {
    const current = wanted?.current ?? null;
    const now = stage.map(({ appearance }) => appearance).toReversed();
    if (current !== null) now.push(current);
    const later: Appearance[] = [];
    for (const one of ahead) (isSoon(one, t) ? now : later).push(one.appearance);
    scenes.keep(now, later);
  }

  const isSoon = ({ dueAt }: Upcoming, t: number): boolean => dueAt !== null && dueAt - t < warmAheadMs;

  function arrange(t: number): void {
    const orders = new Map(stage.map(({ appearance }, index) => [appearance.key, index + 1]));
    for (const [key, mount] of scenes.all()) {
      const order = orders.get(key);
      const layer = order === undefined ? undefined : stage[order - 1];
      if (order !== undefined && layer !== undefined) {
        mount.seek(layer.appearance.positionMs);
        mount.setStand({ order, mix: layer.mix });
      } else mount.setStand(isWarm(key, t) ? 'warm' : 'hidden');
    }
  }

  function isWarm(key: string, t: number): boolean {
    if (key === wanted?.current?.key) return true;
    const found = ahead.find(({ appearance }) => appearance.key === key);
    if (found === undefined) return false;
    return found.standby !== null || found.dueAt === null || isSoon(found, t);
  }

  function notice(t: number, missed: number, before: Stage): void {
    if (wanted === null) return;
    const key = stage.at(-1)?.appearance.key ?? (wanted.current === null ? wanted.key : null);
    if (key === null || key === shownKey || key !== wanted.key) return;
    if (shownKey === null) performance.mark('first-picture');
    flip = flipOf(shownKey, wanted, t, missed);
    shownKey = key;
    onEnter(before);
  }

  return {
    draw,
    refresh: () => {
      isRefreshing = true;
    },
    stage: () => stage,
    wanted: () => wanted,
    upcoming: () => ahead,
    shownKey: () => shownKey,
    lastFrameAt: () => lastFrameAt,
  };
}
