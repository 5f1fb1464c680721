import { rmSync } from 'node:fs';
import { startTestController, type TestController } from './controller.ts';
import { alwaysOpenConfig } from './open-hall.ts';
import { startSimulatedPlayer, type SimulatedPlayer } from './simulated-player.ts';

export interface PlayedHall {
  readonly controller: TestController;
  /** The players of all screens but those left out, by screen. */
  readonly players: ReadonlyMap<string, SimulatedPlayer>;
  stop(): Promise<void>;
}

export interface PlayedHallOptions {
  /** Screens that nobody plays. */
  readonly without?: readonly string[];
  readonly env?: Record<string, string>;
  /** The shipped config as it is, with its hours and rules; otherwise it never closes and starts nothing by itself. */
  readonly asShipped?: boolean;
  /** For the eye: the players' pictures are proved, and each display refreshes at a phase of its own, as in a hall. */
  readonly isLifelike?: boolean;
}

/** The shipped hall under a real controller, every screen played over the real protocol, without a browser. */
export async function startPlayedHall(options: PlayedHallOptions = {}): Promise<PlayedHall> {
  const { without = [], env = {}, asShipped = false, isLifelike = false } = options;
  const config = asShipped ? null : alwaysOpenConfig();
  const controller = await startTestController({
    env: { LOG_LEVEL: 'warn', ...(config === null ? {} : { CONFIG_DIR: config }), ...env },
  });
  const screens = (await controller.get('/api/screens')) as { readonly id: string }[];
  const players = new Map<string, SimulatedPlayer>();
  for (const [index, { id }] of screens.entries()) {
    if (without.includes(id)) continue;
    const cookie = controller.headers['cookie'] ?? '';
    const player = startSimulatedPlayer({
      url: controller.url,
      cookie,
      screen: id,
      mono: () => performance.now(),
      refresh: { phaseMs: isLifelike ? 3 + ((index * 5) % 7) : 3, periodMs: 1000 / 60 },
      isSeen: isLifelike,
    });
    players.set(id, player);
  }
  return {
    controller,
    players,
    async stop() {
      for (const player of players.values()) player.stop();
      await controller.stop();
      if (config !== null) rmSync(config, { recursive: true, force: true });
    },
  };
}
