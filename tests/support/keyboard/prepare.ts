import { expect } from 'vitest';
import { patience } from '../console-story.ts';
import type { Hands } from './hands.ts';
import type { People } from './task.ts';

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

export async function takeByKey(people: People, hands: Hands): Promise<void> {
  await prepare(hands, ['statehood'], 'дипломатия', 'scene:diplomacy');
  await hands.press('KeyT');
  await people.story.until(async () => (await people.story.shown('statehood')) === 'diplomacy');
}
