import { expect } from 'vitest';
import { patience } from '../console-story.ts';
import { takeByKey } from './prepare.ts';
import type { People, Task } from './task.ts';

const overlays = async ({ story }: People) =>
  (await story.controller.get('/api/overlays')) as { params: { text: Record<string, string> } }[];

/** What is said to visitors, and among colleagues. */
export const announcingTasks: readonly Task[] = [
  {
    handbook: 'operator',
    task: 'announce in three languages, and take it off',
    async does(people) {
      const { story, dana } = people;
      const texts = { kk: 'Зал жабылады', ru: 'Зал закрывается', en: 'The hall closes' };
      await dana.press('KeyC');
      await dana.isAt('textarea[lang=kk]');
      for (const [language, text] of Object.entries(texts)) {
        await dana.isAt(`textarea[lang=${language}]`);
        await dana.write(text);
        await dana.press('Tab');
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
      await aliya.desk.page.evaluate(
        async ([run, body]) => {
          const headers = { 'content-type': 'application/json' };
          await fetch(`/api/runs/${run}`, { method: 'PATCH', headers, body });
        },
        [id, JSON.stringify({ holdFor: 90_000 })] as const,
      );
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
