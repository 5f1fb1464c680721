import type { ScreenId } from '#shared/ids.ts';
import type { Timeline } from '#shared/scene.ts';
import type { Claim } from '../claim.ts';
import { firstCueOf, firstCues, holdsFrom } from './holds.ts';
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
  readonly screens: readonly number[];
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

/**
 * Who has each screen over [from, until): the same answer as `resolve` at every instant. The stretches of a screen are
 * in order and leave no gap as long as something always holds it; neighbours are of different claims.
 *
 * Each screen's pieces are taken in the order of their starts, and only those are kept that can still win: a piece that
 * a better one outlasts never will. What is left is as short as the number of takeovers to come.
 */
export function sweep(
  claims: readonly Claim[],
  screens: readonly ScreenId[],
  from: number,
  until: number,
): ReadonlyMap<ScreenId, readonly Won[]> {
  const reaches = new Map<Claim['screens'], Map<Timeline, readonly Reach[]>>();
  const pieces: Piece[] = [];
  for (const claim of claims) {
    let ofScreens = reaches.get(claim.screens);
    if (ofScreens === undefined) reaches.set(claim.screens, (ofScreens = new Map<Timeline, readonly Reach[]>()));
    let reached = ofScreens.get(claim.timeline);
    if (reached === undefined) ofScreens.set(claim.timeline, (reached = reachesOf(claim, screens)));
    for (const reach of reached) {
      for (const hold of holdsFrom(claim, reach.firstCue)) {
        if (hold.from >= until || hold.until <= from) continue;
        pieces.push(pieceOf(claim, reach, hold, from, until));
      }
    }
  }
  pieces.sort((a, b) => a.from - b.from);
  const states: ScreenState[] = screens.map(() => ({ front: [], winner: undefined, won: [] }));
  for (const piece of pieces) {
    for (const index of piece.screens) {
      const state = states[index];
      if (state !== undefined) enter(state, piece, until);
    }
  }
  return new Map(screens.map((screen, index) => [screen, finish(states[index], until)]));
}

/** For so many it is cheaper to look for each in the timeline than to read all that the timeline names. */
const fewScreens = 8;

function reachesOf(claim: Claim, screens: readonly ScreenId[]): readonly Reach[] {
  const firsts = screens.length > fewScreens ? firstCues(claim.timeline) : null;
  const found = new Map<number, { screens: number[]; firstCue: number; specificity: number }>();
  for (const [index, screen] of screens.entries()) {
    const specificity = claim.screens.get(screen);
    if (specificity === undefined) continue;
    const firstCue = firsts === null ? firstCueOf(claim.timeline, screen) : (firsts.get(screen) ?? -1);
    const key = firstCue * 10 + specificity;
    const known = found.get(key);
    if (known === undefined) found.set(key, { screens: [index], firstCue, specificity });
    else known.screens.push(index);
  }
  return [...found.values()];
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
    screens: reach.screens,
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

/** One screen, swept up to the piece that came last. */
interface ScreenState {
  /** Pieces in force that can still win, best first. */
  readonly front: Piece[];
  winner: Piece | undefined;
  readonly won: { readonly claim: Claim; readonly from: number; until: number }[];
}

function enter(state: ScreenState, piece: Piece, end: number): void {
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

/** Gives the screen to those that win as others end, up to and including `t`. */
function advance(state: ScreenState, t: number, end: number): void {
  const { front } = state;
  while (state.winner !== undefined) {
    // The winner can lose the screen by its own end, or by the end of the closed hours that kept others out.
    const next = Math.min(state.winner.until, front[0]?.until ?? Infinity);
    if (next > t || next >= end) return;
    let kept = 0;
    for (const piece of front) if (piece.until > next) front[kept++] = piece;
    front.length = kept;
    settle(state, next);
  }
}

function settle(state: ScreenState, t: number): void {
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

function finish(state: ScreenState | undefined, end: number): readonly Won[] {
  if (state === undefined) return [];
  advance(state, end, end);
  const last = state.won.at(-1);
  if (last?.until === Infinity) last.until = end;
  return state.won;
}
