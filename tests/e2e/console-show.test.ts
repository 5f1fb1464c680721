import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsoleStory, patience, type ConsoleStory } from '../support/console-story.ts';
import type { Desk } from '../support/console.ts';

/** Six that every cue of the show has: two of them pages. */
const six = ['statehood', 'diplomacy', 'map', 'chronicle-political', 'chronicle-economic', 'chronicle-sociocultural'];

describe('a show by its cues, seen before it is made and given to a guide', () => {
  let story: ConsoleStory;

  beforeAll(async () => {
    story = await openConsoleStory({ layouts: ['kazakh', 'russian'], pages: ['statehood', 'diplomacy'] });
  });
  afterAll(() => story.stop());

  const cue = async (): Promise<number> => (await story.byHand())?.cue ?? -1;
  const onAir = (desk: Desk): Promise<string | null> =>
    desk.page.locator('show-view tr.on-air').getAttribute('data-cue');
  /** Waits until both consoles say that the cue is on. */
  async function bothSay(part: string): Promise<void> {
    for (const desk of [story.aliya, story.dana]) await expect.poll(() => onAir(desk), patience).toBe(part);
  }
  const seconds = async (selector: string): Promise<number> => {
    const text = await story.aliya.page.locator(selector).innerText();
    const [minutes = '0', rest = '0'] = /(\d+):(\d+)/.exec(text)?.slice(1) ?? [];
    return Number(minutes) * 60 + Number(rest);
  };

  it('shows what a take would look like before anything is armed', async () => {
    const { aliya, prepare, byHand, controller } = story;
    await prepare(aliya, ['statehood', 'map'], 'добро', 'scene:welcome');
    await aliya.key('KeyP');
    const preview = aliya.page.locator('preview-panel');
    await expect.poll(() => preview.locator('.box').count(), patience).toBe(2);
    expect(await preview.locator('.box').allInnerTexts()).toEqual(['04', '08']);
    // The same players draw it, and nothing in the hall has moved for it.
    const pictures = aliya.page.frameLocator('preview-panel mirror-frame iframe').locator('.mirror');
    await expect.poll(() => pictures.count(), patience).toBe(2);
    await expect.poll(() => pictures.locator('scene-title').count(), patience).toBe(2);
    expect(await byHand()).toBeUndefined();
    expect(await controller.get('/api/standby')).toEqual([]);
    await aliya.key('Escape');
    await expect.poll(() => preview.count()).toBe(0);
  });

  it('names what comes after a release before it is made, and that is what comes', async () => {
    const { aliya, shown, until, byHand } = story;
    await aliya.key('KeyT');
    for (const screen of ['statehood', 'map']) await until(async () => (await shown(screen)) === 'welcome');
    const told = aliya.page.locator('foot-bar [data-act=release] small');
    // Of several titles the first is told, and how many more there are.
    await expect.poll(() => told.innerText(), patience).toBe('then Map of achievements and 1 more');
    expect(await aliya.page.locator('run-acts .then').innerText()).toBe(await told.innerText());
    await aliya.key('KeyR');
    await until(async () => (await byHand()) === undefined && (await shown('map')) === 'map');
    await aliya.key('Escape');
    await aliya.key('Escape');
  });

  it('is played by GO, pause, on, back and jump, with the time that is left; the other console follows', async () => {
    const { aliya, dana, until, allShow, byHand } = story;
    await aliya.key('KeyA');
    await aliya.key('KeyF');
    await aliya.page.keyboard.type('way');
    await aliya.page.locator('[data-item="show:kazakhstan-way"]').click();
    await aliya.key('Escape');
    await aliya.key('KeyT');
    await until(async () => (await byHand()) !== undefined);
    await aliya.key('Digit3');
    await dana.key('Digit3');
    await bothSay('opening');
    const left = await seconds('show-view tr.on-air td.n:nth-of-type(6)');
    expect(left).toBeGreaterThan(30);
    expect(left).toBeLessThanOrEqual(45);
    const rest = await seconds('show-view .rest b');
    expect(rest).toBeGreaterThan(540);
    expect(rest).toBeLessThanOrEqual(573);

    // Every cue follows by itself, and is ready for GO long before: the page on the wall says so as well.
    await expect.poll(() => aliya.page.locator('cue-panel .go').getAttribute('aria-disabled'), patience).toBe('false');
    expect(await aliya.page.locator('cue-panel [data-light=ready]').count()).toBe(13);
    await aliya.key('Space');
    await until(async () => (await cue()) === 1);
    await allShow(six, 'way-title');
    await bothSay('sources');
    await aliya.key('KeyH');
    await until(async () => (await byHand())?.paused === true);
    for (const desk of [aliya, dana])
      await expect.poll(() => desk.page.locator('show-view header').innerText(), patience).toContain('paused');
    const still = await seconds('show-view .rest b');
    await aliya.page.waitForTimeout(1500);
    expect(await seconds('show-view .rest b')).toBe(still);
    await aliya.key('KeyH');
    await until(async () => (await byHand())?.paused === false);
    await aliya.key('Backspace');
    await until(async () => (await cue()) === 0);

    // The list by keyboard alone: down to the fourth cue, and Enter.
    await aliya.key('ArrowDown');
    for (let step = 0; step < 3; step += 1) await aliya.page.keyboard.press('ArrowDown');
    await aliya.page.keyboard.press('Enter');
    await until(async () => (await cue()) === 3);
    await bothSay('independence');
    await allShow(six, 'way-independence');
    for (const screen of ['statehood', 'diplomacy'])
      await story.pages.get(screen)?.locator('[data-scene=way-independence]').waitFor({ state: 'attached' });
    await aliya.key('Escape');

    // A colleague who would stop it reads whose it is, and says why first.
    const asking = dana.page.locator('reason-dialog dialog[open]');
    dana.layout = 'latin';
    await expect.poll(() => dana.page.locator('cue-panel [data-held]').innerText(), patience).toContain('Aliya');
    await dana.key('KeyX', { heldMs: 1200 });
    await expect.poll(() => asking.innerText(), patience).toContain('Aliya holds this');
    await dana.key('Escape');
    await expect.poll(() => asking.count(), patience).toBe(0);
    await dana.key('Digit1');
    expect((await byHand())?.owner).toBe('Aliya');

    await aliya.key('KeyX', { heldMs: 1200 });
    await until(async () => (await byHand()) === undefined);
    await aliya.key('Digit1');
  });

  describe('with GO on a guide’s phone', () => {
    let phone: Page;
    let address: string;

    it('is given by a code on the console', async () => {
      const { aliya, dana, browser, until, byHand, controller } = story;
      await controller.post('/api/takes', { targets: 'all', show: 'welcome', policy: 'go', holdFor: 3_600_000 });
      await until(async () => (await byHand()) !== undefined);
      await dana.key('Digit3');
      await aliya.page.locator('run-acts button[title*=guide]').click();
      const dialog = aliya.page.locator('guide-dialog');
      await dialog.locator('[data-make]').click();
      await dialog.locator('svg.qr path').waitFor();
      address = (await dialog.locator('a').getAttribute('href')) ?? '';
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'ru' });
      phone = await context.newPage();
      await phone.goto(address);
      await expect.poll(() => phone.locator('guide-page .cue').count(), patience).toBe(2);
      await aliya.key('Escape');
    });

    it('has GO, the next note and the time, in the guide’s language; the console that looks on follows', async () => {
      const { dana, until } = story;
      await expect.poll(() => phone.locator('guide-page .note').innerText(), patience).toContain('GO, когда');
      expect(await phone.locator('guide-page').locator('section').first().innerText()).toContain('Сейчас');
      await expect.poll(() => phone.locator('guide-page .late').count(), patience).toBe(0);
      await phone.locator('guide-page .go').click();
      await until(async () => (await cue()) === 1);
      await expect.poll(() => phone.locator('guide-page h2 em').first().innerText(), patience).toContain('2');
      await expect.poll(() => onAir(dana), patience).toBe('relief');
      const journal = (await story.controller.get('/api/journal?limit=1')) as { actor: string }[];
      expect(journal[0]?.actor).toBe('a guide, for Aliya');
    });

    it('fits the phone', async () => {
      const width = await phone.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
      const go = await phone.locator('guide-page .go').boundingBox();
      expect((go?.y ?? 0) + (go?.height ?? 0)).toBeLessThanOrEqual(844);
    });

    it('ends with the run, and says so', async () => {
      await story.clear();
      await expect.poll(() => phone.locator('guide-page h1').innerText(), patience).toBe('Экскурсия закончена');
      await phone.close();
    });
  });
});
