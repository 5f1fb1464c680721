import type { RunId, ScreenId } from '#shared/ids.ts';
import type { Layer, Timeline } from '#shared/scene.ts';
import { chainDurationMs } from '#shared/scene-at.ts';
import type { Booking } from '#shared/schedule.ts';
import type { Text } from '#shared/text.ts';
import type { z } from 'zod';
import type { Claim } from '../claim.ts';
import type { Compile } from '../compile.ts';
import { claimsIn } from '../resolve/claims.ts';
import { holdsOn } from '../resolve/holds.ts';
import { createScheduleMemo, type ScheduleMemo } from '../resolve/memo.ts';
import { compareClaims, decider, type Decider } from '../resolve/order.ts';
import { sweep, type Won } from '../resolve/sweep.ts';
import { windowAround, type Window } from '../resolve/window.ts';
import { together, type Span } from './gaps.ts';
import { localText, momentOf, parseLocal, toLocal, type Moment } from '../schedule/zone.ts';
import { hallOf, type HallState } from '../state.ts';

/** Where a block does not have screens it wants: who has them, and why. */
export interface Loss extends Span {
  readonly run: RunId;
  readonly title: Text;
  readonly layer: Layer;
  readonly why: Decider | 'closed';
}

/** One occurrence of a rule, as a calendar shows it. Instants are ms of shared time. */
export interface Block {
  readonly run: RunId;
  readonly rule: string;
  /** The local date that names the occurrence; exceptions are kept under it. */
  readonly date: string;
  readonly layer: Layer;
  readonly source: Timeline['source'];
  readonly title: Text;
  readonly from: number;
  readonly until: number;
  /** Wall time in the hall's zone. */
  readonly start: string;
  readonly end: string;
  readonly moment: Moment;
  readonly targets: readonly string[];
  readonly screens: readonly ScreenId[];
  readonly language: string | null;
  readonly priority: number;
  readonly listed: boolean;
  readonly outsideHours: boolean;
  readonly booking: z.infer<typeof Booking> | null;
  /** The exception that made it what it is. */
  readonly change: 'move' | 'replace' | null;
  /** How long what it shows would take; null: it has no end of its own. */
  readonly ownMs: number | null;
  readonly lost: readonly Loss[];
}

/** An occurrence that does not come: skipped, or silenced by a day of mourning. */
export type Absent = Omit<Block, 'lost'> & { readonly because: 'skip' | 'mourning' };

export interface Blocks {
  readonly window: Window;
  readonly claims: readonly Claim[];
  readonly won: ReadonlyMap<ScreenId, readonly Won[]>;
  /** Scheduled occurrences, in order of their start. */
  readonly blocks: readonly Block[];
}

/** The scheduled occurrences that touch [from, until), ms, and what becomes of them on every screen. */
export function blocksIn(state: HallState, compile: Compile, from: number, until: number, memo: ScheduleMemo): Blocks {
  const window = windowAround(state, compile, from, until, memo);
  const claims = claimsIn(state, compile, from, until, memo);
  const screens = hallOf(state).screens.map(({ id }) => id);
  const won = sweep(claims, screens, from, until);
  const blocks = scheduled(claims).map((claim) => ({
    ...blockOf(window, claim),
    lost: lossesOf(claim, won, from, until),
  }));
  return { window, claims, won, blocks };
}

/** What would touch [from, until) if nothing were skipped and no day were of mourning, and does not come. */
export function absentIn(
  state: HallState,
  compile: Compile,
  from: number,
  until: number,
  memo: ScheduleMemo,
): readonly Absent[] {
  const isDisturbed =
    Object.values(state.exception).some(({ change }) => change.is === 'skip') ||
    Object.values(state.day).some(({ tone }) => tone === 'mourning');
  if (!isDisturbed) return [];
  const undisturbed: HallState = {
    ...state,
    exception: Object.fromEntries(Object.entries(state.exception).filter(([, { change }]) => change.is !== 'skip')),
    day: Object.fromEntries(Object.entries(state.day).map(([id, day]) => [id, { ...day, tone: 'usual' as const }])),
  };
  // A memo of its own: this hall is not the one whose results are worth keeping.
  const own = createScheduleMemo();
  const window = windowAround(undisturbed, compile, from, until, own);
  const there = new Set(claimsIn(state, compile, from, until, memo).map(({ run }) => run));
  return scheduled(claimsIn(undisturbed, compile, from, until, own))
    .filter(({ run }) => !there.has(run))
    .map((claim) => {
      const block = blockOf(window, claim);
      const isSkipped = state.exception[`${block.rule}@${block.date}`]?.change.is === 'skip';
      return { ...block, because: isSkipped ? 'skip' : 'mourning' };
    });
}

function scheduled(claims: readonly Claim[]): readonly Claim[] {
  return claims
    .filter((claim) => claim.layer === 'scheduled' && claim.rule !== null && isLocal(plannedStart(claim.run)))
    .toSorted((a, b) => a.from - b.from || (a.run < b.run ? -1 : 1));
}

function blockOf({ state, zone }: Window, claim: Claim): Omit<Block, 'lost'> {
  const { run, layer, timeline, from, language, priority, listed, outsideHours } = claim;
  const id = claim.rule ?? '';
  const rule = state.rule[id];
  const planned = plannedStart(run);
  const date = planned.slice(0, 10);
  const change = state.exception[`${id}@${date}`]?.change;
  const until = claim.until ?? Infinity;
  const start = toLocal(zone, from);
  return {
    run,
    rule: id,
    date,
    layer,
    source: timeline.source,
    title: rule?.title ?? timeline.title,
    from,
    until,
    start: localText(start),
    end: until === Infinity ? localText(start) : localText(toLocal(zone, until)),
    // A start in a gap was moved out of it: what the rule or the move says tells where it had been.
    moment: momentOf(zone, parseLocal(change?.is === 'move' ? change.to : planned)),
    targets: rule?.targets ?? [],
    screens: [...claim.screens.keys()],
    language,
    priority,
    listed,
    outsideHours,
    booking: rule?.booking ?? null,
    change: change === undefined || change.is === 'skip' ? null : change.is,
    ownMs: timeline.loop ? null : chainDurationMs(timeline, 0),
  };
}

/** The wall time in an occurrence's id. A rule that is always on has none. */
function plannedStart(run: string): string {
  return run.slice(run.lastIndexOf('@') + 1);
}

function isLocal(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text);
}

/** The stretches in which others have screens that the claim would hold, alike ones together. */
function lossesOf(
  claim: Claim,
  won: ReadonlyMap<ScreenId, readonly Won[]>,
  from: number,
  until: number,
): readonly Loss[] {
  const losses = [...claim.screens.keys()].flatMap((screen) => {
    const stretches = won.get(screen) ?? [];
    return holdsOn(claim, screen).flatMap((hold) => {
      const [starts, ends] = [Math.max(hold.from, from), Math.min(hold.until, until)];
      return between(stretches, starts, ends)
        .filter((one) => one.claim !== claim)
        .map((one) => {
          const value = {
            from: Math.max(one.from, starts),
            until: Math.min(one.until, ends),
            run: one.claim.run,
            title: one.claim.timeline.title,
            layer: one.claim.layer,
            why: whyLost(claim, one.claim, screen),
          };
          return { key: `${value.from} ${value.until} ${value.run}`, screen, value };
        });
    });
  });
  return together(losses)
    .map(({ screens, value }) => ({ ...value, screens }))
    .toSorted((a, b) => a.from - b.from);
}

function whyLost(claim: Claim, winner: Claim, screen: ScreenId): Loss['why'] {
  // Something lesser can only have it because the hall is closed and it may run then.
  if (winner.layer === 'closed' || compareClaims(winner, claim, screen) > 0) return 'closed';
  return decider(winner, claim, screen);
}

/** The stretches that touch [from, until). */
function between(stretches: readonly Won[], from: number, until: number): readonly Won[] {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.until ?? Infinity) > from) high = middle;
    else low = middle + 1;
  }
  const found: Won[] = [];
  for (let one = stretches[low]; one !== undefined && one.from < until; one = stretches[++low]) found.push(one);
  return found;
}
