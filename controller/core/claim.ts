import type { RunId, ScreenId } from '#shared/ids.ts';
import type { Layer, Power, Segment, Timeline, TouchMode, Transition } from '#shared/scene.ts';

/** How directly a claim names a screen; the more specific wins within scheduled and ambient. */
export const specificity = { all: 0, zone: 1, surface: 2, screen: 3 } as const;

/**
 * Anything that wants screens for a time: a run that somebody started, an occurrence of a rule, the closed hall.
 * Resolution knows claims only, whatever they came from. Times are ms of shared time.
 */
export interface Claim {
  readonly run: RunId;
  readonly layer: Layer;
  readonly timeline: Timeline;
  readonly from: number;
  readonly until: number | null;
  readonly segments: readonly Segment[];
  readonly priority: number;
  /** The screens it wants, each with its specificity. */
  readonly screens: ReadonlyMap<ScreenId, number>;
  /** Stands above `closed`. */
  readonly outsideHours: boolean;
  readonly language: string | null;
  readonly touch: TouchMode;
  readonly transition: Transition;
  readonly power: Power;
  readonly rule: string | null;
  readonly owner: string | null;
  readonly reason: string | null;
  readonly listed: boolean;
}
