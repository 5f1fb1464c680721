import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../support/console.ts';
import { openConsoleStory, patience, type ConsoleStory } from '../support/console-story.ts';
import { act, begin, publish, row, stands, text } from '../support/content-desk.ts';

const key = 'scene/opening-of-the-steppe-hall';
const six = ['entrance', 'map', 'chronicle-political', 'chronicle-economic', 'statehood', 'diplomacy'];

describe('a curator writes, a second person publishes, a third has it on six screens', () => {
  let story: ConsoleStory;
  /** A curator, at a Kazakh keyboard. */
  let aigul: Desk;
  /** An operator who publishes, at a Latin keyboard. */
  let aliya: Desk;
  /** An operator who runs the hall meanwhile, at a Russian keyboard. */
  let dana: Desk;

  beforeAll(async () => {
    story = await openConsoleStory({ layouts: ['latin', 'russian'], pages: ['entrance', 'statehood'] });
    ({ aliya, dana } = story);
    aigul = await story.sit('curator', { name: 'Aigul', layout: 'kazakh' });
    for (const desk of [aigul, aliya]) await desk.key('Digit7');
  });
  afterAll(() => story.stop());

  it('a scene in three languages, seen while it is written; what is wrong stands at its field', async () => {
    const { page } = aigul;
    await begin(aigul, 'scene', 'Opening of the steppe hall', 'text');
    await text(page, 'Text', 'English').fill('The steppe begins here.');
    await text(page, 'Text', 'Русский').fill('Степь начинается здесь.');
    const picture = page.frameLocator('draft-preview iframe').locator('scene-text');
    await picture
      .getByText('The steppe begins here.')
      .or(picture.getByText('Степь начинается здесь.'))
      .first()
      .waitFor();
    expect(await page.locator('[data-gaps]').innerText()).toContain('Қазақша');
    await text(page, 'Text', 'Қазақша').fill('Дала осы жерден басталады.');
    await picture.getByText('Дала осы жерден басталады.').first().waitFor();
    await text(page, 'Title on the screen', 'Қазақша').fill('ө'.repeat(130));
    const field = page.locator('params-form [data-field="title"]');
    await field.locator('[role=alert]').waitFor();
    expect(await field.locator('[role=alert]').innerText()).toBe('At most 120 characters in each language.');
    expect(await act(page, 'submit').isDisabled()).toBe(true);
    await text(page, 'Title on the screen', 'Қазақша').fill('Дала залының ашылуы');
    await text(page, 'Title on the screen', 'Русский').fill('Открытие степного зала');
    // The one language that she speaks.
    await page.locator('proof-field').getByLabel('Қазақша').check();
    await aigul.key('Escape');
    await aigul.key('KeyS', { shift: true });
    await stands(page, 'To be reviewed');
    // She wrote it: for her there is no way to the screens.
    expect(await act(page, 'publish').count()).toBe(0);
    const put = await page.evaluate(async () => {
      const answer = await fetch('/api/drafts/scene/opening-of-the-steppe-hall/publish', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ version: 1 }),
      });
      return answer.status;
    });
    expect([403, 409]).toContain(put);
  });

  it('is published by the second person, and found and taken to six screens by the third', async () => {
    const { page } = aliya;
    await aliya.key('KeyF');
    await page.keyboard.type('steppe hall');
    await row(page, key).click();
    await stands(page, 'Draft by Aigul');
    const isRead = (language: string) => page.locator('proof-field').getByLabel(language).isChecked();
    expect(await Promise.all(['Қазақша', 'Русский', 'English'].map(isRead))).toEqual([true, false, false]);
    await publish(aliya, 1);
    await story.prepare(dana, six, 'steppe', 'scene:opening-of-the-steppe-hall');
    await dana.key('KeyT');
    await story.allShow(six, 'opening-of-the-steppe-hall');
    const words = /Дала осы жерден басталады|Степь начинается здесь|The steppe begins here/;
    for (const screen of ['entrance', 'statehood'])
      await expect
        .poll(() => story.pages.get(screen)?.locator('scene-text').getByText(words).count(), patience)
        .toBeGreaterThan(0);
    // Who writes sees it on as well, wherever in the console they are.
    for (const desk of [aliya, aigul])
      await expect.poll(() => desk.page.locator('header-bar .count[title="6 by hand"]').count(), patience).toBe(1);
    await story.clear();
  });

  it('is changed, compared with what it was, and brought back', async () => {
    const { page } = aliya;
    await text(page, 'Text', 'English').fill('The steppe ends here.');
    await publish(aliya, 2);
    await page.locator('content-history li').nth(1).waitFor();
    const oldest = page.locator('content-history li').last();
    await oldest.locator('button').first().click();
    expect(await oldest.locator('td.then').first().innerText()).toBe('The steppe begins here.');
    expect(await oldest.locator('td.now').first().innerText()).toBe('The steppe ends here.');
    await oldest.locator('[data-act=revert]:enabled').waitFor();
    await aliya.key('KeyH', { shift: true });
    await publish(aliya, 3);
    const scene = (await story.controller.get('/api/scenes/opening-of-the-steppe-hall')) as {
      version: number;
      params: { text: { en: string } };
    };
    expect([scene.version, scene.params.text.en]).toEqual([3, 'The steppe begins here.']);
  });

  it('shows each of two who have it open that the other is there too, until one leaves or her console is gone', async () => {
    const others = (page: Page) => page.locator('editor-notices .others').allInnerTexts();
    const line = row(aigul.page, key);
    if ((await aigul.page.locator('content-editor').count()) === 0) await line.click();
    await expect.poll(() => others(aliya.page), patience).toEqual([expect.stringMatching(/^Aigul .*since \d\d:\d\d$/)]);
    await expect.poll(() => others(aigul.page), patience).toEqual([expect.stringMatching(/^Aliya .*since/)]);

    await row(aigul.page, 'scene/welcome').click();
    await expect.poll(() => others(aliya.page), patience).toEqual([]);
    expect(await others(aigul.page)).toEqual([]);
    await line.click();
    await expect.poll(() => others(aliya.page), patience).toHaveLength(1);
    await aigul.key('Digit8');
    await expect.poll(() => others(aliya.page), patience).toEqual([]);

    await aigul.key('Digit7');
    await line.click();
    await expect.poll(() => others(aliya.page), patience).toHaveLength(1);
    const colleagues = () => dana.page.locator('header-bar .others').getAttribute('title');
    await expect.poll(colleagues, patience).toMatch(/Aigul/);
    const address = aigul.page.url();
    await aigul.page.goto('about:blank');
    await expect.poll(() => others(aliya.page), patience).toEqual([]);
    await expect.poll(colleagues, patience).not.toMatch(/Aigul/);
    expect(await colleagues()).toContain('Aliya');
    await aigul.page.goto(address);
    await line.click();
    await expect.poll(() => others(aigul.page), patience).toHaveLength(1);
  });

  it('outlasts a reload and a colleague’s save, until it is laid over or thrown away on purpose', async () => {
    const { page } = aliya;
    const line = row(page, key);
    const field = text(page, 'Text', 'English');
    const drafted = async () =>
      (
        (await story.controller.get('/api/drafts/scene/opening-of-the-steppe-hall')) as {
          content: { body: { params: { text: { en: string } } } };
        }
      ).content.body.params.text.en;
    await field.fill('Aliya writes.');
    await page.reload();
    await line.filter({ hasText: 'Not saved yet' }).click();
    await page.locator('unsaved-notice', { hasText: 'only this browser has it' }).waitFor();
    expect(await field.inputValue()).toBe('Aliya writes.');

    await text(aigul.page, 'Text', 'English').fill('Aigul writes.');
    await act(aigul.page, 'save').click();
    const notice = page.locator('unsaved-notice', { hasText: 'Aigul saved this draft' });
    await notice.waitFor();
    expect(await notice.locator('td').allInnerTexts()).toEqual(
      expect.arrayContaining(['Aigul writes.', 'Aliya writes.']),
    );
    await page.locator('header-bar nav button', { hasText: 'Media' }).click();
    await page.locator('notice-bar .unsaved', { hasText: 'Opening of the steppe hall' }).getByRole('link').click();
    expect(await drafted()).toBe('Aigul writes.');
    await line.click();
    await page.locator('unsaved-notice [data-act=over]').click();
    await stands(page, 'Draft by Aigul, Aliya');
    await expect.poll(drafted, patience).toBe('Aliya writes.');

    await field.fill('Aliya thinks better of it.');
    await act(page, 'forget').click();
    await act(page, 'really-forget').click();
    await expect.poll(() => field.inputValue(), patience).toBe('Aliya writes.');
    expect(await line.innerText()).not.toContain('Not saved yet');
    await act(page, 'discard').click();
    await act(page, 'really-discard').click();
    await expect.poll(() => field.inputValue(), patience).toBe('The steppe begins here.');

    await page.locator('header-bar nav button', { hasText: 'Journal' }).click();
    await page.locator('journal-view [data-undo=draft]').first().click();
    await expect.poll(drafted, patience).toBe('Aliya writes.');
    await page.locator('header-bar nav button', { hasText: 'Scenes' }).click();
    await line.click();
    await expect.poll(() => field.inputValue(), patience).toBe('Aliya writes.');
    await act(page, 'discard').click();
    await act(page, 'really-discard').click();
    await expect.poll(() => field.inputValue(), patience).toBe('The steppe begins here.');
  });

  it('of a new scene, and of what is wrong with a draft, waits through another view and a reload', async () => {
    const { page } = aliya;
    const title = page.locator('new-content [aria-label="Name, English"]');
    await page.locator('[data-act="new-scene"]').click();
    await page.locator('new-content #type').selectOption('image');
    await title.fill('A word of the steppe');
    await page.locator('header-bar nav button', { hasText: 'Media' }).click();
    await page.locator('notice-bar .unsaved', { hasText: 'New scene: A word of the steppe' }).waitFor();
    await page.reload();
    await page.locator('header-bar nav button', { hasText: 'Scenes' }).click();
    await page.locator('[data-act="new-scene"]', { hasText: 'Not saved yet' }).click();
    await page.locator('new-content [role=status]', { hasText: 'only this browser has it' }).waitFor();
    expect([await title.inputValue(), await page.locator('new-content #type').inputValue()]).toEqual([
      'A word of the steppe',
      'image',
    ]);
    await page.locator('new-content [data-act=forget]').click();
    await page.locator('new-content [data-act=really-forget]').click();
    await expect.poll(() => title.inputValue(), patience).toBe('');
    expect(await page.locator('[data-act="new-scene"]').innerText()).not.toContain('Not saved yet');

    await begin(aigul, 'scene', 'Steppe at dusk', 'text');
    await text(aigul.page, 'Text', 'English').fill('Dusk.');
    await act(aigul.page, 'submit').click();
    await stands(aigul.page, 'To be reviewed');
    const line = row(page, 'scene/steppe-at-dusk');
    await page.locator('scenes-view [type=search]').fill('dusk');
    await line.click();
    await act(page, 'give-back').click();
    const note = page.locator('content-acts .note input');
    await note.fill('The sun sets in the west.');
    await page.locator('header-bar nav button', { hasText: 'Media' }).click();
    await page.locator('notice-bar .unsaved', { hasText: 'Give back: Steppe at dusk' }).waitFor();
    await page.reload();
    await page.locator('header-bar nav button', { hasText: 'Scenes' }).click();
    await page.locator('scenes-view [type=search]').fill('dusk');
    await line.click();
    await expect.poll(() => note.inputValue(), patience).toBe('The sun sets in the west.');
    await note.press('Enter');
    await stands(aigul.page, 'The sun sets in the west.');
    await note.waitFor({ state: 'detached' });
    await page.locator('header-bar nav button', { hasText: 'Media' }).click();
    await page.locator('media-view').waitFor();
    expect(await page.locator('notice-bar .unsaved').count()).toBe(0);
    await aliya.key('Digit7');
  });

  it('a list of cues is made, run with GO by the third, and keeps its scene from being deleted', async () => {
    const { page } = aliya;
    await begin(aliya, 'show', 'Opening evening');
    const editor = page.locator('show-editor');
    const part = async (scene: string): Promise<void> => {
      await editor.locator('.part select').selectOption(scene);
      for (const screen of six) await editor.locator(`.part [data-target=${screen}]`).click();
    };
    await part('welcome');
    await aliya.key('Escape');
    await aliya.key('KeyQ');
    await editor.locator('cue-list li').nth(1).waitFor();
    await editor.locator('[aria-label="Name, English"]').fill('The steppe');
    await part('opening-of-the-steppe-hall');
    expect(await editor.locator('cue-list li.gate').count()).toBe(1);
    await publish(aliya, 1);

    await story.prepare(dana, six, 'evening', 'show:opening-evening');
    await dana.key('KeyT');
    await story.allShow(six, 'welcome');
    await aliya.key('Digit3');
    await dana.key('Digit3');
    await dana.page.locator('cue-panel .go[aria-disabled=false]').waitFor();
    await dana.key('Space');
    await story.allShow(six, 'opening-of-the-steppe-hall');
    for (const desk of [aliya, dana])
      await desk.page.locator('show-view tr.on-air .name', { hasText: 'The steppe' }).waitFor();
    await story.clear();

    await aliya.key('Digit7');
    await row(page, key).click();
    await page.locator('content-users [data-user="opening-evening"]').waitFor();
    await aliya.key('Delete');
    await act(page, 'delete').filter({ hasText: 'for good' }).waitFor();
    await aliya.key('Delete');
    await page.locator('content-editor .refusal', { hasText: 'Opening evening' }).waitFor();
  });
});
