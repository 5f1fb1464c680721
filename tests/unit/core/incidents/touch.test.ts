import { describe, expect, it } from 'vitest';
import { Screen } from '#shared/hall.ts';
import { noHands, touched, touchTrouble, type Hands } from '#core/incidents/touch.ts';
import { screenInput } from '../../../support/hall-state.ts';

const hourMs = 3_600_000;
const at = (id: string, xM: number, change: object = {}) =>
  Screen.parse({ ...screenInput(id, xM + 1), touch: true, place: { xM, yM: 0 }, ...change });
const screens = [at('left', 0), at('middle', 3), at('right', 6), at('far', 20), at('glass', 4, { touch: false })];
const [left] = screens;
if (left === undefined) throw new Error('no screens');

/** The hands of each screen after touches at these instants. */
function hands(touches: Readonly<Record<string, readonly number[]>>): (screen: string) => Hands {
  return (screen) => (touches[screen] ?? []).reduce((before, now) => touched(before, 1, 0, now), noHands);
}
const often = Array.from({ length: 12 }, (_, index) => 8 * hourMs + index * 60_000);

describe('broken touch', () => {
  const now = 9 * hourMs;

  it('is where nobody has touched for two open hours, and the neighbours were', () => {
    const trouble = touchTrouble(left, screens, hands({ middle: often }), 6 * hourMs, now);
    expect(trouble).toMatchObject({
      en: 'nobody has touched it for two hours, while its neighbours were touched 12 times.',
    });
  });

  it('works where it was touched once, also just after the opening', () => {
    for (const openSince of [6 * hourMs, 7.9 * hourMs, null])
      expect(touchTrouble(left, screens, hands({ left: [8 * hourMs], middle: often }), openSince, now)).toBeNull();
  });

  it.each<[string, Readonly<Record<string, readonly number[]>>, number | null]>([
    ['the hall is closed', { middle: often }, null],
    ['the hall has not been open for two hours', { middle: often }, 7.5 * hourMs],
    ['the neighbours were hardly touched', { middle: often.slice(0, 11) }, 6 * hourMs],
    ['only screens far away were touched', { far: often }, 6 * hourMs],
    ['the neighbours were touched long ago', { middle: often.map((t) => t - 3 * hourMs) }, 4 * hourMs],
  ])('is neither found nor mended where %s', (_why, touches, openSince) => {
    expect(touchTrouble(left, screens, hands(touches), openSince, now)).toBe('unknown');
  });

  it('is where one point is held for a minute, at any hour', () => {
    const held = (ms: number) => () => touched(noHands, 1, ms, now);
    expect(touchTrouble(left, screens, held(59_999), null, now)).toBeNull();
    expect(touchTrouble(left, screens, held(60_000), null, now)).toMatchObject({
      en: 'one point has been held for 60 s; its touch is stuck.',
    });
  });

  it('is not of a screen whose touch is off, or that has none', () => {
    const off = { ...left, touchOff: true };
    expect(touchTrouble(off, screens, hands({ middle: often }), 6 * hourMs, now)).toBeNull();
    expect(touchTrouble({ ...left, touch: false }, screens, hands({ middle: often }), 6 * hourMs, now)).toBeNull();
  });

  it('remembers no more than it needs', () => {
    const many = Array.from({ length: 200 }, (_, index) => index * 5 * 60_000);
    expect(hands({ left: many })('left').quarters.length).toBeLessThanOrEqual(10);
  });
});
