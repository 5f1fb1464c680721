import { z } from 'zod';
import { Hall } from '#shared/hall.ts';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { createHallView } from './hall/hall-view.ts';
import { startPlayerPage } from './page/player-page.ts';
import { personHere } from './page/session.ts';
import { pageWords, sayOnPage } from './page/words.ts';
import { pageBuild } from './player/page-state.ts';
import type { Pace, Player } from './player/player-options.ts';

/** Thirteen small pictures share a machine; where a small one stands at any frame is still a function of time. */
const small: Pace = { quality: 'light', everyMs: 1000 / 15 };
const large: Pace = { quality: 'full', everyMs: 0 };
/** While one is looked at, the others are out of sight. */
const hidden: Pace = { quality: 'light', everyMs: 1000 };

async function theHall(): Promise<Hall> {
  const response = await fetch('/api/hall');
  if (!response.ok) throw new Error(`the controller answered ${response.status}`);
  // The document carries its revision beside the hall.
  const { revision: _, ...hall } = z.looseObject({ revision: z.unknown().optional() }).parse(await response.json());
  return Hall.parse(hall);
}

async function start(): Promise<void> {
  await personHere(document.body);
  const hall = await theHall();
  const players = new Map<string, Player>();
  const view = createHallView({
    hall,
    body: document.body,
    onLook(screen) {
      for (const [id, player] of players) player.setPace(screen === null ? small : id === screen ? large : hidden);
    },
  });
  const page = await startPlayerPage({
    handshake: { as: 'session', protocol: PROTOCOL_VERSION, build: pageBuild() },
    onConnection(isConnected) {
      for (const { id } of hall.screens) view.setNote(id, isConnected ? null : sayOnPage(pageWords.noController));
    },
    // The session has ended: ask who is here.
    onRefused: () => location.reload(),
  });
  for (const { id } of hall.screens) {
    const root = view.stages.get(id);
    if (root === undefined) continue;
    const player = page.play({
      screen: id,
      mode: 'virtual',
      root,
      isPhysical: false,
      pace: small,
      onProblem: ({ detail }) => view.setNote(id, detail),
    });
    players.set(id, player);
  }
}

await start();
