import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { addPerson, openDesk } from '../support/console.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';
import { pairByHand } from '../support/pair-by-hand.ts';
import { startPlayerProcess, type PlayerProcess } from '../support/player-process.ts';

const screen = 'statehood';
const port = 8_373;
const password = 'a long password for tests';
const patience = { timeout: 90_000, interval: 200 };
const mark = 'globalThis.wasHereBefore';

/** Everything goes the whole way: the console's button, the controller, the player host, the browser, and back. */
describe('a technician at the console, and the player on the wall', () => {
  const config = alwaysOpenConfig();
  const dataDir = mkdtempSync(join(tmpdir(), 'shanyraq-player-'));
  let controller: TestController;
  let host: PlayerProcess;
  let browser: Browser;
  let page: Page;

  interface Seen {
    readonly player: string;
    readonly host?: { readonly browser: { readonly restarts: number } };
  }
  const seen = async (): Promise<Seen> => (await controller.get(`/api/screens/${screen}`)) as Seen;
  const plays = (): Promise<boolean> =>
    vi.waitUntil(async () => {
      const { player, host: machine } = await seen();
      return player === 'screen' && machine !== undefined && (await host.shows());
    }, patience);
  const onTheWall = async (expression: string): Promise<unknown> => {
    const wall = await host.cdp();
    const { result } = await wall
      .call('Runtime.evaluate', { expression, returnByValue: true })
      .finally(() => wall.close());
    return (result as { readonly value?: unknown }).value;
  };
  const button = (act: string): Locator => page.locator(`health-actions [data-act="${act}"]`);
  const answer = (): Locator => page.locator('health-actions [role=status]');
  /** What the console says when the screen has answered. */
  async function said(): Promise<string> {
    await vi.waitUntil(async () => !(await answer().innerText()).includes('Waiting'), patience);
    return answer().innerText();
  }
  async function press(act: string): Promise<string> {
    await button(act).click();
    return said();
  }
  async function hold(act: string, until: RegExp): Promise<void> {
    await button(act).hover();
    await page.mouse.down();
    await answer().filter({ hasText: until }).waitFor();
    await page.mouse.up();
  }

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    writeFileSync(
      join(dataDir, 'pairing.json'),
      JSON.stringify({ screen, token: await pairByHand(controller, screen) }),
    );
    host = startPlayerProcess({ controller: controller.url, port, dataDir });
    await addPerson(controller, 'Timur', 'technician', password);
    browser = await launchBrowser();
    ({ page } = await openDesk(browser, controller.url, { name: 'Timur', password }));
    await page.goto(`${controller.url}/#screen=${screen}`);
    await button('reload').waitFor();
    await plays();
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    await controller.stop();
    for (const folder of [dataDir, config]) rmSync(folder, { recursive: true, force: true });
  });

  it('reloads the page: another one shows the scene, and the console says so', async () => {
    await onTheWall(`${mark} = true`);
    expect(await press('reload')).toMatch(/The screen did it, after .*page has come back/);
    expect(await onTheWall(mark)).toBeUndefined();
    await plays();
  });

  it('has the screen say which it is', async () => {
    expect(await press('identify')).toMatch(/The screen did it, after .*shows it/);
    expect(await onTheWall('document.querySelectorAll("overlay-ident").length')).toBe(1);
  });

  it('keeps the player out, whose scene stays, and lets it in again', async () => {
    expect(await press('release')).toMatch(/is not kept out/);
    await hold('quarantine', /The screen did it, after .*kept out until it is let in/);
    await page.locator('health-screen .reason').filter({ hasText: 'Timur wants it so' }).waitFor();
    expect((await seen()).player).toBe('none');
    expect(await host.shows()).toBe(true);
    expect(await press('release')).toMatch(/The screen did it, after .*has come back/);
    expect((await seen()).player).toBe('screen');
    await page.locator('health-screen .reason').filter({ hasText: 'Timur wants it so' }).waitFor({ state: 'detached' });
  });

  it('has the player host start the browser anew', async () => {
    const before = (await seen()).host?.browser.restarts ?? 0;
    await onTheWall(`${mark} = true`);
    expect(await press('restart-player')).toMatch(/The screen did it, after .*page has come back/);
    await plays();
    expect(await onTheWall(mark)).toBeUndefined();
    await vi.waitUntil(async () => ((await seen()).host?.browser.restarts ?? 0) > before, patience);
  });

  it('says of a player that is let in and does not come that it may, however long that was waited for', async () => {
    await hold('quarantine', /kept out until it is let in/);
    await host.stop();
    expect(await press('release')).toMatch(/^Not confirmed by the screen\. .*may come back; it has not yet/);
  });
});
