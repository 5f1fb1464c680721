import { setTimeout as wait } from 'node:timers/promises';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScreenState } from '#shared/facts.ts';
import { startDelayProxy, type DelayProxy } from '../bench/delay-proxy.ts';
import { benchHall } from '../bench/takes/hall.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { until } from '../support/eventually.ts';
import { links } from '../support/links.ts';
import { seededRandom } from '../support/random.ts';
import { startSimulatedPlayer, type SimulatedPlayer } from '../support/simulated-player.ts';

const hourMs = 3_600_000;
const periodMs = 1000 / 60;
const good = ['s-1', 's-2', 's-3', 's-4'] as const;
const [wrongWall, stepping, suspended, hidden, spiky, never] = ['s-5', 's-6', 's-7', 's-8', 's-9', 's-10'] as const;
const all = [...good, wrongWall, stepping, suspended, hidden, spiky, never];
/** What a timer of a busy test machine and the clocks together may add. */
const slackMs = 3;

interface Flip {
  readonly run: string;
  /** On the machine's own clock, which no player sees; ms. */
  readonly at: number;
}

interface Ledger {
  readonly takes: readonly {
    readonly screens: readonly { screen: string; latenessMs: number; mark: string }[];
    readonly missing: readonly { screen: string; wasReady: boolean }[];
  }[];
}

describe('players whose clocks, links or pages are bad', () => {
  const seeded = seededRandom(3);
  const delays = new Map<string, number>(all.map((screen) => [screen, seeded() * periodMs]));
  const folder = benchHall([...delays.values()]);
  const flips = new Map<string, Flip[]>(all.map((screen) => [screen, []]));
  const players = new Map<string, SimulatedPlayer>();
  let controller: TestController;
  let spikes: DelayProxy;
  /** What has happened to the machines of `stepping` and `suspended` so far, ms. */
  let stepMs = 0;
  let sleptMs = 0;
  let takes = 0;

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: folder, LOG_LEVEL: 'warn' } });
    const lan = links.lan.there;
    const spike = (random: () => number): number => lan(random) + (random() < 0.3 ? 80 : 0);
    spikes = await startDelayProxy({ targetPort: controller.port, link: { there: spike, back: spike }, seed: 9 });
    for (const [index, screen] of all.entries()) {
      const offsetMs = 60_000 * index;
      const slept = (): number => (screen === suspended ? sleptMs : 0);
      const stepped = (): number => (screen === stepping ? stepMs : screen === wrongWall ? -31 * 24 * hourMs : 0);
      players.set(
        screen,
        startSimulatedPlayer({
          url: screen === spiky ? `http://127.0.0.1:${spikes.port}` : controller.url,
          cookie: controller.headers['cookie'] ?? '',
          screen,
          mono: () => offsetMs + performance.now() + slept(),
          wall: () => Date.now() + slept() + stepped(),
          refresh: { phaseMs: index * 1.7, periodMs },
          ...(screen === hidden ? { isHidden: () => true } : {}),
          ...(screen === never ? { neverApplies: true } : {}),
          onFlip({ run, frameAt }) {
            flips.get(screen)?.push({ run, at: frameAt - offsetMs - slept() + (delays.get(screen) ?? 0) });
          },
        }),
      );
    }
    await until(
      'all play and know the time',
      async () =>
        ((await controller.get('/api/screens')) as readonly ScreenState[]).every(
          ({ reported }) => reported?.clock.status === 'synced',
        ),
      20_000,
    );
  });
  afterAll(async () => {
    for (const player of players.values()) player.stop();
    spikes.cut();
    await controller.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Takes the other scene everywhere; returns how far apart these screens changed, and the ledger. */
  async function take(of: readonly string[]): Promise<{ spreadMs: number; changed: number; ledger: Ledger }> {
    takes += 1;
    const scene = takes % 2 === 1 ? 'bench-b' : 'bench-a';
    expect((await controller.post('/api/standby', { targets: 'all', scene })).status).toBe(201);
    await until(
      'the good ones are ready',
      async () =>
        ((await controller.get('/api/screens')) as readonly ScreenState[])
          .filter(({ id }) => good.some((one) => one === id))
          .every(({ readiness }) => readiness?.is === 'ready'),
      10_000,
    );
    const answer = await controller.post('/api/takes', { targets: 'all', scene, policy: 'go', holdFor: 60_000 });
    expect(answer.status).toBe(201);
    const { run } = (await answer.json()) as { run: string };
    // The ledger names who has not told after three seconds.
    await wait(4_000);
    const at = of.flatMap(
      (screen) =>
        flips
          .get(screen)
          ?.filter((flip) => flip.run === run)
          .map((flip) => flip.at) ?? [],
    );
    const ledger = (await controller.get(`/api/takes/${run}/ledger`)) as Ledger;
    return { spreadMs: Math.max(...at) - Math.min(...at), changed: at.length, ledger };
  }

  // Whoever's packets are late by more than the lead may come a refresh later, alone.
  const inStep = [...good, wrongWall];
  const missing = ({ takes: [first] }: Ledger): readonly string[] =>
    (first?.missing ?? []).map(({ screen }) => screen).toSorted();

  it('move nobody else, and the ledger names who did not change', async () => {
    const { spreadMs, changed, ledger } = await take(inStep);
    expect(changed).toBe(inStep.length);
    expect(spreadMs).toBeLessThan(periodMs + slackMs);
    expect(missing(ledger)).toEqual([hidden, never].toSorted());
    expect(ledger.takes[0]?.missing.find(({ screen }) => screen === never)?.wasReady).toBe(true);
    expect(ledger.takes[0]?.missing.find(({ screen }) => screen === hidden)?.wasReady).toBe(false);
  });

  it('whose clock is set by hours, or that wake from a sleep, go on in step, and move nobody else', async () => {
    stepMs = 7 * hourMs;
    sleptMs = 10 * 60_000;
    const first = await take(inStep);
    expect([first.changed, missing(first.ledger)]).toEqual([inStep.length, [hidden, never].toSorted()]);
    expect(first.spreadMs).toBeLessThan(periodMs + slackMs);
    const again = [...inStep, stepping, suspended] as const;
    const second = await take(again);
    expect(second.changed).toBe(again.length);
    expect(second.spreadMs).toBeLessThan(periodMs + slackMs);
  });

  it('change at the instant that was decided also when the controller is killed as it says so', async () => {
    const scene = takes % 2 === 1 ? 'bench-a' : 'bench-b';
    await controller.post('/api/standby', { targets: 'all', scene });
    await wait(1_000);
    const answer = await controller.post('/api/takes', { targets: 'all', scene, policy: 'go', holdFor: 60_000 });
    const { run, at } = (await answer.json()) as { run: string; at: string };
    const leftMs = Date.parse(at) - (players.get(good[0])?.clock.now() ?? 0);
    await controller.kill('SIGKILL');
    expect(leftMs).toBeGreaterThan(0);
    await wait(500);
    const changed = inStep.flatMap(
      (screen) =>
        flips
          .get(screen)
          ?.filter((flip) => flip.run === run)
          .map((flip) => flip.at) ?? [],
    );
    expect(changed).toHaveLength(inStep.length);
    expect(Math.max(...changed) - Math.min(...changed)).toBeLessThan(periodMs + slackMs);
  });
});
