import type { Compile } from '../compile.ts';
import type { ScheduleMemo } from '../resolve/memo.ts';
import type { HallState } from '../state.ts';
import { blocksIn, type Block } from './blocks.ts';

/** A time in which the controller did not run, ms of shared time. */
export interface Absence {
  readonly from: number;
  readonly until: number;
}

/** An occurrence that began, or should have, while the controller was not there. */
export interface Missed {
  readonly block: Block;
  /** How much of it fell into the absence, ms. */
  readonly missedMs: number;
  readonly isOver: boolean;
}

/** How far back missed occurrences are told; what is older is nobody's business any more. */
const toldMs = 7 * 24 * 3_600_000;

/**
 * What nobody may have seen: occurrences that would have had at least one screen while the controller was away. Players
 * that held their plans have shown them all the same; whoever asks decides whether to play them now.
 */
export function missedIn(
  state: HallState,
  compile: Compile,
  absences: readonly Absence[],
  now: number,
  memo: ScheduleMemo,
): readonly Missed[] {
  const seen = new Map<string, Missed>();
  for (const absence of absences) {
    const from = Math.max(absence.from, now - toldMs);
    const until = Math.min(absence.until, now);
    if (from >= until) continue;
    const { blocks, won } = blocksIn(state, compile, from, until, memo);
    const shown = new Set([...won.values()].flatMap((list) => list.map(({ claim }) => claim.run)));
    for (const block of blocks) {
      if (!shown.has(block.run)) continue;
      const missedMs = Math.min(block.until, until) - Math.max(block.from, from);
      const before = seen.get(block.run)?.missedMs ?? 0;
      seen.set(block.run, { block, missedMs: missedMs + before, isOver: block.until <= now });
    }
  }
  return [...seen.values()];
}
