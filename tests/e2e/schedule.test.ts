import { rmSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CalendarAnswer } from '#shared/schedule-answers.ts';
import { launchBrowser } from '../support/browser.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';
import { watchStages, type StageWatch } from '../support/watch-stages.ts';

const patience = { timeout: 40_000, interval: 100 };
const at = (local: string): number => Date.parse(`${local}+05:00`);
const livingAt = (local: string): Record<string, string> => ({
  CONFIG_DIR: config,
  CLOCK_OFFSET_MS: String(Math.round(at(local) - Date.now())),
});
const config = alwaysOpenConfig();
/** The panels show the chronicle all day; this is something else. */
const show = {
  id: 'week-tour',
  title: { kk: 'Апталық', ru: 'Недельный', en: 'Tour of the week' },
  cues: [
    { id: 'one', title: { en: 'One' }, durationMs: 3 * 3_600_000, parts: [{ targets: 'panels', scene: 'entrance' }] },
  ],
};

describe('a week, planned on the calendar', () => {
  let controller: TestController;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const said: string[] = [];

  async function open(url: string): Promise<Page> {
    const opened = await context.newPage();
    opened.on('console', (message) => {
      if (message.type() === 'error') said.push(message.text());
    });
    opened.on('pageerror', (error) => said.push(error.message));
    await opened.goto(`${controller.url}${url}`);
    return opened;
  }

  async function signedIn(): Promise<void> {
    const [name = '', value = ''] = (controller.headers['cookie'] ?? '').split('=');
    context = await browser.newContext({ viewport: { width: 1500, height: 1100 }, locale: 'en-GB' });
    await context.addCookies([{ name, value, url: controller.url }]);
  }

  const blocks = async () => {
    const week = 'from=2026-12-14T00:00:00%2B05:00&to=2026-12-21T00:00:00%2B05:00';
    return CalendarAnswer.parse(await controller.get(`/api/schedule/calendar?${week}`)).blocks;
  };

  /** The point on the grid of a date at a full or half hour. */
  async function pointOf(date: string, time: string): Promise<{ x: number; y: number }> {
    const slot = page.locator(`schedule-grid [data-time="${time}:00"]`).last();
    await slot.scrollIntoViewIfNeeded();
    const [row, column] = await Promise.all([
      slot.boundingBox(),
      page.locator(`schedule-grid [data-date="${date}"]`).last().boundingBox(),
    ]);
    if (row === null || column === null) throw new Error(`${date} ${time} is not on the grid`);
    return { x: column.x + column.width / 2, y: row.y + 4 };
  }

  async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, from.y + 8, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 12 });
    await page.mouse.move(to.x, to.y + 1);
    await page.mouse.up();
  }

  const effect = () => page.locator('schedule-effect');
  async function save(): Promise<void> {
    await effect().locator('[data-act=save]:not([disabled])').click();
    await effect().waitFor({ state: 'detached' });
  }

  beforeAll(async () => {
    controller = await startTestController({ env: livingAt('2026-12-14T09:00') });
    const made = await controller.post('/api/shows', show);
    if (made.status !== 201) throw new Error(await made.text());
    const daily = {
      id: 'daily',
      show: show.id,
      when: { cron: '0 10 * * *' },
      // Eleven seconds at 1000×: a busy machine needs some for thirteen players.
      durationMs: 3 * 3_600_000,
      targets: 'panels',
    };
    const put = await controller.post('/api/schedule', daily);
    if (put.status !== 201) throw new Error(await put.text());
    browser = await launchBrowser();
    await signedIn();
    page = await open('/#schedule');
    await page.locator('schedule-grid [data-run]').first().waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await controller.stop();
    rmSync(config, { recursive: true, force: true });
  });

  it('takes shows dropped on its days, after telling what they would do, and takes the last one back', async () => {
    for (const date of ['2026-12-15', '2026-12-17', '2026-12-18']) {
      const target = await pointOf(date, '14:00');
      const row = page.locator('.shows [data-show=week-tour]');
      const box = await row.boundingBox();
      if (box === null) throw new Error('the show is not listed');
      await drag({ x: box.x + 20, y: box.y + 10 }, target);
      await effect()
        .getByText(/Tour of the week/)
        .first()
        .waitFor();
      await save();
    }
    const placed = (await blocks()).filter(({ rule }) => rule.startsWith('week-tour-'));
    expect(placed.map(({ start }) => start)).toEqual(['2026-12-15T14:00', '2026-12-17T14:00', '2026-12-18T14:00']);
    await page.locator('[data-act=undo]').click();
    await vi.waitUntil(
      async () => (await blocks()).filter(({ rule }) => rule.startsWith('week-tour-')).length === 2,
      patience,
    );
  });

  it('makes an exception of what is dragged on 16 December, and leaves the other days alone', async () => {
    const block = page.locator('schedule-grid [data-run="daily@2026-12-16T10:00"]');
    const from = await pointOf('2026-12-16', '10:00');
    await block.waitFor();
    const to = await pointOf('2026-12-16', '11:00');
    // Held over the grid, the panel says where it would come; let go where it says eleven.
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y + 20, { steps: 12 });
    const held = page.locator('.held');
    for (let up = 0; up < 20 && !((await held.textContent()) ?? '').includes('2026-12-16 11:00'); up += 1)
      await page.mouse.move(to.x, to.y + 20 - 2 * up);
    expect(await held.textContent()).toContain('2026-12-16 11:00');
    await page.mouse.up();
    await effect().locator('[data-act=save]:not([disabled])').waitFor();
    await save();
    const daily = (await blocks()).filter(({ rule }) => rule === 'daily');
    expect(daily.filter(({ change }) => change === 'move').map(({ date, start }) => [date, start])).toEqual([
      ['2026-12-16', '2026-12-16T11:00'],
    ]);
    expect(daily.filter(({ start }) => start.endsWith('10:00'))).toHaveLength(6);
  });

  it('says why, at any instant', async () => {
    const why = page.locator('why-panel');
    await why.locator('select').selectOption('chronicle-political');
    const answers: (string | null)[] = [];
    for (const [time, words] of [
      ['11:20', 'Schedule · rule “Tour of the week”'],
      ['10:20', 'Ambient · rule “Chronicle”'],
    ] as const) {
      await why.locator('input.typed').fill(`2026-12-16 ${time}`);
      await why.locator('[data-act=why]').click();
      await why.locator('.winner').getByText(words).waitFor();
      answers.push(await why.locator('.winner').textContent());
    }
    expect(answers).toEqual([
      'Tour of the weekSchedule · rule “Tour of the week”',
      expect.stringContaining('Ambient · rule “Chronicle”'),
    ]);
  });

  it('is rehearsed at 1000×, from the same plans and with the same player', async () => {
    const rehearsal = await open(`/hall/?at=${new Date(at('2026-12-16T10:30')).toISOString()}`);
    await rehearsal.locator('[data-screen=chronicle-political]').waitFor();
    await rehearsal.evaluate(watchStages);
    const seen = async (): Promise<readonly string[]> => {
      const watch = await rehearsal.evaluate(() =>
        structuredClone((globalThis as unknown as { stageWatch: StageWatch }).stageWatch),
      );
      return watch.shown['chronicle-political'] ?? [];
    };
    await vi.waitUntil(async () => (await seen()).at(-1) === 'scene-chronicle', patience);
    expect((await seen()).join(' ')).not.toContain('scene-title');
    await rehearsal.getByRole('button', { name: '1000×' }).click();
    await vi.waitUntil(async () => (await seen()).some((scenes) => scenes.includes('scene-title')), patience);
    await rehearsal.close();
  });

  it('comes to the players as it was rehearsed, when its time comes', async () => {
    await page.close();
    await context.close();
    await controller.kill('SIGTERM');
    const { dataDir } = controller;
    controller = await startTestController({ dataDir, env: livingAt('2026-12-16T10:59:30') });
    await signedIn();
    page = await open('/hall/');
    const panel = async () =>
      (await controller.get('/api/screens/chronicle-political')) as {
        reported: { at: string; shown: { run: string } | null } | null;
      };
    await vi.waitUntil(
      async () => (await panel()).reported?.shown?.run.startsWith('ambient-panels@') === true,
      patience,
    );
    await vi.waitUntil(async () => (await panel()).reported?.shown?.run === 'daily@2026-12-16T10:00', {
      timeout: 90_000,
      interval: 200,
    });
    const { reported } = await panel();
    expect(Date.parse(reported?.at ?? '')).toBeGreaterThanOrEqual(at('2026-12-16T11:00'));
    expect(said).toEqual([]);
  });
});
