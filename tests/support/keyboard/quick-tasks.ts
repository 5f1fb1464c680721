import { expect } from 'vitest';
import { prepare } from './prepare.ts';
import type { People, Task } from './task.ts';

const emergency = async ({ story }: People): Promise<boolean> =>
  (await story.runs()).some(({ layer }) => layer === 'emergency');
const outputs = async ({ story }: People) =>
  ((await story.controller.get('/api/hall')) as { soundOutputs: { level: number; muted: boolean }[] }).soundOutputs;

/** What cannot wait, and what is trained for it. */
export const quickTasks: readonly Task[] = [
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
      await aliya.tabTo('button', { says: 'End emergency' });
      await aliya.press('Space', { heldMs: 1000 });
      await story.until(over);

      await page.locator('emergency-dialog [data-kind=end]').waitFor({ state: 'detached' });
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

      // Opened again it has forgotten that the last one was a drill.
      await page.locator('emergency-dialog [data-kind=end]').waitFor({ state: 'detached' });
      await aliya.press('Escape');
      await aliya.press('KeyE');
      await aliya.isAt('button', 'Evacuation');
      await aliya.tabTo('textarea[lang=ru]');
      await aliya.write('Оставайтесь в зале');
      await aliya.tabTo('button', { says: 'Announcement' });
      await aliya.press('Enter', { heldMs: 1000 });
      await story.until(() => emergency(people));
      const [latest] = (await story.controller.get('/api/emergencies')) as { isDrill: boolean }[];
      expect(latest?.isDrill).toBe(false);
      await page.locator('emergency-dialog [data-kind=end]').waitFor();
      await aliya.tabTo('button', { says: 'End emergency' });
      await aliya.press('Space', { heldMs: 1000 });
      await story.until(over);
      await aliya.press('Escape');

      await aliya.press('Digit7');
      await page.locator('scenes-view').waitFor();
      await aliya.press('KeyB', { heldMs: 1100 });
      await story.until(() => emergency(people));
      await page.locator('desk-alerts .emergency').waitFor();
      await aliya.press('KeyE');
      await aliya.tabTo('button', { says: 'End emergency' });
      await aliya.press('Space', { heldMs: 1000 });
      await story.until(over);
      await aliya.press('Escape');
    },
  },
  {
    handbook: 'operator',
    task: 'silence everything, and set one output’s level and mute',
    async does(people) {
      const { story, dana } = people;
      await dana.press('KeyM');
      await story.until(async () => (await outputs(people)).every(({ muted }) => muted));
      await dana.desk.page.locator('foot-bar [data-act=mute]', { hasText: 'Unmute all' }).waitFor();
      await dana.press('KeyM');
      await story.until(async () => (await outputs(people)).every(({ muted }) => !muted));
      const level = (await outputs(people))[0]?.level ?? 0;
      await dana.press('KeyM', { shift: true });
      await dana.isAt('[type=range]');
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
