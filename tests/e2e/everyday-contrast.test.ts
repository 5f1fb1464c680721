import { beforeAll, describe, expect, it } from 'vitest';
import { contrastsOf } from '../support/contrast.ts';
import { openPreview, type PreviewBrowser } from '../support/preview.ts';

const words = {
  kk: 'Сәлем, құрметті келушілер',
  ru: 'Здравствуйте, уважаемые посетители',
  en: 'Welcome, dear visitors',
};
const plate = { image: 'relief/wall-left.webp', fit: 'cover', title: words, caption: words, credit: words };

const cases = [
  { type: 'text', params: { title: words, kicker: words, text: words, credit: words } },
  { type: 'text', params: { title: words, text: words, languages: 'two' } },
  { type: 'image', params: plate },
  { type: 'clock', params: { title: words } },
  { type: 'programme', params: {} },
  { type: 'announcement', params: { text: words } },
  { type: 'evacuation', params: {} },
] as const;

/** What a visitor reads: titles and texts. Everything else is a label. */
const isReading = (tag: string): boolean => /^(p|h1|h2)\./.test(tag) && !tag.includes('credit');

describe.each([
  { target: 'entrance', viewport: { width: 1080, height: 1920 } },
  { target: 'statehood', viewport: { width: 1920, height: 1080 } },
])('contrast of the everyday scenes on $target', ({ target, viewport }) => {
  let preview: PreviewBrowser;

  beforeAll(async () => {
    preview = await openPreview();
    return () => preview.close();
  });

  it.each(cases)('$type: 7:1 for what is read, 4.5:1 for labels', async ({ type, params }) => {
    const page = await preview.browser.newPage({ viewport });
    await preview.open(page, { type, params: JSON.stringify(params), target, language: 'ru', at: '5000' });
    const contrasts = await contrastsOf(page);
    expect(contrasts.length).toBeGreaterThanOrEqual(3);
    expect(contrasts.filter(({ tag, ratio }) => ratio < (isReading(tag) ? 7 : 4.5))).toEqual([]);
    await page.close();
  });
});
