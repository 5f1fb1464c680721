import { z } from 'zod';
import { Rule, SpecialDay } from '#shared/schedule.ts';
import type { Hands } from './hands.ts';
import type { People } from './task.ts';

export const rulesOf = async ({ story }: People) => z.array(Rule).parse(await story.controller.get('/api/schedule'));
export const daysOf = async ({ story }: People) => z.array(SpecialDay).parse(await story.controller.get('/api/days'));

export async function openSchedule(hands: Hands): Promise<void> {
  await hands.press('Digit2');
  await hands.desk.page.locator('schedule-grid [role=gridcell], schedule-grid [data-date]').first().waitFor();
}

/** At the week after this one, in which nothing has begun yet, whatever the hour. */
export async function openNextWeek(hands: Hands): Promise<void> {
  await openSchedule(hands);
  await hands.press('KeyT');
  await hands.press('Period');
}

/** Reads the effect of what was done, and saves it. */
export async function save(hands: Hands): Promise<void> {
  const { page } = hands.desk;
  await page.locator('schedule-effect [data-act=save]:not([disabled])').waitFor();
  await hands.press('KeyS');
  await page.locator('schedule-effect').waitFor({ state: 'detached' });
}
