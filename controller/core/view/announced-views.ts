import type { AnnouncedView } from '#shared/facts.ts';
import { Text } from '#shared/text.ts';
import { hallOf, type HallState } from '../state.ts';
import { targetScreens } from '../targets.ts';

/** What is announced over the scenes at `now`, in the order in which it was; what a technician shows is none of it. */
export function announcedViews(state: HallState, now: number): readonly AnnouncedView[] {
  return Object.values(state.overlay)
    .toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, type, params, targets, from, until }): AnnouncedView[] => {
      if ((type !== 'ribbon' && type !== 'notice') || (until !== null && until <= now)) return [];
      const text = Text.safeParse(params['text']);
      const screens = [...targetScreens(hallOf(state), targets, []).keys()];
      return [{ id, type, text: text.success ? text.data : null, screens, from, until }];
    });
}
