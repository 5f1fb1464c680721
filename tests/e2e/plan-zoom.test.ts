import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openDesk, type Desk } from '../support/console.ts';
import { shippedHall, simulateScreens, startConsoleHall } from '../support/console-hall.ts';
import { testPassword, type RunningHall } from '../support/running-hall.ts';

const copies = 60;
const silent = 'copy-31';
/** A Thursday at noon, when the hall is open: a screen that rests is in no trouble. */
const untilOpen = Date.parse('2026-11-26T12:00:00+05:00') - Date.now();
const patience = { timeout: 20_000, interval: 100 };

describe('a hall of 73 screens, seen close', () => {
  let hall: RunningHall;
  let stopScreens: () => void;
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    hall = await startConsoleHall(await shippedHall(copies), { pages: 'dist', now: () => Date.now() + untilOpen });
    stopScreens = simulateScreens(hall, new Set([silent]));
    // It is heard once, and then falls silent.
    const others = hall.engine.facts().screens.flatMap(({ id }) => (id === silent ? [] : [id]));
    simulateScreens(hall, new Set(others))();
    browser = await launchBrowser();
    // By the places of the keys: on a Kazakh layout other letters stand there.
    desk = await openDesk(browser, hall.origin, { name: 'operator', password: testPassword, layout: 'kazakh' });
    await tile('copy-60').waitFor();
    await tile(silent).locator('.c-warn, .c-fault').first().waitFor();
  });
  afterAll(async () => {
    await browser.close();
    stopScreens();
    await hall.stop();
  });

  const tile = (unit: string) => desk.page.locator(`screen-tile[data-unit="${unit}"]`);
  const tools = (act: string) => desk.page.locator(`plan-tools [data-act=${act}]`);
  const widthOf = async (unit: string) => (await tile(unit).locator('.picture').boundingBox())?.width ?? 0;
  const isWithin = async (unit: string): Promise<boolean> => {
    const [plan, picture] = await Promise.all([
      desk.page.locator('floor-plan').boundingBox(),
      tile(unit).locator('.picture').boundingBox(),
    ]);
    if (plan === null || picture === null) return false;
    // Of a picture that is larger than the plan's frame the beginning.
    const [width, height] = [Math.min(picture.width, plan.width / 2), Math.min(picture.height, plan.height / 2)];
    return (
      picture.x >= plan.x &&
      picture.y >= plan.y &&
      picture.x + width <= plan.x + plan.width &&
      picture.y + height <= plan.y + plan.height
    );
  };

  it('comes closer by a key, tells more of each screen, and shows the whole again', async () => {
    const small = await widthOf('copy-1');
    expect(await tile('copy-1').locator('.caption').count()).toBe(0);
    for (let press = 0; press < 4; press += 1) await desk.key('Equal');
    await expect.poll(() => widthOf('copy-1'), patience).toBeGreaterThan(small * 4.5);
    expect(await tile('copy-1').locator('.caption .name').count()).toBe(1);
    await desk.key('Minus');
    await expect.poll(() => widthOf('copy-1'), patience).toBeLessThan(small * 4);
    await desk.key('Digit0');
    await expect.poll(() => widthOf('copy-1'), patience).toBe(small);
    expect(await tools('whole').count()).toBe(0);
  });

  it('is walked by arrows, and the plan goes along', async () => {
    for (let press = 0; press < 5; press += 1) await tools('closer').click();
    await desk.key('ArrowDown');
    const focused = () =>
      desk.page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.getAttribute('data-unit') ?? '';
      });
    await expect.poll(focused).toBe('entrance');
    const seen = new Set<string>();
    for (const way of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowRight']) {
      await desk.key(way);
      const unit = await focused();
      seen.add(unit);
      await expect.poll(() => isWithin(unit), patience).toBe(true);
    }
    expect(seen.size).toBeGreaterThan(4);
    expect(await isWithin('entrance')).toBe(false);
    await desk.key('Escape');
  });

  it('says at its edge who needs help out of sight, and leads there', async () => {
    await desk.key('Digit0');
    // Closer to the corner that is farthest from it.
    const plan = await desk.page.locator('floor-plan').boundingBox();
    const picture = await tile(silent).boundingBox();
    if (plan === null || picture === null) throw new Error('nothing is drawn');
    const isLeft = picture.x < plan.x + plan.width / 2;
    const isHigh = picture.y < plan.y + plan.height / 2;
    await desk.page.mouse.move(
      plan.x + plan.width * (isLeft ? 0.95 : 0.05),
      plan.y + plan.height * (isHigh ? 0.9 : 0.1),
    );
    await desk.page.keyboard.down('Control');
    for (let turn = 0; turn < 7; turn += 1) await desk.page.mouse.wheel(0, -100);
    await desk.page.keyboard.up('Control');
    const edge = desk.page.locator('plan-edges [data-edge]');
    await edge.first().waitFor();
    expect(await isWithin(silent)).toBe(false);
    expect(await edge.first().getAttribute('aria-label')).toMatch(/1 screen needs help out of sight.*: 130/);
    await edge.first().click();
    await expect.poll(() => isWithin(silent), patience).toBe(true);
    expect(await edge.count()).toBe(0);
  });

  it('is drawn along by a hand, which chooses nothing by that', async () => {
    const before = await tile(silent).boundingBox();
    if (before === null) throw new Error('nothing is drawn');
    const [x, y] = [before.x + 10, before.y + 10];
    await desk.page.mouse.move(x, y);
    await desk.page.mouse.down();
    await desk.page.mouse.move(x + 40, y + 30, { steps: 4 });
    await desk.page.mouse.up();
    const after = await tile(silent).boundingBox();
    expect(Math.abs((after?.x ?? 0) - before.x) + Math.abs((after?.y ?? 0) - before.y)).toBeGreaterThan(20);
    expect(await tile(silent).getAttribute('aria-selected')).toBe('false');
    await tile(silent).click({ position: { x: 10, y: 10 } });
    await expect.poll(() => tile(silent).getAttribute('aria-selected')).toBe('true');
  });

  it('lets go of the plan where the hand lifts beside it, and takes the next click for a choice', async () => {
    const plan = await desk.page.locator('floor-plan').boundingBox();
    const before = await tile(silent).boundingBox();
    if (plan === null || before === null) throw new Error('nothing is drawn');
    const mouse = desk.page.mouse;
    const [edge, middle] = [plan.y + plan.height - 14, plan.x + plan.width / 2];
    await mouse.move(middle, edge);
    await mouse.down();
    // Before it draws anything along, and out.
    await mouse.move(middle, plan.y + plan.height + 4);
    await mouse.up();
    await mouse.move(middle, edge - 60, { steps: 4 });
    expect(await tile(silent).boundingBox()).toEqual(before);
    await tile(silent).click({ position: { x: 10, y: 10 } });
    await expect.poll(() => tile(silent).getAttribute('aria-selected')).toBe('false');
  });

  it('shows the whole again to whoever comes back, and what a filter finds', async () => {
    await desk.key('KeyL');
    await desk.page.locator('screen-list').waitFor();
    await desk.key('KeyL');
    await tile('copy-60').waitFor();
    expect(await tools('whole').count()).toBe(0);
    for (let press = 0; press < 6; press += 1) await desk.key('Equal');
    await desk.key('KeyF', { shift: true });
    await desk.page.keyboard.type('130');
    await expect.poll(() => isWithin(silent), patience).toBe(true);
    // Nobody is signed in at first, and the browser says so.
    expect(desk.said.filter((text) => !text.includes('401'))).toEqual([]);
  });
});
