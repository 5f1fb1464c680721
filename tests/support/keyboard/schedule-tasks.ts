import { expect } from 'vitest';
import { OpeningHours } from '#shared/hall.ts';
import type { Rule } from '#shared/schedule.ts';
import { patience } from '../console-story.ts';
import { daysOf, openNextWeek, rulesOf, save } from './schedule-hands.ts';
import type { People, Task } from './task.ts';

const made = async (people: People) => (await rulesOf(people)).find(({ show }) => show === 'welcome');
const hours = async ({ story }: People) => OpeningHours.parse(await story.controller.get('/api/hours'));

const startOf = (rule: Rule | undefined): string => (rule !== undefined && 'at' in rule.when ? rule.when.at : '');
const ms = (local: string): number => Date.parse(`${local}Z`);
const minute = 60_000;

export const scheduleTasks: readonly Task[] = [
  {
    handbook: 'schedule',
    task: 'write a rule for a show',
    async does(people) {
      const { dana } = people;
      await openNextWeek(dana);
      await dana.press('KeyP');
      await dana.isAt('[data-show]');
      await dana.press('KeyN');
      await dana.isAt('[name=subject]');
      await dana.choose('show:welcome');
      await dana.tabTo('[data-choice=minutes]');
      await dana.press('Space');
      await dana.tabTo('[name=minutes]');
      await dana.write('60');
      await dana.tabTo('[data-target][aria-pressed=true]');
      await dana.press('Space');
      await dana.walkAbout(['ArrowRight'], '[data-target=statehood]');
      await dana.press('Space');
      await dana.tabTo('[data-act=effect]');
      await dana.press('Enter');
      await save(dana);
      const rule = await made(people);
      expect(startOf(rule)).toMatch(/T10:00$/);
      expect(rule?.durationMs).toBe(60 * minute);
      expect(rule?.targets).toEqual(['statehood']);
    },
  },
  {
    handbook: 'schedule',
    task: 'move it by arrows, make it longer, and take that back',
    async does(people) {
      const { story, dana } = people;
      const before = startOf(await made(people));
      await openNextWeek(dana);
      await dana.desk.page.locator('schedule-grid [data-run]').first().waitFor();
      await dana.press('ArrowDown');
      await dana.isAt('[role=button]', 'Welcoming');
      await dana.press('ArrowRight', { shift: true });
      for (let quarter = 0; quarter < 4; quarter += 1) await dana.press('ArrowDown', { shift: true });
      await dana.press('Equal');
      const held = dana.desk.page.locator('.held');
      await expect.poll(() => held.innerText(), patience).toContain('11:00–12:15');
      await dana.isAt('[role=button]', 'Welcoming');
      await dana.press('Enter');
      await save(dana);
      const rule = await made(people);
      expect(ms(startOf(rule)) - ms(before)).toBe(25 * 60 * minute);
      expect(rule?.durationMs).toBe(75 * minute);
      await dana.desk.page.locator('[data-act=undo]:not([disabled])').waitFor();
      await dana.press('KeyU', { shift: true });
      await story.until(async () => startOf(await made(people)) === before);
    },
  },
  {
    handbook: 'schedule',
    task: 'let go of a block that was held; ask why',
    async does(people) {
      const { dana } = people;
      const before = await made(people);
      await openNextWeek(dana);
      await dana.desk.page.locator('schedule-grid [data-run]').first().waitFor();
      await dana.press('ArrowDown');
      await dana.isAt('[role=button]', 'Welcoming');
      await dana.press('ArrowDown', { shift: true });
      await dana.press('Escape');
      await expect.poll(() => dana.desk.page.locator('.held').innerText(), patience).toBe('');
      await dana.isAt('[role=button]', 'Welcoming');
      await dana.press('Enter');
      await dana.desk.page.locator('chosen-block').waitFor();
      await dana.tabTo('[data-act=why]');
      await dana.press('Enter');
      await dana.desk.page.locator('why-panel .winner', { hasText: 'Welcoming' }).waitFor();
      expect(await made(people)).toEqual(before);
    },
  },
  {
    handbook: 'schedule',
    task: 'find a rule, and switch it off',
    async does(people) {
      const { dana } = people;
      await dana.press('Digit2');
      await dana.desk.page.locator('[data-pane=rules]').waitFor();
      await dana.press('KeyF');
      await dana.isAt('[type=search]');
      await dana.write('welcom');
      await dana.tabTo('[data-rule]');
      await dana.press('Enter');
      await dana.isAt('[name=subject]');
      await dana.tabTo('[name=enabled]');
      await dana.press('Space');
      await dana.tabTo('[data-act=effect]');
      await dana.press('Enter');
      await save(dana);
      expect((await made(people))?.enabled).toBe(false);
    },
  },
  {
    handbook: 'schedule',
    task: 'change the hours, and take that back',
    async does(people) {
      const { story, dana } = people;
      const before = await hours(people);
      await dana.press('Digit2');
      await dana.desk.page.locator('[data-pane=hours]').waitFor();
      await dana.press('KeyH');
      await dana.isAt('[data-weekday]');
      await dana.tabTo('[name=from]');
      await dana.write('08:00');
      await dana.tabTo('[data-act=effect]');
      await dana.press('Enter');
      await save(dana);
      expect((await hours(people)).weekly[0]?.from).toBe('08:00');
      await dana.desk.page.locator('[data-act=undo]:not([disabled])').waitFor();
      await dana.press('KeyU', { shift: true });
      await story.until(async () => (await hours(people)).weekly[0]?.from === before.weekly[0]?.from);
    },
  },
  {
    handbook: 'schedule',
    task: 'look at a month, a day and a week; rehearse a date',
    async does({ story, dana }) {
      const { page } = dana.desk;
      await openNextWeek(dana);
      const dates = (): Promise<number> =>
        page
          .locator('schedule-grid [data-date]')
          .evaluateAll((cells) => new Set(cells.map((cell) => cell.getAttribute('data-date'))).size);
      await dana.press('Digit3', { shift: true });
      await expect.poll(dates, patience).toBeGreaterThan(27);
      await dana.press('Digit1', { shift: true });
      await expect.poll(dates, patience).toBe(1);
      await dana.press('Digit2', { shift: true });
      await expect.poll(dates, patience).toBe(7);
      // A month has no room for all of a full day; what it has none for is in the day.
      const monday = await page
        .locator('schedule-bar date-field')
        .evaluate((field: HTMLElement & { value: string }) => field.value);
      const full = ['09', '11', '12', '13', '14', '15', '16', '17'].map((hour) => `full-${hour}`);
      for (const id of full) {
        const when = { at: `${monday}T${id.slice(-2)}:00` };
        const rule = { id, show: 'kazakhstan-way', when, durationMs: minute, targets: 'all' };
        expect((await story.controller.post('/api/schedule', rule)).status).toBe(201);
      }
      await dana.press('Digit3', { shift: true });
      await page.locator('schedule-grid [role=button]', { hasText: 'more' }).first().waitFor();
      await dana.tabTo('[role=button]', { says: 'more' });
      await dana.press('Enter');
      await expect.poll(dates, patience).toBe(1);
      await page.locator('[data-span=timeGridDay][aria-pressed=true]').waitFor();
      await page.locator(`schedule-grid [data-date="${monday}"]`).first().waitFor();
      for (const id of full) await story.controller.request('DELETE', `/api/schedule/${id}`);
      await dana.press('KeyP');
      await dana.isAt('[data-show]');
      const date = await page
        .locator('schedule-bar date-field')
        .evaluate((field: HTMLElement & { value: string }) => field.value);
      const [hall] = await Promise.all([dana.desk.context.waitForEvent('page'), dana.press('KeyG')]);
      expect(new URL(hall.url()).searchParams.get('at')).toContain(date);
      await hall.close();
    },
  },
  {
    handbook: 'schedule',
    task: 'make a day one of mourning, and take that back',
    async does(people) {
      const { story, dana } = people;
      await openNextWeek(dana);
      await dana.press('KeyP');
      await dana.isAt('[data-show]');
      await dana.press('KeyN', { shift: true });
      await save(dana);
      expect((await daysOf(people)).map(({ tone }) => tone)).toEqual(['mourning']);
      await dana.desk.page.locator('[data-act=undo]:not([disabled])').waitFor();
      await dana.press('KeyU', { shift: true });
      await story.until(async () => (await daysOf(people)).length === 0);
    },
  },
  {
    handbook: 'schedule',
    task: 'close a day',
    async does(people) {
      const { dana } = people;
      await openNextWeek(dana);
      await dana.press('KeyH', { shift: true });
      await dana.isAt('[data-act=new-day]');
      await dana.press('Enter');
      await dana.isAt('[name=date]');
      await dana.tabTo('input[lang=en]');
      await dana.write('The hall is cleaned');
      await dana.tabTo('[data-choice=closed]');
      await dana.press('Space');
      await dana.tabTo('[data-act=effect]');
      await dana.press('Enter');
      await save(dana);
      expect((await daysOf(people)).map(({ name, hours: is }) => [name['en'], is])).toEqual([
        ['The hall is cleaned', 'none'],
      ]);
    },
  },
];
