import type { ScreenId } from '#shared/ids.ts';
import type { Claim } from '../claim.ts';
import { holdsOn } from './holds.ts';
import { compareClaims, winnerOf } from './order.ts';

/** A claim has the screen from `from` until `until`, ms. */
export interface Won {
  readonly claim: Claim;
  readonly from: number;
  readonly until: number;
}

/** Screens that a claim holds over the same stretch. */
interface Stretch {
  readonly claim: Claim;
  readonly from: number;
  readonly until: number;
  readonly screens: readonly number[];
}

/**
 * Who has each screen over [from, until): the same answer as `resolve` at every instant, found in one pass over the
 * instants at which anything begins or ends. The stretches of a screen are in order and leave no gap; a claim's
 * neighbouring stretches are one. Cost: the claims' beginnings and ends, times the screens they are on.
 */
export function sweep(
  claims: readonly Claim[],
  screens: readonly ScreenId[],
  from: number,
  until: number,
): ReadonlyMap<ScreenId, readonly Won[]> {
  const indexOf = new Map(screens.map((screen, index) => [screen, index]));
  const stretches = claims.flatMap((claim) => stretchesOf(claim, indexOf, from, until));
  const starts = stretches.toSorted((a, b) => a.from - b.from);
  const ends = stretches.filter((stretch) => stretch.until < until).toSorted((a, b) => a.until - b.until);
  const active: Stretch[][] = screens.map(() => []);
  const won: { claim: Claim; from: number; until: number }[][] = screens.map(() => []);
  const touched = new Set<number>();
  let started = 0;
  let ended = 0;
  while (started < starts.length || ended < ends.length) {
    const t = Math.min(starts[started]?.from ?? Infinity, ends[ended]?.until ?? Infinity);
    for (let stretch = ends[ended]; stretch !== undefined && stretch.until === t; stretch = ends[++ended]) {
      for (const index of stretch.screens) {
        const list = active[index];
        list?.splice(list.indexOf(stretch), 1);
        touched.add(index);
      }
    }
    for (let stretch = starts[started]; stretch !== undefined && stretch.from === t; stretch = starts[++started]) {
      for (const index of stretch.screens) {
        const screen = screens[index];
        const list = active[index];
        if (screen !== undefined && list !== undefined) insert(list, stretch, screen);
        touched.add(index);
      }
    }
    for (const index of touched) settle(won[index] ?? [], winnerOf(active[index] ?? [], (one) => one.claim)?.claim, t);
    touched.clear();
  }
  for (const list of won) settle(list, undefined, until);
  return new Map(screens.map((screen, index) => [screen, won[index] ?? []]));
}

/** Keeps the list in the claims' order. */
function insert(list: Stretch[], stretch: Stretch, screen: ScreenId): void {
  let at = list.length;
  for (let before = list[at - 1]; before !== undefined; before = list[at - 1]) {
    if (compareClaims(before.claim, stretch.claim, screen).sign <= 0) break;
    at--;
  }
  list.splice(at, 0, stretch);
}

function settle(list: { claim: Claim; from: number; until: number }[], winner: Claim | undefined, t: number): void {
  const last = list.at(-1);
  if (last !== undefined && last.claim === winner && last.until === Infinity) return;
  if (last !== undefined && last.until === Infinity) last.until = t;
  if (winner !== undefined) list.push({ claim: winner, from: t, until: Infinity });
}

function stretchesOf(
  claim: Claim,
  indexOf: ReadonlyMap<ScreenId, number>,
  from: number,
  until: number,
): readonly Stretch[] {
  const bySpan = new Map<string, { claim: Claim; from: number; until: number; screens: number[] }>();
  for (const screen of claim.screens.keys()) {
    const index = indexOf.get(screen);
    if (index === undefined) continue;
    for (const hold of holdsOn(claim, screen)) {
      const span = { from: Math.max(hold.from, from), until: Math.min(hold.until, until) };
      if (span.from >= span.until) continue;
      const key = `${span.from}/${span.until}`;
      const known = bySpan.get(key);
      if (known === undefined) bySpan.set(key, { claim, ...span, screens: [index] });
      else known.screens.push(index);
    }
  }
  return [...bySpan.values()];
}
