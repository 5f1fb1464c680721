import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  CalendarAnswer,
  ClockAnswer,
  DayReportAnswer,
  EditsAnswer,
  ImpactAnswer,
  MissedAnswer,
  RuleOutlookAnswer,
} from '#shared/schedule-answers.ts';
import { Plan } from '#shared/plan.ts';
import { sceneAt } from '#shared/scene-at.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';

/** Noon in Almaty on Independence Day, whatever day it is here. */
const noon = Date.parse('2026-12-16T12:00:00+05:00');
const offset = (instant: number): Record<string, string> => ({
  CLOCK_OFFSET_MS: String(Math.round(instant - Date.now())),
});

const config = alwaysOpenConfig();
let hall: TestController;
const show = {
  id: 'test-tour',
  title: { kk: 'Экскурсия', ru: 'Экскурсия', en: 'Tour' },
  cues: [{ id: 'one', title: { en: 'One' }, durationMs: 1_800_000, parts: [{ targets: 'all', scene: 'relief' }] }],
};
const rule = {
  id: 'test-tours',
  show: 'test-tour',
  when: { cron: '30 11-14 * * *' },
  durationMs: 1_800_000,
  priority: 50,
  targets: ['relief'],
};

beforeAll(async () => {
  hall = await startTestController({ env: { CONFIG_DIR: config, ...offset(noon) } });
  const made = await hall.post('/api/shows', show);
  if (made.status !== 201) throw new Error(await made.text());
});
afterAll(async () => {
  await hall.stop();
  rmSync(config, { recursive: true, force: true });
});

const day = 'from=2026-12-16T00:00:00%2B05:00&to=2026-12-17T00:00:00%2B05:00';
const edits = async (list: readonly unknown[]) => {
  const answer = await hall.post('/api/schedule/edits', { edits: list });
  return { status: answer.status, body: (await answer.json()) as unknown };
};

describe('the schedule over HTTP', () => {
  it('says loudly that the clock is not the machine’s', () => {
    expect(hall.said()).toContain('CLOCK_OFFSET_MS is set');
  });

  it('shows the effect of edits before they are made, makes them as one, and takes them back', async () => {
    const put = { type: 'rule.put', rule, base: null };
    const preview = await hall.post('/api/schedule/preview', { edits: [put] });
    const seen = ImpactAnswer.parse(await preview.json());
    expect(seen.added[0]?.run).toBe('test-tours@2026-12-16T12:30');
    expect(seen.changes.length).toBeGreaterThan(0);
    const none = CalendarAnswer.parse(await hall.get(`/api/schedule/calendar?${day}`));
    expect(none.blocks.filter((block) => block.rule === rule.id)).toEqual([]);

    const { status, body } = await edits([put]);
    expect(status).toBe(200);
    const { undo, saved } = EditsAnswer.parse(body);
    expect(saved).toEqual([{ id: 'test-tours', version: 1 }]);
    const there = CalendarAnswer.parse(await hall.get(`/api/schedule/calendar?${day}`));
    expect(there.blocks.filter((block) => block.rule === rule.id).map(({ start }) => start.slice(11))).toEqual([
      '11:30',
      '12:30',
      '13:30',
      '14:30',
    ]);
    expect((await edits(undo)).status).toBe(200);
    expect((await edits([put])).status).toBe(200);
  });

  it('answers 409 to who edits what somebody else has changed, and names the field of a bad expression', async () => {
    const first = await hall.request('PUT', `/api/schedule/${rule.id}`, { ...rule, priority: 51, version: 1 });
    expect(first.status).toBe(200);
    const second = await hall.request('PUT', `/api/schedule/${rule.id}`, { ...rule, priority: 52, version: 1 });
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('changed in between');
    const bad = await hall.post('/api/schedule', { ...rule, id: 'bad', when: { cron: '0 25 * * *' } });
    expect(bad.status).toBe(422);
    expect(await bad.text()).toContain('hour 0-23');
  });

  it('takes a rule of the year 9999, says when it comes, shows and explains it, and goes on', async () => {
    const far = { ...rule, id: 'far', when: { at: '9999-12-31T22:00' } };
    const put = { type: 'rule.put', rule: far, base: null };
    const outlook = await hall.post('/api/schedule/outlook', { rule: far });
    expect(RuleOutlookAnswer.parse(await outlook.json()).next.map(({ start }) => start)).toEqual(['9999-12-31T22:00']);
    const span = { from: '9999-12-31T00:00:00Z', to: '9999-12-31T23:59:59Z' };
    const preview = await hall.post('/api/schedule/preview', { edits: [put], ...span });
    expect(ImpactAnswer.parse(await preview.json()).added.map(({ run }) => run)).toEqual(['far@9999-12-31T22:00']);
    expect((await edits([put])).status).toBe(200);
    const explained = await hall.get('/api/explain?screen=relief-left&at=9999-12-31T17:10:00Z');
    expect(explained).toMatchObject({ winner: { run: 'far@9999-12-31T22:00' } });
    expect((await edits([{ type: 'rule.delete', id: 'far' }])).status).toBe(200);
    const beyond = await hall.post('/api/schedule', { ...rule, id: 'beyond', when: { at: '10000-01-01T10:00' } });
    expect(beyond.status).toBe(422);
    expect(await beyond.text()).toContain('when');
  });

  it('keeps days and hours, each with its version', async () => {
    const name = { kk: 'Тәуелсіздік күні', ru: 'День независимости', en: 'Independence Day' };
    const put = await hall.request('PUT', '/api/days/--12-16', { name });
    expect(await put.json()).toEqual({ id: '--12-16', version: 1 });
    expect((await hall.request('PUT', '/api/days/--12-16', { name, hours: 'none' })).status).toBe(409);
    expect((await hall.request('DELETE', '/api/days/--12-16')).status).toBe(200);
    const hours = (await hall.get('/api/hours')) as { version: number };
    expect((await hall.request('PUT', '/api/hours', { ...hours, warmUpMs: 60_000, version: 99 })).status).toBe(409);
  });

  it('reports a day, and plans for a rehearsal at any instant', async () => {
    const report = DayReportAnswer.parse(await hall.get('/api/schedule/report?date=2026-12-16'));
    expect(report.blocks.some((block) => block.rule === rule.id)).toBe(true);
    const at = '2026-12-16T14:40:00+05:00';
    const plans = z.array(Plan).parse(await hall.get(`/api/rehearsal?at=${encodeURIComponent(at)}`));
    const plan = plans.find(({ screen }) => screen === 'relief-left');
    if (plan === undefined) throw new Error('no plan for the relief');
    expect(sceneAt(plan, Date.parse(at)).why.run).toBe('test-tours@2026-12-16T14:30');
  });

  it('feeds calendars with what is listed, and keeps the rest to itself', async () => {
    const visit = { ...rule, id: 'a-visit', when: { at: '2026-12-18T10:00' }, listed: false };
    const talk = {
      ...rule,
      id: 'a-talk',
      title: { en: 'A talk', ru: 'Беседа', kk: 'Әңгіме' },
      when: { at: '2026-12-18T12:00' },
    };
    await edits([visit, talk].map((one) => ({ type: 'rule.put', rule: one, base: null })));
    const feed = await fetch(`${hall.url}/api/programme.ics?language=en`);
    expect(feed.headers.get('content-type')).toContain('text/calendar');
    const text = await feed.text();
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
    expect(text).toContain('SUMMARY:A talk');
    expect(text).toContain('DTSTART:20261218T070000Z');
    expect(text).not.toContain('a-visit');
    expect(text).not.toContain('20261218T050000Z');
  });
});

describe('a controller that was down', () => {
  it('comes back to the same plan, and tells what was missed, ready to be played now', async () => {
    const at = '2026-12-16T14:50:00+05:00';
    const asked = `/api/plan?screen=relief-left&from=${encodeURIComponent(at)}&to=${encodeURIComponent('2026-12-16T20:00:00+05:00')}`;
    const before = await hall.get(asked);
    await hall.kill('SIGKILL');
    const later = Date.parse('2026-12-16T13:10:00+05:00');
    hall = await startTestController({
      dataDir: hall.dataDir,
      headers: hall.headers,
      env: { CONFIG_DIR: config, ...offset(later) },
    });
    expect(await hall.get(asked)).toEqual(before);
    const missed = MissedAnswer.parse(await hall.get('/api/schedule/missed'));
    const tour = missed.find(({ block }) => block.rule === rule.id);
    expect(tour).toMatchObject({ isOver: true, block: { start: '2026-12-16T12:30', source: { id: 'test-tour' } } });
    const taken = await hall.post('/api/takes', { targets: tour?.block.targets, show: 'test-tour', holdFor: 60_000 });
    expect(taken.status).toBe(201);
  });

  it('with a clock behind its journal holds the ambient until a person trusts it', async () => {
    await hall.kill('SIGTERM');
    hall = await startTestController({
      dataDir: hall.dataDir,
      headers: hall.headers,
      env: { CONFIG_DIR: config, ...offset(Date.parse('2026-12-16T11:40:00+05:00')) },
    });
    expect(ClockAnswer.parse(await hall.get('/api/clock')).hold).toMatchObject({ why: 'behind' });
    const layer = async () => {
      const screen = (await hall.get('/api/screens/relief-right')) as { desired: { layer: string } };
      return screen.desired.layer;
    };
    expect(await layer()).toBe('ambient');
    expect((await hall.post('/api/clock/trust', {})).status).toBe(200);
    expect(await layer()).toBe('scheduled');
  });
});
