import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startTestController, type TestController } from './controller.ts';
import { alwaysOpenConfig } from './open-hall.ts';
import { pairByHand } from './pair-by-hand.ts';
import { startPlayerProcess, type PlayerProcess } from './player-process.ts';

/** Who gets power first when it comes back. */
export type Order = 'controller first' | 'players first';

/** How long it took after power came back; ms. */
export interface Return {
  /** From the start of the players: until the last of them has a picture. */
  readonly pictureMs: number;
  /** From the start of the last machine: until the controller finds every screen showing what its plan wants. */
  readonly rightMs: number;
  /** From the start of the controller until it answers that it is ready. */
  readonly readyMs: number;
}

export interface DarkHall {
  readonly controller: () => TestController;
  /** Kills the controller, the player hosts and their browsers at once, then starts them in this order. */
  powerCut(order: Order): Promise<Return>;
  /** The states of the screens that have a player. */
  states(): Promise<readonly { readonly agrees: boolean | null; readonly state: string; readonly player: string }[]>;
  stop(): Promise<void>;
}

const patienceMs = 120_000;
const agreeing = new Set(['online', 'unproved', 'degraded']);

async function until(what: string, holds: () => Promise<boolean>, everyMs = 100): Promise<number> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < patienceMs) {
    if (await holds()) return performance.now() - startedAt;
    await delay(everyMs);
  }
  throw new Error(`${what}: not within ${patienceMs / 1000} s`);
}

/** A controller and a player host for each screen, with real browsers, paired and playing. */
export async function openDarkHall(screens: readonly string[], firstPort: number): Promise<DarkHall> {
  const config = alwaysOpenConfig();
  let controller = await startTestController({ env: { CONFIG_DIR: config } });
  const folders = screens.map(() => mkdtempSync(join(tmpdir(), 'shanyraq-player-')));
  for (const [index, screen] of screens.entries()) {
    const token = await pairByHand(controller, screen);
    writeFileSync(join(folders[index] ?? '', 'pairing.json'), JSON.stringify({ screen, token }));
  }
  const startPlayers = (): PlayerProcess[] =>
    folders.map((dataDir, index) =>
      startPlayerProcess({ controller: controller.url, port: firstPort + index, dataDir }),
    );
  let players = startPlayers();

  interface Told {
    readonly agrees: boolean | null;
    readonly player: string;
    readonly health: { readonly state: string };
  }
  const states: DarkHall['states'] = () =>
    Promise.all(
      screens.map(async (screen) => {
        const { agrees, player, health } = (await controller.get(`/api/screens/${screen}`)) as Told;
        return { agrees, player, state: health.state };
      }),
    );
  const right = (): Promise<number> =>
    until('the hall is right', async () =>
      (await states()).every(
        ({ agrees, player, state }) => agrees === true && player === 'screen' && agreeing.has(state),
      ),
    );
  const pictures = (): Promise<number> =>
    until('the screens have pictures', async () => {
      const shown = await Promise.all(players.map((player) => player.shows()));
      return shown.every((one) => one);
    });
  const startController = async (): Promise<number> => {
    const startedAt = performance.now();
    controller = await controller.again();
    await until('the controller is ready', async () => (await fetch(`${controller.url}/readyz`)).ok, 20);
    return performance.now() - startedAt;
  };

  await right();
  // What the players keep for a boot without the controller is fetched after the first picture.
  await delay(5_000);

  return {
    controller: () => controller,
    states,
    async powerCut(order) {
      await Promise.all([controller.kill('SIGKILL'), ...players.map((player) => player.cut())]);
      if (order === 'controller first') {
        const readyMs = await startController();
        const startedAt = performance.now();
        players = startPlayers();
        const pictureMs = await pictures();
        await right();
        return { pictureMs, rightMs: performance.now() - startedAt, readyMs };
      }
      players = startPlayers();
      const pictureMs = await pictures();
      const startedAt = performance.now();
      const readyMs = await startController();
      await right();
      return { pictureMs, rightMs: performance.now() - startedAt, readyMs };
    },
    async stop() {
      await Promise.all(players.map((player) => player.stop()));
      await controller.stop();
      for (const folder of [...folders, config]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
