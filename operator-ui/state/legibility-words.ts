import type { LegibilityWarning } from '#shared/legibility.ts';
import type { Speech } from './speech.ts';

/** What is wrong with a screen's measures for its readers, and what to do, in one sentence. */
export function legibilitySentence(warning: LegibilityWarning, { words, number }: Speech): string {
  const { legibility } = words.health;
  const metres = (mm: number): string => number(mm / 1000, 1);
  switch (warning.is) {
    case 'too-far':
      return legibility.tooFar(metres(warning.readableFromMm), metres(warning.viewingDistanceMm));
    case 'too-coarse':
      return legibility.tooCoarse(number(Math.floor(warning.leastPx)));
    case 'not-square':
      return legibility.notSquare(number(Math.abs(warning.ratio - 1) * 100));
    case 'small-targets':
      return legibility.smallTargets(number(warning.targetMm, 1));
  }
}
