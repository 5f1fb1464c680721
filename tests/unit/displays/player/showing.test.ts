import { expect, it } from 'vitest';
import type { ClockState, SharedClock } from '#shared/clock/shared-clock.ts';
import { epochMs } from '#shared/time.ts';
import type { Appearance } from '../../../../displays/player/appearance.ts';
import type { SceneMount } from '../../../../displays/player/scene-mount.ts';
import type { Scenes } from '../../../../displays/player/scenes.ts';
import { createShowing } from '../../../../displays/player/showing.ts';
import { aTimeline, noon, takenPlan } from '../../../support/plans.ts';

/** A mount that is ready from the third frame on which it was drawn. */
function aMount(): Pick<SceneMount, 'state' | 'drawn' | 'seek' | 'setStand'> & { readonly stands: unknown[] } {
  let frames = 0;
  const stands: unknown[] = [];
  return {
    state: () => ({ is: frames < 3 ? 'warming' : 'ready' }),
    drawn: () => void (frames += 1),
    seek: () => undefined,
    setStand: (stand) => void stands.push(stand),
    stands,
  };
}

function aPlayer() {
  const mounts = new Map<string, ReturnType<typeof aMount>>();
  let clockState: Pick<ClockState, 'status' | 'boundMs'> = { status: 'unsynced', boundMs: Infinity };
  const drawn: { readonly scenes: number; readonly overlays: number }[] = [];
  const notice = { id: 'notice', type: 'ribbon', from: 0, until: null, params: {} } as const;
  const plan = { ...takenPlan(aTimeline([{ scene: 'a' }]), { from: noon - 60_000 }), overlays: [notice] };
  const showing = createShowing({
    clock: {
      at: () => epochMs(noon),
      state: () => clockState,
      boundMs: () => clockState.boundMs,
    } as unknown as SharedClock,
    plan: () => plan,
    pace: () => ({ quality: 'full', everyMs: 0 }),
    scenes: {
      keep(now: readonly Appearance[]) {
        for (const { key } of now) if (!mounts.has(key)) mounts.set(key, aMount());
      },
      get: (key: string) => mounts.get(key),
      all: () => mounts,
    } as unknown as Scenes,
    onDrawn: (stage, wanted) => void drawn.push({ scenes: stage.length, overlays: wanted.overlays.length }),
    onEnter: () => undefined,
    onFlip: () => undefined,
  });
  let at = performance.now();
  return {
    showing,
    mounts,
    drawn,
    hear: (state: typeof clockState) => void (clockState = state),
    frame: () => showing.draw((at += 1), 0),
  };
}

it('makes ready what there is to show with the first answer of the clock, and shows nothing before it is sure', () => {
  const player = aPlayer();
  for (let turn = 0; turn < 5; turn += 1) player.frame();
  // By the machine's own time it might be the wrong scene.
  expect(player.mounts.size).toBe(0);
  expect(player.drawn).toEqual([]);

  player.hear({ status: 'syncing', boundMs: 25 });
  for (let turn = 0; turn < 10; turn += 1) player.frame();
  expect([...player.mounts.values()].map(({ stands }) => stands.at(-1))).toEqual(['warm']);
  expect(player.showing.shownKey()).toBeNull();
  expect(player.drawn.at(-1)).toEqual({ scenes: 0, overlays: 1 });

  player.hear({ status: 'syncing', boundMs: 3 });
  player.frame();
  // All of it was ready: the first frame that knows the time has the picture.
  expect(player.showing.shownKey()).not.toBeNull();
  expect(player.drawn.at(-1)).toEqual({ scenes: 1, overlays: 1 });
});

it('shows its picture when the burst is over, however unsure the clock of a slow link', () => {
  const player = aPlayer();
  player.hear({ status: 'syncing', boundMs: 25 });
  for (let turn = 0; turn < 10; turn += 1) player.frame();
  player.hear({ status: 'synced', boundMs: 25 });
  player.frame();
  expect(player.showing.shownKey()).not.toBeNull();
});
