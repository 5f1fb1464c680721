import type { RunId, ScreenId } from '#shared/ids.ts';
import type { Layer, Timeline } from '#shared/scene.ts';
import type { Compile } from '../compile.ts';
import type { HallState } from '../state.ts';
import type { ScheduleMemo } from './memo.ts';
import type { Why } from './order.ts';

/** A claim as a person may read it. Times are ms of shared time. */
export interface ExplainedClaim {
  readonly run: RunId;
  readonly layer: Layer;
  readonly source: Timeline['source'];
  readonly title: Timeline['title'];
  readonly rule: string | null;
  readonly owner: string | null;
  readonly reason: string | null;
  readonly from: number;
  readonly until: number | null;
  readonly priority: number;
  /** One English sentence: why it is on, or why it is not. */
  readonly sentence: string;
}

export interface Explanation {
  readonly screen: ScreenId;
  readonly at: number;
  readonly winner: ExplainedClaim;
  readonly losers: readonly (ExplainedClaim & { readonly why: Why })[];
  /** When the screen next gets another run, and which; null when nothing is known to change. */
  readonly nextChange: { readonly at: number; readonly run: RunId; readonly source: Timeline['source'] } | null;
}

/** Why the screen shows what it shows at `t` (any instant), what lost and why, and the next change. */
export function explain(
  _state: HallState,
  _compile: Compile,
  _screen: ScreenId,
  _t: number,
  _memo?: ScheduleMemo,
): Explanation {
  throw new Error('explain is not built yet');
}
