import { rmSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScreenState } from '#shared/facts.ts';
import { launchBrowser } from '../support/browser.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { until } from '../support/eventually.ts';
import { signedIn } from '../support/hall-page.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';

/** Hangs upright at a machine that does not know: the player turns the picture, and finds the hands in it. */
const viewport = { width: 480, height: 270 };
const screen = 'chronicle-economic';
const pin = '2749';

describe('whoever cleans a panel', () => {
  const config = alwaysOpenConfig();
  let controller: TestController;
  let browser: Browser;
  let context: BrowserContext;
  let panel: Page;

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    browser = await launchBrowser();
    context = await signedIn(browser, controller, undefined, { viewport, hasTouch: true });
    panel = await context.newPage();
    await panel.goto(`${controller.url}/display/?screen=${screen}&mode=virtual`);
    await until('a picture', async () => (await panel.locator('.player[data-scene]').count()) === 1, 20_000);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await controller.stop();
    rmSync(config, { recursive: true, force: true });
  });

  /** The upper left corner of a picture that the player has turned is the window's lower left one. */
  async function holdCorner(): Promise<void> {
    await panel.mouse.move(6, 264);
    await panel.mouse.down();
    await panel.locator('cleaning-keys .keys').waitFor({ timeout: 5000 });
    await panel.mouse.up();
  }
  async function enter(digits: string): Promise<void> {
    for (const digit of digits) await key(digit).click();
    await key('Бекіту').click();
  }
  const key = (name: string) => panel.getByRole('button', { name, exact: true });
  const opensYears = async (): Promise<boolean> => {
    await panel.touchscreen.tap(240, 135);
    return (await panel.getByRole('slider').count()) > 0;
  };

  it('is told, in the panel’s language, that no PIN has been set, and by whom it is', async () => {
    await holdCorner();
    expect(await panel.getByRole('dialog').innerText()).toContain('ПИН-код әлі қойылмаған');
    await key('Жабу').click();
    expect((await controller.request('PUT', '/api/cleaning-pin', { pin })).status).toBe(200);
    expect(JSON.stringify(await controller.get('/api/hall'))).not.toContain('scrypt');
  });

  it('locks it for two minutes with the PIN alone, without the controller, while the scene goes on', async () => {
    await holdCorner();
    await key('1').waitFor();
    await context.setOffline(true);
    await enter('1111');
    await panel.getByText('ПИН-код дұрыс емес').waitFor();
    await enter(pin);
    const countdown = panel.getByRole('timer');
    await countdown.waitFor();
    const first = await countdown.getAttribute('aria-label');
    expect(first).toMatch(/^(2:00|1:5\d)$/);
    expect(await opensYears()).toBe(false);
    await panel.keyboard.press('Tab');
    await panel.keyboard.press('Enter');
    expect(await panel.getByRole('slider').count()).toBe(0);
    await until('the countdown moves', async () => (await countdown.getAttribute('aria-label')) !== first);
    await context.setOffline(false);
    await until('the console hears of the lock', async () => {
      const { reported: report } = (await controller.get(`/api/screens/${screen}`)) as ScreenState;
      return (report?.touch?.lockedMs ?? 0) > 60_000 && report?.touch?.count === 0;
    });
  }, 40_000);

  it('gives it back to visitors when the two minutes are over', async () => {
    await panel.evaluate(() => {
      const now = performance.now.bind(performance);
      performance.now = () => now() + 120_000;
    });
    await panel.getByRole('timer').waitFor({ state: 'detached' });
    expect(await until('a touch opens the years', opensYears)).toBeGreaterThan(0);
  });
});
