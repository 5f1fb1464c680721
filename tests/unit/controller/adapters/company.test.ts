import { describe, expect, it } from 'vitest';
import { openedLimit, Present } from '#shared/facts.ts';
import { createCompany } from '../../../../controller/adapters/operators/company.ts';

const dana = { id: 'd', name: 'Dana', role: 'curator' } as const;
const olga = { id: 'o', name: 'Olga', role: 'operator' } as const;

describe('who is at the consoles', () => {
  it('is told with what they have open there, since they opened it', () => {
    const company = createCompany();
    company.come('1', olga, null);
    company.come('2', dana, null);
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
      company.come(socket, dana, null);
      company.open(socket, 'scene/steppe', at);
    }
    const desk = { content: 'scene/steppe', since: 2000, console: 1 };
    const tablet = { content: 'scene/steppe', since: 1000, console: 2 };
    expect(company.people()).toEqual([{ ...dana, consoles: 2, open: [desk, tablet] }]);
    company.leave('2');
    expect(company.people()).toEqual([{ ...dana, consoles: 1, open: [desk] }]);
    company.leave('1');
    expect(company.people()).toEqual([]);
    company.come('3', dana, null);
    expect(company.people()[0]?.open).toEqual([]);
  });

  it('is told of no more than fits a message, the newest', () => {
    const company = createCompany();
    for (let number = 0; number < openedLimit + 4; number += 1) {
      company.come(String(number), dana, null);
      company.open(String(number), `scene/s-${number}`, number);
    }
    const [told] = company.people();
    expect(Present.parse(told).open.map(({ since }) => since)).toEqual([11, 10, 9, 8, 7, 6, 5, 4]);
  });

  it('knows a page again that has lost its connection, before anybody misses that', () => {
    const company = createCompany();
    expect(company.come('1', dana, 'tablet')).toBe(1);
    company.open('1', 'scene/steppe', 1000);
    expect(company.come('2', olga, 'tablet')).toBe(2);
    expect(company.come('3', dana, 'tablet')).toBe(1);
    const open = [{ content: 'scene/steppe', since: 1000, console: 1 }];
    expect(company.people()).toEqual([
      { ...dana, consoles: 1, open },
      { ...olga, consoles: 1, open: [] },
    ]);
    company.open('3', 'scene/steppe', 2000);
    // What was lost is missed at last.
    expect(company.leave('1')).toBe(false);
    expect(company.people()[0]?.open).toEqual(open);
    // Closed while there was no connection.
    company.come('4', dana, 'tablet');
    company.open('4', null, 3000);
    expect(company.people()[0]?.open).toEqual([]);
  });

  it('shows nothing of a console that has not said who is there', () => {
    const company = createCompany();
    company.open('1', 'scene/steppe', 1000);
    expect(company.people()).toEqual([]);
  });
});
