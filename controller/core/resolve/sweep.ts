import type { ScreenId } from '#shared/ids.ts';
import type { Timeline } from '#shared/scene.ts';
import type { Claim } from '../claim.ts';
import { firstCueOf, firstCues, holdsFrom } from './holds.ts';
import { createScheduleMemo, remember, type ScheduleMemo } from './memo.ts';
import { layerRank, standing } from './order.ts';

/** A claim has the screen from `from` until `until`, ms. */
export interface Won {
  readonly claim: Claim;
  readonly from: number;
  readonly until: number;
}

/** A stretch over which a claim holds some screens, all with the same standing. */
interface Piece {
  readonly claim: Claim;
  readonly reach: Reach;
  readonly from: number;
  readonly until: number;
  readonly standing: number;
  /** When the claim itself starts. */
  readonly since: number;
  readonly isClosed: boolean;
  /** May win while the hall is closed: stands above the closed layer, or its rule says so. */
  readonly winsClosed: boolean;
}

/** Screens, by index, that a claim reaches in the same way. */
interface Reach {
  readonly screens: readonly number[];
  readonly firstCue: number;
  readonly specificity: number;
}

/** What a claim reaches of the screens that are asked about. */
type Reaches = WeakMap<Claim['screens'], WeakMap<Timeline, readonly Reach[]>>;

/**
 * Who has each screen over [from, until): the same answer as `resolve` at every instant. The stretches of a screen are
 * in order and leave no gap as long as something always holds it; neighbours are of different claims. Screens that every
 * claim reaches alike are swept once, and share the very same list.
 *
 * The pieces are taken in the order of their starts, and only those are kept that can still win: a piece that a better
 * one outlasts never will. What is left is as short as the number of takeovers to come.
 */
export function sweep(
  claims: readonly Claim[],
  screens: readonly ScreenId[],
  from: number,
  until: number,
  memo: ScheduleMemo = createScheduleMemo(),
): ReadonlyMap<ScreenId, readonly Won[]> {
  const known = remember(memo, screens, 'reaches', [], (): Reaches => new WeakMap());
  const reached = claims.map((claim) => reachesOf(known, claim, screens));
  const groups = groupsOf(screens.length, new Set(reached));
  const pieces: Piece[] = [];
  for (const [index, claim] of claims.entries()) {
    for (const reach of reached[index] ?? []) {
      for (const hold of holdsFrom(claim, reach.firstCue)) {
        if (hold.from >= until || hold.until <= from) continue;
        pieces.push(pieceOf(claim, reach, hold, from, until));
      }
    }
  }
  pieces.sort((a, b) => a.from - b.from);
  const states: GroupState[] = groups.map(() => ({ front: [], winner: undefined, won: [] }));
  const groupOf: number[] = [];
  for (const [group, members] of groups.entries()) for (const index of members) groupOf[index] = group;
  const statesIn = (reach: Reach): readonly GroupState[] => {
    const inIt = new Set(reach.screens.map((index) => groupOf[index]));
    return states.filter((_, group) => inIt.has(group));
  };
  const statesOf = new Map<Reach, readonly GroupState[]>();
  for (const piece of pieces) {
    let touched = statesOf.get(piece.reach);
    if (touched === undefined) {
      touched = piece.reach.screens.length === screens.length ? states : statesIn(piece.reach);
      statesOf.set(piece.reach, touched);
    }
    for (const state of touched) enter(state, piece, until);
  }
  const won = states.map((state) => finish(state, until));
  return new Map(screens.map((screen, index) => [screen, won[groupOf[index] ?? -1] ?? []]));
}

/** For so many it is cheaper to look for each in the timeline than to read all that the timeline names. */
const fewScreens = 8;

function reachesOf(
  known: Reaches,
  { screens: wanted, timeline }: Claim,
  screens: readonly ScreenId[],
): readonly Reach[] {
  let ofScreens = known.get(wanted);
  if (ofScreens === undefined) known.set(wanted, (ofScreens = new WeakMap<Timeline, readonly Reach[]>()));
  const before = ofScreens.get(timeline);
  if (before !== undefined) return before;
  const firsts = screens.length > fewScreens ? firstCues(timeline) : null;
  const found = new Map<number, { screens: number[]; firstCue: number; specificity: number }>();
  for (const [index, screen] of screens.entries()) {
    const specificity = wanted.get(screen);
    if (specificity === undefined) continue;
    const firstCue = firsts === null ? firstCueOf(timeline, screen) : (firsts.get(screen) ?? -1);
    const key = firstCue * 10 + specificity;
    const alike = found.get(key);
    if (alike === undefined) found.set(key, { screens: [index], firstCue, specificity });
    else alike.screens.push(index);
  }
  const made = [...found.values()];
  ofScreens.set(timeline, made);
  return made;
}

/** The screens, by index, in groups of which every claim reaches all members in the same way, or none. */
function groupsOf(count: number, reached: Iterable<readonly Reach[]>): readonly (readonly number[])[] {
  const names = Array.from({ length: count }, () => 0);
  let last = 0;
  for (const reaches of reached) {
    for (const { screens } of reaches) {
      if (screens.length === count) continue;
      const renamed = new Map<number, number>();
      for (const index of screens) {
        const before = names[index] ?? 0;
        let name = renamed.get(before);
        if (name === undefined) renamed.set(before, (name = last += 1));
        names[index] = name;
      }
    }
  }
  return [...Map.groupBy(names.keys(), (index) => names[index]).values()];
}

function pieceOf(
  claim: Claim,
  reach: Reach,
  hold: { from: number; until: number },
  from: number,
  until: number,
): Piece {
  return {
    claim,
    reach,
    from: Math.max(hold.from, from),
    until: Math.min(hold.until, until),
    standing: standing(claim, reach.specificity),
    since: claim.from,
    isClosed: claim.layer === 'closed',
    winsClosed: claim.outsideHours || layerRank[claim.layer] < layerRank.closed,
  };
}

/** Whether `a` comes before `b` in the order of claims (`compareClaims`). */
function isBefore(a: Piece, b: Piece): boolean {
  if (a.standing !== b.standing) return a.standing < b.standing;
  if (a.since !== b.since) return a.since > b.since;
  return a.claim.run < b.claim.run;
}

/** Whether `better`, which comes before `worse`, makes it impossible for `worse` ever to win from now on. */
function buries(better: Piece, worse: Piece): boolean {
  return better.until >= worse.until && (better.winsClosed || !worse.winsClosed);
}

/** Screens that are reached alike, swept up to the piece that came last. */
interface GroupState {
  /** Pieces in force that can still win, best first. */
  readonly front: Piece[];
  winner: Piece | undefined;
  readonly won: { readonly claim: Claim; readonly from: number; until: number }[];
}

function enter(state: GroupState, piece: Piece, end: number): void {
  advance(state, piece.from, end);
  const { front } = state;
  let at = 0;
  for (let other = front[at]; other !== undefined && isBefore(other, piece); other = front[++at]) {
    if (buries(other, piece)) return;
  }
  // In one pass the rest moves back by one place, without those that the new piece buries.
  let moving = piece;
  for (let next = at; next < front.length; next++) {
    const other = front[next];
    if (other === undefined || buries(piece, other)) continue;
    front[at++] = moving;
    moving = other;
  }
  front[at++] = moving;
  front.length = at;
  settle(state, piece.from);
}

/** Gives the screens to those that win as others end, up to and including `t`. */
function advance(state: GroupState, t: number, end: number): void {
  const { front } = state;
  while (state.winner !== undefined) {
    // The winner can lose them by its own end, or by the end of the closed hours that kept others out.
    const next = Math.min(state.winner.until, front[0]?.until ?? Infinity);
    if (next > t || next >= end) return;
    let kept = 0;
    for (const piece of front) if (piece.until > next) front[kept++] = piece;
    front.length = kept;
    settle(state, next);
  }
}

function settle(state: GroupState, t: number): void {
  const { front, won } = state;
  const first = front[0];
  const winner =
    first?.isClosed === true ? (front.find((piece) => piece.winsClosed && piece.until > t) ?? first) : first;
  if (winner === state.winner) return;
  state.winner = winner;
  let last = won.at(-1);
  if (last?.until === Infinity) last.until = t;
  // Several pieces can start at one instant; only the last word counts.
  if (last?.from === t) won.pop();
  if (winner === undefined) return;
  last = won.at(-1);
  if (last?.claim === winner.claim && last.until === t) last.until = Infinity;
  else won.push({ claim: winner.claim, from: t, until: Infinity });
}

function finish(state: GroupState, end: number): readonly Won[] {
  advance(state, end, end);
  const last = state.won.at(-1);
  if (last?.until === Infinity) last.until = end;
  return state.won;
}
