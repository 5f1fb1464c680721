import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SceneElement } from '../../displays/scenes/scene-element.ts';
import { openPreview, type PreviewBrowser } from '../support/preview.ts';

declare const textFaults: () => string[];

const long = (words: string, length: number): string => words.repeat(Math.ceil(length / words.length)).slice(0, length);

/** As much as a schema lets through, in the longest words of the content. */
const texts = (length: number) => ({
  kk: long('Интернационалдандырылғандарымыз туралы құрметті келушілерге ', length),
  ru: long('Достопримечательностям высококвалифицированных посетителей ', length),
  en: long('Internationalisation of the responsibilities of visitors ', length),
});

const image = 'relief/wall-left.webp';
const longestPlate = { image, title: texts(120), caption: texts(320), credit: texts(160) };

const cases: readonly { readonly name: string; readonly query: Record<string, string> }[] = [
  { name: 'closed', query: { type: 'closed', params: JSON.stringify({ title: texts(60) }) } },
  { name: 'evacuation', query: { type: 'evacuation' } },
  {
    name: 'evacuation, with words of its own',
    query: { type: 'evacuation', params: JSON.stringify({ text: texts(160) }) },
  },
  { name: 'announcement', query: { type: 'announcement', params: JSON.stringify({ text: texts(60) }) } },
  { name: 'announcement, the longest', query: { type: 'announcement', params: JSON.stringify({ text: texts(400) }) } },
  { name: 'text', query: { type: 'text', params: JSON.stringify({ title: texts(40), text: texts(200) }) } },
  ...(['screen', 'two'] as const).map((languages) => ({
    name: `text, the longest, languages: ${languages}`,
    query: {
      type: 'text',
      params: JSON.stringify({ title: texts(120), kicker: texts(60), text: texts(600), credit: texts(120), languages }),
    },
  })),
  ...(['contain', 'cover'] as const).map((fit) => ({
    name: `image, the longest words, ${fit}`,
    query: { type: 'image', params: JSON.stringify({ ...longestPlate, fit }) },
  })),
  { name: 'image with a title alone', query: { type: 'image', params: JSON.stringify({ image, title: texts(40) }) } },
  { name: 'slideshow', query: { type: 'slideshow', params: JSON.stringify({ slides: [longestPlate, longestPlate] }) } },
  {
    name: 'slideshow without its picture',
    query: { type: 'slideshow', params: JSON.stringify({ slides: [{ ...longestPlate, image: 'no/such.webp' }] }) },
  },
  { name: 'clock', query: { type: 'clock', params: JSON.stringify({ title: texts(80) }) } },
  { name: 'programme', query: { type: 'programme' } },
  {
    name: 'programme with nothing left',
    query: { type: 'programme', now: '2026-05-20T18:30:00Z', params: JSON.stringify({ otherwise: texts(200) }) },
  },
  { name: 'title', query: { type: 'title', params: JSON.stringify({ title: texts(60), lead: texts(160) }) } },
  { name: 'ident', query: { type: 'ident' } },
  { name: 'notice', query: { type: 'blackout', overlay: `notice:${JSON.stringify({ text: texts(160) })}` } },
  { name: 'ribbon', query: { type: 'blackout', overlay: `ribbon:${JSON.stringify({ text: texts(120) })}` } },
  { name: 'ident over a scene', query: { type: 'blackout', overlay: 'ident' } },
];

/** Both orientations; and the picture farthest away, whose type is largest, with what is longest. */
const targets = [
  { target: 'entrance', viewport: { width: 1080, height: 1920 }, cases },
  { target: 'statehood', viewport: { width: 1920, height: 1080 }, cases },
  {
    target: 'wall-1',
    viewport: { width: 1920, height: 1080 },
    cases: cases.filter(({ name }) => /longest|own/.test(name)),
  },
];

/** Every language in turn; what is wrong with the picture. Runs in the page. */
async function faultsOf(): Promise<string[]> {
  const faults: string[] = [];
  const roots = [...document.body.querySelectorAll<SceneElement>('*')].filter((element) => 'context' in element);
  for (const language of ['kk', 'ru', 'en']) {
    for (const element of roots) {
      element.context = { ...element.context, language };
      await element.updateComplete;
    }
    const boxes = roots.flatMap((element) => [
      ...(element.shadowRoot?.querySelectorAll<HTMLElement>('h1, h2, p') ?? []),
    ]);
    for (const box of boxes) {
      const words = `"${box.textContent.trim().slice(0, 40)}"`;
      if (box.scrollHeight > box.clientHeight + 2) faults.push(`${language}: ${words} is cut off below`);
      if (box.scrollWidth > box.clientWidth + 2) faults.push(`${language}: ${words} is cut off beside`);
    }
    faults.push(...textFaults().map((fault) => `${language}: ${fault}`));
  }
  return faults;
}

describe('the everyday scenes', () => {
  let preview: PreviewBrowser;

  beforeAll(async () => {
    preview = await openPreview();
    return () => preview.close();
  });

  describe.each(targets)('on $target', ({ target, viewport, cases: own }) => {
    let page: Page;

    beforeAll(async () => {
      page = await preview.browser.newPage({ viewport });
      return () => page.close();
    });

    it.each(own)('$name fits', async ({ query }) => {
      await preview.open(page, { ...query, target });
      expect(await page.evaluate(faultsOf)).toEqual([]);
    });
  });
});
