import type { ScreenState } from '#shared/facts.ts';
import type { Holding } from '#shared/media.ts';
import { mediaNeeds } from '#shared/media-needs.ts';
import type { Plan } from '#shared/plan.ts';

/**
 * How a medium stands on each screen whose plan needs it from now on. Players say how many of their media they hold and
 * which they could not get, not which they hold: what is on its way is said of the screen as a whole.
 */
export function holdings(
  plans: readonly Plan[],
  screens: readonly ScreenState[],
  id: string,
  now: number,
): readonly Holding[] {
  const byId = new Map<string, ScreenState>(screens.map((screen) => [screen.id, screen]));
  return plans.flatMap((plan): readonly Holding[] => {
    const needs = mediaNeeds(plan, now);
    if (!needs.some(({ medium }) => medium.id === id)) return [];
    const said = byId.get(plan.screen);
    const report = said === undefined || said.player === 'none' ? null : said.reported;
    const held = report?.media.held ?? 0;
    const state =
      report === null
        ? 'unheard'
        : report.media.missing.includes(id)
          ? 'missing'
          : held >= needs.length
            ? 'held'
            : 'coming';
    return [{ screen: plan.screen, state, held, needed: needs.length }];
  });
}
