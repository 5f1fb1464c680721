import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';
import { watchStages, type StageWatch } from '../support/watch-stages.ts';

/** A screen, as far as this story needs it. */
interface Seen {
  readonly id: string;
  readonly player: string;
  readonly agrees: boolean | null;
  readonly desired: { readonly revision: number; readonly run: string; readonly scene: string };
  readonly reported: {
    readonly at: string;
    readonly plan: { readonly revision: number } | null;
    readonly shown: {
      readonly run: string;
      readonly scene: string;
      readonly key: string;
      readonly positionMs: number;
    } | null;
  } | null;
}

/** Browser notices that say nothing of the hall, by their exact text. */
const harmless: ReadonlySet<string> = new Set();
const patience = { timeout: 30_000, interval: 100 };

describe('the hall, from the outside', () => {
  const config = alwaysOpenConfig();
  const said: string[] = [];
  let controller: TestController;
  let browser: Browser;
  let page: Page;

  const screens = async (): Promise<readonly Seen[]> => (await controller.get('/api/screens')) as Seen[];
  const allShow = async (run: string): Promise<boolean> =>
    (await screens()).every(({ reported }) => reported?.shown?.run === run);
  const take = async (scene: string): Promise<string> => {
    const response = await controller.post('/api/takes', { targets: 'all', scene });
    expect(response.status).toBe(201);
    return ((await response.json()) as { run: string }).run;
  };
  const watched = (): Promise<StageWatch> =>
    page.evaluate(() => structuredClone((globalThis as unknown as { stageWatch: StageWatch }).stageWatch));

  /** Waits until every screen shows this alone, all transitions over. */
  const settled = (scene: string): Promise<unknown> =>
    vi.waitUntil(async () => {
      await page.evaluate(watchStages);
      const { shown } = await watched();
      return Object.values(shown).every((pictures) => pictures.join(' ') === scene);
    }, patience);

  /** Starts the controller again on its data, and tells when it said that it is ready. */
  async function restart(): Promise<number> {
    controller = await controller.again();
    await vi.waitUntil(async () => (await fetch(`${controller.url}/readyz`)).ok, patience);
    return performance.now();
  }

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
    const [name = '', value = ''] = (controller.headers['cookie'] ?? '').split('=');
    await context.addCookies([{ name, value, url: controller.url }]);
    page = await context.newPage();
    page.on('console', (message) => {
      // A dead controller is part of the story; that the browser says so of its sockets is no news.
      if (message.type() === 'error' && message.text().includes('ERR_CONNECTION_REFUSED')) return;
      if (['error', 'warning'].includes(message.type())) said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(`${controller.url}/hall/`);
  });
  afterAll(async () => {
    await browser.close();
    await controller.stop();
    rmSync(config, { recursive: true, force: true });
  });

  it('shows every screen, each played and as planned', async () => {
    await vi.waitUntil(async () => (await screens()).every(({ agrees }) => agrees === true), patience);
    const seen = await screens();
    expect(seen).toHaveLength(13);
    expect(new Set(seen.map(({ player }) => player))).toEqual(new Set(['virtual']));
    expect(await page.locator('[data-screen]').count()).toBe(13);
  });

  it('knows of a take when each screen changed', async () => {
    const run = await take('entrance');
    await vi.waitUntil(() => allShow(run), patience);
    await vi.waitUntil(async () => {
      const ledger = (await controller.get(`/api/takes/${run}/ledger`)) as {
        takes: readonly { screens: readonly { latenessMs: unknown }[] }[];
      };
      return (
        ledger.takes.flatMap((one) => one.screens).filter(({ latenessMs }) => typeof latenessMs === 'number').length ===
        13
      );
    }, patience);
    expect((await controller.request('DELETE', `/api/runs/${run}`)).status).toBe(200);
    await vi.waitUntil(
      async () => (await screens()).every(({ agrees, desired }) => agrees === true && desired.run !== run),
      patience,
    );
  });

  it('brings a scene to all, survives kill -9 at the 201, and gives every screen back at the right position', async () => {
    const before = await screens();
    const first = await take('statehood');
    await vi.waitUntil(() => allShow(first), patience);

    // (a) killed in the moment of the 201
    await settled('scene-statehood');
    await page.evaluate(watchStages);
    const second = await take('entrance');
    await controller.kill('SIGKILL');
    await page.waitForTimeout(1500);
    const during = await watched();
    for (const pictures of Object.values(during.shown))
      for (const picture of pictures)
        expect(picture).toMatch(/^(scene-statehood|scene-title|scene-statehood\+scene-title)$/);
    const readyAt = await restart();
    await vi.waitUntil(() => allShow(second), { ...patience, interval: 20 });
    expect(performance.now() - readyAt).toBeLessThan(3000);

    // (b) killed after all have applied
    await settled('scene-title');
    const { revision } = (await screens())[0]?.desired ?? { revision: -1 };
    await page.evaluate(watchStages);
    const { since } = await watched();
    await controller.kill('SIGKILL');
    await page.waitForTimeout(3000);
    const readyAgainAt = await restart();
    await vi.waitUntil(async () => (await screens()).every(({ reported }) => reported?.plan?.revision === revision), {
      ...patience,
      interval: 20,
    });
    expect(performance.now() - readyAgainAt).toBeLessThan(3000);
    const after = await watched();
    expect(after.since).toBe(since);
    for (const pictures of Object.values(after.shown)) expect(pictures).toEqual(['scene-title']);

    // released: what was beneath goes on where it would be by now
    for (const run of [second, first])
      expect((await controller.request('DELETE', `/api/runs/${run}`)).status).toBe(200);
    await vi.waitUntil(
      async () =>
        (await screens()).every(
          ({ reported, desired }) => reported?.shown?.run === desired.run && ![first, second].includes(desired.run),
        ),
      patience,
    );
    await page.waitForTimeout(2500);
    const goesOn = (await screens()).flatMap(({ id, reported }) => {
      const was = before.find((screen) => screen.id === id)?.reported;
      if (!was?.shown || !reported?.shown || was.shown.key !== reported.shown.key) return [];
      const passedMs = Date.parse(reported.at) - Date.parse(was.at);
      return [Math.abs(reported.shown.positionMs - was.shown.positionMs - passedMs)];
    });
    expect(goesOn.length).toBeGreaterThan(6);
    // A position is that of the last drawn frame, which on a busy machine is a little older than its report.
    expect(Math.max(...goesOn)).toBeLessThan(1500);
  });

  it('says nothing in the console or the log that is not listed', () => {
    expect(said.filter((text) => !harmless.has(text))).toEqual([]);
    const logged = controller
      .said()
      .split('\n')
      .filter((line) => /"level":(40|50|60)/.test(line));
    expect(logged).toEqual([]);
  });
});
