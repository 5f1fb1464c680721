import type { StandbyView } from '#shared/facts.ts';
import { comesTo } from '../comes-to.ts';
import type { HallState } from '../state.ts';

/** What is armed, as people see it, in the order in which it was armed. */
export function standbyViews(state: HallState): readonly StandbyView[] {
  return Object.values(state.standby)
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .flatMap((standby): StandbyView[] => {
      const timeline = state.timeline[standby.timeline];
      const cue = timeline?.cues[standby.cue];
      if (timeline === undefined || cue === undefined) return [];
      const { id, targets, screens, language, owner, at, holdFor, reason } = standby;
      const later = [...comesTo(state, standby)].filter((screen) => !screens.includes(screen));
      return [
        {
          id,
          source: timeline.source,
          title: timeline.title,
          cue: timeline.source.kind === 'show' ? { id: cue.id, index: standby.cue, title: cue.title } : null,
          targets,
          screens,
          ...(later.length === 0 ? {} : { later }),
          language,
          owner,
          at,
          holdFor,
          reason,
        },
      ];
    });
}
