import { expect } from 'vitest';
import { patience } from '../console-story.ts';
import type { Hands } from './hands.ts';
import type { People, Task } from './task.ts';

/** Arrows as somebody presses them who looks for a picture on the plan. */
const about = ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowRight', 'ArrowLeft'];

/** Chooses the screens on the plan by arrows and Enter, and what they are to show by the search. */
export async function prepare(hands: Hands, units: readonly string[], query: string, item: string): Promise<void> {
  const { page } = hands.desk;
  for (const unit of units) {
    await hands.press('ArrowDown');
    await hands.walkAbout(about, `[data-unit="${unit}"]`);
    await hands.press('Enter');
    const tile = page.locator(`screen-tile[data-unit="${unit}"]`);
    await expect.poll(() => tile.getAttribute('aria-selected'), patience).toBe('true');
  }
  await hands.press('KeyF');
  await hands.write(query);
  const wanted = page.locator(`take-panel [data-item="${item}"]`);
  await wanted.waitFor();
  for (let step = 0; step < 12 && (await wanted.getAttribute('aria-selected')) !== 'true'; step += 1)
    await hands.press('ArrowDown');
  await hands.press('Escape');
}

async function takeByKey(people: People, hands: Hands): Promise<void> {
  await prepare(hands, ['statehood'], 'дипломатия', 'scene:diplomacy');
  await hands.press('KeyT');
  await people.story.until(async () => (await people.story.shown('statehood')) === 'diplomacy');
}

const emergency = async ({ story }: People): Promise<boolean> =>
  (await story.runs()).some(({ layer }) => layer === 'emergency');
const doors = async ({ story }: People): Promise<string> =>
  ((await story.controller.get('/api/doors')) as { is: string }).is;
const overlays = async ({ story }: People) =>
  (await story.controller.get('/api/overlays')) as { params: { text: Record<string, string> } }[];
const outputs = async ({ story }: People) =>
  ((await story.controller.get('/api/hall')) as { soundOutputs: { level: number; muted: boolean }[] }).soundOutputs;

const opening: readonly Task[] = [
  {
    handbook: 'operator',
    task: 'close the hall, and open it',
    async does(people) {
      const { story, aliya } = people;
      await aliya.press('KeyO');
      await aliya.isAt('[data-doors=closed]');
      await aliya.press('Enter');
      await story.until(async () => (await doors(people)) === 'closed');
      await aliya.press('KeyO');
      await aliya.isAt('[data-doors=open]');
      await aliya.press('Enter');
      await story.until(async () => (await doors(people)) === 'open');
    },
  },
  {
    handbook: 'operator',
    task: 'go through the views, the keys, the layouts, the themes and the languages',
    async does({ aliya }) {
      const { page } = aliya.desk;
      for (const [key, view] of ['schedule', 'show', 'journal', 'health', 'people', 'scenes', 'media'].entries()) {
        await aliya.press(`Digit${key + 2}`);
        await page.locator(`${view}-view`).waitFor();
      }
      await aliya.press('Digit1');
      await aliya.press('Slash');
      await page.locator('key-help dialog[open]').waitFor();
      await aliya.press('Escape');
      await aliya.press('KeyL');
      await aliya.press('KeyF', { shift: true });
      await aliya.isAt('input');
      await aliya.write('Statehood');
      await expect.poll(() => page.locator('screen-list tr[data-screen]').count(), patience).toBe(1);
      await aliya.tabTo('[type=checkbox]', { says: 'Statehood' });
      await aliya.press('Space');
      await page.locator('screen-list tr.chosen').waitFor();
      await aliya.press('KeyI');
      await page.locator('details-dialog dialog[open]').waitFor();
      await aliya.press('Escape');
      await aliya.press('KeyF', { shift: true });
      await aliya.write('');
      await expect.poll(() => page.locator('screen-list tr[data-screen]').count(), patience).toBe(13);
      await aliya.press('Escape');
      await aliya.press('KeyL');
      await page.locator('floor-plan').waitFor();
      const theme = (): Promise<string | null> => page.locator('html').getAttribute('data-theme');
      const before = await theme();
      await aliya.press('KeyL', { shift: true });
      await expect.poll(theme, patience).not.toBe(before);
      await aliya.press('KeyL', { shift: true });
      for (const language of ['kk', 'ru', 'en']) {
        await aliya.press('KeyG', { shift: true });
        await expect.poll(() => page.locator('html').getAttribute('lang'), patience).toBe(language);
      }
    },
  },
];

const running: readonly Task[] = [
  {
    handbook: 'operator',
    task: 'preview, standby, GO, release, and back as it was',
    async does({ story, aliya }) {
      const { page } = aliya.desk;
      await prepare(aliya, ['statehood', 'diplomacy'], 'вход', 'scene:entrance');
      await aliya.press('KeyP');
      await page.locator('preview-panel').waitFor();
      await aliya.press('Escape');
      await page.locator('preview-panel').waitFor({ state: 'detached' });
      await aliya.press('KeyS');
      await expect.poll(() => page.locator('[data-light=ready]').count(), patience).toBe(2);
      await aliya.press('Escape');
      await aliya.press('Space');
      await story.until(
        async () => (await story.shown('statehood')) === 'entrance' && (await story.shown('diplomacy')) === 'entrance',
      );
      await expect.poll(() => page.locator('foot-bar [data-act=release]').isEnabled(), patience).toBe(true);
      await aliya.press('KeyR');
      await story.until(async () => (await story.byHand()) === undefined);
      await page.locator('foot-bar [data-act=back]').waitFor();
      await aliya.press('KeyU');
      await story.until(async () => (await story.shown('statehood')) === 'entrance');
    },
  },
  {
    handbook: 'operator',
    task: 'stand down; take now; undo it from the journal; narrow the journal and save it',
    async does({ story, aliya }) {
      const { page } = aliya.desk;
      await prepare(aliya, ['statehood'], 'дипломатия', 'scene:diplomacy');
      await aliya.press('KeyS');
      await page.locator('go-panel').waitFor();
      await aliya.press('KeyD');
      await story.until(async () => ((await story.controller.get('/api/standby')) as unknown[]).length === 0);
      await aliya.press('KeyT');
      await story.until(async () => (await story.shown('statehood')) === 'diplomacy');
      await aliya.press('Digit4');
      await page.locator('[data-undo]').waitFor();
      await aliya.tabTo('#actor');
      await aliya.choose('Aliya');
      await expect
        .poll(async () => new Set(await page.locator('journal-view tbody td:nth-child(2)').allInnerTexts()), patience)
        .toEqual(new Set(['Aliya']));
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        aliya.tabTo('[data-export]').then(() => aliya.press('KeyS', { shift: true })),
      ]);
      expect(file.suggestedFilename()).toBe('journal.csv');
      await aliya.tabTo('[data-undo]');
      await aliya.press('Enter');
      await story.until(async () => (await story.byHand()) === undefined);
    },
  },
  {
    handbook: 'operator',
    task: 'GO without the screen that is late',
    async does({ story, dana }) {
      const { page } = dana.desk;
      await prepare(dana, ['statehood', 'map'], 'вход', 'scene:entrance');
      await dana.press('KeyS');
      await expect.poll(() => page.locator('[data-light=ready]').count(), patience).toBe(1);
      await dana.press('Space', { shift: true });
      await story.until(async () => (await story.shown('statehood')) === 'entrance');
    },
  },
  {
    handbook: 'operator',
    task: 'run a show by its cues: GO, pause, on, back, jump, stop',
    async does({ story, dana }) {
      const cue = async (): Promise<number> => (await story.byHand())?.cue ?? -1;
      await dana.press('KeyA');
      await prepare(dana, [], 'way', 'show:kazakhstan-way');
      await dana.press('KeyT');
      await story.until(async () => (await cue()) === 0);
      await dana.press('Digit3');
      await dana.desk.page.locator('show-view tr.on-air').waitFor();
      await dana.press('Space', { shift: true });
      await story.until(async () => (await cue()) === 1);
      await dana.desk.page.locator('show-view tr.on-air[data-cue=sources]').waitFor();
      await dana.press('KeyH');
      await story.until(async () => (await story.byHand())?.paused === true);
      await dana.desk.page.locator('show-view header', { hasText: 'paused' }).waitFor();
      await dana.press('KeyH');
      await story.until(async () => (await story.byHand())?.paused === false);
      await dana.desk.page.locator('show-view header', { hasNotText: 'paused' }).waitFor();
      await dana.press('Backspace');
      await story.until(async () => (await cue()) === 0);
      await dana.press('ArrowDown');
      await dana.isAt('tr[data-cue]');
      await dana.walkTo('ArrowDown', 'tr[data-cue=independence]');
      await dana.press('Enter');
      await story.until(async () => (await cue()) === 3);
      await dana.press('Escape');
      await dana.press('KeyX', { heldMs: 1200 });
      await story.until(async () => (await story.byHand()) === undefined);
    },
  },
  {
    handbook: 'operator',
    task: 'give a guide GO of one run',
    async does({ story, aliya }) {
      const { page } = aliya.desk;
      await prepare(aliya, ['statehood'], 'делегац', 'show:welcome');
      await aliya.press('KeyT');
      await story.until(async () => (await story.byHand()) !== undefined);
      await page.locator('run-list [data-run]', { hasText: 'Aliya' }).locator('run-acts').waitFor();
      await aliya.press('KeyK');
      await aliya.isAt('button', 'Release');
      await aliya.tabTo('button', { says: 'guide' });
      await aliya.press('Enter');
      await aliya.isAt('[data-make]');
      await aliya.press('Enter');
      const code = (await page.locator('guide-dialog a').getAttribute('href'))?.split('#')[1] ?? '';
      const guide = await fetch(`${story.controller.url}/api/guide`, { headers: { Authorization: `Guide ${code}` } });
      expect(guide.status).toBe(200);
      await aliya.press('Escape');
      // The keyboard is back where it came from.
      await aliya.isAt('button', 'guide');
    },
  },
];

const announcing: readonly Task[] = [
  {
    handbook: 'operator',
    task: 'announce in three languages, and take it off',
    async does(people) {
      const { story, dana } = people;
      const texts = { kk: 'Зал жабылады', ru: 'Зал закрывается', en: 'The hall closes' };
      await dana.press('KeyC');
      for (const [language, text] of Object.entries(texts)) {
        await dana.tabTo(`textarea[lang=${language}]`);
        await dana.write(text);
      }
      await dana.tabTo('[data-announce]');
      await dana.press('Enter');
      await story.until(async () => (await overlays(people)).length === 1);
      expect((await overlays(people))[0]?.params.text).toEqual(texts);
      await dana.tabTo('[data-overlay] button');
      await dana.press('Enter');
      await story.until(async () => (await overlays(people)).length === 0);
    },
  },
  {
    handbook: 'operator',
    task: 'ask for a run, give it, take it over, and have ten minutes more',
    async does(people) {
      const { story, aliya, dana } = people;
      await takeByKey(people, aliya);
      await dana.desk.page.locator('run-list [data-run]', { hasText: 'Aliya' }).locator('run-acts').waitFor();
      await dana.press('KeyK');
      await dana.isAt('button', 'Ask');
      await dana.press('Enter');
      await dana.isAt('input');
      await dana.write('A class is waiting');
      await dana.press('Enter');
      await aliya.desk.page.locator('[data-asked]').waitFor();
      await aliya.press('KeyJ');
      await aliya.isAt('[data-asked] button');
      await aliya.press('Enter');
      await story.until(async () => (await story.byHand())?.owner === 'Dana');
      await expect
        .poll(() => aliya.desk.page.locator('run-acts button').first().innerText(), patience)
        .toContain('Ask');
      await aliya.press('KeyK');
      await aliya.press('Enter');
      await aliya.isAt('input');
      await aliya.write('She has left');
      await aliya.tabTo('button[type=button]', { says: 'Take over' });
      await aliya.press('Enter');
      await story.until(async () => (await story.byHand())?.owner === 'Aliya');
      const { id = '' } = (await story.byHand()) ?? {};
      await story.controller.request('PATCH', `/api/runs/${id}`, { holdFor: 90_000 });
      await aliya.desk.page.locator('[data-ending]').waitFor();
      await aliya.press('KeyJ');
      await aliya.isAt('[data-ending] button');
      await aliya.press('Enter');
      const left = async (): Promise<number> => {
        const run = (await story.byHand()) as { until?: string | null } | undefined;
        return Date.parse(run?.until ?? '') - Date.now();
      };
      await story.until(async () => (await left()) > 9 * 60_000);
    },
  },
];

const quick: readonly Task[] = [
  {
    handbook: 'operator',
    task: 'evacuate, and end it; drill; say what is the matter; black out',
    async does(people) {
      const { story, aliya } = people;
      const over = async (): Promise<boolean> => !(await emergency(people));
      const page = aliya.desk.page;
      await aliya.press('KeyE');
      await aliya.isAt('button', 'Evacuation');
      await aliya.press('Space', { heldMs: 1000 });
      await story.until(() => emergency(people));
      await page.locator('emergency-dialog [data-kind=end]').waitFor();
      await aliya.press('KeyB', { heldMs: 1100 });
      await story.until(over);

      await page.locator('emergency-dialog [data-kind=evacuation]').waitFor();
      await aliya.tabTo('[type=checkbox]');
      await aliya.press('Space');
      await aliya.tabTo('button', { says: 'Evacuation' });
      await aliya.press('Enter', { heldMs: 1000 });
      await story.until(() => emergency(people));
      await page.locator('emergency-dialog [data-kind=end]').waitFor();
      await aliya.tabTo('button', { says: 'End emergency' });
      await aliya.press('Space', { heldMs: 1000 });
      await story.until(over);
      const past = (await story.controller.get('/api/emergencies')) as { isDrill: boolean }[];
      expect(past.map(({ isDrill }) => isDrill)).toEqual([true, false]);

      await page.locator('emergency-dialog [data-kind=evacuation]').waitFor();
      await aliya.tabTo('[type=checkbox]');
      await aliya.press('Space');
      await aliya.tabTo('textarea[lang=ru]');
      await aliya.write('Оставайтесь в зале');
      await aliya.tabTo('button', { says: 'Announcement' });
      await aliya.press('Enter', { heldMs: 1000 });
      await story.until(() => emergency(people));
      await page.locator('emergency-dialog [data-kind=end]').waitFor();
      await aliya.press('KeyB', { heldMs: 1100 });
      await story.until(over);
      await page.locator('emergency-dialog [data-kind=evacuation]').waitFor();
      await aliya.press('Escape');

      await aliya.press('Digit7');
      await page.locator('scenes-view').waitFor();
      await aliya.press('KeyB', { heldMs: 1100 });
      await story.until(() => emergency(people));
      await page.locator('desk-alerts .emergency').waitFor();
      await aliya.press('KeyB', { heldMs: 1100 });
      await story.until(over);
    },
  },
  {
    handbook: 'operator',
    task: 'silence everything, and set one output’s level and mute',
    async does(people) {
      const { story, dana } = people;
      await dana.press('KeyM');
      await story.until(async () => (await outputs(people)).every(({ muted }) => muted));
      await dana.desk.page.locator('foot-bar [data-act=mute]', { hasText: 'Sound on' }).waitFor();
      await dana.press('KeyM');
      await story.until(async () => (await outputs(people)).every(({ muted }) => !muted));
      const level = (await outputs(people))[0]?.level ?? 0;
      await dana.press('KeyM', { shift: true });
      await dana.tabTo('[type=range]');
      await dana.press('ArrowLeft');
      await story.until(async () => ((await outputs(people))[0]?.level ?? 0) < level);
      await dana.tabTo('li button');
      await dana.press('Space');
      await story.until(async () => (await outputs(people))[0]?.muted === true);
      await dana.press('Escape');
    },
  },
  {
    handbook: 'operator',
    task: 'train on the copy, and come back',
    async does({ story, aliya }) {
      const { page } = aliya.desk;
      await aliya.press('KeyT', { shift: true });
      await page.waitForURL('**/training/**');
      await page.locator('training-band').waitFor();
      await page.locator('screen-tile').first().waitFor();
      await prepare(aliya, ['statehood'], 'дипломатия', 'scene:diplomacy');
      await aliya.press('KeyT');
      await page.locator('run-list [data-run]', { hasText: 'Aliya' }).waitFor();
      expect(await story.byHand()).toBeUndefined();
      await aliya.press('Escape');
      await aliya.press('KeyT', { shift: true });
      await page.locator('training-band').waitFor({ state: 'detached' });
      await page.locator('screen-tile').first().waitFor();
    },
  },
];

export const operatorTasks: readonly Task[] = [...opening, ...running, ...announcing, ...quick];
