import { scaleLinear } from 'd3-scale';
import type { FlowSeries, StateBuilding } from '#shared/content.ts';
import { yearFraction } from '#shared/dates.ts';
import type { InvestmentParams } from '#shared/scenes/investment.ts';
import { n2 } from '../../look/ornament.ts';
import type { Gap } from './times.ts';

/** The chart's field, in units of the composition. */
export interface Field {
  readonly left: number;
  readonly right: number;
  /** Where the bars stand. */
  readonly base: number;
  /** How high the highest bar is. */
  readonly height: number;
}

export function fieldIn(frame: { readonly width: number; readonly height: number }, isPortrait: boolean): Field {
  const { width, height } = frame;
  if (isPortrait) return { left: 84, right: width - 84, base: height - 170, height: 720 };
  return { left: 92, right: width - 92, base: height - 138, height: 450 };
}

export interface Bar {
  readonly series: FlowSeries;
  readonly year: number;
  readonly amount: number;
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

/** Every year of every measure as a block of stone; all measures share one scale of the same unit. */
export function barsOf(
  flows: StateBuilding['flows'],
  { first, last }: Pick<InvestmentParams, 'first' | 'last'>,
  field: Field,
): readonly Bar[] {
  const most = Math.max(1, ...flows.flatMap(({ values }) => values.map(({ amount }) => amount)));
  const along = scaleLinear([first, last + 1], [field.left, field.right]);
  const up = scaleLinear([0, most], [0, field.height]);
  const step = along(first + 1) - along(first);
  return flows.flatMap((series) =>
    series.values
      .filter(({ year }) => year >= first && year <= last)
      .map(({ year, amount }) => ({
        series,
        year,
        amount,
        x: along(year) + step * 0.11,
        width: step * 0.78,
        height: Math.max(3, up(amount)),
      })),
  );
}

/** How high the empty bed of a year without an amount is drawn. */
const bedHeight = 74;

/** Where a block would stand, had the year an amount: SVG path data in units of the composition. */
export function bedsOf({ from, until }: Gap, span: Pick<InvestmentParams, 'first' | 'last'>, field: Field): string {
  const along = scaleLinear([span.first, span.last + 1], [field.left, field.right]);
  const step = along(span.first + 1) - along(span.first);
  return Array.from({ length: until - from + 1 }, (_, index) => along(from + index) + step * 0.11)
    .map((x) => `M${n2(x)} ${field.base}v${-bedHeight}h${n2(step * 0.78)}v${bedHeight}`)
    .join('');
}

/** Where a date stands on the axis. */
export function placeOf(date: string, { first, last }: Pick<InvestmentParams, 'first' | 'last'>, field: Field): number {
  return scaleLinear([first, last + 1], [field.left, field.right])(yearFraction(date));
}
