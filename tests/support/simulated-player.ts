import { io } from 'socket.io-client';
import { wantedAt } from '../../displays/player/appearance.ts';
import { nextChangeAt } from '../../displays/player/upcoming.ts';
import type { ScreenId } from '#shared/ids.ts';
import { nextCuesAt, runOfNextCue } from '#shared/next-cue.ts';
import { identityOf, isSamePlan, type Plan } from '#shared/plan.ts';
import { applyPatch } from '#shared/plan-patch.ts';
import { gridSide, hexOf, type LightSample } from '#shared/proof/luma-grid.ts';
import { controllerToDisplay, displayToController, PROTOCOL_VERSION } from '#shared/protocol.ts';
import type { Applied, Report } from '#shared/report.ts';
import { monoMs } from '#shared/time.ts';
import { startNodeClock, type NodeClock } from './node-clock.ts';

export interface SimulatedPlayerOptions {
  readonly url: string;
  readonly cookie: string;
  readonly screen: string;
  /** The player's own clocks, ms; a test shifts and stretches them. */
  readonly mono: () => number;
  readonly wall?: () => number;
  /** Its shared clock, where somebody else probes for it; else it has a loop of its own. */
  readonly clock?: NodeClock;
  /** When its display refreshes, on its own monotonic clock. */
  readonly refresh: { readonly phaseMs: number; readonly periodMs: number };
  /**
   * How much later than it arrives it takes a plan in; what it shows when does not change by it. A bench puts the work off
   * that on machines of their own would take no core from those who draw.
   */
  readonly workAfterMs?: number;
  /** Answers READY to what is armed or next, and then never changes; it reports what it goes on with. */
  readonly neverApplies?: boolean;
  /** Says nothing of what is armed, or next, while this says no. */
  readonly isReadyFor?: (standby: string) => boolean;
  /** Its picture can be read and proves what it shows: lit and moving, dark where the plan is dark. */
  readonly isSeen?: boolean;
  /** Its page lies in the background: it draws nothing and answers what a hidden page answers. */
  readonly isHidden?: () => boolean;
  /** Called at each change, with the local instant of the frame and what its clock said of it. */
  readonly onFlip?: (flip: {
    readonly key: string;
    readonly run: string;
    /** When it was due, shared time. */
    readonly since: number;
    readonly frameAt: number;
    readonly sharedAt: number;
  }) => void;
}

export interface SimulatedPlayer {
  shown(): string | null;
  clock: NodeClock['clock'];
  plan(): Plan | null;
  stop(): void;
}

const reportEveryMs = 2_000;
/** A clock that is corrected moves what is due: it is looked at anew. */
const lookEveryMs = 2_000;

/** A player without a page: the real protocol, the real clock and the real plan, and a display that is pure arithmetic. */
export function startSimulatedPlayer(options: SimulatedPlayerOptions): SimulatedPlayer {
  const { url, cookie, mono, refresh } = options;
  const screen = options.screen as ScreenId;
  const auth = { as: 'session', protocol: PROTOCOL_VERSION, build: 'simulated' };
  const headers = { cookie };
  const { clock, stop: stopClock } =
    options.clock ?? startNodeClock({ url, auth, headers, mono, ...(options.wall && { wall: options.wall }) });
  const socket = io(`${url}/displays`, {
    transports: ['websocket'],
    forceNew: true,
    auth,
    extraHeaders: headers,
    reconnectionDelay: 200,
  });
  let plan: Plan | null = null;
  let shownKey: string | null = null;
  /** What it showed at its last change. */
  let seen: ReturnType<typeof wantedAt> | null = null;
  const startedAt = mono();
  let drawn = 0;
  /** No frame before this can show what the player holds now: it was not there yet, or another was drawn. */
  let firstFrameAt = -Infinity;
  let lookFrom = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const told = new Set<string>();

  const isHidden = (): boolean => options.isHidden?.() ?? false;
  const frameAfter = (local: number): number =>
    refresh.phaseMs + Math.ceil((local - refresh.phaseMs) / refresh.periodMs) * refresh.periodMs;
  const wantedOn = (of: Plan, frameAt: number) => {
    const t = clock.at(monoMs(frameAt)) + of.setup.screen.outputDelayMs;
    return { t, wanted: wantedAt(of, t) };
  };

  /** Waits until the frame of the next change is past, so that a busy test's timers move no change. */
  function schedule(): void {
    clearTimeout(waiting);
    if (plan === null) return;
    const local = mono();
    const { t, wanted } = wantedOn(plan, local);
    const dueAt = wanted.key === shownKey ? local + nextChangeAt(plan, t) - t : firstFrameAt;
    const lookAt = Math.min(dueAt + refresh.periodMs, local + lookEveryMs);
    waiting = setTimeout(look, Math.max(0, lookAt - mono()));
    lookFrom = Math.max(firstFrameAt, Math.min(dueAt, local) - 2 * refresh.periodMs);
  }

  /** The first frame since that shows something else: what a display would have done that was never busy. */
  function look(): void {
    if (plan === null) return;
    for (let at = frameAfter(lookFrom); at <= mono(); at += refresh.periodMs) {
      const { t, wanted } = wantedOn(plan, at);
      if (wanted.key !== shownKey && canChange()) {
        change(at, t, wanted);
        firstFrameAt = at + refresh.periodMs / 2;
      }
    }
    schedule();
  }

  const isStuck = (): boolean => options.neverApplies === true && shownKey !== null;
  const canChange = (): boolean => !isHidden() && !isStuck();

  function change(at: number, t: number, wanted: ReturnType<typeof wantedAt>): void {
    const { key, run, cue, since } = wanted;
    const isJoining = shownKey === null;
    shownKey = key;
    seen = wanted;
    drawn += 1;
    options.onFlip?.({ key, run, since, frameAt: at, sharedAt: t });
    const boundMs = Number.isFinite(clock.boundMs()) ? clock.boundMs() : null;
    const applied: Applied = {
      screen,
      run,
      cue,
      plannedAt: since,
      shownAt: t,
      latenessMs: t - since,
      boundMs,
      droppedFrames: 0,
    };
    if (!isJoining) socket.emit('applied', displayToController.applied.payload.parse(applied));
    report();
  }

  function hold(next: Plan, arrivedAt: number): void {
    plan = next;
    firstFrameAt = Math.max(firstFrameAt, arrivedAt);
    arm();
    schedule();
  }

  function arm(): void {
    if (plan === null || isHidden()) return;
    const asked = [...plan.armed.map(({ standby }) => standby), ...nextCuesAt(plan, clock.now()).map(({ id }) => id)];
    // The hall knows one next cue of each run: what was told before the last one is forgotten there.
    for (const id of told) if (runOfNextCue(id) !== null && !asked.includes(id)) told.delete(id);
    for (const standby of asked) {
      if (told.has(standby) || options.isReadyFor?.(standby) === false) continue;
      told.add(standby);
      const { outputDelayMs } = plan.setup.screen;
      const boundMs = Number.isFinite(clock.boundMs()) ? clock.boundMs() : null;
      const state = {
        is: 'ready',
        boundMs,
        outputDelayMs,
        vsyncPhaseMs: refreshAt(),
        vsyncPeriodMs: refresh.periodMs,
      } as const;
      socket.emit('readiness', { screen, standby, state });
    }
  }

  const refreshAt = (): number => clock.at(monoMs(frameAfter(mono()) - refresh.periodMs));

  function light(at: number, { current, power }: ReturnType<typeof wantedAt>): LightSample {
    const isDark = current === null || power === 'standby' || current.scene.type === 'blackout';
    const luma = isDark ? 0 : 80 + (Math.floor(at / reportEveryMs) % 2) * 8;
    return { at, source: 'page', grid: hexOf(Array.from({ length: gridSide ** 2 }, () => luma)) };
  }

  function report(): void {
    if (plan === null) return;
    arm();
    const now = clock.now();
    const wanted = (isStuck() ? seen : null) ?? wantedAt(plan, now);
    const { status, boundMs, roundTripMs, delayMs } = clock.state();
    const shown = wanted.current;
    const said: Report = {
      screen,
      at: now,
      plan: identityOf(plan),
      shown:
        shown === null || shownKey === null
          ? null
          : {
              run: wanted.run,
              scene: shown.scene.scene,
              type: shown.scene.type,
              key: shownKey,
              cue: wanted.cue,
              positionMs: shown.positionMs,
              language: wanted.language,
            },
      power: wanted.power,
      frames: {
        drawn: isHidden() ? drawn : Math.floor((mono() - startedAt) / refresh.periodMs),
        dropped: 0,
        refreshHz: 1000 / refresh.periodMs,
        refreshAt: refreshAt(),
      },
      clock: { status, boundMs: Number.isFinite(boundMs) ? boundMs : null, roundTripMs, delayMs },
      media: { held: 0, missing: [] },
      sound: 'none',
      limits: [],
      errors: [],
      ...(options.isSeen === true && { light: light(now, wanted) }),
      page: {
        visible: !isHidden(),
        width: 1280,
        height: 720,
        pixelRatio: 1,
        heapBytes: null,
        longTaskMs: 0,
        browser: 'simulated',
        build: 'simulated',
      },
    };
    socket.emit('report', displayToController.report.payload.parse(said));
  }

  /** Arrival counts from here; the work waits until all that came with it has been taken in. */
  const later = (work: (arrivedAt: number) => void): void => {
    const arrivedAt = mono();
    if (options.workAfterMs === undefined) setImmediate(() => work(arrivedAt));
    else setTimeout(() => work(arrivedAt), options.workAfterMs);
  };

  socket.on('connect', () => {
    const have = plan === null ? null : identityOf(plan);
    socket.emit('attach', { screen, mode: 'virtual', have }, (answer: unknown) =>
      later((arrivedAt) => {
        const parsed = displayToController.attach.ack.parse(answer);
        if (!parsed.ok) throw new Error(parsed.problem.detail);
        if (parsed.value.plan !== null) hold(parsed.value.plan, arrivedAt);
      }),
    );
  });
  socket.on('plan', (payload: unknown, ack: (answer: unknown) => void) =>
    later((arrivedAt) => {
      hold(controllerToDisplay.plan.payload.parse(payload).plan, arrivedAt);
      ack({ applied: [screen], stale: [] });
    }),
  );
  socket.on('patch', (payload: unknown, ack: (answer: unknown) => void) =>
    later((arrivedAt) => {
      const { patch } = controllerToDisplay.patch.payload.parse(payload);
      const isHeld = plan !== null && isSamePlan(patch.next, plan);
      const next = plan === null || isHeld ? plan : applyPatch(plan, patch);
      if (next !== null && !isHeld) hold(next, arrivedAt);
      ack(next === null ? { applied: [], stale: [screen] } : { applied: [screen], stale: [] });
    }),
  );
  const reporting = setInterval(report, reportEveryMs);

  return {
    shown: () => shownKey,
    clock,
    plan: () => plan,
    stop() {
      clearInterval(reporting);
      clearTimeout(waiting);
      stopClock();
      socket.disconnect();
    },
  };
}
