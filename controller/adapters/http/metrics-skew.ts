import type { Percentiles, SkewSummary } from '#core/ports.ts';
import type { Metric } from './metric.ts';

/** How well the screens keep together. */
export function skewMetrics({ changes, droppedFrames, lateness, spread }: SkewSummary): readonly Metric[] {
  const quantiles = (of: Percentiles | null) =>
    of === null
      ? []
      : (
          [
            ['0.5', of.p50],
            ['0.9', of.p90],
            ['0.99', of.p99],
            ['1', of.max],
          ] as const
        ).map(([quantile, ms]) => ({ labels: { quantile }, value: ms / 1000 }));
  return [
    {
      name: 'shanyraq_changes_total',
      help: 'Changes of scene that screens have told of.',
      type: 'counter',
      values: [{ value: changes }],
    },
    {
      name: 'shanyraq_changes_dropped_frames_total',
      help: 'Frames that browsers lost around those changes.',
      type: 'counter',
      values: [{ value: droppedFrames }],
    },
    {
      name: 'shanyraq_change_lateness_seconds',
      help: 'From the planned instant to the frame, of the newest changes; frames submitted, not light on the glass.',
      type: 'gauge',
      values: quantiles(lateness),
    },
    {
      name: 'shanyraq_take_spread_seconds',
      help: 'Between the first and the last screen, of the newest takes.',
      type: 'gauge',
      values: quantiles(spread),
    },
  ];
}
