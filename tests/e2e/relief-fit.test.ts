import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SceneElement } from '../../displays/scenes/scene-element.ts';
import { openPreview, type PreviewBrowser } from '../support/preview.ts';

declare const textFaults: () => string[];

/** Shows every chapter and returns what is wrong with its words. Runs in the page. */
async function faultsOf(language: string): Promise<string[]> {
  const scene = document.body.lastElementChild as SceneElement<{ chapterMs: number }>;
  // The wall alternates: each chapter's time is shared among the three languages, this one first.
  const partMs = scene.params.chapterMs / 3;
  scene.context = { ...scene.context, language };
  await scene.updateComplete;
  const captions = [...(scene.shadowRoot?.querySelectorAll<HTMLElement>('.caption') ?? [])];
  const faults: string[] = captions.length === 75 ? [] : [`${captions.length} captions instead of 75`];
  for (const [index, caption] of captions.entries()) {
    scene.seek((index + 0.5) * partMs);
    const name = caption.dataset['chapter'] ?? '';
    if (getComputedStyle(caption).visibility !== 'visible') faults.push(`${name}: not shown`);
    faults.push(...textFaults().map((fault) => `${name}: ${fault}`));
    for (const part of caption.querySelectorAll<HTMLElement>('h2, .text, .when')) {
      const px = Number.parseFloat(getComputedStyle(part).fontSize);
      // 23.1 px is what 44 px at 3 m on a 55" panel come to, on this wall seen from 5 m.
      if (px < 23.1) faults.push(`${name}: "${part.textContent}" is set in ${px} px`);
      if (part.scrollHeight > part.clientHeight + 1) faults.push(`${name}: "${part.textContent}" is cut off`);
    }
    const { top, bottom } = caption.getBoundingClientRect();
    if (top < 90 || bottom > 300) faults.push(`${name}: stands from ${top} to ${bottom}, outside the open sky`);
  }
  return faults;
}

describe('the words of the relief', () => {
  let preview: PreviewBrowser;
  let page: Page;

  beforeAll(async () => {
    preview = await openPreview();
    page = await preview.browser.newPage({ viewport: { width: 3840, height: 1080 } });
    await preview.open(page, { scene: 'relief', target: 'relief', language: 'kk', quality: 'light' });
    return () => preview.close();
  });

  it.each(['kk', 'ru', 'en'])(
    'fit their place at every chapter, and can be read from 5 m, in all languages after %s',
    async (language) => {
      expect(await page.evaluate(faultsOf, language)).toEqual([]);
    },
  );

  it('a screen loads the groups whose light falls on it, and no others', async () => {
    const shown = await page.evaluate(async () => {
      const scene = document.body.lastElementChild as SceneElement;
      const right = document.createElement('scene-relief') as SceneElement;
      right.params = scene.params;
      right.context = { ...scene.context, viewport: { x: 1920, y: 0, width: 1920, height: 1080 } };
      document.body.append(right);
      await right.prepare({ positionMs: 0, isMoving: false });
      const names = [...(right.shadowRoot?.querySelectorAll('img') ?? [])].map(({ src }) => src.split('/').at(-1));
      right.remove();
      return names;
    });
    expect(shown).toContain('today-arriving.webp');
    expect(shown).toContain('qazaq-eli-arriving.webp');
    expect(shown).not.toContain('tamgaly-arriving.webp');
    expect(shown).not.toContain('saka-arriving.webp');
  });

  it('a machine that draws in software is told why it shows pictures', async () => {
    const light = await page.evaluate(() => document.body.lastElementChild?.getAttribute('lighting'));
    expect(light).toBe('pictures: light quality');
    await preview.open(page, { scene: 'relief', target: 'relief', language: 'kk' });
    const full = await page.evaluate(() => document.body.lastElementChild?.getAttribute('lighting'));
    expect(full).toMatch(/^pictures: (no WebGL2|drawn in software)/);
  });
});
