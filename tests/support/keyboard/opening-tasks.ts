import { expect } from 'vitest';
import { patience } from '../console-story.ts';
import type { People, Task } from './task.ts';

const doors = async ({ story }: People): Promise<string> =>
  ((await story.controller.get('/api/doors')) as { is: string }).is;

/** Before visitors come: the doors, and what a console can look like. */
export const openingTasks: readonly Task[] = [
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
