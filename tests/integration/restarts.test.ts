import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { startTestController, type TestController } from '../support/controller.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';

// Seven starts: a busy machine may take its time.
vi.setConfig({ testTimeout: 180_000 });

/** The end of summer time in Berlin, with events before, over and after it. */
const config = alwaysOpenConfig();
const file = join(config, 'hall.json');
writeFileSync(
  file,
  JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), timeZone: 'Europe/Berlin' }),
);
const night = (id: string, cron: string, durationMs: number, priority = 1) => ({
  type: 'rule.put',
  base: null,
  rule: { id, scene: 'relief', when: { cron }, durationMs, priority, targets: 'relief' },
});
const hour = 3_600_000;

describe('a controller that is killed and started again', () => {
  let hall: TestController | null = null;
  const startAt = async (instant: string): Promise<TestController> => {
    const env = { CONFIG_DIR: config, CLOCK_OFFSET_MS: String(Math.round(Date.parse(instant) - Date.now())) };
    const before = hall;
    await before?.kill('SIGKILL');
    hall = await startTestController({
      env,
      ...(before === null ? {} : { dataDir: before.dataDir, headers: before.headers }),
    });
    return hall;
  };
  afterAll(async () => {
    await hall?.stop();
    rmSync(config, { recursive: true, force: true });
  });

  it('plans as it did before: over an event, midnight, the doubled hour, and a week down', async () => {
    const first = await startAt('2026-10-24T18:00:00+02:00');
    const made = await first.post('/api/schedule/edits', {
      edits: [
        night('evening', '30 23 * * *', 2 * hour),
        night('doubled', '30 2 * * *', hour, 2),
        night('noon', '0 12 * * *', hour),
      ],
    });
    expect(made.status).toBe(200);
    const span = `from=${encodeURIComponent('2026-11-01T00:00:00+01:00')}&to=${encodeURIComponent('2026-11-03T00:00:00+01:00')}`;
    const near = `from=${encodeURIComponent('2026-10-25T00:45:00Z')}&to=${encodeURIComponent('2026-10-26T12:00:00Z')}`;
    const plans = await Promise.all([near, span].map((query) => first.get(`/api/plan?screen=relief-left&${query}`)));
    const desired = async (controller: TestController) => {
      const { desired: now } = (await controller.get('/api/screens/relief-left')) as {
        desired: { run: string; since: string };
      };
      return [now.run.replace(/@[0-9a-f]{12}$/, ''), now.since.slice(0, 16)];
    };
    const seen: unknown[] = [];
    for (const instant of [
      '2026-10-24T23:45:00+02:00',
      '2026-10-25T00:15:00+02:00',
      '2026-10-25T02:40:00+02:00',
      '2026-10-25T02:40:00+01:00',
      '2026-10-25T12:30:00+01:00',
      '2026-11-01T12:30:00+01:00',
    ]) {
      const again = await startAt(instant);
      seen.push(await desired(again));
      for (const [index, query] of [near, span].entries())
        expect(await again.get(`/api/plan?screen=relief-left&${query}`)).toEqual(plans[index]);
    }
    expect(seen.filter((_, index) => index !== 3)).toEqual([
      ['evening@2026-10-24T23:30', '2026-10-24T21:30'],
      ['evening@2026-10-24T23:30', '2026-10-24T21:30'],
      ['doubled@2026-10-25T02:30', '2026-10-25T00:30'],
      ['noon@2026-10-25T12:00', '2026-10-25T11:00'],
      ['noon@2026-11-01T12:00', '2026-11-01T11:00'],
    ]);
    // The hour comes twice, the event once: at the second 02:40 it is over.
    expect(seen[3]).toEqual([expect.stringMatching(/^ambient-relief/), expect.any(String)]);
  });
});
