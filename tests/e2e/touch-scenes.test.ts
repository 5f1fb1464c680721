import type { BrowserContext, Page } from 'playwright';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SceneView } from '#shared/scene-view.ts';
import type { SceneElement } from '../../displays/scenes/scene-element.ts';
import { axeIn } from '../support/axe.ts';
import { openPreview, previewNowMs, type PreviewBrowser } from '../support/preview.ts';

interface Told {
  readonly touches: { topic: string; value: string | number }[];
}

declare global {
  interface Window {
    nowMs: number;
    told: Told;
  }
}

/** Gives the scene a clock the test can move, and notes what it tells the hall. Runs in the page. */
function instrument(nowMs: number): void {
  const scene = document.body.lastElementChild as SceneElement;
  window.nowMs = nowMs;
  window.told = { touches: [] };
  scene.context = { ...scene.context, nowMs: () => window.nowMs };
  scene.addEventListener('scene-touch', (event) => {
    window.told.touches.push((event as CustomEvent<Told['touches'][number]>).detail);
  });
}

/** Lets shared time pass and draws a frame. Runs in the page. */
async function pass(ms: number): Promise<SceneView> {
  const scene = document.body.lastElementChild as SceneElement;
  window.nowMs += ms;
  scene.seek(61_000);
  await scene.updateComplete;
  scene.seek(61_000);
  await scene.updateComplete;
  return scene.view;
}

const viewOf = (page: Page): Promise<SceneView> =>
  page.evaluate(() => (document.body.lastElementChild as SceneElement).view);
const touchesOf = (page: Page): Promise<Told['touches']> => page.evaluate(() => window.told.touches);

describe('scenes under visitors’ hands', () => {
  let preview: PreviewBrowser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    preview = await openPreview();
    return () => preview.close();
  });

  async function open(scene: string, viewport: { width: number; height: number }): Promise<void> {
    context = await preview.browser.newContext({ viewport, hasTouch: true });
    page = await context.newPage();
    await preview.open(page, { scene, target: scene, language: 'kk', at: '61000' });
    await page.evaluate(instrument, previewNowMs);
  }

  /** A picture of the page once nothing in it changes any more: a browser may decode a stone texture a frame late. */
  async function settledShot(): Promise<Buffer> {
    let before = await page.screenshot();
    for (let look = 0; look < 10; look += 1) {
      await page.waitForTimeout(100);
      const after = await page.screenshot();
      if (after.equals(before)) return after;
      before = after;
    }
    return before;
  }

  describe('the chronicle', () => {
    beforeEach(async () => {
      await open('chronicle-political', { width: 1080, height: 1920 });
      return () => context.close();
    });

    it('opens the year it has come to, in the language of the words that were touched', async () => {
      await page.getByText('Touch to choose a year').tap();
      expect(await viewOf(page)).toMatchObject({ language: 'en', selection: { year: 1997 }, touchedAt: previewNowMs });
      expect(await touchesOf(page)).toEqual([{ topic: 'year', value: 1997 }]);
    });

    it('opens a decade, and tells the hall which year', async () => {
      await page.touchscreen.tap(540, 600);
      await page.getByRole('button', { name: '2010' }).tap();
      expect(await viewOf(page)).toMatchObject({ selection: { year: 2010 } });
      expect((await touchesOf(page)).at(-1)).toEqual({ topic: 'year', value: 2010 });
    });

    it('runs on when the strip is flung, and comes to rest on a whole year', async () => {
      await page.touchscreen.tap(540, 600);
      const box = await page.getByRole('slider').boundingBox();
      if (box === null) throw new Error('the strip is not there');
      const y = box.y + box.height / 2;
      await page.mouse.move(box.x + 400, y);
      await page.mouse.down();
      for (let step = 1; step <= 10; step++) await page.mouse.move(box.x + 400 + step * 14, y);
      const held = await viewOf(page);
      await page.mouse.up();
      await page.evaluate(pass, 2000);
      const rested = await viewOf(page);
      expect(held.selection?.['year']).toBe(1991 + Math.round((540 / 912) * 35 - 0.5));
      expect(Number(rested.selection?.['year'])).toBeGreaterThan(Number(held.selection?.['year']));
      expect((await touchesOf(page)).at(-1)).toEqual({ topic: 'year', value: rested.selection?.['year'] });
    });

    it('tells the hall of a year that was touched on the strip when the finger is lifted, and once', async () => {
      await page.touchscreen.tap(540, 600);
      const box = await page.getByRole('slider').boundingBox();
      if (box === null) throw new Error('the strip is not there');
      const before = (await touchesOf(page)).length;
      await page.touchscreen.tap(box.x + ((1997 - 1991 + 0.5) / 35) * box.width, box.y + box.height / 2);
      expect((await touchesOf(page)).slice(before)).toEqual([{ topic: 'year', value: 1997 }]);
      await page.evaluate(pass, 2000);
      expect((await touchesOf(page)).slice(before)).toHaveLength(1);
    });

    it('goes by keys alone: a year, an event, a decade', async () => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => {
        const root = document.body.lastElementChild?.shadowRoot;
        return root?.activeElement?.getAttribute('role') === 'slider';
      });
      await page.keyboard.press('ArrowRight');
      expect(await viewOf(page)).toMatchObject({ selection: { year: 1998 } });
      await page.keyboard.press('PageDown');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      const { selection } = await viewOf(page);
      expect(selection).toMatchObject({ year: 2008, event: expect.stringMatching(/^c-2008-/) as unknown });
    });

    it('says that it will return, is kept by a touch, and returns after 30 s, to the hall’s language', async () => {
      await page.getByText('Touch to choose a year').tap();
      await page.evaluate(pass, 26_000);
      await page.getByRole('button', { name: 'Continue' }).tap();
      expect(await page.evaluate(pass, 6000)).toMatchObject({ language: 'en' });
      await page.evaluate(pass, 24_000);
      expect(await viewOf(page)).toEqual({});
    });

    it('looks the same in a mirror that is given the view, and cannot be touched there', async () => {
      await page.touchscreen.tap(540, 600);
      await page.getByRole('button', { name: '2010' }).tap();
      await page.evaluate(pass, 2000);
      const shot = await settledShot();
      const view = await viewOf(page);
      await preview.open(page, {
        scene: 'chronicle-political',
        target: 'chronicle-political',
        language: 'kk',
        at: '0',
      });
      await page.evaluate(
        async ([given, nowMs]) => {
          const scene = document.body.lastElementChild as SceneElement;
          scene.context = { ...scene.context, interactive: false, nowMs: () => nowMs };
          scene.view = given;
          await scene.updateComplete;
          scene.context = { ...scene.context, nowMs: () => nowMs + 2000 };
          scene.seek(0);
          await scene.updateComplete;
        },
        [view, previewNowMs] as const,
      );
      expect((await settledShot()).equals(shot)).toBe(true);
      await page.touchscreen.tap(130, 1500);
      expect(await viewOf(page)).toEqual(view);
    });
  });

  describe('the map', () => {
    beforeEach(async () => {
      await open('map', { width: 1920, height: 1080 });
      return () => context.close();
    });

    it('opens a card in each half at once', async () => {
      await page.touchscreen.tap(700, 400);
      await page.touchscreen.tap(1480, 300);
      const { selection } = await viewOf(page);
      expect(selection).toMatchObject({ left: expect.any(String) as unknown, right: expect.any(String) as unknown });
      expect(await page.locator('.card').count()).toBe(2);
      expect((await touchesOf(page)).filter(({ topic }) => topic === 'region')).toHaveLength(2);
    });

    it('keeps one card when the other is closed', async () => {
      await page.touchscreen.tap(700, 400);
      await page.touchscreen.tap(1480, 300);
      await page.locator('.card.left .close').tap();
      const { selection } = await viewOf(page);
      expect(selection).toMatchObject({ left: null, right: expect.any(String) as unknown });
    });

    it('zooms within its limits, and finds home', async () => {
      await page.touchscreen.tap(1800, 700);
      for (let times = 0; times < 3; times++) await page.getByRole('button', { name: 'Жақындату' }).tap();
      expect(await viewOf(page)).toMatchObject({ selection: { scale: 4 } });
      await page.getByRole('button', { name: 'Бүкіл карта' }).tap();
      expect(await viewOf(page)).toMatchObject({ selection: { scale: 1, x: 960, y: 540 } });
    });

    it('hides a field of life', async () => {
      await page.touchscreen.tap(1800, 700);
      const before = await page.locator('.drawing .economic').count();
      await page.getByRole('button', { name: 'Экономика' }).tap();
      expect(before).toBeGreaterThan(0);
      expect(await page.locator('.drawing .economic').count()).toBe(0);
    });

    it('opens a region by keys', async () => {
      await page.touchscreen.tap(1800, 700);
      await page.locator('.target').first().focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('.card').count()).toBe(1);
    });
  });

  const portrait = { width: 1080, height: 1920 };
  const landscape = { width: 1920, height: 1080 };
  const states: readonly { name: string; scene: string; viewport: typeof portrait; view: SceneView }[] = [
    { name: 'the chronicle left alone', scene: 'chronicle-economic', viewport: portrait, view: {} },
    {
      name: 'the chronicle open, large and low',
      scene: 'chronicle-economic',
      viewport: portrait,
      view: { touchedAt: previewNowMs, textSize: 'large', lowReach: true, selection: { year: 2004 } },
    },
    {
      name: 'the chronicle about to return',
      scene: 'chronicle-economic',
      viewport: portrait,
      view: { touchedAt: previewNowMs - 27_000, language: 'ru', selection: { year: 2022 } },
    },
    { name: 'the map left alone', scene: 'map', viewport: landscape, view: {} },
    {
      name: 'the map with two cards',
      scene: 'map',
      viewport: landscape,
      view: { touchedAt: previewNowMs, selection: { year: 2025, left: 'region:KZ-23', right: 'spot:m-kz-71-03' } },
    },
  ];

  it.each(states)(
    '$name: axe finds nothing, and targets are large and low enough',
    async ({ scene, viewport, view }) => {
      await open(scene, viewport);
      await page.evaluate(async (given) => {
        const element = document.body.lastElementChild as SceneElement;
        element.view = given;
        await element.updateComplete;
        element.seek(65_000);
        await element.updateComplete;
      }, view);
      const axe = await axeIn(page, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] });
      const { violations } = await axe.analyze();
      // The page around the scene is the player's; it has the landmarks.
      const own = violations.filter(({ id }) => !['region', 'landmark-one-main', 'page-has-heading-one'].includes(id));
      expect(own.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual(
        [],
      );
      const boxes = await page.locator('button:visible').evaluateAll((buttons) =>
        buttons.map((button) => {
          const { width, height, top } = button.getBoundingClientRect();
          return {
            text: button.textContent.trim().slice(0, 20),
            width: Math.round(width),
            height: Math.round(height),
            top,
          };
        }),
      );
      const least = scene === 'map' ? 70 : 96;
      expect(boxes.filter(({ width, height }) => width < least || height < least)).toEqual([]);
      expect(boxes.filter(({ top }) => viewport === portrait && top < 1400)).toEqual([]);
      await context.close();
    },
  );
});
