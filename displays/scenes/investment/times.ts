import type { FlowSeries, InvestmentEntry, StateBuilding } from '#shared/content.ts';
import { dateParts, yearFraction } from '#shared/dates.ts';
import type { InvestmentParams } from '#shared/scenes/investment.ts';
import { easeOut, inLoop, passage, presence } from '../../look/motion.ts';

/** One year's amount of a measure, an entry with its own words, or years of which no measure tells. */
export type Stop = {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly date: string;
} & (
  | { readonly kind: 'year'; readonly series: FlowSeries; readonly year: number; readonly amount: number }
  | { readonly kind: 'entry'; readonly entry: InvestmentEntry }
  | { readonly kind: 'gap'; readonly gap: Gap }
);

/** Years in a row, both ends included. */
export interface Gap {
  readonly from: number;
  readonly until: number;
}

/** Years between the first and the last amount of any measure for which there is none. */
export function gapsOf(
  flows: StateBuilding['flows'],
  { first, last }: Pick<InvestmentParams, 'first' | 'last'>,
): readonly Gap[] {
  const years = [...new Set(flows.flatMap(({ values }) => values.map(({ year }) => year)))]
    .filter((year) => year >= first && year <= last)
    .toSorted((a, b) => a - b);
  return years.flatMap((year, index) => {
    const next = years[index + 1];
    return next === undefined || next === year + 1 ? [] : [{ from: year + 1, until: next - 1 }];
  });
}

/** At the end the whole chart stands for a while before it grows anew. */
const wholeMs = 6000;
const fallMs = 1600;

/**
 * Years, entries and gaps in the order of their dates. An amount that is told as an entry of its own year and measure is not
 * told a second time as a year.
 */
export function stopsOf(
  { flows, investment }: Pick<StateBuilding, 'flows' | 'investment'>,
  { first, last, yearMs, entryMs }: InvestmentParams,
): readonly Stop[] {
  const isTold = (year: number, amount: number): boolean =>
    investment.some((entry) => entry.date === String(year) && entry.amount === amount);
  const years = flows.flatMap((series) =>
    series.values
      .filter(({ year, amount }) => year >= first && year <= last && !isTold(year, amount))
      .map(({ year, amount }) => ({
        kind: 'year' as const,
        date: String(year),
        series,
        year,
        amount,
        lastsMs: yearMs,
      })),
  );
  const entries = investment
    .filter(({ date }) => dateParts(date).year >= first && dateParts(date).year <= last)
    .map((entry) => ({ kind: 'entry' as const, date: entry.date, entry, lastsMs: entryMs }));
  const gaps = gapsOf(flows, { first, last }).map((gap) => ({
    kind: 'gap' as const,
    date: String(gap.from),
    gap,
    lastsMs: entryMs,
  }));
  let fromMs = 0;
  // The amount of a year is known when the year is over: entries of the same year come before it.
  const order = (kind: Stop['kind'], date: string): number =>
    kind === 'year' ? Number(date) + 0.99 : yearFraction(date);
  return [...years, ...entries, ...gaps]
    .toSorted((a, b) => order(a.kind, a.date) - order(b.kind, b.date))
    .map(({ lastsMs, ...told }) => {
      const stop = { ...told, fromMs, untilMs: fromMs + lastsMs };
      fromMs = stop.untilMs;
      return stop;
    });
}

export interface InvestmentFrame {
  /** ms into the loop. */
  readonly at: number;
  readonly index: number;
  readonly words: number;
  /** 0 to 1: how far the bar of this stop has grown. */
  readonly grown: number;
  /** 1, and 0 where the chart sinks back before the loop begins anew. */
  readonly standing: number;
}

export function investmentAt(positionMs: number, stops: readonly Stop[]): InvestmentFrame | undefined {
  const end = stops.at(-1);
  if (end === undefined) return undefined;
  const loopMs = end.untilMs + wholeMs;
  const at = inLoop(positionMs, loopMs);
  const index = Math.max(
    0,
    stops.findLastIndex(({ fromMs }) => fromMs <= at),
  );
  const stop = stops[index] ?? end;
  const isEnd = stop === end;
  const untilMs = isEnd ? loopMs - fallMs : stop.untilMs;
  // Years follow each other like steps; only entries come and go.
  const words = stop.kind === 'year' ? passage(at, stop.fromMs, 260) : presence(at, stop.fromMs, untilMs, 700);
  return {
    at,
    index,
    words,
    grown: easeOut(passage(at, stop.fromMs, 1200)),
    standing: 1 - easeOut(passage(at, loopMs - fallMs, fallMs)),
  };
}

/** The bar an entry speaks of: the same year and the same amount. */
export function isOf(stop: Stop, bar: { readonly year: number; readonly amount: number }): boolean {
  if (stop.kind === 'gap') return false;
  if (stop.kind === 'year') return stop.year === bar.year && stop.amount === bar.amount;
  return stop.entry.date === String(bar.year) && stop.entry.amount === bar.amount;
}
