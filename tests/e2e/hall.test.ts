import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { eventually, until } from '../support/eventually.ts';
import { complaintsOf, onTheGlass, screensOf, signedIn } from '../support/hall-page.ts';
import { openConfig } from '../support/open-config.ts';

const screens = 13;
/** Thirteen players and their controller share two cores with the rest of the machine. */
const patientlyMs = 60_000;

describe('the hall, from the outside', () => {
  const config = openConfig();
  let controller: TestController;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];
  /** Where each screen's programme was before anybody took anything. */
  let programme: ReadonlyMap<string, number> = new Map();

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config.folder } });
    browser = await launchBrowser();
    context = await signedIn(browser, controller);
    page = await context.newPage();
    complaints = complaintsOf(page);
    await page.goto(`${controller.url}/hall/`);
  });
  afterAll(async () => {
    await browser.close();
    await controller.stop();
    config.remove();
  });

  const agreeing = async (): Promise<number> =>
    (await screensOf(controller)).filter(({ agrees }) => agrees === true).length;
  const allAgree = (what: string, withinMs = patientlyMs) =>
    until(what, async () => (await agreeing()) === screens, withinMs);
  const glass = async (): Promise<readonly string[]> => Object.values(await onTheGlass(page));
  const allShow = (run: string, withinMs: number) =>
    until(`all screens show ${run}`, async () => (await glass()).every((shown) => shown.startsWith(run)), withinMs);

  /**
   * How far each appearance is ahead of the clock, by screen and key. A page that is held up reports the frame it drew
   * last, so of several reports the one that is furthest counts.
   */
  async function progress(): Promise<ReadonlyMap<string, number>> {
    const furthest = new Map<string, number>();
    for (let look = 0; look < 4; look += 1) {
      for (const { id, reported } of await screensOf(controller)) {
        if (reported === null || reported.shown === null) continue;
        const name = `${id} ${reported.shown.key}`;
        const ahead = reported.shown.positionMs - Date.parse(String(reported.at));
        furthest.set(name, Math.max(ahead, furthest.get(name) ?? -Infinity));
      }
      await page.waitForTimeout(1_000);
    }
    return furthest;
  }

  async function take(scene: string): Promise<string> {
    const response = await controller.post('/api/takes', { targets: 'all', scene, reason: 'a test' });
    expect(response.status).toBe(201);
    return ((await response.json()) as { run: string }).run;
  }

  it('shows every screen, each playing its own programme and reporting it', async () => {
    await allAgree('all thirteen show what is planned');
    programme = await progress();
    const states = await screensOf(controller);
    expect(
      states.map(({ player, reported }) => [player, reported?.shown?.type]).filter(([, type]) => type === 'fallback'),
    ).toEqual([]);
    expect(new Set(states.map(({ player }) => player))).toEqual(new Set(['virtual']));
    expect(new Set(states.map(({ reported }) => reported?.shown?.scene)).size).toBeGreaterThan(5);
  });

  it('takes a scene to all, and the ledger knows when each screen changed', async () => {
    const run = await take('entrance');
    await allShow(run, patientlyMs);
    await allAgree('all thirteen report the take');
    const kept = await eventually('thirteen lines in the ledger', async () => {
      const ledger = (await controller.get(`/api/takes/${run}/ledger`)) as { screens?: readonly unknown[] };
      return JSON.stringify(ledger).split('latenessMs').length - 1 >= screens ? ledger : null;
    });
    expect(kept).toBeDefined();
  });

  it('changes nothing on any screen while the controller is dead, and is back within 3 s after it', async () => {
    const before = await glass();
    await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''));
    await controller.kill('SIGKILL');
    await page.waitForTimeout(8_000);
    expect(await glass()).toEqual(before);
    controller = await controller.again();
    const revision = ((await controller.get('/api/hall')) as { revision: number }).revision;
    await until(
      'all players are back',
      async () => {
        const states = await screensOf(controller);
        return states.every(({ reported }) => reported?.plan?.revision === revision);
      },
      3_000,
    );
    expect(await glass()).toEqual(before);
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-same-page'))).toBe(true);
  });

  it('is killed at the moment of a 201: each screen shows old or new whole, and all the new after the restart', async () => {
    const old = await glass();
    const run = await take('wall');
    await controller.kill('SIGKILL');
    await page.waitForTimeout(1_000);
    for (const [index, shown] of (await glass()).entries()) {
      expect([old[index], `${run} wall`]).toContain(shown);
    }
    controller = await controller.again();
    await allShow(run, 3_000);
    await allAgree('all report the run');
  });

  it('returns every screen to where its programme has got to by then when the runs are released', async () => {
    const runs = (await controller.get('/api/runs')) as readonly { id: string; layer: string }[];
    const taken = runs.filter(({ layer }) => layer === 'manual');
    expect(taken.length).toBeGreaterThan(0);
    for (const { id } of taken) expect((await controller.request('DELETE', `/api/runs/${id}`)).ok).toBe(true);
    await until(
      'no screen shows a run by hand',
      async () => (await glass()).every((shown) => !taken.some(({ id }) => shown.startsWith(id))),
      patientlyMs,
    );
    await allAgree('all thirteen show their programme again');
    // The programme went on beneath: a scene that is still the same appearance is exactly as much further as time is.
    const same = [...(await progress())].flatMap(([name, ahead]) => {
      const before = programme.get(name);
      return before === undefined ? [] : [ahead - before];
    });
    expect(same.length).toBeGreaterThan(3);
    // Small pictures are drawn at least twice a second; a scene that began anew would be off by all that the test took.
    for (const offMs of same) expect(Math.abs(offMs)).toBeLessThan(1_000);
  });

  it('has nothing to complain of but the times without a controller', () => {
    const expected = /WebSocket connection to .* failed|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;
    expect(complaints.filter((text) => !expected.test(text))).toEqual([]);
  });
});
