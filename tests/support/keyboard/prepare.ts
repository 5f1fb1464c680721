import { expect } from 'vitest';
import { patience } from '../console-story.ts';
import type { Hands } from './hands.ts';
import type { People } from './task.ts';

/** Chooses the screens on the plan by arrows and Enter, and what they are to show by the search. */
export async function prepare(hands: Hands, units: readonly string[], query: string, item: string): Promise<void> {
  const { page } = hands.desk;
  for (const unit of units) {
    await hands.press('ArrowDown');
    await walkOver(hands, `screen-tile[data-unit="${unit}"]`);
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

/** Goes over the plan as somebody does who sees the picture: the arrow that points to it most, and never the same twice. */
async function walkOver(hands: Hands, wanted: string): Promise<void> {
  const { page } = hands.desk;
  const tried = new Set<string>();
  const middle = async (selector: string): Promise<readonly [number, number]> => {
    const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator(selector).boundingBox()) ?? {};
    return [x + width / 2, y + height / 2];
  };
  for (;;) {
    const here = (await page.locator('screen-tile:focus').getAttribute('data-unit')) ?? '';
    const tile = `screen-tile[data-unit="${here}"]`;
    if (tile === wanted) break;
    const [[x, y], [toX, toY]] = [await middle(tile), await middle(wanted)];
    const arrows = Object.entries({ ArrowRight: toX - x, ArrowLeft: x - toX, ArrowDown: toY - y, ArrowUp: y - toY });
    const [next] = arrows.toSorted(([, a], [, b]) => b - a).find(([code]) => !tried.has(`${here} ${code}`)) ?? [];
    if (next === undefined) throw new Error(`arrows do not lead to ${wanted}, but to ${[...tried].join(', ')}`);
    tried.add(`${here} ${next}`);
    await hands.press(next);
  }
  await hands.isAt(wanted);
}
