import { setTimeout as wait } from 'node:timers/promises';
import type { ScreenState } from '#shared/facts.ts';
import type { TakesBed } from './bed.ts';
import { scenes } from './hall.ts';
import { flipsOf, heardBy } from './pages.ts';

/** One screen's change, true ms since the bench began. */
export interface TakenFlip {
  readonly screen: string;
  readonly at: number;
  readonly by: 'page' | 'simulated';
  /** The browser says that it lost frames around the change. */
  readonly hasDropped: boolean;
  /** When it was handed the take, of pages. */
  readonly heardAt: number | null;
}

/** One take as it truly was, true ms. */
export interface TrueTake {
  readonly run: string;
  readonly askedAt: number;
  readonly plannedAt: number;
  readonly commitMs: number;
  /** From the decision to the instant that was chosen for the change. */
  readonly leadMs: number;
  /** The slowest way to any page and to any simulated player, as they told it. */
  readonly slowestLinkMs: { readonly page: number; readonly simulated: number };
  readonly flips: readonly TakenFlip[];
  /** Screens that were played and did not change in time. */
  readonly missed: readonly string[];
}

const readyWithinMs = 60_000;
/** Long enough for the slowest link, a dropped frame or three, and the last of the simulated players' work. */
const settleMs = 1_500;
/** Whoever takes has seen the lights first. */
const seenMs = 300;

/** Arms a scene everywhere, waits for all lights, takes it, and sees what every screen did. */
export async function takeOnce(bed: TakesBed, index: number): Promise<TrueTake> {
  const { controller, time, pages } = bed;
  const scene = scenes[(index + 1) % scenes.length];
  const armed = await controller.post('/api/standby', { targets: 'all', scene });
  if (armed.status !== 201) throw new Error(`standby answered ${armed.status}: ${await armed.text()}`);
  const states = await lights(bed);
  await wait(seenMs);
  const played = states.map(({ id }) => id);
  const askedAt = time.now();
  const answer = await controller.post('/api/takes', { targets: 'all', scene, policy: 'go', holdFor: 10_000 });
  if (answer.status !== 201) throw new Error(`the take answered ${answer.status}: ${await answer.text()}`);
  const { run } = (await answer.json()) as { run: string };
  await wait(settleMs);
  const heard = new Map(await Promise.all(pages.map(async (page) => [page.screen, await heardBy(page, run)] as const)));
  const ofPages = (await Promise.all(pages.map(flipsOf))).flat().filter((flip) => flip.run === run);
  const ofOthers = bed.simulated.filter((flip) => flip.run === run);
  const [any] = ofOthers;
  if (any === undefined) throw new Error(`no simulated player took ${run}`);
  const ledger = (await controller.get(`/api/takes/${run}/ledger`)) as {
    takes: readonly {
      plannedAt: string;
      decidedAt: string;
      commitMs: number;
      screens: readonly { screen: string; droppedFrames: number }[];
    }[];
  };
  const [decided] = ledger.takes;
  const dropped = new Set(
    ledger.takes.flatMap((take) => take.screens.flatMap((one) => (one.droppedFrames > 0 ? one.screen : []))),
  );
  const flips: TakenFlip[] = [
    ...ofPages.map(({ screen, at }) => ({
      screen,
      at,
      by: 'page' as const,
      hasDropped: dropped.has(screen),
      heardAt: heard.get(screen) ?? null,
    })),
    ...ofOthers.map(({ screen, at }) => ({ screen, at, by: 'simulated' as const, hasDropped: false, heardAt: null })),
  ];
  const changed = new Set(flips.map(({ screen }) => screen));
  return {
    run,
    askedAt,
    plannedAt: any.plannedAt,
    commitMs: decided?.commitMs ?? Number.NaN,
    leadMs: decided === undefined ? Number.NaN : Date.parse(decided.plannedAt) - Date.parse(decided.decidedAt),
    slowestLinkMs: {
      page: slowest(states.slice(0, pages.length)),
      simulated: slowest(states.slice(pages.length)),
    },
    flips,
    missed: played.filter((screen) => !changed.has(screen)),
  };
}

function slowest(states: readonly ScreenState[]): number {
  return Math.max(...states.map(({ reported }) => reported?.clock.delayMs ?? 0));
}

/** Waits until every screen that is played has answered READY; returns those screens' states. */
async function lights({ controller }: TakesBed): Promise<readonly ScreenState[]> {
  const startedAt = performance.now();
  for (;;) {
    const states = ((await controller.get('/api/screens')) as readonly ScreenState[]).filter(
      ({ player }) => player !== 'none',
    );
    const dark = states.filter(({ readiness }) => readiness?.is !== 'ready');
    if (dark.length === 0) return states;
    if (performance.now() - startedAt > readyWithinMs)
      throw new Error(`not ready: ${dark.map(({ id, readiness }) => `${id} ${JSON.stringify(readiness)}`).join(', ')}`);
    await wait(400);
  }
}
