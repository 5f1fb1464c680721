import { Cron as Croner } from 'croner';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { Rule, RuleException } from '#shared/schedule.ts';
import { parseCron } from '#core/schedule/cron.ts';
import { occurrencesOf, type Occurrence, type Timetable } from '#core/schedule/occurrences.ts';
import { zoneTable } from '#core/schedule/zone.ts';
import { at } from '../../../support/hall-state.ts';

// Years of occurrences: a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const hour = 3_600_000;
const day = 24 * hour;

interface Given {
  readonly rule: Omit<z.input<typeof Rule>, 'id' | 'targets'>;
  readonly exceptions?: readonly Omit<z.input<typeof RuleException>, 'rule'>[];
  readonly zone?: string;
  readonly ownMs?: number;
}

function timetable({ rule, exceptions = [], zone = 'Asia/Almaty', ownMs = hour }: Given): Timetable {
  const parsed = Rule.parse({ id: 'tour', targets: 'all', show: 'tour', ...rule });
  const cron = 'cron' in parsed.when ? parseCron(parsed.when.cron) : null;
  if (cron !== null && !cron.ok) throw new Error(`${cron.field}: ${cron.found}`);
  return {
    rule: parsed,
    cron: cron === null ? null : cron.cron,
    exceptions: new Map(exceptions.map((one) => [one.date, RuleException.parse({ rule: 'tour', ...one })])),
    zone: zoneTable(zone, at('2024-01-01T00:00Z'), at('2031-01-01T00:00Z')),
    calendar: new Map(),
    ownDurationMs: () => ownMs,
  };
}

const over = (given: Given, from: string, until: string): readonly Occurrence[] =>
  occurrencesOf(timetable(given), at(from), at(until));

/** `run: from–until` with the instants in UTC. */
const text = ({ run, from, until }: Occurrence): string =>
  `${run}: ${new Date(from).toISOString().slice(0, 16)}–${new Date(until).toISOString().slice(0, 16)}`;

describe('occurrences of a rule', () => {
  it('are named after the rule and their local date and start', () => {
    const given = { rule: { when: { cron: '30 10 * * *' }, durationMs: 2 * hour } };
    expect(over(given, '2026-12-16T00:00+05:00', '2026-12-18T00:00+05:00').map(text)).toEqual([
      'tour@2026-12-16T10:30: 2026-12-16T05:30–2026-12-16T07:30',
      'tour@2026-12-17T10:30: 2026-12-17T05:30–2026-12-17T07:30',
    ]);
  });

  it('include the one that began before the window, and pass midnight', () => {
    const given = { rule: { when: { cron: '0 22 * * fri' }, durationMs: 5 * hour } };
    expect(over(given, '2026-12-19T01:00+05:00', '2026-12-19T01:30+05:00').map(text)).toEqual([
      'tour@2026-12-18T22:00: 2026-12-18T17:00–2026-12-18T22:00',
    ]);
    expect(over(given, '2026-12-19T03:00+05:00', '2026-12-19T04:00+05:00')).toEqual([]);
  });

  it('may last for days and weeks', () => {
    const given = { rule: { when: { cron: '0 9 1 * *' }, durationMs: 20 * day } };
    expect(over(given, '2026-12-20T00:00+05:00', '2026-12-20T01:00+05:00').map(text)).toEqual([
      'tour@2026-12-01T09:00: 2026-12-01T04:00–2026-12-21T04:00',
    ]);
  });

  it('end where the next of the same rule begins', () => {
    const given = { rule: { when: { cron: '0 10,11 * * *' }, durationMs: 3 * hour } };
    expect(over(given, '2026-12-16T10:15+05:00', '2026-12-16T10:30+05:00').map(text)).toEqual([
      'tour@2026-12-16T10:00: 2026-12-16T05:00–2026-12-16T06:00',
    ]);
  });

  it('take the length of what they show where the rule has none', () => {
    const given = { rule: { when: { at: '2026-12-16T10:00' } }, ownMs: 17 * 60_000 };
    expect(over(given, '2026-12-16T00:00+05:00', '2026-12-17T00:00+05:00').map(text)).toEqual([
      'tour@2026-12-16T10:00: 2026-12-16T05:00–2026-12-16T05:17',
    ]);
  });

  it('end at a wall time: of their date, of the next where it comes before the start, or of a date that is named', () => {
    const ends = (rule: Given['rule'], from: string, until: string) => over({ rule }, from, until).map(text);
    expect(
      ends({ when: { cron: '0 10,14 * * *' }, end: '18:00' }, '2026-12-16T00:00+05:00', '2026-12-17T00:00+05:00'),
    ).toEqual([
      'tour@2026-12-16T10:00: 2026-12-16T05:00–2026-12-16T09:00',
      'tour@2026-12-16T14:00: 2026-12-16T09:00–2026-12-16T13:00',
    ]);
    const evening = 'tour@2026-12-16T22:00: 2026-12-16T17:00–2026-12-16T20:30';
    for (const end of ['01:30', '25:30']) {
      const rule = { when: { cron: '0 22 * * *' }, end };
      expect(ends(rule, '2026-12-17T00:30+05:00', '2026-12-17T01:00+05:00')).toEqual([evening]);
    }
    const festival = { when: { at: '2026-12-16T12:00' }, end: '2026-12-19T18:00' };
    expect(ends(festival, '2026-12-18T00:00+05:00', '2026-12-18T00:01+05:00')).toEqual([
      'tour@2026-12-16T12:00: 2026-12-16T07:00–2026-12-19T13:00',
    ]);
  });

  it('end by the clock on the wall, however long that takes over a clock change', () => {
    const given = { rule: { when: { cron: '0 22 24 10 *' }, end: '06:00' }, zone: 'Europe/Berlin' };
    const [night] = over(given, '2026-10-24T12:00+02:00', '2026-10-25T12:00+01:00');
    expect((night?.until ?? 0) - (night?.from ?? 0)).toBe(9 * hour);
  });

  it('move with their end, or with the duration of the move', () => {
    const rule = { when: { cron: '0 10 * * *' }, end: '12:00' };
    const moved = (durationMs?: number) => [
      {
        date: '2026-12-16',
        change: { is: 'move' as const, to: '2026-12-16T15:00', ...(durationMs ? { durationMs } : {}) },
      },
    ];
    const day16 = ['2026-12-16T00:00+05:00', '2026-12-17T00:00+05:00'] as const;
    expect(over({ rule, exceptions: moved() }, ...day16).map(text)).toEqual([
      'tour@2026-12-16T10:00: 2026-12-16T10:00–2026-12-16T12:00',
    ]);
    expect(over({ rule, exceptions: moved(hour / 2) }, ...day16).map(text)).toEqual([
      'tour@2026-12-16T10:00: 2026-12-16T10:00–2026-12-16T10:30',
    ]);
  });

  it('stay within the rule’s dates', () => {
    const given = { rule: { when: { cron: '0 10 * * *' }, from: '2026-12-15', to: '2026-12-16', durationMs: hour } };
    const dates = over(given, '2026-12-10T00:00+05:00', '2026-12-20T00:00+05:00').map(({ date }) => date);
    expect(dates).toEqual(['2026-12-15', '2026-12-16']);
  });

  it('exist far away: in the year 9999, and not before the rule’s time', () => {
    const given = { rule: { when: { at: '9999-12-30T10:00' }, durationMs: hour } };
    expect(over(given, '9999-12-30T00:00+05:00', '9999-12-31T00:00+05:00').map(({ run }) => run)).toEqual([
      'tour@9999-12-30T10:00',
    ]);
    expect(over(given, '2026-12-16T00:00+05:00', '2026-12-20T00:00+05:00')).toEqual([]);
  });

  it('do not depend on the window they are asked for', () => {
    const crons = ['0 10 * * *', '*/30 9-17 * * *', '0 22 * * fri', '0 9 1 * *', '15 3 * * sun', '30 2 * * *'];
    const given = fc.record({
      rule: fc.record({
        when: fc.constantFrom(...crons).map((cron) => ({ cron })),
        durationMs: fc.constantFrom(hour / 4, 5 * hour, 30 * hour, 20 * day),
      }),
      exceptions: fc.uniqueArray(
        fc.record({
          date: fc.integer({ min: 22, max: 31 }).map((date) => `2026-03-${date}`),
          change: fc.oneof(
            fc.constant({ is: 'skip' as const }),
            fc.integer({ min: 22, max: 31 }).map((date) => ({ is: 'move' as const, to: `2026-03-${date}T02:30` })),
          ),
        }),
        { selector: ({ date }) => date, maxLength: 3 },
      ),
      zone: fc.constantFrom('Asia/Almaty', 'Europe/Berlin'),
    });
    const minutes = fc.integer({ min: 0, max: 10 * 24 * 60 });
    fc.assert(
      fc.property(given, minutes, minutes, (one, a, b) => {
        const table = timetable(one);
        const start = at('2026-03-22T00:00Z');
        const from = start + Math.min(a, b) * 60_000;
        const until = start + Math.max(a, b) * 60_000 + 1;
        const whole = occurrencesOf(table, start - day, start + 12 * day);
        expect(occurrencesOf(table, from, until)).toEqual(whole.filter((o) => o.from < until && o.until > from));
      }),
      { numRuns: 200 },
    );
  });
});

describe('exceptions', () => {
  const rule = { when: { cron: '0 10,14 * * *' }, durationMs: hour };
  const dayOf = (exceptions: Given['exceptions']) =>
    over({ rule, exceptions: exceptions ?? [] }, '2026-12-16T00:00+05:00', '2026-12-17T00:00+05:00').map(text);

  it('skip a date', () => {
    expect(dayOf([{ date: '2026-12-16', change: { is: 'skip' } }])).toEqual([]);
    expect(dayOf([{ date: '2026-12-15', change: { is: 'skip' } }])).toHaveLength(2);
  });

  it('move a date as a whole: its first start goes there, the ids stay', () => {
    expect(dayOf([{ date: '2026-12-16', change: { is: 'move', to: '2026-12-16T12:30' } }])).toEqual([
      'tour@2026-12-16T10:00: 2026-12-16T07:30–2026-12-16T08:30',
      'tour@2026-12-16T14:00: 2026-12-16T11:30–2026-12-16T12:30',
    ]);
  });

  it('move from any other date, with another duration', () => {
    expect(
      dayOf([{ date: '2026-11-02', change: { is: 'move', to: '2026-12-16T16:00', durationMs: 2 * hour } }]),
    ).toEqual([
      'tour@2026-12-16T10:00: 2026-12-16T05:00–2026-12-16T06:00',
      'tour@2026-12-16T14:00: 2026-12-16T09:00–2026-12-16T10:00',
      'tour@2026-11-02T10:00: 2026-12-16T11:00–2026-12-16T13:00',
      'tour@2026-11-02T14:00: 2026-12-16T15:00–2026-12-16T17:00',
    ]);
  });

  it('replace what is shown', () => {
    const exceptions = [{ date: '2026-12-16', change: { is: 'replace' as const, show: 'memorial' } }];
    const found = over({ rule, exceptions }, '2026-12-16T00:00+05:00', '2026-12-18T00:00+05:00');
    expect(found.map(({ replacement }) => replacement?.show)).toEqual(['memorial', 'memorial', undefined, undefined]);
  });

  it('survive an edit of the rule: they are keyed by its date', () => {
    const edited = { when: { cron: '45 9 * * *' }, durationMs: 3 * hour };
    const exceptions = [{ date: '2026-12-16', change: { is: 'skip' as const } }];
    const found = over({ rule: edited, exceptions }, '2026-12-15T00:00+05:00', '2026-12-18T00:00+05:00');
    expect(found.map(({ date }) => date)).toEqual(['2026-12-15', '2026-12-17']);
  });

  it('change nothing on a date on which the rule does not start', () => {
    const exceptions = [{ date: '2026-12-16', change: { is: 'move' as const, to: '2026-12-17T12:00' } }];
    const given = { rule: { when: { cron: '0 10 1 * *' }, durationMs: hour }, exceptions };
    expect(over(given, '2026-12-10T00:00+05:00', '2026-12-20T00:00+05:00')).toEqual([]);
  });
});

describe('clock changes', () => {
  const berlin = (cron: string, from: string, until: string) =>
    over({ rule: { when: { cron }, durationMs: hour / 4 }, zone: 'Europe/Berlin' }, from, until);

  it('move a start in a gap later by the gap', () => {
    expect(berlin('30 2 * * *', '2026-03-29T00:00+01:00', '2026-03-29T12:00+02:00')).toMatchObject([
      { run: 'tour@2026-03-29T02:30', from: at('2026-03-29T03:30+02:00'), moment: 'gap' },
    ]);
  });

  it('do not double a start that the rule has at that time anyway', () => {
    const found = berlin('*/30 1-4 * * *', '2026-03-29T00:00+01:00', '2026-03-29T12:00+02:00');
    expect(found.map(({ run }) => run.slice(-5))).toEqual(['01:00', '01:30', '03:00', '03:30', '04:00', '04:30']);
    expect(found.every(({ moment }) => moment === 'usual')).toBe(true);
  });

  it('let a start in a doubled hour come once, the first time', () => {
    expect(berlin('30 2 * * *', '2026-10-25T00:00+02:00', '2026-10-25T12:00+01:00')).toMatchObject([
      { from: at('2026-10-25T02:30+02:00'), moment: 'overlap' },
    ]);
  });

  it('keep the duration in elapsed time', () => {
    const given = { rule: { when: { cron: '0 1 * * *' }, durationMs: 3 * hour }, zone: 'Europe/Berlin' };
    expect(over(given, '2026-03-29T00:00+01:00', '2026-03-29T12:00+02:00').map(text)).toEqual([
      'tour@2026-03-29T01:00: 2026-03-29T00:00–2026-03-29T03:00',
    ]);
  });

  it('of Kazakhstan on 1 March 2024 leave the wall time as it is', () => {
    const found = over(
      { rule: { when: { cron: '0 10 * * *' }, durationMs: hour } },
      '2024-02-29T00:00Z',
      '2024-03-02T00:00Z',
    );
    expect(found.map(({ from }) => new Date(from).toISOString())).toEqual([
      '2024-02-29T04:00:00.000Z',
      '2024-03-01T05:00:00.000Z',
    ]);
  });

  it('that a zone introduces later keep future wall times: the same rule, two versions of the zone', () => {
    // Almaty went from +06 to +05 in 2024; Omsk, with the same past since 2016, did not.
    const given = { rule: { when: { cron: '15 9 * * *' }, durationMs: hour } };
    const before = over({ ...given, zone: 'Asia/Omsk' }, '2025-06-01T00:00Z', '2025-06-08T00:00Z');
    const after = over({ ...given, zone: 'Asia/Almaty' }, '2025-06-01T00:00Z', '2025-06-08T00:00Z');
    expect(after.map(({ run }) => run)).toEqual(before.map(({ run }) => run));
    expect(after.map(({ from }, index) => from - (before[index]?.from ?? 0))).toEqual(before.map(() => hour));
  });
});

describe.each(['Asia/Almaty', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca'])(
  'five years in %s',
  (zone) => {
    const from = at('2024-06-01T00:00Z');
    const until = at('2029-06-01T00:00Z');

    // croner runs a time in a gap at the gap's end and `compatible` later by the gap: those starts are Temporal's to check.
    it.each([
      '30 2 * * *',
      '0 10 * * 1-5',
      '15 1 * * 0',
      '45 23 28-31 * *',
      '0 3 L * *',
      '20 2 15 1,4,7,10 *',
      '5 0 * * 2#1',
      '10 2 * 3,10 SUN',
    ])('%s starts when croner starts it', (expression) => {
      const table = timetable({ rule: { when: { cron: expression }, durationMs: 60_000 }, zone });
      const ours = occurrencesOf(table, from, until).filter((one) => one.from >= from);
      const gaps = ours.filter(({ moment }) => moment === 'gap');
      const isGapDay = new Set(gaps.map(({ date }) => date));
      const dateIn = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
      const croner = new Croner(expression, { timezone: zone, domAndDow: true });
      const theirs: string[] = [];
      for (
        let date = croner.nextRun(new Date(from - 1000));
        date !== null && date.getTime() < until;
        date = croner.nextRun(date)
      ) {
        if (!isGapDay.has(dateIn.format(date))) theirs.push(date.toISOString());
      }
      expect(ours.length).toBeGreaterThan(15);
      expect(ours.filter(({ moment }) => moment !== 'gap').map((one) => new Date(one.from).toISOString())).toEqual(
        theirs,
      );
      for (const { run, from: instant } of gaps) {
        expect(instant).toBe(
          Temporal.PlainDateTime.from(run.slice('tour@'.length)).toZonedDateTime(zone).epochMilliseconds,
        );
      }
    });
  },
);
