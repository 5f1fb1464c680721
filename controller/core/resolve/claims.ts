import type { Hall } from '#shared/hall.ts';
import type { RunId, ScreenId } from '#shared/ids.ts';
import type { Run } from '#shared/schedule.ts';
import type { Timeline } from '#shared/scene.ts';
import type { Claim } from '../claim.ts';
import type { Compile } from '../compile.ts';
import { localText, toLocal } from '../schedule/zone.ts';
import { clockHold, hallOf, type HallState } from '../state.ts';
import { targetScreens } from '../targets.ts';
import { createScheduleMemo, remember, type ScheduleMemo } from './memo.ts';
import { ruleClaims } from './rule-claims.ts';
import { closedSlate, restSlate } from './slates.ts';
import { windowAround, type GroupClosed, type Window } from './window.ts';

/** Layers that come and go by the time of day. */
const byTheClock: ReadonlySet<Claim['layer']> = new Set(['closed', 'scheduled']);

/** Before every instant a clock can show. */
const beginningOfTime = -8.64e15;

/**
 * Everything that wants screens at some instant of [from, until), ms of shared time: stored runs, occurrences of enabled
 * rules, the closed hours, and beneath all a slate that always wants every screen, so that there is always a winner.
 * A stored run stands for the occurrence whose id it has. Equal input gives an equal answer, with a memo or without.
 */
export function claimsIn(
  state: HallState,
  compile: Compile,
  from: number,
  until: number,
  memo: ScheduleMemo = createScheduleMemo(),
): readonly Claim[] {
  const window = windowAround(state, compile, from, until, memo);
  const runs = Object.values(state.run)
    .filter((run) => run.until === null || run.until > from)
    .map((run) => runClaim(window, run));
  const derived = rulesClaims(window).filter(
    (claim) => touches(claim, from, until) && state.run[claim.run] === undefined,
  );
  const all = [...runs, ...closedClaims(window), restClaim(window)]
    .filter((claim) => touches(claim, from, until))
    .concat(derived);
  // With a clock that nobody trusts, what goes by it waits: the ambient stays, and what people do by hand.
  return clockHold(state) === null ? all : all.filter(({ layer }) => !byTheClock.has(layer));
}

function touches(claim: Claim, from: number, until: number): boolean {
  return claim.from < until && (claim.until === null || claim.until > from);
}

/** The claims of all enabled rules. Most changes are to runs and leave them as they are. */
function rulesClaims(window: Window): readonly Claim[] {
  const { state, memo, compile, zone, name } = window;
  const on = [state.hall, state.exception, state.show, state.scene, state.medium, compile, zone, window.days];
  return remember(memo, state.rule, name, on, () =>
    Object.values(state.rule).flatMap((rule) => (rule.enabled ? ruleClaims(window, rule) : [])),
  );
}

function runClaim({ state, memo }: Window, run: Run): Claim {
  const hall = hallOf(state);
  const timeline = state.timeline[run.timeline];
  if (timeline === undefined) throw new Error(`run ${run.id} pins timeline ${run.timeline}, which is not stored`);
  const rule = run.rule === null ? undefined : state.rule[run.rule];
  return remember(memo, run, 'claim', [hall, timeline, rule], () => {
    const { layer, from, until, segments, owner, reason, language, touch, transition, priority, outsideHours } = run;
    const pinned = { layer, from, until, segments, owner, reason, language, touch, transition, priority, outsideHours };
    return {
      ...pinned,
      run: run.id,
      rule: run.rule,
      timeline,
      screens: screensOf(hall, memo, run),
      power: 'on',
      listed: rule?.listed ?? false,
    };
  });
}

/** What runs with one target reach is found once for each, and what follows from it with it: most are for `all`. */
function screensOf(hall: Hall, memo: ScheduleMemo, { targets, except }: Run): Claim['screens'] {
  const make = (): Claim['screens'] => targetScreens(hall, targets, except);
  const [only] = targets;
  const isOne = only !== undefined && targets.length === 1 && except.length === 0;
  return isOne ? remember(memo, hall, `screens of ${only}`, [], make) : make();
}

/** A claim the hall makes by itself, on every screen or on some. */
function hallClaim(
  { state }: Window,
  timeline: Timeline,
  only: ReadonlySet<ScreenId> | null,
  claim: Pick<Claim, 'run' | 'layer' | 'from' | 'until' | 'segments' | 'power' | 'priority'>,
): Claim {
  const screens = [...targetScreens(hallOf(state), ['all'], [])];
  return {
    ...claim,
    timeline,
    screens: new Map(screens.filter(([screen]) => only === null || only.has(screen))),
    outsideHours: false,
    language: null,
    touch: timeline.touch,
    transition: timeline.cues[0]?.transition ?? { type: 'cut', durationMs: 0 },
    rule: null,
    owner: null,
    reason: null,
    listed: false,
  };
}

/** One run for each closure of each group; its screens and projectors sleep until the warm-up before opening. */
function closedClaims(window: Window): readonly Claim[] {
  const { state, memo, compile, zone, closed, name } = window;
  const hall = hallOf(state);
  const timeline =
    state.show['closed'] === undefined
      ? remember(memo, hall, 'closed slate', [], () => closedSlate(state))
      : compile(state, { kind: 'show', id: 'closed' });
  return remember(memo, timeline, `closed ${name}`, [hall, closed, zone], () =>
    closed.flatMap((one) => groupClosed(window, timeline, one)),
  );
}

function groupClosed(window: Window, timeline: Timeline, { group, stretches }: GroupClosed): readonly Claim[] {
  const { zone, anchor } = window;
  const screens = new Set(group.screens);
  return stretches.flatMap((stretch) => {
    const since = stretch.from === -Infinity ? anchor : stretch.from;
    const opens = stretch.until === Infinity ? null : stretch.until;
    const warmUpAt = opens === null ? Infinity : Math.max(since, opens - group.warmUpMs);
    const run = `hall:closed${group.zone === null ? '' : `:${group.zone}`}@${localText(toLocal(zone, since))}` as RunId;
    const segments = [{ zero: since, at: 0, rate: 1, cue: 0 }] as const;
    const whole = { run, layer: 'closed', segments, priority: 0 } as const;
    const asleep = { ...whole, from: since, until: opens === null ? null : warmUpAt, power: 'standby' } as const;
    const warming = { ...whole, from: warmUpAt, until: opens, power: 'on' } as const;
    return [asleep, warming]
      .filter((part) => (part.until === null ? part.from < Infinity : part.until > part.from))
      .map((part) => hallClaim(window, timeline, screens, part));
  });
}

function restClaim(window: Window): Claim {
  const { state, memo, anchor } = window;
  return remember(memo, hallOf(state), 'rest', [], () => {
    const timeline = restSlate(state);
    return hallClaim(window, timeline, null, {
      run: `hall:rest@${timeline.hash.slice(0, 12)}` as RunId,
      layer: 'ambient',
      from: beginningOfTime,
      until: null,
      segments: [{ zero: anchor, at: 0, rate: 1, cue: 0 }],
      power: 'on',
      priority: -1000,
    });
  });
}
