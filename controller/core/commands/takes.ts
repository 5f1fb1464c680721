import { runRefusals as no } from '#shared/words/run-refusals.ts';
import { takeAheadMs } from '#shared/commands.ts';
import { localInstant, timeOfDay } from '#shared/dates.ts';
import type { ScreenId, RunId } from '#shared/ids.ts';
import { problem } from '#shared/problem.ts';
import type { Said } from '#shared/said.ts';
import type { Run, Standby } from '#shared/schedule.ts';
import type { Timeline } from '#shared/scene.ts';
import { trackedCue } from '#shared/scene-at.ts';
import { actorName, refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import { defaultTransition } from '../compile.ts';
import { screensOf } from '../parts.ts';
import { hallOf, type Change, type HallState } from '../state.ts';
import type { Deed } from '../words/deeds.ts';
import { enter } from './enter.ts';
import { armedAs, unknownTarget, wanted } from './subject.ts';

/** Starts a scene or a show on its targets at `context.at`, or sets it for the time that is asked for. */
export function take(
  state: HallState,
  { body }: Extract<Command, { type: 'run.take' }>,
  context: StepContext,
): Outcome {
  const meant = body.standby === undefined ? null : state.standby[body.standby];
  if (meant === undefined)
    return refuse(problem('conflict', no.standbyGone(), [{ path: 'standby', message: `unknown: ${body.standby}` }]));
  const found = meant === null ? wanted(state, body) : armedAs(state, body, meant);
  if (!found.ok) return found.outcome;
  const unknown = unknownTarget(state, [...(body.critical ?? []), ...(body.except ?? [])]);
  if (unknown !== null) return unknown;
  const { timeline, cue } = found;
  const { kind, id: source } = timeline.source;
  const leaves = [...new Set([...(body.except ?? []), ...(meant?.except ?? [])])];
  const except = new Set(screensOf(hallOf(state), leaves));
  const screens = found.screens.filter((screen) => !except.has(screen));
  if (screens.length === 0)
    return refuse(
      problem('invalid', no.nothingFor(body.show === undefined ? 'scene' : 'show', source, body.targets), [
        { path: 'except', message: 'no screen is left' },
      ]),
    );
  const armed = Object.values(state.standby).filter((standby) =>
    meant === null ? standby.timeline === timeline.hash && standby.cue === cue : standby.id === meant.id,
  );
  const begins = beginning(body.at, context);
  if ('refused' in begins) return begins.refused;
  const { policy, critical } = body;
  const entering = {
    ...found.asks,
    screens,
    heldAs: armed.map(({ id }) => id),
    policy,
    critical: critical === undefined ? undefined : screensOf(hallOf(state), critical),
  };
  // Nobody is late for what is to come: its screens make it ready by themselves before it is due.
  const entry = begins.isSet ? { ok: true as const, ready: [], late: [] } : enter(context, entering);
  if (!entry.ok) return entry;
  const { ready, late } = entry;
  const holdFor = body.holdFor ?? meant?.holdFor ?? null;
  const reason = body.reason ?? meant?.reason ?? null;
  const id = `run-${context.id}` as RunId;
  const run: Run = {
    id,
    layer: 'manual',
    timeline: timeline.hash,
    targets: [...body.targets],
    except: leaves,
    from: begins.at,
    until: holdFor === null ? null : begins.at + holdFor,
    segments: [{ zero: begins.at, at: 0, rate: 1, cue }],
    owner: actorName(context.actor),
    reason,
    language: body.language ?? meant?.language ?? null,
    touch: timeline.touch,
    transition: timeline.cues[cue]?.transition ?? defaultTransition,
    priority: 0,
    outsideHours: true,
    rule: null,
  };
  const changes: Change[] = [...pinned(state, timeline), { kind: 'run', id, body: run }];
  // What was armed is on air now; its lights go out with it, and elsewhere it stays armed.
  const onAir = new Set(screens);
  for (const standby of begins.isSet ? [] : armed)
    if (standby.screens.some((screen) => onAir.has(screen)))
      changes.push({ kind: 'standby', id: standby.id, body: without(standby, onAir) });
  return {
    ok: true,
    changes,
    answer: { run: id, at: new Date(begins.at).toISOString(), ready, late },
    // Without some of them, it is told by those that it did go to.
    deeds: [
      begins.isSet
        ? ['setForTime', kind, source, body.targets, ...wallTime(state, begins.at)]
        : ['took', kind, source, meant?.except.length ? screens : body.targets],
    ],
    reason,
  };
}

/** When a take begins: at once, or when it was asked for, where that is still to come and not too far off. */
function beginning(
  asked: string | undefined,
  { at, now }: StepContext,
): { readonly at: number; readonly isSet: boolean } | { readonly refused: Outcome } {
  if (asked === undefined) return { at, isSet: false };
  const meant = Date.parse(asked);
  const refused = (why: Said): { readonly refused: Outcome } => ({
    refused: refuse(problem('invalid', why, [{ path: 'at', message: asked }])),
  });
  if (meant <= at) return refused(no.timePast());
  return meant > now + takeAheadMs ? refused(no.timeFar(takeAheadMs / 3_600_000)) : { at: meant, isSet: true };
}

/** Date and time of an instant in the hall, for people. */
function wallTime(state: HallState, at: number): readonly [date: string, time: string] {
  const { timeZone } = hallOf(state);
  return [localInstant(at, timeZone).date, timeOfDay(at, timeZone)];
}

/** Keeps a timeline; one that is kept already is the same to the letter, as its hash is its name. */
function pinned(state: HallState, timeline: Timeline): readonly Change[] {
  return state.timeline[timeline.hash] === undefined ? [{ kind: 'timeline', id: timeline.hash, body: timeline }] : [];
}

/**
 * Holds a scene or a cue ready on its screens; a screen holds one armed item at a time. What else was armed loses these
 * screens and no others.
 */
export function arm(
  state: HallState,
  { body }: Extract<Command, { type: 'standby.arm' }>,
  context: StepContext,
): Outcome {
  const found = wanted(state, body);
  if (!found.ok) return found.outcome;
  // A screen that the show has nothing for so far has nothing to hold ready; GO brings it in all the same.
  const shown = found.screens.filter((screen) => trackedCue(found.timeline, found.cue, screen) !== null);
  const standby: Standby = {
    id: `standby-${context.id}`,
    timeline: found.timeline.hash,
    cue: found.cue,
    targets: [...body.targets],
    screens: shown.length === 0 ? [...found.screens] : shown,
    language: body.language ?? null,
    owner: actorName(context.actor),
    at: context.now,
    except: [],
    holdFor: body.holdFor ?? null,
    reason: body.reason ?? null,
  };
  const taken = Object.values(state.standby).flatMap((other) => {
    const screens = other.screens.filter((screen) => standby.screens.includes(screen));
    return screens.length === 0 ? [] : [{ other, screens }];
  });
  return {
    ok: true,
    changes: [
      ...taken.map(({ other, screens }): Change => ({
        kind: 'standby',
        id: other.id,
        body: without(other, new Set(screens)),
      })),
      ...pinned(state, found.timeline),
      { kind: 'standby', id: standby.id, body: standby },
    ],
    answer: {
      standby: standby.id,
      screens: standby.screens,
      taken: taken.map(({ other, screens }) => ({ standby: other.id, owner: other.owner, screens })),
    },
    deeds: [
      ['armed', found.timeline.source.kind, found.timeline.source.id, body.targets],
      ...taken
        .filter(({ other }) => other.owner !== standby.owner)
        .map(({ other, screens }): Deed => ['tookFromStandby', other.owner, ...sourceOf(state, other), screens]),
    ],
  };
}

/** What is left of it without these screens; null: nothing. */
export function without(standby: Standby, others: ReadonlySet<ScreenId>): Standby | null {
  const taken = standby.screens.filter((screen) => others.has(screen));
  const screens = standby.screens.filter((screen) => !others.has(screen));
  return screens.length === 0 ? null : { ...standby, screens, except: [...standby.except, ...taken] };
}

export function clearStandby(state: HallState, command: Extract<Command, { type: 'standby.clear' }>): Outcome {
  const ids = command.standby === null ? Object.keys(state.standby) : [command.standby];
  const unknown = ids.find((id) => state.standby[id] === undefined);
  if (unknown !== undefined) return refuse(problem('not-found', no.nothingArmed(unknown)));
  return {
    ok: true,
    changes: ids.map((id): Change => ({ kind: 'standby', id, body: null })),
    answer: { cleared: ids },
    deeds: ids.map((id) => stoodDown(state, id)),
  };
}

function stoodDown(state: HallState, id: string): Deed {
  const standby = state.standby[id];
  if (standby === undefined) return ['stoodDown', 'run', id, []];
  return ['stoodDown', ...sourceOf(state, standby), standby.except.length === 0 ? standby.targets : standby.screens];
}

function sourceOf(state: HallState, { id, timeline }: Standby): [kind: 'scene' | 'show' | 'slate' | 'run', id: string] {
  const source = state.timeline[timeline]?.source;
  return source === undefined ? ['run', id] : [source.kind, source.id];
}
