import { describe, expect, it } from 'vitest';
import {
  delivered,
  due,
  emptyOutbox,
  failed,
  noticeStates,
  openOutbox,
  takeNote,
  type NoticePolicy,
  type Outbox,
  type Outlet,
} from '#core/notices/outbox.ts';
import type { Incident } from '#shared/incidents.ts';
import { anIncident } from '../../../support/incidents.ts';

const minute = 60_000;
const policy: NoticePolicy = { least: 'fault', afterMs: 10_000, apartMs: minute };
const start = openOutbox(emptyOutbox, ['mail']);
const note = (outbox: Outbox, open: readonly Incident[], now: number, given = policy): Outbox =>
  takeNote(outbox, open, new Map(), given, now);
const mail = ({ outlets }: Outbox): Outlet => {
  if (outlets.mail === undefined) throw new Error('there is no mail');
  return outlets.mail;
};
const put = (outbox: Outbox, outlet: Outlet): Outbox => ({ ...outbox, outlets: { mail: outlet } });
const ids = (outlet: Outlet): readonly string[] => outlet.waiting.map(({ id }) => id);
const send = (outbox: Outbox, now: number, id = 'n1') => due(mail(outbox), policy, now, () => id);

describe('what is told of incidents', () => {
  it('is one event when an incident has lasted, and one when it is over, however often one looks', () => {
    const incident = anIncident();
    expect(note(start, [incident], 5_000)).toBe(start);
    const opened = note(start, [incident], 11_000);
    expect(ids(mail(opened))).toEqual(['incident-1/opened']);
    expect(note(opened, [incident], 12_000)).toBe(opened);
    const closed = note(opened, [], 20_000);
    expect(ids(mail(closed))).toEqual(['incident-1/opened', 'incident-1/closed']);
    expect(note(closed, [], 21_000)).toBe(closed);
  });

  it('is nothing of an incident that was over before it had lasted', () =>
    expect(note(note(start, [anIncident()], 5_000), [], 8_000)).toBe(start));

  it('is nothing of warnings, unless they are wanted', () => {
    const warning = anIncident({ trouble: 'degraded' });
    expect(note(start, [warning], minute)).toBe(start);
    expect(ids(mail(note(start, [warning], minute, { ...policy, least: 'warning' })))).toHaveLength(1);
  });

  it('says why it is over: well again, worked on, or part of another incident', () => {
    const incident = anIncident();
    const told = note(start, [incident], 11_000);
    const because = (outbox: Outbox) => mail(outbox).waiting.at(-1)?.because;
    expect(because(note(told, [], 20_000))).toBe('over');
    const ended = new Map([[incident.id, { incident, isWorkedOn: true }]]);
    expect(because(takeNote(told, [], ended, policy, 20_000))).toBe('maintenance');
    const whole = anIncident({ id: 'incident-2', screens: ['map', 'p1'], still: ['map', 'p1'], openedAt: 19_000 });
    const merged = note(told, [whole], 20_000);
    expect(mail(merged).waiting.find(({ is }) => is === 'closed')?.because).toBe('merged');
  });

  it('is told after a restart when it happened while nobody looked', () => {
    const stopped = JSON.parse(JSON.stringify(note(start, [anIncident()], 11_000))) as Outbox;
    const other = anIncident({ id: 'incident-2', openedAt: 12_000 });
    const again = note(openOutbox(stopped, ['mail']), [other], minute);
    expect(ids(mail(again))).toEqual(['incident-1/opened', 'incident-1/closed', 'incident-2/opened']);
  });
});

describe('a way', () => {
  const opened = note(start, [anIncident()], 11_000);

  it('gathers what comes close together into one notice', () => {
    expect(send(opened, 12_000)).toBeNull();
    const more = note(opened, [anIncident(), anIncident({ id: 'incident-2' })], 13_000);
    expect(send(more, 16_000)?.notice.events).toHaveLength(2);
  });

  it('sends a notice again as it was, later and later, until it is taken', () => {
    const tried = send(opened, 16_000);
    if (tried === null) throw new Error('nothing is due');
    let outlet = failed(tried, 'no answer', 16_000);
    const waits: number[] = [];
    for (let now = 16_000; waits.length < 9;) {
      expect(due(outlet, policy, outlet.notBefore - 1, () => 'another')).toBeNull();
      expect(due(outlet, policy, outlet.notBefore, () => 'another')?.notice).toBe(tried.notice);
      waits.push((outlet.notBefore - now) / 1000);
      now = outlet.notBefore;
      outlet = failed(outlet, 'no answer', now);
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600]);
    expect(noticeStates(put(opened, outlet))).toEqual([
      { way: 'mail', waiting: 1, lost: 0, failing: { since: 16_000, attempts: 10, why: 'no answer' } },
    ]);
    expect(noticeStates(put(opened, delivered(outlet, minute)))).toEqual([
      { way: 'mail', waiting: 0, lost: 0, failing: null },
    ]);
  });

  it('tries at once after a restart, and keeps the notice it was sending', () => {
    const tried = send(opened, 16_000);
    if (tried === null) throw new Error('nothing is due');
    const later = failed(failed(failed(tried, 'x', 16_000), 'x', 30_000), 'x', 50_000);
    const again = openOutbox(JSON.parse(JSON.stringify(put(opened, later))) as Outbox, ['mail', 'webhook']);
    expect(send(again, 50_001, 'another')?.notice.id).toBe('n1');
    expect(noticeStates(again).map(({ way }) => way)).toEqual(['mail', 'webhook']);
  });

  it('makes one notice a minute of a storm, and forgets the oldest where too much waits, and says how many', () => {
    let outbox: Outbox = start;
    let notices = 0;
    let events = 0;
    for (let turn = 0; turn < 600; turn += 1) {
      const now = 20_000 + turn * 1_000;
      outbox = note(outbox, [anIncident({ id: `incident-${turn}`, openedAt: 0 })], now);
      const ready = send(outbox, now, `n${turn}`);
      if (ready === null) continue;
      notices += 1;
      events += ready.notice.events.length;
      outbox = put(outbox, delivered(ready, now));
    }
    expect(notices).toBeLessThanOrEqual(10);
    const [state] = noticeStates(outbox);
    expect(state?.waiting).toBeLessThanOrEqual(500);
    expect(events + (state?.waiting ?? 0) + (state?.lost ?? 0)).toBe(600 + 599);
    expect(state?.lost).toBeGreaterThan(0);
  });
});
