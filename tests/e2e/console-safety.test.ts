import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openConsoleStory, patience, type ConsoleStory } from '../support/console-story.ts';
import type { Desk } from '../support/console.ts';

const title = { en: 'A ceremony', ru: 'Церемония', kk: 'Салтанат' };
const targets = ['statehood', 'diplomacy', 'map'];

describe('what must not fail while a screen is gone', () => {
  let story: ConsoleStory;

  beforeAll(async () => {
    // Screen 04 is played by nobody: what does not follow must be named.
    story = await openConsoleStory({
      layouts: ['latin', 'kazakh'],
      pages: ['entrance', 'statehood'],
      without: ['map'],
    });
  });
  afterAll(() => story.stop());

  describe('announcements, doors, sound and a lost connection', () => {
    // Each story begins at closed dialogs, whatever became of the one before.
    beforeEach(async () => {
      for (const desk of [story.aliya, story.dana]) for (let press = 0; press < 2; press += 1) await desk.key('Escape');
    });

    const dialog = (desk: Desk, name: string) => desk.page.locator(`${name} dialog[open]`);
    const outputs = async () =>
      ((await story.controller.get('/api/hall')) as { soundOutputs: { id: string; level: number; muted: boolean }[] })
        .soundOutputs;
    const says = (desk: Desk, act: string) => desk.page.locator(`foot-bar [data-act=${act}]`).innerText();
    const isMuted = async (): Promise<boolean> => (await outputs()).every(({ muted }) => muted);

    it('announces in three languages on every screen, and takes it off', async () => {
      const { aliya, dana, pages, until, controller } = story;
      aliya.layout = 'russian';
      await aliya.key('KeyC');
      const fields = dialog(aliya, 'announce-dialog').locator('textarea, input[type=text], input:not([type])');
      await expect.poll(() => fields.count(), patience).toBe(3);
      const texts = [
        'Зал он минуттан кейін жабылады',
        'Зал закроется через десять минут',
        'The hall closes in ten minutes',
      ];
      for (const [index, text] of texts.entries()) await fields.nth(index).fill(text);
      const say = dialog(aliya, 'announce-dialog').locator('[data-announce]');
      const stood = await say.boundingBox();
      await say.click();
      const overlays = async () =>
        (await controller.get('/api/overlays')) as { id: string; params: { text: Record<string, string> } }[];
      await until(async () => (await overlays()).length === 1);
      expect((await overlays())[0]?.params.text).toEqual({ kk: texts[0], ru: texts[1], en: texts[2] });
      await expect
        .poll(() => pages.get('entrance')?.locator('overlay-ribbon .band').innerText(), patience)
        .toContain('Зал');
      // Pressed once more it is not announced twice, and the button stands where it stood.
      await expect.poll(() => dialog(aliya, 'announce-dialog').locator('[data-overlay]').count(), patience).toBe(1);
      expect(await say.innerText()).toBe('Shown on the whole hall');
      expect(await say.boundingBox()).toEqual(stood);
      await say.click({ force: true });
      await aliya.key('Escape');
      expect(await overlays()).toHaveLength(1);
      // It is seen at the colleague's console without a key, and after a reload.
      for (const desk of [dana, aliya]) await desk.page.reload();
      await expect
        .poll(() => aliya.page.locator('hall-view [data-open=announce]').getAttribute('aria-label'), patience)
        .toBe('Announce, 1 on now');
      const shown = dana.page.locator('run-list [data-overlay]');
      await expect.poll(() => shown.innerText(), patience).toContain('The hall closes in ten minutes');
      await shown.locator('button').click();
      await until(async () => (await overlays()).length === 0);
    });

    it('closes at one console and opens at the other by one touch, after the hall has tested itself', async () => {
      const { aliya, dana, until, controller } = story;
      aliya.layout = 'latin';
      const doors = async (): Promise<string> => ((await controller.get('/api/doors')) as { is: string }).is;
      await aliya.key('KeyO');
      const named = () => dialog(aliya, 'doors-dialog').locator('li').allInnerTexts();
      await expect.poll(named, patience).toEqual([expect.stringMatching(/04[^]*No answer/)]);
      expect(await dialog(aliya, 'doors-dialog').locator('.count').innerText()).toBe('12 of 13 as they should be');
      // What is made of text nobody can see here: nothing is wrong with it, and it is not shouted.
      const pictures = (desk: Desk) => dialog(desk, 'doors-dialog').locator('[data-pictures]').innerText();
      expect(await pictures(aliya)).toMatch(/^Pictures not checked: [\d–, ]+$/);
      await dialog(aliya, 'doors-dialog').locator('[data-doors=closed]').click();
      await until(async () => (await doors()) === 'closed');
      await expect
        .poll(() => dana.page.locator('header-bar .doors').getAttribute('aria-label'), patience)
        .toContain('Closed');
      await dana.key('KeyO');
      const open = dialog(dana, 'doors-dialog').locator('[data-doors=open]');
      await expect.poll(() => open.innerText(), patience).toContain('without 1 screen');
      expect(await dialog(dana, 'doors-dialog').locator('.count').innerText()).toBe('12 of 13 ready');
      expect(await pictures(dana)).toBe('Pictures are checked once the screens are on.');
      await open.click();
      await until(async () => (await doors()) === 'open');
      await expect
        .poll(() => aliya.page.locator('header-bar .doors').getAttribute('aria-label'), patience)
        .toContain('Open');
    });

    it('mutes everything by one key, one output by touch, and sets a level', async () => {
      const { aliya, dana, until } = story;
      await aliya.key('KeyM');
      await until(isMuted);
      await expect.poll(() => says(dana, 'mute'), patience).toContain('Unmute all');
      await dana.key('KeyM');
      await until(async () => (await outputs()).every(({ muted }) => !muted));
      aliya.layout = 'russian';
      await aliya.key('KeyM', { shift: true });
      const wall = dialog(aliya, 'sound-dialog').locator('[data-output=wall-speakers]');
      await wall.locator('button').click();
      await until(async () => (await outputs()).find(({ id }) => id === 'wall-speakers')?.muted === true);
      await wall.locator('input[type=range]').focus();
      for (let press = 0; press < 5; press += 1) await aliya.page.keyboard.press('ArrowLeft');
      await until(async () => ((await outputs()).find(({ id }) => id === 'wall-speakers')?.level ?? 1) < 0.36);
    });

    it('says when it hears nothing and how old what is seen is, sends nothing, and comes back by itself', async () => {
      const { aliya, dana, controller, until } = story;
      aliya.layout = 'latin';
      await story.prepare(aliya, ['statehood'], 'welc', 'scene:welcome');
      await aliya.key('KeyS');
      const go = aliya.page.locator('go-panel .go');
      await expect.poll(() => go.getAttribute('aria-disabled'), patience).toBe('false');
      await aliya.context.setOffline(true);
      const notice = aliya.page.locator('notice-bar .lost');
      await expect.poll(() => notice.innerText(), patience).toMatch(/What you see is 0:\d\d old/);
      // What is armed may be ready as ever: no command can go, and GO says that.
      expect(await go.getAttribute('aria-disabled')).toBe('true');
      expect(await go.innerText()).toContain('no connection to the hall');
      expect(await go.innerText()).not.toContain('all ready');
      const first = await notice.innerText();
      await expect.poll(() => notice.innerText(), patience).not.toBe(first);
      // A colleague sees who is not at a console any more.
      await expect.poll(() => dana.page.locator('header-bar .others').count(), patience).toBe(0);
      const before = (await controller.get('/api/journal?limit=1')) as { seq: number }[];
      await aliya.key('KeyT');
      await aliya.key('KeyM');
      expect(await aliya.page.locator('foot-bar [data-act=mute]').isDisabled()).toBe(true);
      expect(await aliya.page.locator('take-panel .take').isDisabled()).toBe(true);
      await aliya.context.setOffline(false);
      await expect.poll(() => notice.count(), patience).toBe(0);
      await dana.page.locator('header-bar .others[title*="Aliya"]').waitFor();
      // What was pressed meanwhile was not kept for later: what is pressed now is the first that the hall hears.
      await aliya.key('Escape');
      await expect.poll(() => aliya.page.locator('foot-bar [data-act=mute]').isEnabled(), patience).toBe(true);
      await aliya.key('KeyM');
      await until(isMuted);
      const after = (await controller.get('/api/journal?limit=1')) as { seq: number }[];
      expect(after[0]?.seq).toBe((before[0]?.seq ?? 0) + 1);
      expect(await story.byHand()).toBeUndefined();
      // Until the console has heard that it is muted, the key says the same once more.
      await expect.poll(() => says(aliya, 'mute'), patience).toContain('Unmute all');
      await aliya.key('KeyM');
      await until(async () => !(await isMuted()));
      await aliya.key('KeyD');
      await expect.poll(() => go.count(), patience).toBe(0);
    });
  });

  describe('GO of a show that must be whole', () => {
    let run: string;

    const go = (desk: Desk) => desk.page.locator('cue-panel .go');
    const light = (desk: Desk, screen: string) =>
      desk.page.locator(`cue-panel .light[data-screen=${screen}]`).getAttribute('data-light');
    const onAir = (desk: Desk) => desk.page.locator('show-view tr.on-air').getAttribute('data-cue');
    const cue = async (): Promise<number> => (await story.byHand())?.cue ?? -1;

    beforeAll(async () => {
      for (const desk of [story.aliya, story.dana]) await desk.key('Escape');
      const cues = ['welcome', 'way-title', 'way-independence', 'welcome'].map((scene, index) => ({
        id: `part-${index + 1}`,
        title: { ...title, en: `Part ${index + 1}` },
        durationMs: 600_000,
        policy: 'strict',
        parts: [{ targets, scene }],
      }));
      const { controller } = story;
      await controller.post('/api/shows', { id: 'ceremony', title, cues });
      const taken = await controller.post('/api/takes', { targets: 'all', show: 'ceremony', policy: 'go' });
      ({ run } = (await taken.json()) as { run: string });
      for (const desk of [story.aliya, story.dana]) await desk.key('Digit3');
    });

    it('waits at both consoles, with a light for each screen and the reason', async () => {
      const { aliya, dana } = story;
      for (const desk of [aliya, dana]) {
        for (const screen of ['statehood', 'diplomacy'])
          await expect.poll(() => light(desk, screen), patience).toBe('ready');
        expect(await light(desk, 'map')).toBe('waiting');
        expect(await go(desk).getAttribute('aria-disabled')).toBe('true');
        expect(await go(desk).innerText()).toContain('waits for 04');
        expect(await desk.page.locator('cue-panel .why').innerText()).toBe('04 does not answer');
        await desk.key('Space');
      }
      await aliya.page.waitForTimeout(500);
      expect(await cue()).toBe(0);
    });

    it('goes without it when either says so, on the page of the wall and at the other console as well', async () => {
      const { aliya, dana, allShow } = story;
      expect(await dana.page.locator('cue-panel [data-without]').innerText()).toContain('GO without 04');
      await dana.key('Space', { shift: true });
      await allShow(['statehood', 'diplomacy'], 'way-title');
      expect(await cue()).toBe(1);
      await expect.poll(() => onAir(aliya), patience).toBe('part-2');
    });

    it('refuses a jump by naming the screens, and offers it without them', async () => {
      const { aliya, dana, until } = story;
      await aliya.page.locator('show-view tr[data-cue=part-4] .jump').click();
      const notice = aliya.page.locator('notice-bar [role=alert]');
      await expect.poll(() => notice.innerText(), patience).toContain('Not ready');
      expect(await cue()).toBe(1);
      await notice.locator('[data-without]').click();
      await until(async () => (await cue()) === 3);
      await expect.poll(() => notice.innerText(), patience).toBe('');
      await expect.poll(() => onAir(dana), patience).toBe('part-4');
    });

    it('is the same on a guide’s phone, and both consoles see it go', async () => {
      const { aliya, dana, browser, controller, until } = story;
      await controller.post(`/api/runs/${run}/jump`, { cue: 'part-1', policy: 'go' });
      const { code } = (await (await controller.post(`/api/runs/${run}/guide`, {})).json()) as { code: string };
      const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' })).newPage();
      await phone.goto(`${controller.url}/guide/#${code}`);
      await expect.poll(() => phone.locator('guide-page .late').innerText(), patience).toBe('waits for 04');
      expect(await phone.locator('guide-page .go').isDisabled()).toBe(true);
      const without = phone.locator('guide-page [data-without]');
      const box = await without.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
      await without.click();
      await until(async () => (await cue()) === 1);
      for (const desk of [aliya, dana]) await expect.poll(() => onAir(desk), patience).toBe('part-2');
      await phone.close();
    });
  });
});
