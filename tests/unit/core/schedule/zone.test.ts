import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localText, momentOf, parseLocal, parseTimeOfDay, toInstant, toLocal, zoneTable } from '#core/schedule/zone.ts';

/** Different rules: none, north, south, half an hour of summer, and one that gave up its summer time. */
const zones = [
  'Asia/Almaty',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Africa/Casablanca',
];
const from = Date.UTC(2015, 0, 1);
const until = Date.UTC(2031, 0, 1);
const minute = 60_000;
/** Minutes of sixteen years, and the minutes around their clock changes much more often. */
const aLocalMinute = (zone: string) => {
  const changes: number[] = [];
  let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  for (
    let next = moment.getTimeZoneTransition('next');
    next !== null && next.epochMilliseconds < until;
    next = moment.getTimeZoneTransition('next')
  ) {
    changes.push(next.epochMilliseconds + next.offsetNanoseconds / 1e6);
    moment = next;
  }
  const anywhere = fc.integer({ min: from / minute, max: until / minute }).map((value) => value * minute);
  if (changes.length === 0) return anywhere;
  const near = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -150, max: 150 }))
    .map(([change, off]) => change + off * minute);
  return fc.oneof(anywhere, { weight: 3, arbitrary: near });
};

describe.each(zones)('wall time in %s', (zone) => {
  const table = zoneTable(zone, from, until);
  const plain = (local: number) => Temporal.PlainDateTime.from(localText(local));

  it('becomes the instant that Temporal finds with `compatible`', () => {
    fc.assert(
      fc.property(aLocalMinute(zone), (local) => {
        expect(toInstant(table, local)).toBe(plain(local).toZonedDateTime(zone).epochMilliseconds);
      }),
      { numRuns: 400 },
    );
  });

  it('is said to exist once, never or twice as Temporal sees it', () => {
    fc.assert(
      fc.property(aLocalMinute(zone), (local) => {
        const earlier = plain(local).toZonedDateTime(zone, { disambiguation: 'earlier' });
        const later = plain(local).toZonedDateTime(zone, { disambiguation: 'later' });
        const isSame = earlier.epochMilliseconds === later.epochMilliseconds;
        const isReal = later.toPlainDateTime().equals(plain(local));
        expect(momentOf(table, local)).toBe(isSame ? 'usual' : isReal ? 'overlap' : 'gap');
      }),
      { numRuns: 400 },
    );
  });

  it('is read off an instant as Temporal reads it', () => {
    fc.assert(
      fc.property(aLocalMinute(zone), (instant) => {
        const theirs = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();
        expect(plain(toLocal(table, instant)).equals(theirs)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('wall time', () => {
  it('far outside its table is as right as inside', () => {
    const narrow = zoneTable('Europe/Berlin', Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 2));
    const far = parseLocal('2035-07-01T12:00');
    expect(toInstant(narrow, far)).toBe(Date.parse('2035-07-01T12:00+02:00'));
    expect(toLocal(narrow, Date.parse('1999-07-01T12:00+02:00'))).toBe(parseLocal('1999-07-01T12:00'));
  });

  it('is read and written', () => {
    expect(localText(parseLocal('2026-12-16T14:30'))).toBe('2026-12-16T14:30');
    expect(localText(parseLocal('2026-12-16T14:30:05'))).toBe('2026-12-16T14:30:05');
    expect(localText(parseLocal('2026-12-16'))).toBe('2026-12-16T00:00');
    expect(parseTimeOfDay('26:30')).toBe(26.5 * 3_600_000);
    expect(() => parseLocal('yesterday')).toThrow('yesterday');
    expect(() => parseTimeOfDay('soon')).toThrow('soon');
  });

  it('refuses a zone that is none', () => {
    expect(() => zoneTable('Asia/Atlantis', from, until)).toThrow(RangeError);
  });
});
