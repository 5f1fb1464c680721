import { beforeAll, describe, expect, it } from 'vitest';
import type { SceneView } from '#shared/scene-view.ts';
import { contrastsOf } from '../support/contrast.ts';
import { openPreview, previewNowMs, type PreviewBrowser } from '../support/preview.ts';

const portrait = { width: 1080, height: 1920 };
const landscape = { width: 1920, height: 1080 };
const touchedAt = previewNowMs;

interface Case {
  readonly name: string;
  readonly scene: string;
  readonly viewport: typeof portrait;
  readonly view?: SceneView;
  readonly target?: string;
  readonly at?: string;
  /** How many texts there are at least. */
  readonly texts?: number;
}

const cases: readonly Case[] = [
  { name: 'the chronicle left alone', scene: 'chronicle-sociocultural', viewport: portrait },
  {
    name: 'the chronicle, open',
    scene: 'chronicle-sociocultural',
    viewport: portrait,
    view: { touchedAt, selection: { year: 2022 } },
  },
  {
    name: 'the chronicle, large',
    scene: 'chronicle-political',
    viewport: portrait,
    view: { touchedAt, textSize: 'large', selection: { year: 1991 } },
  },
  {
    name: 'the chronicle, low, about to return',
    scene: 'chronicle-political',
    viewport: portrait,
    view: { touchedAt: touchedAt - 27_000, lowReach: true, selection: { year: 2003 } },
  },
  { name: 'the map left alone', scene: 'map', viewport: landscape },
  {
    name: 'the map with two cards',
    scene: 'map',
    viewport: landscape,
    view: { touchedAt, selection: { year: 2025, left: 'region:KZ-23', right: 'spot:m-kz-71-03' } },
  },
  { name: 'statehood, rising', scene: 'statehood', viewport: landscape, at: '14000' },
  { name: 'an institution', scene: 'statehood', viewport: landscape, at: '63000' },
  { name: 'a year of investment', scene: 'investment', target: 'statehood', viewport: landscape, at: '60000' },
  { name: 'a claim of rank', scene: 'investment', target: 'statehood', viewport: landscape, at: '191000' },
  { name: 'a state', scene: 'diplomacy', viewport: landscape, at: '73000', texts: 4 },
  { name: 'an organisation', scene: 'diplomacy', viewport: landscape, at: '60000' },
  { name: 'the count', scene: 'diplomacy', viewport: landscape, at: '506000' },
  { name: 'the wall', scene: 'wall', viewport: { width: 3848, height: 2168 }, at: '50000', texts: 2 },
];

/** What a visitor reads: titles and texts. Everything else is a label. */
const isReading = (tag: string): boolean => /^(p|h2)\./.test(tag);

describe('contrast, measured on the picture', () => {
  let preview: PreviewBrowser;

  beforeAll(async () => {
    preview = await openPreview();
    return () => preview.close();
  });

  it.each(cases)(
    '$name: 7:1 for what is read, 4.5:1 for labels',
    async ({ scene, viewport, view, target = scene, at = '62500', texts = 6 }) => {
      const page = await preview.browser.newPage({ viewport });
      const query = { scene, target, language: 'ru', at };
      await preview.open(page, view === undefined ? query : { ...query, view: JSON.stringify(view) });
      const contrasts = await contrastsOf(page);
      expect(contrasts.length).toBeGreaterThanOrEqual(texts);
      expect(contrasts.filter(({ tag, ratio }) => ratio < (isReading(tag) ? 7 : 4.5))).toEqual([]);
      await page.close();
    },
  );
});
