import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { Rule } from '#shared/schedule.ts';
import { createCompile } from '#core/compile.ts';
import { claimsIn } from '#core/resolve/claims.ts';
import { resolve } from '#core/resolve/resolve.ts';
import { ruleFlaws } from '#core/schedule/check-rule.ts';
import { aHall, aShow, at, aState, screen } from '../../../support/hall-state.ts';

const flaws = (change: Partial<z.input<typeof Rule>>) =>
  ruleFlaws(Rule.parse({ id: 'tour', show: 'x', when: { cron: '0 10 * * *' }, targets: 'all', ...change }), aHall());

describe('a rule', () => {
  it('as people write them has no flaw', () => {
    expect(flaws({})).toEqual([]);
    expect(flaws({ when: { always: true }, from: '2026-12-16', to: '2026-12-16' })).toEqual([]);
    expect(flaws({ when: { at: '9999-12-31T10:00' }, from: '9999-01-01', to: '9999-12-31' })).toEqual([]);
    expect(flaws({ from: '0001-01-01', to: '9999-12-31', when: { cron: '0 10 29 2 mon' } })).toEqual([]);
    expect(flaws({ targets: ['panels'], except: ['p1', 'p2', 'p3'] })).toEqual([]);
  });

  it('with an expression that is none says which field, and shows one', () => {
    expect(flaws({ when: { cron: '0 25 * * *' } })).toEqual([
      {
        code: 'expression',
        field: { field: 'hour', found: '25', example: '10-17' },
        path: 'when.cron',
        found: '25',
        expected: {
          en: 'hour 0-23, a range, a list or */step, for example 10-17',
          ru: 'часы, например 10-17',
          kk: 'сағат, мысалы 10-17',
        },
      },
    ]);
  });

  it.each([
    [{ from: '2026-12-17', to: '2026-12-16' }, 'to'],
    [{ when: { at: '2026-12-16T10:00' }, from: '2026-12-17' }, 'when.at'],
    [{ when: { at: '2026-12-16T10:00' }, to: '2026-12-15' }, 'when.at'],
    [{ when: { cron: '0 10 * * sun' }, from: '2026-12-14', to: '2026-12-19' }, 'when.cron'],
    [{ when: { cron: '* * * * * *' } }, 'when.cron'],
    [{ targets: ['p1'], except: ['panels'] }, 'targets'],
  ])('%j never comes, or comes without end: %s', (change, path) => {
    expect(flaws(change).map((flaw) => flaw.path)).toContain(path);
  });
});

describe('ten thousand rules', () => {
  it('are resolved', () => {
    const rules = Array.from({ length: 10_000 }, (_, index) => ({
      id: `rule-${index}`,
      show: 'x',
      when: { cron: `${index % 60} ${index % 24} * * *` },
      durationMs: 3_600_000,
      priority: index % 7,
      targets: index % 3 === 0 ? 'all' : 'p1',
    }));
    const state = aState({ shows: [aShow('x', [{ scene: 'idle' }])], rules });
    const t = at('2026-12-16T12:30+05:00');
    const { winner, losers } = resolve(claimsIn(state, createCompile(), t, t + 1), screen('p1'), t);
    expect(winner.priority).toBe(6);
    expect(losers.length).toBeGreaterThan(300);
  });
});
