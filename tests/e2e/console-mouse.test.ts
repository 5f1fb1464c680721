import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openDesk, type Desk } from '../support/console.ts';
import { shippedHall, simulateScreens, startConsoleHall } from '../support/console-hall.ts';
import { testPassword, type RunningHall } from '../support/running-hall.ts';

/** A Thursday at noon, when the hall is open. */
const untilOpen = Date.parse('2026-11-26T12:00:00+05:00') - Date.now();
const patience = { timeout: 20_000, interval: 100 };

/** One hand on the mouse, the other on the keys: what the mouse has pressed must not decide whose the keys are. */
describe('a mouse and keys at one console', () => {
  let hall: RunningHall;
  let stopScreens: () => void;
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    hall = await startConsoleHall(await shippedHall(), { pages: 'dist', now: () => Date.now() + untilOpen });
    stopScreens = simulateScreens(hall);
    browser = await launchBrowser();
    desk = await openDesk(browser, hall.origin, { name: 'operator', password: testPassword });
    await tile('map').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    stopScreens();
    await hall.stop();
  });
  beforeEach(async () => {
    await desk.page.locator('hall-filter input').fill('');
    await panel('#search').fill('');
    // Leaves the field, then lets go of what is shown and chosen.
    for (let press = 0; press < 4; press += 1) await desk.key('Escape');
    await desk.page.locator('screen-tile[aria-selected=true]').first().waitFor({ state: 'detached' });
  });

  const tile = (unit: string) => desk.page.locator(`screen-tile[data-unit="${unit}"]`);
  const panel = (selector: string) => desk.page.locator('take-panel').locator(selector);
  const standbys = () => desk.page.locator('[data-standby], go-panel').count();
  const isMuted = () => desk.page.locator('foot-bar [data-act=mute]', { hasText: 'Unmute' }).count();
  const arm = () => panel('.acts .button').last();

  /** Chooses from the library, and leaves its field. */
  async function chooseScene(id: string): Promise<void> {
    await desk.key('KeyF');
    await desk.page.keyboard.type(id);
    await panel(`[data-item="scene:${id}"]`).click();
    await desk.key('Escape');
  }
  async function go(): Promise<void> {
    await desk.page.locator('go-panel .go[aria-disabled=false]').waitFor();
    await desk.key('Space');
    await expect.poll(standbys, patience).toBe(0);
  }

  it('makes letters keys again once the mouse has gone on from the filter to a screen', async () => {
    await chooseScene('entrance');
    await desk.key('KeyF', { shift: true });
    await desk.page.keyboard.type('map');
    await tile('map').click();
    await desk.key('KeyM');
    await expect.poll(isMuted, patience).toBe(1);
    await desk.key('KeyM');
    await expect.poll(isMuted, patience).toBe(0);
    await desk.key('KeyS');
    await expect.poll(standbys, patience).toBe(1);
    expect(await desk.page.locator('hall-filter input').inputValue()).toBe('map');
    await desk.key('KeyD');
    await expect.poll(standbys, patience).toBe(0);
  });

  it.each(['#search', '#at', '#reason'])('does so from %s of what is to be taken', async (field) => {
    await chooseScene('entrance');
    await panel(field).click();
    await tile('map').click();
    await desk.key('KeyS');
    await expect.poll(standbys, patience).toBe(1);
    await desk.key('KeyD');
    await expect.poll(standbys, patience).toBe(0);
    expect(await panel('#reason').inputValue()).toBe('');
  });

  it('leaves the field that one types in to who looks at a preview, and to who chooses in what it found', async () => {
    await tile('map').click();
    await desk.key('KeyF');
    await desk.page.keyboard.type('entra');
    await panel('[data-item="scene:entrance"]').click();
    await desk.page.keyboard.type('nc');
    await panel('.acts .button').first().click();
    await desk.page.locator('preview-panel').waitFor();
    await desk.page.keyboard.type('e');
    expect(await panel('#search').inputValue()).toBe('entrance');
    // T, S, M and D would have been keys by now.
    await desk.page.keyboard.type('tsmd');
    expect(await panel('#search').inputValue()).toBe('entrancetsmd');
    expect([await standbys(), await isMuted()]).toEqual([0, 0]);
  });

  it.each([
    ['#hold', '300000'],
    ['#language', 'ru'],
  ])('leaves Space to GO after the mouse has chosen in %s and pressed Standby', async (field, value) => {
    await chooseScene('entrance');
    await tile('map').click();
    await panel(field).focus();
    await panel(field).selectOption(value);
    await arm().click();
    await go();
    const held = desk.page.locator('foot-bar [data-act=release]:enabled', { hasText: /Release \d/ });
    await held.click();
    await expect.poll(() => held.count(), patience).toBe(0);
  });

  const preview = () => desk.page.locator('preview-panel');
  /** Whether a press in its middle would meet it. */
  const inReach = (selector: string): Promise<boolean> =>
    panel(selector)
      .last()
      .evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const met = (element.getRootNode() as ShadowRoot).elementFromPoint(left + width / 2, top + height / 2);
        return met !== null && element.contains(met);
      });

  it.each([
    [1440, 720],
    [1440, 660],
    [768, 1024],
  ])(
    'brings a preview in sight above what is armed and leaves Standby and Take there, %i wide, %i high',
    async (width, height) => {
      await desk.page.setViewportSize({ width, height });
      await tile('map').click();
      await chooseScene('entrance');
      await desk.key('KeyS');
      await desk.page.locator('go-panel').waitFor();
      await desk.key('KeyA');
      await panel('.take').scrollIntoViewIfNeeded();
      await panel('.acts .button').first().scrollIntoViewIfNeeded();
      expect([await inReach('.acts .button'), await inReach('.take')]).toEqual([true, true]);
      await panel('.acts .button').first().click();
      // Taller than the room that is left for it.
      await preview().locator('.box').nth(3).waitFor();
      await expect.poll(() => preview().evaluate((shown) => shown.clientHeight), patience).toBeGreaterThan(200);
      expect([await inReach('.acts .button'), await inReach('.take')]).toEqual([true, true]);
      await desk.key('KeyD');
      await expect.poll(standbys, patience).toBe(0);
      await desk.page.setViewportSize({ width: 1440, height: 900 });
    },
  );

  it('keeps the preview of what is to be next while another thing goes, and ends it with its own take', async () => {
    await tile('map').click();
    await chooseScene('entrance');
    await desk.key('KeyS');
    await desk.page.locator('go-panel .go[aria-disabled=false]').waitFor();
    await panel('#search').fill('');
    await desk.key('Escape');
    await chooseScene('map');
    await desk.key('KeyP');
    await preview().waitFor();
    await go();
    expect(await preview().count()).toBe(1);
    // Asked for once more, and answered after the take only.
    let answer = (): void => undefined;
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await desk.page.route('**/api/previews', async (route) => {
      await late;
      await route.continue();
    });
    await desk.key('KeyP');
    await desk.key('KeyT');
    await expect.poll(() => preview().count(), patience).toBe(0);
    const answered = desk.page.waitForResponse('**/api/previews');
    answer();
    await (await answered).finished();
    // A round trip more: what the answer would draw is drawn by then.
    await desk.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    expect(await preview().count()).toBe(0);
    await desk.page.unroute('**/api/previews');
  });
});
