import { rmSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ScreenState } from '#shared/facts.ts';
import { launchBrowser } from '../support/browser.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { eventually, until } from '../support/eventually.ts';
import { complaintsOf, signedIn } from '../support/hall-page.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';
import { present } from '../support/present.ts';

const insecureHost = 'hall.test';
/** What Chromium itself says of an insecure origin; nothing that a page could help. */
const insecureNotice =
  "The Cross-Origin-Opener-Policy header has been ignored, because the URL's origin was untrustworthy. It was defined either in the final response or a redirect. Please deliver the response using the HTTPS protocol. You can also use the 'localhost' origin instead. See https://www.w3.org/TR/powerful-features/#potentially-trustworthy-origin and https://html.spec.whatwg.org/#the-cross-origin-opener-policy-header.";

describe('a player', () => {
  const config = alwaysOpenConfig();
  let controller: TestController;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    browser = await launchBrowser([`--host-resolver-rules=MAP ${insecureHost} 127.0.0.1`]);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await controller.stop();
    rmSync(config, { recursive: true, force: true });
  });

  const state = async (screen: string): Promise<ScreenState> => {
    const states = (await controller.get('/api/screens')) as readonly ScreenState[];
    return present(states.find(({ id }) => id === screen));
  };
  const shows = (screen: string, scene: string, withinMs = 20_000) =>
    until(`${screen} reports ${scene}`, async () => (await state(screen)).reported?.shown?.scene === scene, withinMs);

  async function stranger(): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
    contexts.push(context);
    return context.newPage();
  }
  async function person(origin?: string): Promise<Page> {
    const context = await signedIn(browser, controller, origin);
    contexts.push(context);
    return context.newPage();
  }
  const sceneOn = (page: Page) => page.locator('.player').getAttribute('data-scene');

  async function paired(screen: string, origin = controller.url): Promise<Page> {
    const response = await controller.post(`/api/screens/${screen}/pairing`, {});
    const { url } = (await response.json()) as { url: string };
    const page = await stranger();
    await page.goto(new URL(new URL(url).pathname + new URL(url).hash, origin).href);
    await until('the picture is there', async () => (await page.locator('.player[data-scene]').count()) === 1, 20_000);
    return page;
  }

  async function take(scene: string, targets: string): Promise<string> {
    const response = await controller.post('/api/takes', { targets, scene });
    expect(response.status).toBe(201);
    return ((await response.json()) as { run: string }).run;
  }
  async function release(run: string): Promise<void> {
    expect((await controller.request('DELETE', `/api/runs/${run}`)).ok).toBe(true);
  }

  it('that nobody knows shows a code, and plays as soon as somebody has said which screen it is', async () => {
    const page = await stranger();
    const complaints = complaintsOf(page);
    await page.goto(`${controller.url}/display/`);
    // Its clock ticks in 5 µs only where no other site's page can reach it.
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    const code = await eventually('a code', async () => {
      const text = await page
        .locator('.code:not(.waiting)')
        .textContent({ timeout: 500 })
        .catch(() => null);
      return text === null || text.trim() === '' ? null : text.trim();
    });
    for (const language of ['kk', 'ru', 'en'])
      expect(await page.locator(`pairing-screen [lang=${language}]`).first().textContent()).not.toBe('');
    const claimed = await controller.post(`/api/pairings/${code}`, { screen: 'entrance' });
    expect(claimed.status).toBe(201);
    await shows('entrance', 'entrance');
    expect((await state('entrance')).player).toBe('screen');
    expect(complaints).toEqual([]);
  });

  it('opens with a one-time link, is known from then on, and hides the pointer', async () => {
    const page = await paired('statehood');
    expect(page.url()).toBe(`${controller.url}/display/`);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.player') as Element).cursor)).toBe(
      'none',
    );
    await page.reload();
    await until('the same screen again', async () => (await page.locator('.player[data-scene]').count()) === 1, 20_000);
    // It has its picture from what it keeps, before it is in the hall again.
    await until('it is known', async () => (await state('statehood')).player === 'screen');
  });

  it('whose token was revoked is a stranger again', async () => {
    const page = await paired('diplomacy');
    expect((await controller.request('DELETE', '/api/screens/diplomacy/pairing')).ok).toBe(true);
    await page.reload();
    await page.locator('pairing-screen .code:not(.waiting)').waitFor({ timeout: 20_000 });
  });

  it('boots with the controller dead, from what it keeps', async () => {
    const page = await paired('wall-2');
    await until(
      'the page is kept',
      async () => {
        const { reported } = await state('wall-2');
        return reported !== null && !reported.limits.includes('no offline boot') && reported.media.missing.length === 0;
      },
      30_000,
    );
    // Media of the plan are fetched behind the picture; the first scene's are here already.
    await page.waitForTimeout(1_500);
    const scene = await sceneOn(page);
    await controller.kill('SIGKILL');
    await page.reload();
    await until('the same scene', async () => (await sceneOn(page)) === scene, 15_000);
    expect(await page.locator('scene-fallback').count()).toBe(0);
    controller = await controller.again();
    await until('it reports again', async () => (await state('wall-2')).player === 'screen', 5_000);
  });

  it('plays on a machine whose browser never comes to open what it keeps', async () => {
    const page = await person();
    await page.addInitScript(() => {
      const never = new EventTarget() as IDBOpenDBRequest;
      indexedDB.open = () => never;
      caches.open = () => new Promise(() => undefined);
    });
    await page.goto(`${controller.url}/display/?screen=map&mode=virtual`);
    await shows('map', 'map');
    const { reported } = await state('map');
    expect(reported?.media).toMatchObject({ missing: [] });
    expect(reported?.media.held).toBeGreaterThan(0);
    expect(reported?.limits).toContain('no kept media');
  });

  it("asks on a stranger's browser who is there, and plays as soon as somebody is", async () => {
    const page = await stranger();
    await page.goto(`${controller.url}/display/?screen=entrance&mode=mirror`);
    await page.locator('sign-in-form form').waitFor({ timeout: 20_000 });
    expect(await page.locator('.player').count()).toBe(0);
    const [name, password] = ['Самал', 'the wind of the steppe'];
    expect((await controller.post('/api/people', { name, role: 'technician', password })).status).toBe(201);
    await page.locator('sign-in-form [name=name]').fill(name);
    await page.locator('sign-in-form [name=password]').fill(password);
    await page.locator('sign-in-form button').click();
    await until('the picture', async () => (await sceneOn(page)) === 'entrance', 20_000);
  });

  it('works on an insecure origin, and says what it cannot have there', async () => {
    const origin = `http://${insecureHost}:${controller.port}`;
    const page = await person(origin);
    const complaints = complaintsOf(page);
    await page.goto(`${origin}/display/?screen=map&mode=virtual`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await shows('map', 'map');
    const { reported } = await state('map');
    expect(reported?.limits).toContain('no offline boot');
    expect(reported?.media.held).toBeGreaterThan(0);
    expect(complaints.filter((text) => text !== insecureNotice)).toEqual([]);
  });

  it('keeps the old scene until a late one is there, which then enters where it would have been', async () => {
    const page = await person();
    let free: Promise<void> = Promise.resolve();
    let setFree: () => void = () => undefined;
    await page.route('**/media/**', async (route) => {
      await free;
      await route.continue();
    });
    await page.goto(`${controller.url}/display/?screen=entrance&mode=mirror`);
    await until('the first scene', async () => (await sceneOn(page)) === 'entrance');
    ({ promise: free, resolve: setFree } = Promise.withResolvers<void>());
    const run = await take('chronicle-political', 'entrance');
    await page.waitForTimeout(2_000);
    expect(await sceneOn(page)).toBe('entrance');
    setFree();
    await until('the late scene', async () => (await sceneOn(page)) === 'chronicle-political');
    await release(run);
  });

  it('shows the very picture that was armed on it alone when more screens take it', async () => {
    const page = await person();
    await page.goto(`${controller.url}/display/?screen=diplomacy&mode=virtual`);
    await shows('diplomacy', 'diplomacy');
    const armed = await controller.post('/api/standby', { targets: 'diplomacy', scene: 'statehood' });
    expect(armed.status).toBe(201);
    await until('it is ready', async () => (await state('diplomacy')).readiness?.is === 'ready', 30_000);
    const picture = await page.locator('scene-statehood').elementHandle();
    const isShown = () => picture?.evaluate((element) => element.isConnected && element.closest('[inert]') === null);
    expect(await isShown()).toBe(false);
    const run = await take('statehood', 'walls');
    await shows('diplomacy', 'statehood');
    expect(await isShown()).toBe(true);
    await until(
      'the armed one is made anew',
      async () => (await page.locator('[inert] scene-statehood').count()) === 1,
    );
    await until('it is ready again', async () => (await state('diplomacy')).readiness?.is === 'ready', 30_000);
    await release(run);
    expect((await controller.request('DELETE', '/api/standby')).ok).toBe(true);
  });

  it('stands in for a scene that cannot be shown, says so, and shows it when it can', async () => {
    const page = await person();
    // The scene's own next try never comes: it has to notice that its medium has.
    await page.addInitScript(() => {
      const later = globalThis.setTimeout;
      const never = (run: TimerHandler, ms?: number, ...more: unknown[]): number =>
        ms === 5_000 ? 0 : later(run, ms, ...more);
      globalThis.setTimeout = never as typeof setTimeout;
    });
    let isBroken = true;
    await page.route('**/media/**', (route) => (isBroken ? route.fulfill({ status: 404 }) : route.continue()));
    await page.goto(`${controller.url}/display/?screen=chronicle-economic&mode=virtual`);
    await page.locator('scene-fallback').waitFor({ state: 'attached', timeout: 20_000 });
    const broken = await eventually('the report says it', async () => {
      const { reported } = await state('chronicle-economic');
      return reported?.shown?.type === 'fallback' ? reported : null;
    });
    expect(broken.errors.map(({ what }) => what).join()).toContain('404');
    expect(broken.media.missing).toContain('content/chronicle.json');
    isBroken = false;
    await until(
      'the scene itself',
      async () =>
        (await page.locator('scene-chronicle').count()) === 1 && (await page.locator('scene-fallback').count()) === 0,
      30_000,
    );
    await shows('chronicle-economic', 'chronicle-economic');
  });

  it('shows a mirror what a visitor chose', async () => {
    const visitor = await person();
    await visitor.goto(`${controller.url}/display/?screen=map&mode=virtual`);
    await until('the map', async () => (await sceneOn(visitor)) === 'map');
    const mirror = await person();
    await mirror.goto(`${controller.url}/display/?screen=map&mode=mirror`);
    await until('the mirrored map', async () => (await sceneOn(mirror)) === 'map');
    const view = (page: Page) =>
      page.evaluate(() => (document.querySelector('scene-map') as HTMLElement & { view: unknown }).view);
    await visitor.locator('.player').click({ position: { x: 700, y: 400 } });
    const chosen = await eventually('a choice', async () => {
      const found = await view(visitor);
      return JSON.stringify(found) === '{}' ? null : found;
    });
    await until(
      'the same in the mirror',
      async () => JSON.stringify(await view(mirror)) === JSON.stringify(chosen),
      3_000,
    );
    await until('the console knows', async () => (await state('map')).view !== null, 3_000);
    // Nobody can touch a mirror.
    await mirror.locator('.player').click({ position: { x: 300, y: 300 } });
    await mirror.waitForTimeout(500);
    expect(await view(mirror)).toEqual(await view(visitor));
  });
});
