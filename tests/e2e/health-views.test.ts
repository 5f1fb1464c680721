import { mkdirSync, rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { ScreenId } from '#shared/ids.ts';
import { launchBrowser } from '../support/browser.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';
import { pairByHand } from '../support/pair-by-hand.ts';
import { openRawPlayer, type RawPlayer } from '../support/raw-player.ts';
import { aLight, aReport } from '../support/reports.ts';

const patience = { timeout: 30_000, interval: 100 };

describe('the technician’s views', () => {
  const config = alwaysOpenConfig();
  const players: RawPlayer[] = [];
  const timers: NodeJS.Timeout[] = [];
  const said: string[] = [];
  let controller: TestController;
  let browser: Browser;
  let page: Page;

  async function play(id: string): Promise<void> {
    const screen = ScreenId.parse(id);
    const token = await pairByHand(controller, id);
    const state = (await controller.get(`/api/screens/${id}`)) as {
      desired: { run: string; scene: string; type: string };
    };
    let drawn = 0;
    players.push(
      openRawPlayer({
        url: controller.url,
        namespace: '/displays',
        auth: { as: 'screen', protocol: PROTOCOL_VERSION, build: 'test', screen: id, token },
        onOpen(socket) {
          const report = (): void => {
            drawn += 120;
            const { run, scene, type } = state.desired;
            const shown = { run: run as never, scene, type, key: 'k', cue: 0, positionMs: 0, language: 'kk' };
            const frames = { drawn, dropped: 0, refreshHz: 60 };
            const ramp = Array.from({ length: 64 }, (_, cell) => 20 + ((cell + drawn) % 50));
            socket.emit('report', aReport({ screen, at: Date.now(), shown, frames, light: aLight(Date.now(), ramp) }));
          };
          socket.emit('attach', { screen: id, mode: 'screen', have: null }, report);
          timers.push(setInterval(report, 2_000));
        },
        onEvent: () => ({ applied: [id], stale: [] }),
      }),
    );
  }
  const order = (): Promise<readonly string[]> =>
    page
      .locator('health-wall li')
      .evaluateAll((tiles) => tiles.map((tile) => `${tile.dataset['screen']} ${tile.dataset['state']}`));

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    for (const screen of ['map', 'entrance', 'statehood']) await play(screen);
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const [name = '', value = ''] = (controller.headers['cookie'] ?? '').split('=');
    await context.addCookies([{ name, value, url: controller.url }]);
    page = await context.newPage();
    page.on('pageerror', (error) => said.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') said.push(message.text());
    });
    await page.goto(`${controller.url}/#health`);
    mkdirSync('reports', { recursive: true });
  });
  afterAll(async () => {
    for (const timer of timers) clearInterval(timer);
    for (const player of players) player.close();
    await browser.close();
    await controller.stop();
    rmSync(config, { recursive: true, force: true });
  });

  it('lists every screen, and what needs somebody first', async () => {
    await vi.waitUntil(async () => (await order()).includes('map online'), patience);
    clearInterval(timers[1]);
    await vi.waitUntil(async () => (await order())[0] === 'entrance offline', patience);
    expect(await order()).toHaveLength(13);
  });

  it('names the incident, and takes what people say of it to the journal', async () => {
    const incident = page.locator('health-incidents li');
    await incident.waitFor();
    expect(await incident.innerText()).toContain('“Entrance”');
    await incident.getByRole('textbox').fill('The plug was out.');
    await incident.getByRole('textbox').press('Enter');
    await vi.waitUntil(
      async () => JSON.stringify(await controller.get('/api/journal')).includes('commented on incident'),
      patience,
    );
    await page.screenshot({ path: 'reports/health-wall.png', fullPage: true });
  });

  it('opens a screen’s page by the address that its ident shows, with charts, history and actions', async () => {
    await page.goto(`${controller.url}/#screen=map`);
    await page.locator('health-screen h1').waitFor();
    await vi.waitUntil(async () => (await page.locator('health-chart canvas').count()) === 10, patience);
    expect(await page.locator('[data-act=identify]').isVisible()).toBe(true);
    await page.locator('[data-act=touch-off]').click();
    await vi.waitUntil(
      async () =>
        ((await controller.get('/api/hall')) as { screens: { id: string; touchOff?: boolean }[] }).screens.find(
          ({ id }) => id === 'map',
        )?.touchOff === true,
      patience,
    );
    await page.screenshot({ path: 'reports/health-screen.png', fullPage: true });
  });

  it('fits a phone without a sideways scroll', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.screenshot({ path: 'reports/health-phone.png' });
  });

  it('exports the month', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${controller.url}/#health`);
    await page.locator('health-availability tr').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('health-availability button').last().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^availability-\d{4}-\d{2}\.csv$/);
    const text = await (await download.createReadStream()).toArray();
    const lines = Buffer.concat(text as Buffer[])
      .toString()
      .split('\r\n');
    expect(lines[0]).toBe('month,screen,up_hours,proved_hours,down_hours,planned_hours,uptime_percent');
    expect(lines.filter((line) => line !== '')).toHaveLength(14);
    expect(said).toEqual([]);
  });
});
