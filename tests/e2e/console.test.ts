import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { addPerson, openDesk, openPlayers, type Desk } from '../support/console.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';

const password = 'a long password for tests';
const patience = { timeout: 40_000, interval: 100 };
const played = ['entrance', 'chronicle-political', 'statehood', 'diplomacy', 'wall-1', 'wall-2'];

interface RunSeen {
  readonly id: string;
  readonly layer: string;
  readonly owner: string | null;
}

describe('two operators at their consoles, six players in the hall', () => {
  const config = alwaysOpenConfig();
  let controller: TestController;
  let browser: Browser;
  let players: ReadonlyMap<string, Page>;
  /** At a Russian keyboard. */
  let aliya: Desk;
  /** At a Kazakh keyboard. */
  let dana: Desk;

  const runs = async (): Promise<readonly RunSeen[]> => (await controller.get('/api/runs')) as RunSeen[];
  const byHand = async (): Promise<RunSeen | undefined> => (await runs()).find(({ layer }) => layer === 'manual');
  const shown = async (screen: string): Promise<string | null> => {
    const state = (await controller.get(`/api/screens/${screen}`)) as {
      reported: { shown: { scene: string } | null } | null;
    };
    return state.reported?.shown?.scene ?? null;
  };
  const until = (is: () => Promise<boolean>): Promise<boolean> => vi.waitUntil(is, patience);
  const tile = (desk: Desk, unit: string) => desk.page.locator(`screen-tile[data-unit="${unit}"]`);

  /** Presses the key of Release when the console has seen that there is something to release. */
  async function release(desk: Desk): Promise<void> {
    await expect.poll(() => desk.page.locator('foot-bar [data-act=release]').isEnabled(), patience).toBe(true);
    await desk.key('KeyR');
  }

  /** Chooses screens by touch, then a scene or a show from the library by its search. */
  async function prepare(desk: Desk, units: readonly string[], query: string, item: string): Promise<void> {
    await desk.key('Escape');
    for (const unit of units) await tile(desk, unit).click();
    await desk.key('KeyF');
    await desk.page.keyboard.type(query);
    await desk.page.locator(`[data-item="${item}"]`).click();
    await desk.key('Escape');
    for (const unit of units) await expect.poll(() => tile(desk, unit).getAttribute('aria-selected')).toBe('true');
  }

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    await addPerson(controller, 'Aliya', 'operator', password);
    await addPerson(controller, 'Dana', 'operator', password);
    browser = await launchBrowser();
    players = await openPlayers(browser, controller, played);
    aliya = await openDesk(browser, controller.url, { name: 'Aliya', password, layout: 'russian' });
    dana = await openDesk(browser, controller.url, { name: 'Dana', password, layout: 'kazakh' });
    await until(async () => (await Promise.all(played.map(shown))).every((scene) => scene !== null));
  });
  afterAll(async () => {
    await browser.close();
    await controller.stop();
    rmSync(config, { recursive: true, force: true });
  });

  it('shows the hall with every screen, and each operator the other', async () => {
    await expect.poll(() => aliya.page.locator('screen-tile').count(), patience).toBe(9);
    await expect.poll(() => aliya.page.locator('header-bar .others').getAttribute('title'), patience).toContain('Dana');
    expect(await tile(aliya, 'wall').getAttribute('aria-label')).toContain('13');
    await aliya.key('KeyL');
    await expect.poll(() => aliya.page.locator('screen-list tr[data-screen]').count()).toBe(13);
    await aliya.key('KeyL');
  });

  it('arms, waits for every light, and goes at Space; the other console sees it', async () => {
    await prepare(aliya, ['statehood', 'diplomacy'], 'вход', 'scene:entrance');
    await aliya.key('KeyS');
    await aliya.page.waitForSelector('go-panel');
    await expect.poll(() => aliya.page.locator('[data-light=ready]').count(), patience).toBe(2);
    await expect.poll(() => dana.page.locator('go-panel').count(), patience).toBe(1);
    await aliya.key('Space');
    await until(async () => (await shown('statehood')) === 'entrance' && (await shown('diplomacy')) === 'entrance');
    await expect.poll(() => dana.page.locator('run-list [data-run]').innerText(), patience).toContain('Aliya');
    await expect.poll(() => aliya.page.locator('last-take circle').count(), patience).toBe(2);
  });

  it('lets a run be asked for and given, and shows it to both', async () => {
    await dana.page.locator('run-acts button').first().click();
    await dana.page.locator('run-acts input').fill('A school class is waiting');
    await dana.page.keyboard.press('Enter');
    const alert = aliya.page.locator('[data-asked]');
    await expect.poll(() => alert.innerText(), patience).toContain('A school class is waiting');
    await alert.locator('button').first().click();
    await until(async () => (await byHand())?.owner === 'Dana');
    await expect.poll(() => dana.page.locator('run-list [data-run]').innerText(), patience).toContain('Dana');
    const journal = (await controller.get('/api/journal?limit=2')) as { summary: string }[];
    expect(journal.map(({ summary }) => summary).join(' ')).toContain('to Dana');
  });

  it('lets a run be taken over with a reason only', async () => {
    await aliya.page.locator('run-acts button').first().click();
    const takeOver = aliya.page.locator('run-acts button[type=button]').first();
    expect(await takeOver.isDisabled()).toBe(true);
    await aliya.page.locator('run-acts input').fill('Dana has left');
    await takeOver.click();
    await until(async () => (await byHand())?.owner === 'Aliya');
  });

  it('releases at a key, and has it back as it was at another', async () => {
    const before = await byHand();
    await aliya.key('Escape');
    await aliya.key('Escape');
    await aliya.key('KeyR');
    await until(async () => (await byHand()) === undefined && (await shown('statehood')) !== 'entrance');
    await expect.poll(() => dana.page.locator('[data-act=back]').count(), patience).toBe(1);
    await dana.key('KeyU');
    await until(async () => (await shown('statehood')) === 'entrance');
    expect((await byHand())?.id).toBe(before?.id);
    await aliya.key('KeyR');
    await until(async () => (await byHand()) === undefined);
  });

  it('starts once what two operators start in the same instant', async () => {
    await prepare(aliya, ['statehood'], 'дипломатия', 'scene:diplomacy');
    await aliya.key('KeyS');
    await expect.poll(() => dana.page.locator('[data-light=ready]').count(), patience).toBe(1);
    await Promise.all([aliya.key('Space'), dana.key('Space')]);
    await until(async () => (await shown('statehood')) === 'diplomacy');
    expect((await runs()).filter(({ layer }) => layer === 'manual')).toHaveLength(1);
    await aliya.key('Escape');
    await dana.key('Escape');
    await release(aliya);
    await until(async () => (await byHand()) === undefined);
  });

  it('waits for a screen that is gone, does nothing at Space, and goes without it on purpose', async () => {
    await players.get('diplomacy')?.goto('about:blank');
    await expect
      .poll(() => aliya.page.locator('screen-tile[data-unit=diplomacy]').getAttribute('aria-label'), patience)
      .toContain('No answer');
    await prepare(aliya, ['statehood', 'diplomacy'], 'вход', 'scene:entrance');
    await aliya.key('KeyS');
    await expect.poll(() => aliya.page.locator('[data-light=ready]').count(), patience).toBe(1);
    expect(await aliya.page.locator('go-panel .go').getAttribute('aria-disabled')).toBe('true');
    expect(await aliya.page.locator('go-panel .go').innerText()).toContain('09');
    await aliya.key('Space');
    await aliya.page.waitForTimeout(500);
    expect(await byHand()).toBeUndefined();
    await aliya.key('Space', { shift: true });
    await until(async () => (await shown('statehood')) === 'entrance');
    await players.get('diplomacy')?.goto(`${controller.url}/display/?screen=diplomacy&mode=virtual`);
    // Late, and at the right position: it joins the run by itself.
    await until(async () => (await shown('diplomacy')) === 'entrance');
    await aliya.key('Escape');
    await release(aliya);
    await until(async () => (await byHand()) === undefined);
  });

  it('has made no noise in the browser beyond its network’s', () => {
    const network = /Failed to load resource|WebSocket connection to|net::ERR/;
    expect([...aliya.said, ...dana.said].filter((text) => !network.test(text))).toEqual([]);
  });
});
