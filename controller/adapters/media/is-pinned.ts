import type { Medium } from '#shared/scene.ts';
import type { HallState } from '#core/ports.ts';

/** The medium with this content that a run or a standby has pinned, or undefined. */
export function pinnedMedium(state: HallState, hash: string): Medium | undefined {
  for (const { scenes } of Object.values(state.timeline))
    for (const { media } of Object.values(scenes)) {
      const pinned = media.find((medium) => medium.hash === hash);
      if (pinned !== undefined) return pinned;
    }
  return undefined;
}

export const isPinned = (state: HallState, hash: string): boolean => pinnedMedium(state, hash) !== undefined;
