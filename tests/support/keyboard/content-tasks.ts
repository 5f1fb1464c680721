import { expect } from 'vitest';
import { patience } from '../console-story.ts';
import { aPicture } from '../files.ts';
import type { Hands } from './hands.ts';
import type { People, Task } from './task.ts';

interface Draft {
  readonly id: string;
  readonly state: { readonly is: string };
}

const drafts = async ({ story }: People): Promise<readonly Draft[]> =>
  (await story.controller.get('/api/drafts')) as readonly Draft[];
const scene = async ({ story }: People, id: string) =>
  (await story.controller.get(`/api/scenes/${id}`)) as { version?: number; params?: { text: Record<string, string> } };
/** How the draft of this stands; undefined: there is none. */
const stateOf = async (people: People, id: string): Promise<string | undefined> =>
  (await drafts(people)).find((draft) => draft.id === id)?.state.is;

const texts = { kk: 'Дала осы жерден басталады.', ru: 'Степь начинается здесь.', en: 'The steppe begins here.' };

async function open(hands: Hands, query: string, key: string): Promise<void> {
  await hands.press('Digit7');
  await hands.desk.page.locator('scene-thumbs [data-key]').first().waitFor();
  await hands.press('KeyF');
  await hands.isAt('[type=search]');
  await hands.write(query);
  await hands.press('ArrowDown');
  await hands.isAt('[data-key]');
  if ((await hands.desk.page.locator(`[data-key="${key}"][tabindex="0"]`).count()) === 0)
    await hands.walkTo('ArrowDown', `[data-key="${key}"]`);
  await hands.press('Enter');
  await hands.desk.page.locator('content-editor', { hasText: key.split('/')[1] ?? '' }).waitFor();
}

/** Publishes what is open, and waits until the console has nothing more to publish. */
async function publish(hands: Hands, version: number): Promise<void> {
  await hands.press('Escape');
  await hands.desk.page.locator('[data-act=publish]:not([disabled])').waitFor();
  await hands.press('KeyP', { shift: true });
  await hands.desk.page
    .locator('content-acts .state', { hasText: new RegExp(`^\\s*Version ${version}\\s*$`) })
    .waitFor();
}

export const contentTasks: readonly Task[] = [
  {
    handbook: 'content',
    task: 'begin a scene, write it in three languages, save its draft, and give it to be reviewed',
    async does(people) {
      const { story, aigul } = people;
      await aigul.press('Digit7');
      await aigul.desk.page.locator('scenes-view [data-act=new-scene]').waitFor();
      await aigul.press('KeyN');
      await aigul.isAt('#type');
      await aigul.choose('text');
      await aigul.tabTo('input[lang=en]');
      await aigul.write('The steppe hall');
      await aigul.tabTo('[type=submit]');
      await aigul.press('Enter');
      await story.until(async () => (await stateOf(people, 'scene/the-steppe-hall')) === 'draft');
      await aigul.isAt('input[lang]');
      for (const [language, text] of Object.entries(texts)) {
        await aigul.tabTo(`textarea[aria-label^="Text,"][lang=${language}]`);
        await aigul.write(text);
      }
      await aigul.press('Escape');
      await aigul.press('KeyS');
      await aigul.desk.page.locator('[data-act=save][disabled]').waitFor();
      await aigul.press('KeyS', { shift: true });
      await story.until(async () => (await stateOf(people, 'scene/the-steppe-hall')) === 'review');
    },
  },
  {
    handbook: 'content',
    task: 'give a draft back with a note; write it again; publish it as the second person',
    async does(people) {
      const { story, aliya, aigul } = people;
      await open(aliya, 'steppe', 'scene/the-steppe-hall');
      await aliya.press('KeyG');
      await aliya.isAt('.note input');
      await aliya.write('Say where');
      await aliya.press('Enter');
      await story.until(async () => (await stateOf(people, 'scene/the-steppe-hall')) === 'draft');
      await open(aigul, 'steppe', 'scene/the-steppe-hall');
      await aigul.desk.page.locator('content-acts .state', { hasText: 'Say where' }).waitFor();
      await aigul.press('KeyS', { shift: true });
      await story.until(async () => (await stateOf(people, 'scene/the-steppe-hall')) === 'review');
      await aliya.desk.page.locator('content-acts .state', { hasText: 'To be reviewed' }).waitFor();
      await publish(aliya, 1);
      expect((await scene(people, 'the-steppe-hall')).params?.text).toEqual(texts);
    },
  },
  {
    handbook: 'content',
    task: 'change it, compare it with what it was, and bring that back',
    async does(people) {
      const { aliya } = people;
      await open(aliya, 'steppe', 'scene/the-steppe-hall');
      await aliya.tabTo('textarea[aria-label^="Text,"][lang=en]');
      await aliya.write('The steppe ends here.');
      await publish(aliya, 2);
      expect((await scene(people, 'the-steppe-hall')).params?.text['en']).toBe('The steppe ends here.');
      await aliya.desk.page.locator('content-history li').nth(1).waitFor();
      await aliya.press('KeyH');
      await aliya.isAt('[data-act=edition]');
      await aliya.tabTo('[data-act=edition]', { says: 'Version 1' });
      await aliya.press('Enter');
      await aliya.desk.page.locator('[data-act=revert]:enabled').waitFor();
      await aliya.press('KeyH', { shift: true });
      await publish(aliya, 3);
      expect((await scene(people, 'the-steppe-hall')).params?.text).toEqual(texts);
    },
  },
  {
    handbook: 'content',
    task: 'throw away what was written and not saved',
    async does(people) {
      const { aliya } = people;
      const field = 'textarea[aria-label^="Text,"][lang=en]';
      await open(aliya, 'steppe', 'scene/the-steppe-hall');
      await aliya.tabTo(field);
      await aliya.write('The steppe is nowhere.');
      await aliya.press('Escape');
      await aliya.desk.page.locator('[data-act=forget]').waitFor();
      await aliya.press('KeyX');
      await aliya.isAt('[data-act=really-forget]');
      await aliya.press('Enter');
      await expect.poll(() => aliya.desk.page.locator(field).inputValue(), patience).toBe(texts.en);
      expect(await stateOf(people, 'scene/the-steppe-hall')).toBeUndefined();
    },
  },
  {
    handbook: 'content',
    task: 'copy a scene, and discard the draft of the copy',
    async does(people) {
      const { story, aliya } = people;
      await open(aliya, 'steppe', 'scene/the-steppe-hall');
      await aliya.press('KeyY');
      await story.until(async () => (await drafts(people)).some(({ id }) => id.startsWith('scene/the-steppe-hall-')));
      await aliya.isAt('input[lang]');
      await aliya.press('Escape');
      await aliya.press('KeyX', { shift: true });
      await aliya.isAt('[data-act=really-discard]');
      await aliya.press('Enter');
      await story.until(async () => !(await drafts(people)).some(({ id }) => id.startsWith('scene/the-steppe-hall-')));
    },
  },
  {
    handbook: 'content',
    task: 'make a list of cues on its strip, and publish the show',
    async does(people) {
      const { story, aliya } = people;
      const part = async (id: string): Promise<void> => {
        await aliya.tabTo('.part select');
        await aliya.choose(id);
        await aliya.tabTo('[data-target]');
        await aliya.walkAbout(['ArrowRight'], '[data-target=entrance]');
        await aliya.press('Space');
      };
      await aliya.press('Digit7');
      await aliya.desk.page.locator('scenes-view [data-act=new-show]').waitFor();
      await aliya.press('KeyN', { shift: true });
      await aliya.isAt('input[lang]');
      await aliya.tabTo('input[lang=en]');
      await aliya.write('An evening');
      await aliya.press('Enter');
      await story.until(async () => (await stateOf(people, 'show/an-evening')) === 'draft');
      await aliya.isAt('input[lang]');
      await part('welcome');
      await aliya.press('KeyQ');
      await aliya.desk.page.locator('cue-list li').nth(1).waitFor();
      // Back from the chips to the strip above: the new cue is the chosen one.
      await aliya.tabTo('li button', { back: true });
      await aliya.isAt('li button[aria-pressed=true]');
      for (let second = 0; second < 3; second += 1) await aliya.press('Equal');
      await aliya.press('ArrowLeft', { shift: true });
      await aliya.isAt('li button[aria-pressed=true]', '1 ');
      await aliya.press('ArrowRight', { shift: true });
      await aliya.isAt('li button[aria-pressed=true]', '2 ');
      await aliya.tabTo('input[lang=en]');
      await aliya.write('The steppe');
      await part('the-steppe-hall');
      await publish(aliya, 1);
      const show = (await story.controller.get('/api/shows/an-evening')) as {
        cues: { durationMs?: number; parts: { scene: string }[] }[];
      };
      expect(show.cues.map(({ parts }) => parts[0]?.scene)).toEqual(['welcome', 'the-steppe-hall']);
      expect(show.cues[1]?.durationMs).toBe(3000);
    },
  },
  {
    handbook: 'content',
    task: 'delete a show',
    async does({ story, aliya }) {
      await open(aliya, 'evening', 'show/an-evening');
      await aliya.press('Delete');
      await aliya.desk.page.locator('[data-act=delete]', { hasText: 'for good' }).waitFor();
      await aliya.press('Delete');
      const status = async (): Promise<number> =>
        (await story.controller.request('GET', '/api/shows/an-evening')).status;
      await story.until(async () => (await status()) === 404);
      await expect.poll(() => aliya.desk.page.locator('[data-key="show/an-evening"]').count(), patience).toBe(0);
    },
  },
  {
    handbook: 'content',
    task: 'choose a file, see it come, look at it, and delete it',
    async does({ story, aigul }) {
      const { page } = aigul.desk;
      const media = async (): Promise<boolean> =>
        ((await story.controller.get('/api/media')) as { id: string }[]).some(({ id }) => id === 'pictures/sky.png');
      await aigul.press('Digit8');
      await page.locator('upload-list').waitFor();
      const chosen = page.waitForEvent('filechooser');
      await aigul.tabTo('input[type=file]:enabled');
      await aigul.press('Enter');
      const chooser = await chosen;
      await chooser.setFiles({ name: 'sky.png', mimeType: 'image/png', buffer: aPicture(64, 36) });
      await page.locator('[data-upload="pictures/sky.png"][data-state=done]').waitFor();
      expect(await media()).toBe(true);
      await page.locator('[data-medium="pictures/sky.png"]').waitFor();
      await aigul.press('KeyF');
      await aigul.write('sky');
      await aigul.press('ArrowDown');
      await aigul.isAt('[data-medium="pictures/sky.png"]');
      await aigul.press('Enter');
      await page.locator('medium-detail dd', { hasText: '64 × 36' }).waitFor();
      await aigul.press('Delete');
      await page.locator('[data-act=delete]', { hasText: 'for good' }).waitFor();
      await aigul.press('Delete');
      await story.until(async () => !(await media()));
    },
  },
];
