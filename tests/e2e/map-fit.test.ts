import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { Achievements } from '#shared/content.ts';
import type { SceneView } from '#shared/scene-view.ts';
import type { SceneElement } from '../../displays/scenes/scene-element.ts';
import { openPreview, previewNowMs, type PreviewBrowser } from '../support/preview.ts';

const folder = join(import.meta.dirname, '../../config/media/content');
const achievements = Achievements.parse(JSON.parse(await readFile(join(folder, 'map.json'), 'utf8')));
const regions = [...new Set(achievements.map(({ region }) => region))];

declare const textFaults: () => string[];

/** Shows one view after the other and returns what is wrong with each. Runs in the page. */
async function faultsOf(views: readonly SceneView[]): Promise<string[]> {
  const scene = document.body.lastElementChild as SceneElement;
  const faults: string[] = [];
  for (const view of views) {
    scene.view = view;
    await scene.updateComplete;
    const found = textFaults();
    for (const rows of scene.shadowRoot?.querySelectorAll('.rows') ?? []) {
      if (rows.scrollHeight > rows.clientHeight + 1) found.push('the card does not show all its entries');
    }
    for (const card of scene.shadowRoot?.querySelectorAll('.card') ?? []) {
      const { left, top, right, bottom } = card.getBoundingClientRect();
      if (left < 0 || right > innerWidth || top < 0 || bottom > 860) found.push(`a card stands off the map: ${bottom}`);
    }
    faults.push(
      ...found.map((fault) => `${view.language} ${view.textSize} ${JSON.stringify(view.selection)}: ${fault}`),
    );
  }
  return faults;
}

const languages = ['kk', 'ru', 'en'];
const sizes = ['normal', 'large'] as const;
const cases = languages.flatMap((language) =>
  sizes.map((textSize) => ({ language, textSize, touchedAt: previewNowMs })),
);

describe('every entry of the map fits', () => {
  let preview: PreviewBrowser;
  let page: Page;

  beforeAll(async () => {
    preview = await openPreview();
    page = await preview.browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await preview.open(page, { scene: 'map', target: 'map', language: 'kk' });
    return () => preview.close();
  });

  it.each(cases)('the cards of achievements, $language, $textSize text', async (chosen) => {
    const views = achievements.map(({ id }) => {
      const card = `spot:${id}`;
      return { ...chosen, selection: { year: 2025, left: card, right: card } };
    });
    expect(await page.evaluate(faultsOf, views)).toEqual([]);
  });

  it.each(cases)('the cards of regions, $language, $textSize text', async (chosen) => {
    const years = [1991, 2018, 2025];
    const views = regions.flatMap((region) =>
      years.map((year) => ({ ...chosen, selection: { year, left: `region:${region}`, right: null } })),
    );
    expect(await page.evaluate(faultsOf, views)).toEqual([]);
  });

  it.each(cases)('the names of every year, $language, $textSize text', async (chosen) => {
    const views = Array.from({ length: 35 }, (_, index) => ({ ...chosen, selection: { year: 1991 + index } }));
    expect(await page.evaluate(faultsOf, views)).toEqual([]);
  });

  it.each(cases)('what is seen from close by, $language, $textSize text', async (chosen) => {
    const views = achievements.map(({ id }, index) => {
      const at = { scale: 2.5, x: 700 + (index % 10) * 60, y: 380 + (index % 7) * 50 };
      return { ...chosen, selection: { year: 2025, ...at, left: `spot:${id}`, right: null } };
    });
    expect(await page.evaluate(faultsOf, views)).toEqual([]);
  });

  it.each(languages)('the attract loop tells everything in %s', async (language) => {
    const faults = await page.evaluate(async (tag) => {
      const scene = document.body.lastElementChild as SceneElement;
      scene.view = {};
      scene.context = { ...scene.context, language: tag };
      const found: string[] = [];
      for (let atMs = 1500; atMs < 89 * 6000 + 9000; atMs += 3000) {
        scene.seek(atMs);
        await scene.updateComplete;
        scene.seek(atMs);
        found.push(...textFaults().map((fault) => `${atMs}: ${fault}`));
      }
      return [...new Set(found)];
    }, language);
    expect(faults).toEqual([]);
  });
});
