import type { Said } from '#shared/said.ts';
import { runRefusals as no } from '#shared/words/run-refusals.ts';
import { problem } from '#shared/problem.ts';
import type { Run } from '#shared/schedule.ts';
import type { Segment, Timeline } from '#shared/scene.ts';
import { runPosition } from '#shared/scene-at.ts';
import { nextCueId, nextCueOf } from '#shared/next-cue.ts';
import { refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import type { Claim } from '../claim.ts';
import { keysOf } from '../keys-of.ts';
import { wantReason } from '../leases.ts';
import { uncovered } from '../resolve/uncovered.ts';
import { hallOf, type Change, type HallState } from '../state.ts';
import { targetScreens } from '../targets.ts';
import type { Deed } from '../words/deeds.ts';
import { enter } from './enter.ts';

/** A run with its timeline, and the changes that make it a stored one where it was only an occurrence of a rule. */
export interface LiveRun {
  readonly run: Run;
  readonly timeline: Timeline;
  readonly pin: readonly Change[];
}

/** The stored form of an occurrence: from here on it keeps the versions it started with. */
export function pinned(claim: Claim, targets: readonly string[], except: readonly string[]): Run {
  return {
    id: claim.run,
    layer: claim.layer,
    timeline: claim.timeline.hash,
    targets: [...targets],
    except: [...except],
    from: claim.from,
    until: claim.until,
    segments: [...claim.segments],
    owner: claim.owner,
    reason: claim.reason,
    language: claim.language,
    touch: claim.touch,
    transition: claim.transition,
    priority: claim.priority,
    outsideHours: claim.outsideHours,
    rule: claim.rule,
  };
}

export function findRun(state: HallState, claims: readonly Claim[], id: string): LiveRun | null {
  const run = state.run[id];
  const timeline = run === undefined ? undefined : state.timeline[run.timeline];
  if (run !== undefined && timeline !== undefined) return { run, timeline, pin: [] };
  const claim = claims.find((candidate) => candidate.run === id);
  if (claim === undefined || claim.layer === 'closed') return null;
  const rule = claim.rule === null ? undefined : state.rule[claim.rule];
  const occurrence = pinned(claim, rule?.targets ?? ['all'], rule?.except ?? []);
  return {
    run: occurrence,
    timeline: claim.timeline,
    pin: [{ kind: 'timeline', id: claim.timeline.hash, body: claim.timeline }],
  };
}

const noRun = (id: string): Outcome => refuse(problem('not-found', no.noRun(id)));

/**
 * Ends runs at `context.at`, all at one instant; what is beneath them comes back at its own position. What has ended
 * meanwhile is as it was wished to be; only where there is nothing left to end that is refused.
 */
export function release(
  state: HallState,
  claims: readonly Claim[],
  command: Extract<Command, { type: 'run.release' }>,
  context: StepContext,
): Outcome {
  const known = [...new Set(command.runs)].flatMap((id) => findRun(state, claims, id) ?? []);
  const live = known.filter(({ run: { until } }) => until === null || until > context.now);
  const [first] = live;
  if (first === undefined) {
    const [ended] = known;
    if (ended === undefined) return noRun(command.runs[0] ?? '');
    return refuse(problem('conflict', no.runEndedAlready(ended.run.id)));
  }
  const reason = command.reason ?? null;
  const refused = live.map(({ run }) => wantReason(run, reason, context)).find((why) => why !== null);
  if (refused !== undefined) return refused;
  // What was set for a time to come leaves nothing behind; one that is on ends for everybody at the same instant.
  const ended = ({ run }: LiveRun): Run | null =>
    run.rule === null && run.from > context.at ? null : { ...run, until: Math.max(context.at, run.from + 1) };
  return {
    ok: true,
    changes: live.flatMap((one): Change[] => [...one.pin, { kind: 'run', id: one.run.id, body: ended(one) }]),
    answer: { run: first.run.id, runs: live.map(({ run }) => run.id), at: new Date(context.at).toISOString() },
    deeds: live.map(({ timeline: { source }, run }): Deed => ['released', source.kind, source.id, run.targets]),
    reason,
  };
}

export function edit(
  state: HallState,
  claims: readonly Claim[],
  command: Extract<Command, { type: 'run.edit' }>,
  context: StepContext,
): Outcome {
  const live = findRun(state, claims, command.run);
  if (live === null) return noRun(command.run);
  const { holdFor, reason, language } = command.body;
  const run: Run = {
    ...live.run,
    ...(holdFor === undefined
      ? {}
      : { until: holdFor === null ? null : Math.max(context.now, live.run.from) + holdFor }),
    ...(reason === undefined ? {} : { reason }),
    ...(language === undefined ? {} : { language }),
  };
  const isShorter = run.until !== null && run.until < (live.run.until ?? Infinity);
  const refused = isShorter ? wantReason(live.run, reason ?? null, context) : null;
  if (refused !== null) return refused;
  return {
    ok: true,
    changes: [...live.pin, { kind: 'run', id: run.id, body: run }],
    answer: { run: run.id, until: run.until === null ? null : new Date(run.until).toISOString() },
    deeds: [['editedShown', keysOf(command.body), live.timeline.source.kind, live.timeline.source.id, run.targets]],
    reason: reason ?? null,
  };
}

/** A run whose beginning is so near, ms, was started by a take just now, and is not one that was set for later. */
const underWayMs = 1_000;

/**
 * GO, pause, resume, back and jump: each appends a segment that begins at `context.at` on every screen, or with the run
 * where that is only just under way: of two decisions the second may have found the earlier gap between refreshes.
 */
export function control(
  state: HallState,
  claims: readonly Claim[],
  command: Extract<Command, { type: 'run.control' }>,
  asked: StepContext,
): Outcome {
  const live = findRun(state, claims, command.run);
  if (live === null) return noRun(command.run);
  const { run, timeline } = live;
  if (run.until !== null && run.until <= asked.at) return refuse(problem('conflict', no.runEnded(run.id)));
  if (run.from > asked.at + underWayMs) return refuse(problem('conflict', no.runNotBegun(run.id)));
  const context = { ...asked, at: Math.max(asked.at, run.from) };
  const here = runPosition(timeline, run.segments, context.at);
  const onAir = timeline.cues[here.cue];
  if (command.action !== 'jump' && command.from !== undefined && command.from !== onAir?.id)
    return refuse(problem('conflict', no.cueIsOn(timeline.source.id, onAir?.id ?? String(here.cue))));
  const next = nextSegment(command, timeline, here, context.at);
  if ('refused' in next) return refuse(problem(next.refused, next.why));
  const entry = goInto(state, claims, command, live, { from: here.cue, to: next.cue }, context);
  if (!entry.ok) return entry;
  const segments = [...run.segments.filter((segment) => segment.zero < context.at), next];
  const cue = timeline.cues[next.cue];
  return {
    ok: true,
    changes: [...live.pin, { kind: 'run', id: run.id, body: { ...run, segments } }],
    answer: {
      run: run.id,
      at: new Date(context.at).toISOString(),
      cue: cue?.id ?? null,
      ...(entry.screens === null ? {} : entry.screens),
    },
    deeds: [['controlled', command.action, timeline.source.id, cue?.id ?? String(next.cue)]],
  };
}

type GoneInto =
  | {
      readonly ok: true;
      readonly screens: { readonly ready: readonly string[]; readonly late: readonly string[] } | null;
    }
  | Extract<Outcome, { readonly ok: false }>;

/**
 * GO and a jump go into a cue as its policy allows. Back is the way out of a mistake, of a cue that was on just now, and
 * pause and resume stay where they are: they wait for nobody.
 */
function goInto(
  state: HallState,
  claims: readonly Claim[],
  command: Extract<Command, { type: 'run.control' }>,
  { run, timeline }: LiveRun,
  { from, to }: { readonly from: number; readonly to: number },
  context: StepContext,
): GoneInto {
  const policy = command.action === 'go' ? command.policy : command.action === 'jump' ? command.body.policy : null;
  if (policy === null || (command.action === 'jump' && from === to)) return { ok: true, screens: null };
  const named = new Set(timeline.cues[to]?.parts.flatMap(({ screens }) => screens));
  const targets = targetScreens(hallOf(state), run.targets, run.except);
  const screens = uncovered(
    claims,
    run.id,
    [...named].filter((screen) => targets.has(screen)),
    context.at,
  );
  const armed = Object.values(state.standby).filter(
    (standby) => standby.timeline === timeline.hash && standby.cue === to,
  );
  const entry = enter(context, {
    timeline,
    cue: to,
    screens,
    heldAs: [...(nextCueOf(timeline, from) === to ? [nextCueId(run.id, to)] : []), ...armed.map(({ id }) => id)],
    policy,
  });
  return entry.ok ? { ok: true, screens: { ready: entry.ready, late: entry.late } } : entry;
}

function nextSegment(
  command: Extract<Command, { type: 'run.control' }>,
  timeline: Timeline,
  here: { readonly cue: number; readonly cuePositionMs: number; readonly segment: Segment },
  zero: number,
): Segment | { readonly refused: 'conflict' | 'not-found'; readonly why: Said } {
  switch (command.action) {
    case 'go': {
      const cue = nextCueOf(timeline, here.cue);
      return cue === null ? { refused: 'conflict', why: no.lastCue() } : { zero, at: 0, rate: 1, cue };
    }
    case 'pause':
      return here.segment.rate === 0
        ? { refused: 'conflict', why: no.pausedAlready() }
        : { zero, at: here.cuePositionMs, rate: 0, cue: here.cue };
    case 'resume':
      return here.segment.rate === 1
        ? { refused: 'conflict', why: no.notPaused() }
        : { zero, at: here.cuePositionMs, rate: 1, cue: here.cue };
    case 'back':
      return here.cue === 0 ? { zero, at: 0, rate: 1, cue: 0 } : { zero, at: 0, rate: 1, cue: here.cue - 1 };
    case 'jump': {
      const cue = timeline.cues.findIndex((candidate) => candidate.id === command.body.cue);
      return cue < 0
        ? { refused: 'not-found', why: no.noCue(command.body.cue) }
        : { zero, at: command.body.positionMs ?? 0, rate: 1, cue };
    }
  }
}
