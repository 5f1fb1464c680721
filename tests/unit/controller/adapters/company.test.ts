import { describe, expect, it } from 'vitest';
import { openedLimit, Present } from '#shared/facts.ts';
import { createCompany, missedAfterMs } from '../../../../controller/adapters/operators/company.ts';

const dana = { id: 'd', name: 'Dana', role: 'curator' } as const;
const olga = { id: 'o', name: 'Olga', role: 'operator' } as const;

describe('who is at the consoles', () => {
  it('is told with what they have open there, since they opened it', () => {
    const company = createCompany();
    company.come('1', olga, null, 0);
    company.come('2', dana, null, 0);
    company.open('2', 'scene/steppe', 1000);
    company.open('2', 'scene/steppe', 2000);
    expect(company.people()).toEqual([
      { ...dana, consoles: 1, open: [{ content: 'scene/steppe', since: 1000, console: 2 }] },
      { ...olga, consoles: 1, open: [] },
    ]);
    company.open('2', 'show/day', 3000);
    expect(company.people()[0]?.open).toEqual([{ content: 'show/day', since: 3000, console: 2 }]);
    company.open('2', null, 4000);
    expect(company.people()[0]?.open).toEqual([]);
  });

  it('is told once with what each of their consoles has open, and not at all when the last is gone', () => {
    const company = createCompany();
    for (const [socket, at] of [
      ['1', 2000],
      ['2', 1000],
    ] as const) {
      company.come(socket, dana, null, 0);
      company.open(socket, 'scene/steppe', at);
    }
    const desk = { content: 'scene/steppe', since: 2000, console: 1 };
    const tablet = { content: 'scene/steppe', since: 1000, console: 2 };
    expect(company.people()).toEqual([{ ...dana, consoles: 2, open: [desk, tablet] }]);
    company.leave('2', 0);
    expect(company.people()).toEqual([{ ...dana, consoles: 1, open: [desk] }]);
    company.leave('1', 0);
    expect(company.people()).toEqual([]);
    company.come('3', dana, null, 0);
    expect(company.people()[0]?.open).toEqual([]);
  });

  it('is told of no more than fits a message, the newest', () => {
    const company = createCompany();
    for (let number = 0; number < openedLimit + 4; number += 1) {
      company.come(String(number), dana, null, 0);
      company.open(String(number), `scene/s-${number}`, number);
    }
    const [told] = company.people();
    expect(Present.parse(told).open.map(({ since }) => since)).toEqual([11, 10, 9, 8, 7, 6, 5, 4]);
  });

  it('knows a page again that has lost its connection, before anybody misses that', () => {
    const company = createCompany();
    expect(company.come('1', dana, 'tablet', 0)).toBe(1);
    company.open('1', 'scene/steppe', 1000);
    expect(company.come('2', olga, 'tablet', 0)).toBe(2);
    expect(company.come('3', dana, 'tablet', 0)).toBe(1);
    const open = [{ content: 'scene/steppe', since: 1000, console: 1 }];
    expect(company.people()).toEqual([
      { ...dana, consoles: 1, open },
      { ...olga, consoles: 1, open: [] },
    ]);
    company.open('3', 'scene/steppe', 2000);
    // What was lost is missed at last.
    expect(company.leave('1', 0)).toBe(false);
    expect(company.people()[0]?.open).toEqual(open);
    // Closed while there was no connection.
    company.come('4', dana, 'tablet', 0);
    company.open('4', null, 3000);
    expect(company.people()[0]?.open).toEqual([]);
  });

  it('knows a page again also where its connection was heard to end, as long as it might have gone unheard', () => {
    const returns = (after: number, person: typeof dana | typeof olga = dana) => {
      const company = createCompany();
      company.come('1', dana, 'tablet', 0);
      company.open('1', 'scene/steppe', 1000);
      expect(company.leave('1', 5000)).toBe(true);
      // Whoever is away is not shown.
      expect(company.people()).toEqual([]);
      company.come('2', person, 'tablet', 5000 + after);
      return company.people()[0]?.open;
    };
    expect(returns(missedAfterMs)).toEqual([{ content: 'scene/steppe', since: 1000, console: 1 }]);
    expect(returns(missedAfterMs + 1)).toEqual([]);
    expect(returns(1, olga)).toEqual([]);
  });

  it('shows nothing of a console that has not said who is there', () => {
    const company = createCompany();
    company.open('1', 'scene/steppe', 1000);
    expect(company.people()).toEqual([]);
  });
});
