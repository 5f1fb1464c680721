import { describe, expect, it } from 'vitest';
import { castMirrors } from '../../../displays/mirrors/cast.ts';
import { pictureOrder, type Picturable } from '../../../operator-ui/state/picture-order.ts';
import { ScreenId } from '#shared/ids.ts';
import { mirrorLimits } from '#shared/mirrors.ts';

const screens = (count: number, more: (index: number) => Partial<Picturable> = () => ({})): readonly Picturable[] =>
  Array.from({ length: count }, (_, index) => ({
    screen: `s-${index + 1}`,
    isChosen: false,
    isTroubled: false,
    ...more(index),
  }));
const names = (of: readonly Picturable[]): readonly string[] => of.map(({ screen }) => screen);

describe('whose picture is live', () => {
  it('is everybody’s while there is room, in the order of the plan', () => {
    const few = screens(mirrorLimits.live);
    expect(pictureOrder(few, 5)).toBe(few);
  });

  it('is that of chosen and troubled screens first', () => {
    const many = screens(40, (index) => ({ isChosen: index === 30, isTroubled: index === 39 }));
    expect(names(pictureOrder(many, 0)).slice(0, 3)).toEqual(['s-31', 's-40', 's-1']);
    expect(names(pictureOrder(many, 3)).slice(0, 2)).toEqual(['s-31', 's-40']);
  });

  it('leaves nobody out, and names nobody twice', () => {
    for (const turn of [0, 1, 2, 7, 100]) expect(new Set(names(pictureOrder(screens(61), turn))).size).toBe(61);
  });

  it('comes to everybody in turn; those seen last keep their picture, sixteen live and the rest still', () => {
    const known = new Set<string>();
    const live = new Set<string>();
    for (let turn = 0; turn < 4; turn += 1) {
      const wanted = pictureOrder(screens(48), turn).map(({ screen }) => ({
        screen: ScreenId.parse(screen),
        rect: { x: 0, y: 0, width: 1, height: 1 },
      }));
      const cast = castMirrors(wanted, known);
      expect(cast.live).toHaveLength(mirrorLimits.live);
      for (const { screen } of cast.live) known.add(screen);
      for (const { screen } of cast.live) live.add(screen);
      for (const screen of cast.gone) known.delete(screen);
    }
    expect(live.size).toBe(48);
    expect(known.size).toBe(48);
  });
});
