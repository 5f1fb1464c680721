import type { CountFigure, Diplomacy, Organisation, Relation } from '#shared/content.ts';
import type { DiplomacyParams } from '#shared/scenes/diplomacy.ts';
import { easeInOut, easeOut, inLoop, passage, presence } from '../../look/motion.ts';

/** On this day the capital moved; relations before it were made from Almaty. */
export const moveDate = '1997-12-10';

/** What is told, in the order of the dates. */
export type Told =
  | { readonly kind: 'relation'; readonly date: string; readonly relation: Relation }
  | { readonly kind: 'organisation'; readonly date: string; readonly organisation: Organisation }
  | { readonly kind: 'move'; readonly date: string }
  | { readonly kind: 'count'; readonly date: string; readonly figure: CountFigure };

export type Stop = Told & {
  readonly fromMs: number;
  readonly untilMs: number;
  /** States with a confirmed date up to and with this stop. */
  readonly states: number;
};

/** A date that leaves its day open comes after all the days it may mean: nothing is claimed too early. */
const atLatest = (date: string): string => `${date}-99-99`.slice(0, 10);

export function stopsOf(
  { relations, organisations, figures }: Diplomacy,
  { relationMs, organisationMs, countMs }: Pick<DiplomacyParams, 'relationMs' | 'organisationMs' | 'countMs'>,
): readonly Stop[] {
  const dated: Told[] = [
    ...relations.map((relation) => ({ kind: 'relation' as const, date: relation.date, relation })),
    ...organisations.map((organisation) => ({ kind: 'organisation' as const, date: organisation.date, organisation })),
    { kind: 'move', date: moveDate },
  ];
  const told = dated.toSorted((a, b) => atLatest(a.date).localeCompare(atLatest(b.date)));
  const figure = figures.toSorted((a, b) => atLatest(a.asOf).localeCompare(atLatest(b.asOf))).at(-1);
  if (figure !== undefined) told.push({ kind: 'count', date: figure.asOf, figure });
  const stops: Stop[] = [];
  let [fromMs, states] = [0, 0];
  for (const entry of told) {
    const lastsMs = { relation: relationMs, organisation: organisationMs, move: organisationMs, count: countMs };
    if (entry.kind === 'relation') states += 1;
    const untilMs = fromMs + lastsMs[entry.kind];
    stops.push({ ...entry, fromMs, untilMs, states });
    fromMs = untilMs;
  }
  return stops;
}

/** From where relations reach out. */
export type Centre = 'almaty' | 'astana';

export interface DiplomacyFrame {
  /** ms into the loop. */
  readonly at: number;
  /** Index of the stop that is told. */
  readonly index: number;
  readonly centre: Centre;
  /** 0 to 1: how far the map has turned to the new capital. */
  readonly moved: number;
  /** 0 to 1: how far the pole of the state in focus has grown; 1 when it stands. */
  readonly drawn: number;
  readonly words: number;
  /** 0 to 1: the light on states whose day is not confirmed. */
  readonly undated: number;
}

export function diplomacyAt(positionMs: number, stops: readonly Stop[]): DiplomacyFrame | undefined {
  const end = stops.at(-1);
  if (end === undefined) return undefined;
  const at = inLoop(positionMs, end.untilMs);
  const index = Math.max(
    0,
    stops.findLastIndex(({ fromMs }) => fromMs <= at),
  );
  const stop = stops[index] ?? end;
  const lasts = stop.untilMs - stop.fromMs;
  const move = stops.find(({ kind }) => kind === 'move');
  const moved = move === undefined ? 0 : easeInOut(passage(at, move.fromMs + 500, 2600));
  const edge = Math.min(500, lasts * 0.2);
  return {
    at,
    index,
    centre: moved >= 0.5 ? 'astana' : 'almaty',
    moved,
    drawn: easeOut(passage(at, stop.fromMs, Math.min(1200, lasts * 0.6))),
    words: presence(at, stop.fromMs, stop.untilMs, edge),
    undated: stop.kind === 'count' ? easeInOut(passage(at, stop.fromMs + 600, 4200)) : 0,
  };
}
