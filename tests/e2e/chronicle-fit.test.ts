import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { Chronicle } from '#shared/content.ts';
import type { SceneView } from '#shared/scene-view.ts';
import type { SceneElement } from '../../displays/scenes/scene-element.ts';
import { openPreview, previewNowMs, type PreviewBrowser } from '../support/preview.ts';

const events = Chronicle.parse(
  JSON.parse(await readFile(join(import.meta.dirname, '../../config/media/content/chronicle.json'), 'utf8')),
);

declare const textFaults: () => string[];

/** Shows one view after the other and returns what is wrong with each. Runs in the page. */
async function faultsOf(views: readonly SceneView[]): Promise<string[]> {
  const scene = document.body.lastElementChild as SceneElement;
  const faults: string[] = [];
  for (const view of views) {
    scene.view = view;
    await scene.updateComplete;
    scene.seek(0);
    const list = scene.shadowRoot?.querySelector('.list');
    const name = JSON.stringify({
      ...view.selection,
      language: view.language,
      size: view.textSize,
      low: view.lowReach,
    });
    const found = textFaults();
    if (list === null || list === undefined) found.push('the list is missing');
    else if (list.scrollHeight > list.clientHeight + 1) {
      found.push(`the list is ${list.scrollHeight - list.clientHeight} px too high`);
    }
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  }
  return faults;
}

describe('every entry of the chronicle fits its panel', () => {
  let preview: PreviewBrowser;
  let page: Page;

  beforeAll(async () => {
    preview = await openPreview();
    page = await preview.browser.newPage({ viewport: { width: 1080, height: 1920 } });
    const target = 'chronicle-political';
    await preview.open(page, { scene: 'chronicle-political', target, language: 'kk' });
    return () => preview.close();
  });

  for (const language of ['kk', 'ru', 'en']) {
    for (const textSize of ['normal', 'large'] as const) {
      it.each([false, true])(`${language}, ${textSize} text, low reach %s`, async (lowReach) => {
        const views: SceneView[] = events.map(({ id, year }) => ({
          language,
          textSize,
          lowReach,
          selection: { year, event: id },
          touchedAt: previewNowMs,
        }));
        expect(await page.evaluate(faultsOf, views)).toEqual([]);
      });
    }
  }

  it('tells every event while nobody touches', async () => {
    const faults = await page.evaluate(async () => {
      const scene = document.body.lastElementChild as SceneElement<{ category: string }>;
      const found: string[] = [];
      scene.view = {};
      for (const language of ['kk', 'ru', 'en']) {
        for (const category of ['political', 'economic', 'socio-cultural']) {
          scene.context = { ...scene.context, language };
          scene.params = { ...scene.params, category };
          for (let slot = 0; slot < 4 * 35; slot++) {
            scene.seek(slot * 10_000 + 5000);
            await scene.updateComplete;
            scene.seek(slot * 10_000 + 5000);
            found.push(...textFaults().map((fault) => `${language} ${category} ${slot}: ${fault}`));
          }
        }
      }
      return found;
    });
    expect(faults).toEqual([]);
  });
});
