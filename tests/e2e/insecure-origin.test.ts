import { rmSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';

interface Seen {
  readonly id: string;
  readonly player: string;
  readonly agrees: boolean | null;
  readonly reported: {
    readonly at: string;
    readonly limits: readonly string[];
    readonly shown: { readonly run: string } | null;
  } | null;
}

const patience = { timeout: 30_000, interval: 100 };

/** A name that is not this machine: the browser takes its pages for insecure, as on a museum's network without TLS. */
describe('a screen on an insecure origin', () => {
  const config = alwaysOpenConfig();
  let controller: TestController;
  let browser: Browser;
  let context: BrowserContext;
  let origin: string;
  const said: string[] = [];

  const screen = async (id: string): Promise<Seen> => (await controller.get(`/api/screens/${id}`)) as Seen;

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    browser = await launchBrowser(['--host-resolver-rules=MAP hall.test 127.0.0.1']);
    origin = `http://hall.test:${controller.port}`;
    context = await browser.newContext({ viewport: { width: 540, height: 960 } });
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) said.push(message.text());
    });
    context.on('weberror', (thrown) => said.push(thrown.error().message));
  });
  afterAll(async () => {
    await browser.close();
    await controller.stop();
    rmSync(config, { recursive: true, force: true });
  });

  it('is paired by the code that it shows, plays, says that it cannot boot alone, and takes', async () => {
    const page = await context.newPage();
    await page.goto(`${origin}/display/`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    const shown = page.locator('.code:not(.waiting)');
    await shown.waitFor();
    const code = (await shown.innerText()).replaceAll(/[\s-]/g, '');
    expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTUVWXY]{6}$/);
    const paired = await controller.post(`/api/pairings/${code}`, { screen: 'entrance' });
    expect(paired.status).toBe(201);
    await vi.waitUntil(async () => (await screen('entrance')).agrees === true, patience);
    const seen = await screen('entrance');
    expect(seen.player).toBe('screen');
    expect(seen.reported?.limits).toContain('no offline boot');

    const taken = await controller.post('/api/takes', { targets: 'entrance', scene: 'statehood' });
    const { run } = (await taken.json()) as { run: string };
    await vi.waitUntil(async () => (await screen('entrance')).reported?.shown?.run === run, patience);
    await page.reload();
    // What the page before said is still there: the next one has to say it too.
    const reloadedAt = Date.now();
    await vi.waitUntil(async () => {
      const { agrees, reported } = await screen('entrance');
      return agrees === true && reported?.shown?.run === run && Date.parse(reported.at) > reloadedAt;
    }, patience);
    await page.close();
  });

  it('is paired by a one-time link, which works once', async () => {
    const offered = await controller.post('/api/screens/statehood/pairing', {});
    expect(offered.status).toBe(201);
    const { url } = (await offered.json()) as { url: string };
    const path = url.slice(url.indexOf('/display/'));
    const other = await browser.newContext();
    const player = await other.newPage();
    await player.goto(`${origin}${path}`);
    await vi.waitUntil(async () => (await screen('statehood')).player === 'screen', patience);
    const late = await browser.newContext();
    const second = await late.newPage();
    await second.goto(`${origin}${path}`);
    await second.getByRole('status').getByText('used already').waitFor();
    expect((await screen('statehood')).player).toBe('screen');
    await Promise.all([other.close(), late.close()]);
    await vi.waitUntil(async () => (await screen('statehood')).player === 'none', patience);
  });

  it('says nothing in the console that is not part of the story', () => {
    expect(said).toEqual([]);
  });
});
