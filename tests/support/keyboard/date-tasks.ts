import { expect } from 'vitest';
import { patience } from '../console-story.ts';
import type { Hands } from './hands.ts';
import { openSchedule, rulesOf, save, daysOf } from './schedule-hands.ts';
import type { People, Task } from './task.ts';

/** Dates of next year are to come whenever this is played; the month is the one that is too short for most days. */
const year = new Date().getUTCFullYear() + 1;
const [first, last] = [`${year}-02-01`, `${year}-02-28`];

async function goTo(hands: Hands, date: string): Promise<void> {
  await openSchedule(hands);
  await hands.tabTo('[name=date]');
  await hands.typeDate(date);
  await hands.desk.page.locator(`schedule-grid [data-date="${date}"]`).first().waitFor();
}

/** A new rule for the welcome, ready for when it comes. */
async function begin(hands: Hands): Promise<void> {
  await hands.press('Escape');
  await hands.press('KeyN');
  await hands.isAt('[name=subject]');
  await hands.choose('show:welcome');
}

async function effect(hands: Hands): Promise<void> {
  await hands.tabTo('[data-act=effect]');
  await hands.press('Enter');
  await save(hands);
}

async function made(people: People): Promise<readonly { readonly id: string; readonly when: unknown }[]> {
  return (await rulesOf(people)).filter(({ show, enabled }) => show === 'welcome' && enabled);
}

async function takeAway(people: People): Promise<void> {
  for (const { id } of await made(people)) await people.story.controller.request('DELETE', `/api/schedule/${id}`);
}

export const dateTasks: readonly Task[] = [
  {
    handbook: 'schedule',
    task: 'go to a date, and ask why at a time, both typed',
    async does({ dana }) {
      await goTo(dana, `${year}-01-31`);
      await dana.typeDate(last);
      await dana.desk.page.locator(`schedule-grid [data-date="${last}"]`).first().waitFor();
      await dana.tabTo('[name=at]');
      await dana.typeDate(`${last}T15:45`);
      await dana.press('Enter');
      await dana.desk.page.locator('why-panel .winner').waitFor();
    },
  },
  {
    handbook: 'schedule',
    task: 'change a digit of a date, and be taken nowhere on the way',
    async does({ dana }) {
      await goTo(dana, last);
      const field = dana.desk.page.locator('schedule-bar date-field');
      await field.evaluate((element) => {
        element.dataset['told'] = '';
        element.addEventListener('change', () => {
          element.dataset['told'] += ` ${(element as HTMLElement & { value: string }).value}`;
        });
      });
      // The 28th becomes the 8th, which is not meant, and the 18th.
      for (const key of ['Home', 'Delete', 'Digit1', 'Enter']) await dana.press(key);
      await dana.desk.page.locator(`schedule-grid [data-date="${year}-02-18"]`).first().waitFor();
      expect(await field.getAttribute('data-told')).toBe(` ${year}-02-18`);
      // What is no date says so, and nobody is taken anywhere.
      for (const key of ['Home', 'Digit9', 'Enter']) await dana.press(key);
      await field.locator('.error').waitFor();
      await dana.desk.page.locator(`schedule-grid [data-date="${year}-02-18"]`).first().waitFor();
      expect(await field.locator('[name=date]').getAttribute('aria-describedby')).toBe('slip');
    },
  },
  {
    handbook: 'schedule',
    task: 'write a rule that comes again between two dates that are typed',
    async does(people) {
      const { dana } = people;
      await goTo(dana, first);
      await begin(dana);
      await dana.tabTo('[data-choice=again]');
      await dana.press('Space');
      await dana.tabTo('[data-weekday="2"]');
      if ((await dana.desk.page.locator('[data-weekday="2"][aria-pressed=true]').count()) === 0)
        await dana.press('Space');
      await dana.tabTo('[name=times]');
      await dana.write('10:15');
      await dana.tabTo('[name=from]');
      await dana.typeDate(first);
      await dana.tabTo('[name=to]');
      await dana.typeDate(last);
      await effect(dana);
      expect(await made(people)).toMatchObject([{ from: first, to: last }]);
      await takeAway(people);
    },
  },
  {
    handbook: 'schedule',
    task: 'write a rule for a time that is typed, and copy it to another',
    async does(people) {
      const { dana } = people;
      const { page } = dana.desk;
      await goTo(dana, last);
      await begin(dana);
      await dana.tabTo('[name=at]');
      await dana.typeDate(`${last}T15:45`);
      await effect(dana);
      const [rule] = await made(people);
      await page.locator(`schedule-grid [data-run^="${rule?.id}@"]`).first().waitFor();
      await dana.press('Escape');
      await dana.press('ArrowDown');
      await dana.isAt('[role=button]', 'Welcoming');
      await dana.press('Enter');
      await page.locator('chosen-block').waitFor();
      await dana.tabTo('[name=copy-at]');
      await dana.typeDate(`${year}-02-27T09:30`);
      await dana.tabTo('[data-act=copy]');
      await dana.press('Enter');
      await save(dana);
      const times = async () => (await made(people)).map(({ when }) => when);
      await expect.poll(times, patience).toEqual(expect.arrayContaining([{ at: `${year}-02-27T09:30` }]));
      expect(await times()).toContainEqual({ at: `${last}T15:45` });
      await takeAway(people);
    },
  },
  {
    handbook: 'schedule',
    task: 'close a day whose date is typed',
    async does(people) {
      const { dana } = people;
      await goTo(dana, `${year}-01-31`);
      await dana.press('Escape');
      await dana.press('KeyH', { shift: true });
      await dana.isAt('[data-act=new-day]');
      await dana.press('Enter');
      await dana.isAt('[name=date]');
      await dana.typeDate(`${year}-01-31`);
      await dana.typeDate(last, '.');
      await dana.tabTo('input[lang=en]');
      await dana.write('The pipes are mended');
      await dana.tabTo('[data-choice=closed]');
      await dana.press('Space');
      await effect(dana);
      expect(await daysOf(people)).toContainEqual(expect.objectContaining({ date: last, hours: 'none' }));
    },
  },
];
