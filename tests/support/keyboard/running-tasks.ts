import { expect } from 'vitest';
import { timeOfDay } from '#shared/dates.ts';
import { patience } from '../console-story.ts';
import { prepare } from './prepare.ts';
import type { Task } from './task.ts';

/** What is shown by hand through the day. */
export const runningTasks: readonly Task[] = [
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
      await page.locator('foot-bar [data-act=release]:enabled', { hasText: /Release \d/ }).waitFor();
      await aliya.press('KeyR');
      await story.until(async () => (await story.byHand()) === undefined);
      await page.locator('foot-bar [data-act=back]:enabled', { hasText: 'released' }).waitFor();
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
      await aliya.tabTo('[name=from]');
      await aliya.typeDate('2026-01-31');
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
    task: 'set a take for a time, see it to come, cancel it',
    async does({ story, dana }) {
      const { timeZone } = (await story.controller.get('/api/hall')) as { timeZone: string };
      const time = timeOfDay(Date.now() + 2 * 3_600_000, timeZone);
      await prepare(dana, ['statehood'], 'вход', 'scene:entrance');
      await dana.tabTo('#at');
      await dana.figures(time.replace(':', ''));
      await dana.press('Escape');
      await dana.press('KeyT');
      await dana.desk.page.locator('run-list li', { hasText: time, has: dana.desk.page.locator('.cancel') }).waitFor();
      await dana.tabTo('.cancel');
      await dana.press('Enter');
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
