import { describe, expect, it } from 'vitest';
import type { Hall } from '#shared/hall.ts';
import {
  fitting,
  isFiltering,
  noFilter,
  statesOf,
  type ScreenFilter,
} from '../../../operator-ui/state/screen-filter.ts';
import type { ScreenMark } from '../../../operator-ui/state/screen-mark.ts';
import type { ScreenRead } from '../../../operator-ui/state/screen-read.ts';
import { createSpeech } from '../../../operator-ui/state/speech.ts';
import { aHall } from '../../support/hall-state.ts';

const hall: Hall = aHall();
const speech = createSpeech('ru', { timeZone: 'Asia/Almaty', order: ['en'] });
const ids = hall.screens.map(({ id }) => id as string);
const marks: readonly [ScreenMark['word'], ScreenMark['urgency']][] = [
  ['onAir', 0],
  ['offline', 3],
  ['byHand', 1],
];
const read: ReadonlyMap<string, ScreenRead> = new Map(
  hall.screens.map((screen, index) => {
    const [word, urgency] = marks[index % marks.length] ?? ['onAir', 0];
    const mark = { shape: 'on-air', word, urgency, since: null } as unknown as ScreenMark;
    return [screen.id, { screen, state: undefined, mark, age: '', want: `Сцена ${index}`, has: null, shown: '' }];
  }),
);
const found = (filter: Partial<ScreenFilter>): readonly string[] => [
  ...fitting({ ...noFilter, ...filter }, hall, read, speech),
];

describe('the filter of screens', () => {
  it('lets everything through while nothing is looked for', () => {
    expect(found({}).toSorted()).toEqual(ids.toSorted());
    expect(found({ words: '  ' }).toSorted()).toEqual(ids.toSorted());
    expect(isFiltering(noFilter)).toBe(false);
    expect(isFiltering({ ...noFilter, zone: 'all' })).toBe(true);
  });

  it('finds by number, name, state in the person’s language, and what is on', () => {
    expect(found({ words: '01' })).toContain(ids[0]);
    expect(found({ words: 'НЕТ ОТВЕТА' })).toContain(ids[1]);
    expect(found({ words: 'нет ответа' })).not.toContain(ids[0]);
    expect(found({ words: 'сцена 2' })).toEqual([ids[2]]);
    expect(found({ words: 'nowhere' })).toEqual([]);
  });

  it('narrows by state and zone together', () => {
    const [zone] = hall.zones;
    if (zone === undefined) throw new Error('the hall has no zone');
    const inZone = found({ zone: zone.id });
    expect(inZone.length).toBeGreaterThan(0);
    expect(found({ zone: zone.id, state: 'offline' })).toEqual(
      inZone.filter((id) => read.get(id)?.mark.word === 'offline'),
    );
    expect(found({ state: 'frozen' })).toEqual([]);
  });

  it('offers the states there are, those first that want a person', () => expect(statesOf(read)[0]).toBe('offline'));
});
