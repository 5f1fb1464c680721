import { takeAheadMs } from '#shared/commands.ts';
import type { HallDesk, HallFacts, ScreenState } from '#shared/facts.ts';
import type { IncidentView } from '#shared/incidents.ts';
import { planLimits } from '#shared/plan.ts';
import { createCompile } from '../core/compile.ts';
import type {
  Absence,
  Answer,
  Decision,
  HallEngine,
  HallState,
  Log,
  Order,
  PlanNews,
  ScreensPort,
  Store,
  Telemetry,
} from '../core/ports.ts';
import { windowAround } from '../core/resolve/window.ts';
import { claimsIn } from '../core/resolve/claims.ts';
import { explain } from '../core/resolve/explain.ts';
import { createScheduleMemo } from '../core/resolve/memo.ts';
import { plansFor } from '../core/resolve/plan.ts';
import { hallOf } from '../core/state.ts';
import { announcedViews } from '../core/view/announced-views.ts';
import { doorsView, lastActView } from '../core/view/desk-view.ts';
import { afterRelease } from '../core/view/after-release.ts';
import { plannedStretches } from '../core/view/planned.ts';
import { previewed, previewedContent } from '../core/view/preview.ts';
import { runViews } from '../core/view/run-views.ts';
import { standbyViews } from '../core/view/standby-views.ts';
import { inForce, noVolatile } from '../core/volatile.ts';
import { createDecider } from './decider.ts';
import { createHealthWatch } from './health-watch.ts';
import { createListeners } from '#shared/listeners.ts';
import { createNews } from './news.ts';
import { createPlanKeeper } from './plan-keeper.ts';
import { nextChange } from './next-change.ts';
import { createScheduleViews } from './schedule-views.ts';
import { createScreenBook } from './screen-book.ts';
import { shutOut, standing } from './standing.ts';
import { createScreensPort } from './screens-port.ts';
import { createTrials } from './trials.ts';
import { createVisitors } from './visitors.ts';
import { createSkew } from './skew.ts';

export interface EngineOptions {
  readonly store: Store;
  readonly telemetry: Telemetry;
  readonly log: Log;
  /** Shared time, ms. */
  readonly now: () => number;
  readonly freshId: () => string;
  /** Calls back after `ms`; returns its cancel. */
  readonly after: (run: () => void, ms: number) => () => void;
  /** The state that the store holds, with a hall in it. */
  readonly state: HallState;
  /** Times before this start in which the controller did not run. */
  readonly absences?: readonly Absence[];
}

export interface Engine extends HallEngine, ScreensPort {
  /** Looks at what time alone has changed: plans to extend, screens gone silent. Called every half second or so. */
  look(): void;
  /** When time alone next changes what a screen shows, ms; null when no plan knows of a change. */
  nextChange(): number | null;
  /** Resolves when every command that was given is decided. */
  settled(): Promise<void>;
  stop(): void;
}

/** Runs to come are listed this far ahead. */
const listedAheadMs = 12 * 3_600_000;

const dayMs = 24 * 3_600_000;

/** The hall at work: decides commands in order, keeps every screen's plan, and tells who listens what changed. */
export function createEngine(options: EngineOptions): Engine {
  const { store, telemetry, now } = options;
  const compile = createCompile();
  const memo = createScheduleMemo();
  const plans = createPlanKeeper(compile, memo);
  const book = createScreenBook();
  const skew = createSkew();
  const planListeners = createListeners<readonly PlanNews[]>();
  const deciding = createListeners<Decision['entry']['changed']>();
  const troubling = createListeners<readonly IncidentView[]>();
  let volatile = noVolatile(now());

  const state = (): HallState => decider.state();
  const live = (): HallState => inForce(state(), volatile);
  const outputDelays = () =>
    new Map(hallOf(state()).screens.map(({ id, outputDelayMs }) => [id as string, outputDelayMs]));
  const runs = () => {
    const claims = claimsIn(live(), compile, now(), now() + takeAheadMs, memo);
    // Of the schedule what is next; what somebody has set for a time, whenever that is.
    const listed = claims.filter(({ layer, from }) => layer === 'manual' || from <= now() + listedAheadMs);
    return runViews(listed, live().ask, now());
  };
  const desk = (): HallDesk => ({
    runs: [...runs()],
    standbys: [...standbyViews(state())],
    announced: [...announcedViews(state(), now())],
    doors: doorsView(windowAround(live(), compile, now() - dayMs, now() + 14 * dayMs, memo), now()),
    lastAct: lastActView(state(), now()),
    losses: Object.values(state().loss),
  });
  const screenIds = () => hallOf(state()).screens.map(({ id }) => id);

  function screen(id: string): ScreenState | null {
    const plan = plans.get(id);
    if (plan === undefined) return null;
    const beside = { planChangedAt: plans.changedAt(plan.screen), trial: volatile.trials[plan.screen] ?? null };
    return book.state(plan, standing(state(), plan.screen, beside, now()), now());
  }

  const health = createHealthWatch({
    telemetry,
    freshId: options.freshId,
    state,
    startedAt: now(),
    alarms: (id) => book.alarms(id, shutOut(state(), id), now()),
    openSince(at) {
      const { closed } = windowAround(state(), compile, at - dayMs, at, memo);
      // The hall's own hours come first; zones may differ from them.
      const last = closed[0]?.stretches.findLast(({ from }) => from <= at);
      return last === undefined ? at - dayMs : last.until > at ? null : last.until;
    },
  });

  const news = createNews({
    screenIds,
    screenState: screen,
    desk,
    storage: () => decider.storage(),
    revision: () => state().revision,
    after: options.after,
  });

  const decider = createDecider({
    ...options,
    live,
    claimsAt: (t) => claimsIn(live(), compile, t, t + 1, memo),
    ready: () => book.ready(),
    // An emergency waits for nobody's display.
    timing: (screens, isUrgent) => book.timing(screens, outputDelays(), now(), isUrgent),
    setVolatile(change) {
      volatile = change(volatile);
    },
    extend,
    tell,
  });

  /** The screens first, then those who only watch. */
  function publish(): void {
    extend();
    tell([]);
  }

  function tell(changed: Decision['entry']['changed']): void {
    if (changed.length > 0) deciding.tell(changed);
    news.all(changed);
  }

  /** Brings what is new in their plans to the screens. */
  function extend(): void {
    const different = plans.refresh(live(), volatile, now());
    if (different.length > 0) planListeners.tell(different);
  }

  const visitors = createVisitors({
    now,
    live,
    plan: (id) => plans.get(id),
    timing: () => book.timing(new Set(screenIds()), outputDelays(), now(), false),
    touchedAt: (id) => book.touchedAt(id),
    volatile: () => volatile,
    setVolatile(next) {
      volatile = next;
    },
    publish,
  });
  const trials = createTrials({
    now,
    state,
    volatile: () => volatile,
    setVolatile(next) {
      volatile = next;
    },
    publish,
    order,
    freshId: options.freshId,
  });
  plans.refresh(live(), volatile, now());
  const heard = createScreensPort({
    now,
    revision: () => state().revision,
    telemetry,
    plans,
    planListeners,
    book,
    skew,
    health,
    visitors,
    trials,
    news,
  });
  const views = createScheduleViews({
    state: live,
    compile,
    now,
    claimsAt: (t) => claimsIn(live(), compile, t, t + 1, memo),
    screen,
    absences: options.absences ?? [],
  });

  async function order(asked: Order): Promise<Answer> {
    const released = visitors.release(asked);
    if (released !== null) return released;
    const answer = await decider.order(asked);
    if (answer.ok) trials.decided(asked);
    return answer;
  }

  function look(): void {
    decider.retry();
    visitors.look();
    const [first] = screenIds();
    const plan = first === undefined ? undefined : plans.get(first);
    if (plan !== undefined && plan.until - now() < planLimits.horizonMs) extend();
    const states = new Map(
      screenIds()
        .flatMap((id) => screen(id) ?? [])
        .map((one) => [one.id as string, one]),
    );
    const said = health.look([...states.values()], now());
    const incidents = said.map(({ incident }) => health.view(incident));
    if (incidents.length > 0) troubling.tell(incidents);
    news.incidents(incidents);
    news.all([], states);
  }

  return {
    ...views,
    now,
    state,
    order,
    tryCorners: (actor, of, cornerPin) => trials.put(actor, of, cornerPin),
    endTrial: (actor, of) => trials.end(actor, of),
    facts: (): HallFacts => ({
      revision: state().revision,
      at: now(),
      screens: screenIds().flatMap((id) => screen(id) ?? []),
      ...desk(),
      storage: decider.storage(),
      incidents: [...health.open()],
    }),
    storage: () => decider.storage(),
    screen,
    pageOf: (of) => book.pageOf(of),
    runs,
    planned: (of, from, until) => plannedStretches(live(), compile, of, from, until, memo),
    explain: (of, at) => explain(live(), compile, of, at, memo),
    previewTake: (body, actor) => previewed(live(), compile, body, actor, now()),
    previewContent: (content, body, actor) => previewedContent(live(), content, body, actor, now()),
    afterRelease: (of) => afterRelease(live(), compile, of, now(), memo),
    timeline: (hash) =>
      live().timeline[hash] ??
      claimsIn(live(), compile, now(), now() + listedAheadMs, memo).find((claim) => claim.timeline.hash === hash)
        ?.timeline ??
      null,
    presentPlans: () => screenIds().flatMap((id) => plans.get(id) ?? []),
    plansAt: (at) => plansFor(live(), compile, screenIds(), at, memo),
    journal: (query) => store.journal(query),
    answered: async (commandId) => (await store.answered(commandId))?.answer ?? null,
    ledger: (run) => telemetry.ledger(run),
    skew: () => skew.summary(),
    incidents: () => health.open(),
    history: telemetry,
    telemetryStats: () => telemetry.stats(),
    resumeIncidents: (open) => health.resume(open),
    subscribe: (listener) => news.subscribe(listener),
    onDecided: (listener) => deciding.add(listener),
    onIncidents: (listener) => troubling.add(listener),
    ...heard,
    look,
    nextChange: () =>
      nextChange(
        screenIds().flatMap((id) => plans.get(id) ?? []),
        now(),
      ),
    settled: () => decider.settled(),
    stop: () => news.stop(),
  };
}
