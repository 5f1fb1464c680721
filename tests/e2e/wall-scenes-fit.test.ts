import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
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
import { openPreview, type PreviewBrowser } from '../support/preview.ts';

const config = join(import.meta.dirname, '../../config');
const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(config, path), 'utf8'));
const paramsOf = async (scene: string): Promise<unknown> =>
  ((await json(`scenes/${scene}.json`)) as { params: unknown }).params;

const diplomacy = Diplomacy.parse(await json('media/content/diplomacy.json'));
const state = StateBuilding.parse(await json('media/content/state-building.json'));
const statehoodParams = StatehoodParams.parse(await paramsOf('statehood'));

/** When each is told, without what the page need not know. */
const times = (all: readonly Span[]): readonly Span[] => all.map(({ fromMs, untilMs }) => ({ fromMs, untilMs }));
/** The middle of everything a scene tells, ms. */
const middles = (stops: readonly { readonly fromMs: number; readonly untilMs: number }[]): readonly number[] =>
  stops.map(({ fromMs, untilMs }) => (fromMs + untilMs) / 2);
const stops = {
  statehood: statehoodStops(polesOf(state.institutions, statehoodParams), statehoodParams),
  investment: investmentStops(state, InvestmentParams.parse(await paramsOf('investment'))),
  diplomacy: diplomacyStops(diplomacy, DiplomacyParams.parse(await paramsOf('diplomacy'))),
} as const;
/** What is told long enough to be said in three languages. */
const longStops = {
  statehood: stops.statehood.filter(({ kind }) => kind === 'told').slice(0, 12),
  investment: stops.investment.filter(({ kind }) => kind !== 'year'),
  // The upright panel has no room for the organisations' texts; at the end there is always one.
  diplomacy: stops.diplomacy.filter(({ kind }) => kind === 'organisation' || kind === 'count'),
} as const;
const told = {
  statehood: middles(stops.statehood),
  investment: middles(stops.investment),
  diplomacy: middles(stops.diplomacy),
  wall: [0, 0.2, 0.45, 0.7, 0.9].map((share) => share * wallLoopMs),
} as const;

interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

declare const textFaults: () => string[];

interface Walk {
  readonly language: string;
  readonly positions: readonly number[];
  readonly textSize: 'normal' | 'large';
}

/** Seeks one position after the other and returns what is wrong with each. Runs in the page. */
async function faultsOf({ language, positions, textSize }: Walk): Promise<string[]> {
  const scene = document.body.lastElementChild as SceneElement<object>;
  const faults: string[] = [];
  // One language after the other, where the wall would alternate.
  scene.params = { ...scene.params, languages: 'screen' };
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
  let preview: PreviewBrowser;
  let page: Page;

  beforeAll(async () => {
    preview = await openPreview();
    page = await preview.browser.newPage();
    return () => preview.close();
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

    it.runIf(scene !== 'wall')('shares the time of what it tells among the languages of the hall', async () => {
      await preview.open(page, { scene, target, language: 'kk' });
      const spoken = await page.evaluate(
        async (spans) => {
          const element = document.body.lastElementChild as SceneElement;
          const said = async (atMs: number): Promise<string> => {
            element.seek(atMs);
            await element.updateComplete;
            return element.shadowRoot?.querySelector('.text')?.textContent.trim() ?? '';
          };
          const shared: string[][] = [];
          for (const { fromMs, untilMs } of spans) {
            const part = (untilMs - fromMs) / 3;
            shared.push([
              await said(fromMs + part * 0.5),
              await said(fromMs + part * 1.5),
              await said(fromMs + part * 2.5),
            ]);
          }
          return shared;
        },
        times(longStops[scene as keyof typeof longStops]),
      );
      expect(spoken.length).toBeGreaterThan(3);
      for (const words of spoken) expect(new Set(words).size).toBe(3);
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
