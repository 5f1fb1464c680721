import { rmSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { squarePin, type CornerPin } from '#shared/corner-pin.ts';
import type { Hall, Screen } from '#shared/hall.ts';
import { launchBrowser } from '../support/browser.ts';
import { addPerson, openDesk, type Desk } from '../support/console.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { until } from '../support/eventually.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';
import { present } from '../support/present.ts';

const screen = 'relief-left';
const size = { width: 960, height: 540 };

describe('a technician and the corners of a projector', () => {
  const config = alwaysOpenConfig();
  let controller: TestController;
  let browser: Browser;
  let context: BrowserContext;
  let projector: Page;
  let dana: Desk;

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    browser = await launchBrowser();
    await addPerson(controller, 'Dana', 'technician', 'a lantern in the hall');
    const offered = (await (await controller.post(`/api/screens/${screen}/pairing`, {})).json()) as { code: string };
    context = await browser.newContext({ viewport: size });
    projector = await context.newPage();
    await projector.goto(`${controller.url}/display/#pair=${offered.code}`);
    await until('its picture', async () => (await projector.locator('.player[data-scene]').count()) === 1, 30_000);
    dana = await openDesk(browser, `${controller.url}/#screen=${screen}`, {
      name: 'Dana',
      password: 'a lantern in the hall',
    });
  });
  afterAll(async () => {
    await browser.close();
    await controller.stop();
    rmSync(config, { recursive: true, force: true });
  });

  const editor = () => dana.page.locator('screen-calibration');
  const pinned = () => projector.locator('.pinned').evaluate((box) => (box as HTMLElement).style.transform);
  const told = async (): Promise<Screen> =>
    present(((await controller.get('/api/hall')) as Hall).screens.find(({ id }) => id === screen));
  const onTrial = async (): Promise<CornerPin | undefined> =>
    ((await controller.get(`/api/screens/${screen}`)) as { trial?: { cornerPin: CornerPin } }).trial?.cornerPin;
  /** Where the desk draws the first corner, as a fraction of the screen's width. */
  const handleX = async (): Promise<number> => {
    const drawn = await editor().locator('g').first().locator('circle').getAttribute('cx');
    return Number(drawn) / (await told()).widthPx;
  };
  const kept = async (): Promise<CornerPin | undefined> => (await told()).cornerPin;

  async function drag(page: Page, from: readonly [number, number], by: readonly [number, number]): Promise<void> {
    await page.mouse.move(...from);
    await page.mouse.down();
    for (let step = 1; step <= 5; step += 1)
      await page.mouse.move(from[0] + (by[0] * step) / 5, from[1] + (by[1] * step) / 5);
    await page.mouse.up();
  }

  it('sees the test grid come onto the glass, and nothing decided', async () => {
    await editor().locator('[data-act=corners]').click();
    await projector.locator('overlay-grid').waitFor({ timeout: 10_000 });
    await projector.locator('corner-handles').waitFor();
    expect(await pinned()).toBe('');
    expect(await kept()).toEqual(squarePin);
  });

  it('drags a corner at the desk, and the glass follows while the hand is still down', async () => {
    const box = present(await editor().locator('g').first().locator('circle').boundingBox());
    const from = [box.x + box.width / 2, box.y + box.height / 2] as const;
    await dana.page.mouse.move(...from);
    await dana.page.mouse.down();
    await dana.page.mouse.move(from[0] + 30, from[1] + 20, { steps: 4 });
    await until('the glass has followed', async () => (await pinned()).startsWith('matrix3d'), 5_000);
    await dana.page.mouse.up();
    // The desk tells where the corner is ten times a second: the last of it comes after the hand.
    await until('the hall has heard all of it', async () => {
      const [drawn, heard] = [await handleX(), present(await onTrial()).topLeft[0]];
      return Math.abs(drawn - heard) < 1e-6;
    });
    const [x, y] = present(await onTrial()).topLeft;
    expect([x > 0.02, x < 0.1, y > 0.02, y < 0.1]).toEqual([true, true, true, true]);
    expect(await kept()).toEqual(squarePin);
  });

  it('moves it by one pixel with an arrow key', async () => {
    const [before] = present(await onTrial()).topLeft;
    await editor().locator('g').first().focus();
    await dana.page.keyboard.press('ArrowRight');
    const { widthPx } = await told();
    const movedPx = async () => (present(await onTrial()).topLeft[0] - before) * widthPx;
    await until('it has moved', async () => (await movedPx()) > 0.5, 5_000);
    expect(await movedPx()).toBeCloseTo(1);
  });

  it('drags the other corner on the projector’s own picture; the picture follows, the desk sees it, Enter keeps it', async () => {
    const before = await pinned();
    await drag(projector, [size.width - 20, size.height - 20], [-48, -27]);
    await until('the picture has followed', async () => (await pinned()) !== before, 5_000);
    await until(
      'the hall has heard',
      async () => Math.abs(present(await onTrial()).bottomRight[0] - 0.95) < 0.005,
      5_000,
    );
    const label = await editor().locator('g').nth(2).getAttribute('aria-label');
    await projector.keyboard.press('Enter');
    await until('it is kept', async () => present(await kept()).bottomRight[0] !== 1, 5_000);
    const pin = present(await kept());
    expect(pin.bottomRight[0]).toBeCloseTo(0.95, 2);
    expect(pin.bottomRight[1]).toBeCloseTo(0.95, 2);
    expect(label).toContain('3');
    await projector.locator('overlay-grid').waitFor({ state: 'detached' });
    await projector.locator('corner-handles').waitFor({ state: 'detached' });
    const [entry] = (await controller.get('/api/journal?limit=1')) as readonly { actor: string; command: string }[];
    expect(entry).toMatchObject({ actor: 'Dana', command: 'screen.calibrate' });
  });

  it('gives up, and the glass has what was kept before', async () => {
    const before = await pinned();
    await editor().locator('[data-act=corners]').click();
    await editor().locator('[data-act=square]').click();
    await until('it is straight', async () => (await pinned()) === '', 5_000);
    await editor().locator('[data-act=give-up]').click();
    await until('it is as before', async () => (await pinned()) === before, 5_000);
    expect(await onTrial()).toBeUndefined();
  });

  it('sets the delay of the output', async () => {
    await editor().locator('#delay').fill('33.5');
    await editor().locator('form button').click();
    await until('it is decided', async () => (await told()).outputDelayMs === 33.5, 5_000);
    // Signing in begins with the question whether one is signed in.
    expect(dana.said.filter((text) => !text.includes('401'))).toEqual([]);
  });
});
