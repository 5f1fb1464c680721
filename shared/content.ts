import { z } from 'zod';
import { PartialDate } from './dates.ts';
import { LanguageTag, Text } from './text.ts';

/** What stays with every entry for its curator and is never shown to a visitor. */
const curated = {
  confidence: z.enum(['high', 'medium']),
  source: z.string().min(1),
  note: z.string().min(1).optional(),
  /** Languages whose text no native editor has read yet. */
  unproofed: z.array(LanguageTag).default([]),
};

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Year = z.int().min(1900).max(2200);
/** ISO 3166-2, for example `KZ-71`. */
export const Region = z.string().regex(/^KZ-\d{2}$/);
/** Longitude and latitude, degrees. */
const LonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

export const Category = z.enum(['political', 'economic', 'socio-cultural']);
export type Category = z.infer<typeof Category>;

/** `content/chronicle.json`: events of independence. */
export const ChronicleEvent = z.strictObject({
  id,
  date: PartialDate,
  year: Year,
  category: Category,
  title: Text,
  text: Text,
  region: Region.nullable(),
  ...curated,
});
export type ChronicleEvent = z.infer<typeof ChronicleEvent>;
export const Chronicle = z.array(ChronicleEvent);

/** `content/map.json`: achievements of the regions. */
export const Achievement = z.strictObject({
  id,
  region: Region,
  year: Year,
  category: Category,
  title: Text,
  text: Text,
  coordinates: LonLat,
  ...curated,
});
export type Achievement = z.infer<typeof Achievement>;
export const Achievements = z.array(Achievement);

/** `content/bas-relief.json`: chapters from the first rock paintings to the present. */
export const ReliefChapter = z.strictObject({
  id,
  order: z.int().min(1),
  period: Text,
  years: z.string().min(1),
  title: Text,
  text: Text,
  centre: z.boolean(),
  ...curated,
});
export type ReliefChapter = z.infer<typeof ReliefChapter>;
export const ReliefChapters = z.array(ReliefChapter);

const country = {
  id,
  /** ISO 3166-1: two letters, and the number by which the atlas knows the land. */
  country: z.string().regex(/^[A-Z]{2}$/),
  numeric: z.int().min(1).max(999),
  capital: LonLat,
  name: Text,
};

/** A state whose day of relations is confirmed, as precisely as the source says. */
export const Relation = z.strictObject({ ...country, date: PartialDate, ...curated });
export type Relation = z.infer<typeof Relation>;

/** A state with relations whose day nobody has confirmed yet: lit without a date. */
export const UndatedRelation = z.strictObject({ ...country, ...curated });
export type UndatedRelation = z.infer<typeof UndatedRelation>;

export const Organisation = z.strictObject({
  id,
  name: Text,
  date: PartialDate,
  kind: z.enum(['membership', 'cooperation', 'initiative']),
  text: Text,
  ...curated,
});
export type Organisation = z.infer<typeof Organisation>;

/** A count with its date; a visitor never sees one without the other. */
export const CountFigure = z.strictObject({
  id,
  value: z.int().min(0),
  bound: z.enum(['exactly', 'more-than']),
  asOf: PartialDate,
  text: Text,
  credit: Text,
  ...curated,
});
export type CountFigure = z.infer<typeof CountFigure>;

/** `content/diplomacy.json`. */
export const Diplomacy = z.strictObject({
  relations: z.array(Relation),
  organisations: z.array(Organisation),
  undated: z.array(UndatedRelation),
  figures: z.array(CountFigure),
});
export type Diplomacy = z.infer<typeof Diplomacy>;

export const Institution = z.strictObject({
  id,
  name: Text,
  milestones: z.array(z.strictObject({ date: PartialDate, text: Text })).min(1),
  ...curated,
});
export type Institution = z.infer<typeof Institution>;

/**
 * A claim of rank, for example the highest in a decade: never without what it is compared with, the year it speaks of,
 * and the source as a visitor reads it.
 */
const Rank = z.strictObject({ claim: Text, among: Text, year: Year });

/** An amount with its date, or an event where there is no amount. */
export const InvestmentEntry = z
  .strictObject({
    id,
    date: PartialDate,
    amount: z.number().positive().optional(),
    unit: z.enum(['billion-usd', 'billion-eur']).optional(),
    text: Text,
    /** The source as a visitor reads it. */
    credit: Text.optional(),
    rank: Rank.optional(),
    ...curated,
  })
  .refine(({ amount, unit }) => (amount === undefined) === (unit === undefined), {
    path: ['unit'],
    message: 'a unit where there is an amount, and only there',
  })
  .refine(({ amount, rank, credit }) => (amount === undefined && rank === undefined) || credit !== undefined, {
    path: ['credit'],
    message: 'the source for visitors, because an amount or a rank is never shown without one',
  });
export type InvestmentEntry = z.infer<typeof InvestmentEntry>;

/** One measure year by year: what a chart draws as one row. Measures are never mixed in it. */
export const FlowSeries = z.strictObject({
  id,
  name: Text,
  measure: z.enum(['net', 'gross']),
  unit: z.enum(['billion-usd', 'billion-eur']),
  credit: Text,
  values: z.array(z.strictObject({ year: Year, amount: z.number().min(0) })).min(1),
  ...curated,
});
export type FlowSeries = z.infer<typeof FlowSeries>;

/** `content/state-building.json`. */
export const StateBuilding = z.strictObject({
  institutions: z.array(Institution).min(1),
  investment: z.array(InvestmentEntry),
  flows: z.array(FlowSeries).default([]),
});
export type StateBuilding = z.infer<typeof StateBuilding>;
