import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Hall } from '#shared/hall.ts';
import { legibilityIn, legibilityOf } from '#shared/legibility.ts';

const panel = {
  widthPx: 1080,
  heightPx: 1920,
  widthMm: 680,
  heightMm: 1210,
  viewingDistanceMm: 3000,
  touch: false,
};
const kinds = (screen: typeof panel, canvas?: { width: number; height: number }): string =>
  legibilityOf(screen, canvas)
    .warnings.map(({ is }) => is)
    .join(' ');

describe('what can be read on a screen', () => {
  it('is 44 px, 28 mm, on a 55-inch panel from 3 m', () => {
    const { leastPx, leastMm, setPx, warnings } = legibilityOf(panel);
    expect(leastPx).toBeCloseTo(44, 0);
    expect(leastMm).toBeCloseTo(27.7, 1);
    expect(setPx).toBeCloseTo(44, 0);
    expect(warnings).toEqual([]);
  });

  it('grows with the distance, as long as the composition lets it', () => {
    expect(kinds({ ...panel, viewingDistanceMm: 3400 })).toBe('');
    const { warnings } = legibilityOf({ ...panel, viewingDistanceMm: 5000 });
    expect(warnings).toEqual([
      { is: 'too-far', readableFromMm: expect.closeTo(3448, -1) as number, viewingDistanceMm: 5000 },
    ]);
  });

  it('is more on a picture that goes over several screens', () => {
    const one = { ...panel, widthPx: 1920, heightPx: 1080, widthMm: 1210, heightMm: 680, viewingDistanceMm: 5000 };
    expect(kinds(one)).toBe('too-far');
    expect(kinds(one, { width: 3848, height: 2168 })).toBe('');
  });

  it.each([
    [
      'a tablet read from 30 cm, given in too few pixels',
      { widthPx: 320, heightPx: 240, widthMm: 400, heightMm: 300, viewingDistanceMm: 300 },
      'too-coarse',
    ],
    ['a height in centimetres', { heightMm: 121 }, 'not-square'],
    ['a small panel with touch', { widthMm: 68, heightMm: 121, viewingDistanceMm: 300, touch: true }, 'small-targets'],
    ['the same without touch', { widthMm: 68, heightMm: 121, viewingDistanceMm: 300 }, ''],
  ])('%s', (_what, change, expected) => {
    expect(kinds({ ...panel, ...change })).toBe(expected);
  });
});

describe('the default hall', () => {
  const hall = Hall.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../config/hall.json'), 'utf8')));

  it('reads from everywhere, its surfaces as one picture each', () => {
    for (const screen of hall.screens) {
      expect([screen.id, legibilityIn(hall, screen).warnings]).toEqual([screen.id, []]);
    }
  });
});
