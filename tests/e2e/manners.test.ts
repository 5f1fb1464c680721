import { rmSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { until } from '../support/eventually.ts';
import { signedIn } from '../support/hall-page.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';

const portrait = { viewport: { width: 540, height: 960 } };

/** What a screen does for those in front of it without being touched. */
describe('a screen of the hall', () => {
  const config = alwaysOpenConfig();
  let controller: TestController;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await controller.stop();
    rmSync(config, { recursive: true, force: true });
  });

  async function open(screen: string, options: BrowserContextOptions): Promise<Page> {
    const context = await signedIn(browser, controller, controller.url, options);
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(`${controller.url}/display/?screen=${screen}&mode=virtual`);
    await until('its picture', async () => (await page.locator('.player[data-scene]').count()) === 1, 30_000);
    return page;
  }
  const calibrate = async (screen: string, body: object): Promise<void> => {
    expect((await controller.request('PATCH', `/api/screens/${screen}`, body)).ok).toBe(true);
  };

  it('whose touch is out of order sends visitors to the next panel, and invites them again when it is mended', async () => {
    const screen = 'chronicle-economic';
    const page = await open(screen, portrait);
    const asks = page.getByText('Көрші панельді пайдаланыңыз');
    expect(await asks.count()).toBe(0);
    await calibrate(screen, { touchOff: true });
    await asks.first().waitFor({ timeout: 10_000 });
    await calibrate(screen, { touchOff: false });
    await asks.first().waitFor({ state: 'detached', timeout: 10_000 });
  });

  it('speaks the language of the run that has it, for a delegation, and its own again when the run ends', async () => {
    const page = await open('map', { viewport: { width: 960, height: 540 } });
    const city = (word: string) => page.locator('.player .layer').last().getByText(word, { exact: true }).first();
    await city('Алматы').waitFor({ timeout: 20_000 });
    const taken = await controller.post('/api/takes', {
      targets: 'map',
      scene: 'map-1997-astana',
      language: 'en',
      policy: 'go',
    });
    const { run } = (await taken.json()) as { run: string };
    await city('Almaty').waitFor({ timeout: 20_000 });
    expect((await controller.request('DELETE', `/api/runs/${run}`)).ok).toBe(true);
    await city('Алматы').waitFor({ timeout: 20_000 });
  });

  it('keeps still for those whom motion makes ill', async () => {
    const screen = 'entrance';
    const moving = await open(screen, portrait);
    const still = await open(screen, { ...portrait, reducedMotion: 'reduce' });
    /** Styles that a scene's drawing changes, twice, a second apart. */
    const differs = async (page: Page): Promise<boolean> => {
      const look = () =>
        page
          .locator('.player .layer')
          .last()
          .evaluate((layer) => {
            const scene = layer.querySelector('.canvas')?.firstElementChild;
            return [...(scene?.shadowRoot?.querySelectorAll<HTMLElement>('[style]') ?? [])]
              .map((element) => element.getAttribute('style'))
              .join();
          });
      const before = await look();
      await page.waitForTimeout(1_500);
      return (await look()) !== before;
    };
    expect([await differs(moving), await differs(still)]).toEqual([true, false]);
  });
});
