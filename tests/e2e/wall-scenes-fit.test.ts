import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { Diplomacy, StateBuilding } from '#shared/content.ts';
import { DiplomacyParams } from '#shared/scenes/diplomacy.ts';
import { InvestmentParams } from '#shared/scenes/investment.ts';
import { StatehoodParams } from '#shared/scenes/statehood.ts';
import { stopsOf as diplomacyStops } from '../../displays/scenes/diplomacy/events.ts';
import { stopsOf as investmentStops } from '../../displays/scenes/investment/times.ts';
import { polesOf } from '../../displays/scenes/statehood/dome.ts';
import { stopsOf as statehoodStops } from '../../displays/scenes/statehood/times.ts';
import { loopMs as wallLoopMs } from '../../displays/scenes/wall/times.ts';
import type { SceneElement } from '../../displays/scenes/scene-element.ts';
import { launchBrowser } from '../support/browser.ts';
import { servePreview, type PreviewPages } from '../support/preview.ts';

const config = join(import.meta.dirname, '../../config');
const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(config, path), 'utf8'));
const paramsOf = async (scene: string): Promise<unknown> =>
  ((await json(`scenes/${scene}.json`)) as { params: unknown }).params;

const diplomacy = Diplomacy.parse(await json('media/content/diplomacy.json'));
const state = StateBuilding.parse(await json('media/content/state-building.json'));
const statehoodParams = StatehoodParams.parse(await paramsOf('statehood'));

/** The middle of everything a scene tells, ms. */
const middles = (stops: readonly { readonly fromMs: number; readonly untilMs: number }[]): readonly number[] =>
  stops.map(({ fromMs, untilMs }) => (fromMs + untilMs) / 2);
const told = {
  statehood: middles(statehoodStops(polesOf(state.institutions, statehoodParams), statehoodParams)),
  investment: middles(investmentStops(state, InvestmentParams.parse(await paramsOf('investment')))),
  diplomacy: middles(diplomacyStops(diplomacy, DiplomacyParams.parse(await paramsOf('diplomacy')))),
  wall: [0, 0.2, 0.45, 0.7, 0.9].map((share) => share * wallLoopMs),
} as const;

declare const textFaults: () => string[];

interface Walk {
  readonly language: string;
  readonly positions: readonly number[];
  readonly textSize: 'normal' | 'large';
}

/** Seeks one position after the other and returns what is wrong with each. Runs in the page. */
async function faultsOf({ language, positions, textSize }: Walk): Promise<string[]> {
  const scene = document.body.lastElementChild as SceneElement;
  const faults: string[] = [];
  scene.context = { ...scene.context, language };
  scene.view = { textSize };
  for (const atMs of positions) {
    scene.seek(atMs);
    await scene.updateComplete;
    scene.seek(atMs);
    await scene.updateComplete;
    const found = textFaults();
    // What has its own height must not lose a line of it.
    for (const box of scene.shadowRoot?.querySelectorAll('.name, .text, .words, .told') ?? []) {
      if (box.scrollHeight > box.clientHeight + 2) {
        found.push(`${box.scrollHeight - box.clientHeight} px too high: "${box.textContent.trim().slice(0, 60)}"`);
      }
    }
    const words = scene.shadowRoot?.querySelector('.words')?.getBoundingClientRect();
    for (const bar of scene.shadowRoot?.querySelectorAll('.bar') ?? []) {
      const { top, left, width } = bar.getBoundingClientRect();
      // A range of the words' own lines would do, but the block is simpler and stricter.
      if (words !== undefined && width > 0 && left < words.right && top < words.bottom) {
        found.push(`a bar stands ${Math.round(words.bottom - top)} px into the words`);
      }
    }
    faults.push(...found.map((fault) => `${language} ${textSize} ${atMs}: ${fault}`));
  }
  return faults;
}

const screens = [
  { scene: 'statehood', target: 'statehood', width: 1920, height: 1080 },
  { scene: 'investment', target: 'statehood', width: 1920, height: 1080 },
  { scene: 'diplomacy', target: 'diplomacy', width: 1920, height: 1080 },
  { scene: 'wall', target: 'wall', width: 3848, height: 2168 },
  // A curator may put them on a panel that stands upright, too.
  { scene: 'statehood', target: 'entrance', width: 1080, height: 1920 },
  { scene: 'investment', target: 'entrance', width: 1080, height: 1920 },
  { scene: 'diplomacy', target: 'entrance', width: 1080, height: 1920 },
] as const;

describe('everything the walls tell fits', () => {
  let preview: PreviewPages;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    preview = await servePreview();
    return () => preview.close();
  });
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    return () => browser.close();
  });

  describe.each(screens)('$scene on $target', ({ scene, target, width, height }) => {
    beforeAll(async () => {
      await page.setViewportSize({ width, height });
      await preview.open(page, { scene, target, language: 'kk' });
    });

    it.each(['kk', 'ru', 'en'])('in %s, in both text sizes', async (language) => {
      const positions = told[scene];
      for (const textSize of ['normal', 'large'] as const) {
        expect(await page.evaluate(faultsOf, { language, positions, textSize })).toEqual([]);
      }
    });

    it('shows after a jump back what it showed the first time', async () => {
      const positions = told[scene];
      const seen = await page.evaluate(async (all) => {
        const element = document.body.lastElementChild as SceneElement;
        const words = async (atMs: number): Promise<string> => {
          element.seek(atMs);
          await element.updateComplete;
          return element.shadowRoot?.textContent ?? '';
        };
        const forward: string[] = [];
        for (const atMs of all) forward.push(await words(atMs));
        const backward: string[] = [];
        for (const atMs of all.toReversed()) backward.unshift(await words(atMs));
        return { forward, backward };
      }, positions);
      expect(seen.backward).toEqual(seen.forward);
      expect(new Set(seen.forward).size).toBeGreaterThan(scene === 'wall' ? 0 : positions.length * 0.9);
    });
  });

  const titles = ['way-title', 'way-independence', 'welcome'].flatMap((scene) =>
    ['statehood', 'entrance'].map((target) => ({ scene, target })),
  );
  it.each(titles)('$scene on $target, as it comes up', async ({ scene, target }) => {
    await page.setViewportSize(target === 'entrance' ? { width: 1080, height: 1920 } : { width: 1920, height: 1080 });
    for (const language of ['kk', 'ru', 'en']) {
      // Opened anew each time: a title is fitted before its face has been fetched, and again when it is there.
      await preview.open(page, { scene, target, language, at: '12000' });
      expect(await page.evaluate(() => textFaults())).toEqual([]);
    }
  });
});
