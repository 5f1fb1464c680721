import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsoleStory, patience, type ConsoleStory } from '../support/console-story.ts';

describe('the journal, and the keys', () => {
  let story: ConsoleStory;

  beforeAll(async () => {
    story = await openConsoleStory({ layouts: ['latin', 'kazakh'] });
  });
  afterAll(() => story.stop());

  const rows = () => story.aliya.page.locator('journal-view tbody tr');

  it('tells who did what and why, as it happens, and narrows to a person and to a kind', async () => {
    const { aliya, dana, prepare, until, byHand } = story;
    await aliya.key('Digit4');
    await prepare(dana, ['statehood'], 'welc', 'scene:welcome');
    await dana.page.locator('#reason').fill('=A delegation, of 12');
    await dana.key('Escape');
    await dana.key('KeyT');
    await until(async () => (await byHand()) !== undefined);
    await expect.poll(() => rows().first().innerText(), patience).toContain('=A delegation, of 12');
    expect(await rows().first().innerText()).toContain('Dana');
    await aliya.key('KeyM');
    await expect.poll(() => rows().first().innerText(), patience).toContain('Aliya');

    await aliya.page.selectOption('#kind', { label: 'sound' });
    await expect.poll(() => rows().count(), patience).toBe(1);
    await aliya.page.selectOption('#actor', 'Dana');
    await expect.poll(() => aliya.page.locator('journal-view footer').innerText(), patience).toContain('Nothing fits');
    await aliya.page.locator('journal-view footer button').click();
    await expect.poll(() => rows().count(), patience).toBeGreaterThan(3);
    await aliya.page.fill('#to', '2020-01-01');
    await aliya.page.press('#to', 'Tab');
    await expect.poll(() => aliya.page.locator('journal-view footer').innerText(), patience).toContain('Nothing fits');
    await aliya.page.locator('journal-view footer button').click();
    await aliya.page.selectOption('#kind', { label: 'takes and shows' });
    await expect.poll(() => rows().count(), patience).toBe(1);
  });

  it('is saved for a spreadsheet, as narrowed, with nothing in it that would be run', async () => {
    const { aliya } = story;
    const [download] = await Promise.all([
      aliya.page.waitForEvent('download'),
      aliya.page.locator('journal-view [data-export]').click(),
    ]);
    expect(download.suggestedFilename()).toBe('journal.csv');
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('Dana');
    expect(lines[1]).toContain(`"'=A delegation, of 12"`);
  });

  it('undoes the newest act where that can be undone, and nothing else', async () => {
    const { aliya, dana, until, byHand } = story;
    const undo = aliya.page.locator('journal-view [data-undo]');
    await expect.poll(() => undo.count(), patience).toBe(1);
    await undo.click();
    await until(async () => (await byHand()) === undefined);
    await expect.poll(() => dana.page.locator('run-list [data-run]').count(), patience).toBe(0);
    // The way back can be taken back as well: the newest entry has it now, the older one not.
    await expect.poll(() => rows().first().locator('[data-undo]').count(), patience).toBe(1);
    expect(await undo.count()).toBe(1);
  });

  it('lists every key by `?`, on every keyboard, and closes again', async () => {
    for (const [desk, language] of [
      [story.aliya, 'latin'],
      [story.dana, 'kazakh'],
    ] as const) {
      await desk.key('Escape');
      await desk.key('Slash', { shift: language === 'latin' });
      const help = desk.page.locator('key-help dialog[open]');
      await expect.poll(() => help.locator('kbd').count(), patience).toBeGreaterThan(30);
      const text = await help.innerText();
      for (const does of ['GO', 'standby', 'release', 'hold: blackout', 'emergency', 'back as it was', 'announce'])
        expect(text).toContain(does);
      await desk.key('Escape');
      await expect.poll(() => help.count()).toBe(0);
    }
  });
});
