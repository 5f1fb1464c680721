import { isBlack, largestChange, type LightSample } from './luma-grid.ts';
import { looksLike, type References } from './references.ts';

/** What the plan expects of the picture, as far as it can be said without drawing it. */
export interface Expected {
  /** Names the scene, its version and its language: pictures of one key are alike. Null where nothing is to be seen. */
  readonly scene: string | null;
  readonly dark: boolean;
  /** Something in the picture moves at least this often; null where it may stand still for ever. */
  readonly movesWithinMs: number | null;
}

/** What the samples say of the picture. */
export type Verdict =
  /** Nobody has looked at it lately. */
  | { readonly is: 'unseen' }
  | { readonly is: 'proved'; readonly at: number }
  /** Dark, as the plan wants it. */
  | { readonly is: 'dark'; readonly at: number }
  | { readonly is: 'black'; readonly since: number }
  /** Lit, although the plan wants it dark. */
  | { readonly is: 'lit'; readonly at: number }
  | { readonly is: 'still'; readonly since: number }
  /** It looks like another scene that this screen is known to show. */
  | { readonly is: 'other'; readonly scene: string };

/** A picture that was seen longer ago than this proves nothing any more: two screenshots of a player host, and a little. */
export const proofLastsMs = 25_000;
/** Black for this long is no dissolve through black. */
const blackAfterMs = 1_500;
/** Two readings of one picture differ by less than this, whatever encoder was between. */
const noiseLuma = 1;
/** A scene that has just begun is not judged by what it used to look like. */
const settledMs = 3_000;

/** Judges the newest samples, oldest first, at `now`; `since` is when the plan began to expect this, and the page to show
 * anything at all; Infinity: not yet. Times in ms. */
export function verdictOf(
  samples: readonly LightSample[],
  expected: Expected,
  since: number,
  references: References,
  now: number,
): Verdict {
  const newest = samples.at(-1);
  if (newest === undefined || now - newest.at > proofLastsMs) return { is: 'unseen' };
  const black = isBlack(newest.grid);
  if (expected.dark) {
    if (black) return { is: 'dark', at: newest.at };
    return newest.at - since > settledMs ? { is: 'lit', at: newest.at } : { is: 'proved', at: newest.at };
  }
  if (black) {
    const from = trailing(samples, ({ grid }) => isBlack(grid));
    if (newest.source === 'host')
      // Its next picture is ten seconds away, so that one counts; but none of a page that only begins.
      return newest.at - since >= settledMs ? { is: 'black', since: Math.max(from, since) } : { is: 'unseen' };
    const isLong = newest.at - Math.max(from, since) >= blackAfterMs;
    return isLong ? { is: 'black', since: from } : { is: 'proved', at: newest.at };
  }
  const stillFrom = trailing(samples, ({ grid }) => largestChange(grid, newest.grid) <= noiseLuma);
  if (expected.movesWithinMs !== null && newest.at - Math.max(stillFrom, since) > expected.movesWithinMs)
    return { is: 'still', since: stillFrom };
  const other =
    expected.scene === null || newest.at - since < settledMs
      ? null
      : looksLike(references, newest.grid, expected.scene);
  return other === null ? { is: 'proved', at: newest.at } : { is: 'other', scene: other };
}

/** Since when all samples up to the newest have been so. */
function trailing(samples: readonly LightSample[], holds: (sample: LightSample) => boolean): number {
  let since = samples.at(-1)?.at ?? 0;
  for (const sample of samples.toReversed()) {
    if (!holds(sample)) break;
    since = sample.at;
  }
  return since;
}
