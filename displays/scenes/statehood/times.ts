import type { StatehoodParams } from '#shared/scenes/statehood.ts';
import { easeInOut, inLoop, passage, presence } from '../../look/motion.ts';
import type { Pole } from './dome.ts';

/** What is shown from one instant of the loop to another. */
export type Stop =
  /** All institutions rise with the years. */
  | { readonly kind: 'rise'; readonly fromMs: number; readonly untilMs: number }
  /** One milestone of one institution is told. */
  | {
      readonly kind: 'told';
      readonly fromMs: number;
      readonly untilMs: number;
      readonly pole: Pole;
      readonly milestone: number;
    };

/** The last milestone stays longer: the pole goes on to the ring. */
const arrivalMs = 2500;
const edgeMs = 700;

export function stopsOf(
  poles: readonly Pole[],
  { institutions, riseMs, milestoneMs }: Pick<StatehoodParams, 'institutions' | 'riseMs' | 'milestoneMs'>,
): readonly Stop[] {
  const byTime = poles.toSorted((a, b) => (a.milestones[0]?.height ?? 0) - (b.milestones[0]?.height ?? 0));
  const told =
    institutions === undefined
      ? byTime
      : institutions.map((id) => {
          const pole = poles.find(({ institution }) => institution.id === id);
          if (pole === undefined) throw new Error(`the content has no institution "${id}"`);
          return pole;
        });
  const stops: Stop[] = riseMs > 0 ? [{ kind: 'rise', fromMs: 0, untilMs: riseMs }] : [];
  let fromMs = riseMs;
  for (const pole of told) {
    pole.milestones.forEach((_, milestone) => {
      const untilMs = fromMs + milestoneMs + (milestone === pole.milestones.length - 1 ? arrivalMs : 0);
      stops.push({ kind: 'told', fromMs, untilMs, pole, milestone });
      fromMs = untilMs;
    });
  }
  return stops;
}

export interface StatehoodFrame {
  /** ms into the loop. */
  readonly at: number;
  readonly stop: Stop;
  /** 0 to 1: how far the words are there. */
  readonly words: number;
  /** 0 to 1: how high the institutions have risen; 1 while one is told. */
  readonly risen: number;
  /** For each part of the pole in focus, from its foundation up, how much light is on it. */
  readonly light: readonly number[];
}

/** What the scene shows at a position; the same for any position it comes from. */
export function statehoodAt(positionMs: number, stops: readonly Stop[]): StatehoodFrame | undefined {
  const end = stops.at(-1);
  if (end === undefined) return undefined;
  const at = inLoop(positionMs, end.untilMs);
  const stop = stops.findLast(({ fromMs }) => fromMs <= at) ?? end;
  const words = presence(at, stop.fromMs, stop.untilMs, edgeMs);
  switch (stop.kind) {
    case 'rise': {
      const lasts = stop.untilMs - stop.fromMs;
      // The structure stands whole for a while before the first institution is told.
      return { at, stop, words: 1, risen: passage(at, stop.fromMs + 800, lasts * 0.86 - 800), light: [] };
    }
    case 'told': {
      const { pole, milestone } = stop;
      const rising = easeInOut(passage(at, stop.fromMs, 1400));
      const arriving = easeInOut(passage(at, stop.untilMs - arrivalMs - 900, 1800));
      const leaving = 1 - easeInOut(passage(at, stop.untilMs - edgeMs, edgeMs));
      const isLast = milestone === pole.milestones.length - 1;
      const light = pole.milestones.map((_, index) => {
        if (index > milestone) return 0;
        const lit = index < milestone ? 1 : rising;
        return isLast ? lit * leaving : lit;
      });
      return { at, stop, words, risen: 1, light: [...light, isLast ? arriving * leaving : 0] };
    }
  }
}

/** The year that the rising institutions have come to. */
export function yearAt(risen: number, { first, last }: Pick<StatehoodParams, 'first' | 'last'>): number {
  return Math.min(last, Math.floor(first + (last - first) * risen));
}
