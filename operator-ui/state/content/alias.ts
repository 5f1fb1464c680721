import type { ScreenId } from '#shared/ids.ts';
import type { Plan } from '#shared/plan.ts';

/**
 * The plan of a screen as that of a screen of another name, without what comes later: so one page of players shows many
 * scenes on the same screen side by side. The screens of a surface get their names by the same prefix.
 */
export function aliasPlan(plan: Plan, prefix: string): Plan {
  const renamed = (screen: ScreenId): ScreenId => `${prefix}-${screen}` as ScreenId;
  const { setup } = plan;
  const item = plan.items.find(({ until }) => until === null || until > plan.from) ?? plan.items[0];
  const timeline = item === undefined ? undefined : plan.timelines[item.timeline];
  return {
    ...plan,
    screen: renamed(plan.screen),
    setup: {
      ...setup,
      screen: { ...setup.screen, id: renamed(setup.screen.id) },
      surfaces: setup.surfaces.map((surface) => ({
        ...surface,
        members: surface.members.map((member) => ({ ...member, screen: renamed(member.screen) })),
      })),
    },
    items: item === undefined ? plan.items : [{ ...item, until: null }],
    timelines:
      item === undefined || timeline === undefined
        ? plan.timelines
        : {
            [item.timeline]: {
              ...timeline,
              cues: timeline.cues.map((cue) => ({
                ...cue,
                parts: cue.parts.map((part) => ({ ...part, screens: part.screens.map(renamed) })),
              })),
            },
          },
    overlays: [],
    armed: [],
    programme: plan.programme.slice(0, 8),
  };
}
