import { describe, expect, it } from 'vitest';
import type { Loss } from '#shared/desk.ts';
import { groupedLosses } from '../../../operator-ui/state/grouped-losses.ts';

const loss = (id: string, at: number, how: Loss['how'], by: string): Loss => ({ id, at, how, by }) as Loss;
const rows = (...losses: readonly Loss[]): readonly (readonly string[])[] =>
  groupedLosses(losses).map((group) => group.map(({ id }) => id));

describe('what was lost', () => {
  it('is one row for the same of one colleague, and rows of their own for anything else', () => {
    expect(
      rows(
        loss('a', 1, 'ended', 'Dana'),
        loss('b', 2, 'covered', 'Dana'),
        loss('c', 3, 'ended', 'Dana'),
        loss('d', 4, 'ended', 'Aliya'),
      ),
    ).toEqual([['a', 'c'], ['b'], ['d']]);
  });

  it('stands where its first news came, whatever comes to it and in whatever order it is heard', () => {
    expect(rows(loss('c', 3, 'ended', 'Dana'), loss('b', 2, 'covered', 'Dana'), loss('a', 1, 'ended', 'Dana'))).toEqual(
      [['a', 'c'], ['b']],
    );
    expect(rows()).toEqual([]);
  });
});
