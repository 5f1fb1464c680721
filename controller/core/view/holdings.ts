import type { ScreenState } from '#shared/facts.ts';
import type { Holding } from '#shared/media.ts';
import { mediaNeeds } from '#shared/media-needs.ts';
import { identityOf, isSamePlan, type Plan } from '#shared/plan.ts';
import { mostLacks, type Report } from '#shared/report.ts';

/** How a medium stands on each screen whose plan needs it from now on, by what its player reports. */
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
    return [{ screen: plan.screen, ...standing(report, plan, id, needs.length), held, needed: needs.length }];
  });
}

function standing(report: Report | null, plan: Plan, id: string, needed: number): Pick<Holding, 'state' | 'why'> {
  if (report === null) return { state: 'unheard', why: null };
  const { held, missing, lacks = null } = report.media;
  const how = lacks?.find((lack) => lack.id === id)?.how;
  switch (how) {
    case 'fetching':
      return { state: 'fetching', why: null };
    case 'waiting':
      return { state: 'coming', why: null };
    case 'not-there':
    case 'wrong-content':
    case 'no-room':
    case 'unreachable':
      return { state: 'missing', why: how };
    case undefined:
      break;
  }
  // A player of the version before says no more than this.
  if (missing.includes(id)) return { state: 'missing', why: null };
  // Of another plan, or of more than it names, the report says nothing about this one.
  const isOfThisPlan = report.plan !== null && isSamePlan(report.plan, identityOf(plan));
  const isNamed = lacks !== null && lacks.length < mostLacks && isOfThisPlan;
  return { state: isNamed || held >= needed ? 'held' : 'coming', why: null };
}
