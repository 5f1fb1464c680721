import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { openRawPlayer, type RawPlayer } from '../../support/raw-player.ts';
import { distribution, type Row } from '../row.ts';
import type { Fleet } from './command-fleet.ts';
import type { BenchHall } from './hall.ts';

const subject = 'shanyraq';
const flapEveryMs = 50;
const floodPerTurn = 100;
const fewestTakes = 10;
const mostTakes = 80;

/** Opens one more player of a screen, and says how often it was refused. */
export function openOffender(
  url: string,
  screen: string,
): {
  readonly player: RawPlayer;
  readonly opened: Promise<void>;
} {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const auth = { as: 'screen', protocol: PROTOCOL_VERSION, build: 'b1', screen, token: 'secret' };
  const player = openRawPlayer({
    url,
    namespace: '/displays',
    auth,
    onOpen: (socket) => socket.emit('attach', { screen, mode: 'screen', have: null }, () => open()),
    onClose: () => open(),
  });
  return { player, opened };
}

/** Reconnects 20 times a second. Returns its stop. */
export function flap(url: string, screen: string): () => void {
  let last: RawPlayer | null = null;
  const timer = setInterval(() => {
    last?.close();
    last = openOffender(url, screen).player;
  }, flapEveryMs);
  return () => {
    clearInterval(timer);
    last?.close();
  };
}

/** Sends what no player would, as fast as it can, and comes back whenever it is thrown out. Returns its stop. */
export function flood(url: string, screen: string): () => void {
  let { player } = openOffender(url, screen);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
    if (turns % 50 === 0) {
      player.close();
      ({ player } = openOffender(url, screen));
    }
    for (let n = 0; n < floodPerTurn; n += 1) player.emit('report', { nonsense: 'x'.repeat(200) });
  }, 10);
  return () => {
    clearInterval(timer);
    player.close();
  };
}

/** Stops reading as soon as it is let in, and comes back when it is thrown out. Returns its stop. */
export function neverRead(url: string, screen: string): () => void {
  let { player, opened } = openOffender(url, screen);
  const pause = (): void => void opened.then(() => player.stopReading());
  pause();
  const timer = setInterval(() => {
    player.close();
    ({ player, opened } = openOffender(url, screen));
    pause();
  }, 9_000);
  return () => {
    clearInterval(timer);
    player.close();
  };
}

/** What the hall notices of three players that misbehave, and which of them it names. */
export async function misbehave(
  hall: BenchHall,
  fleet: Fleet,
  title: string,
  take: (turn: number, except: readonly string[]) => Promise<{ readonly reachedMs: number }>,
): Promise<readonly Row[]> {
  const [flapper, flooder, deaf] = hall.screens;
  if (flapper === undefined || flooder === undefined || deaf === undefined) return [];
  const offenders = [flapper, flooder, deaf];
  fleet.tell({ is: 'reports', everyMs: 2_000 });
  await delay(2_500);
  const named = new Set<string>();
  const stopWatching = hall.engine.subscribe(({ incidents }) => {
    for (const { trouble, cause } of incidents ?? []) if (trouble === 'quarantine') named.add(cause.name);
  });
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const stops = [flap(hall.url, flapper), flood(hall.url, flooder), neverRead(hall.url, deaf)];
  const reached: number[] = [];
  // A deaf player is only known by what it leaves unread.
  for (let turn = 0; turn < fewestTakes || (turn < mostTakes && named.size < offenders.length); turn += 1) {
    await delay(500);
    reached.push((await take(10_000 + turn, offenders)).reachedMs);
  }
  loop.disable();
  for (const stop of stops) stop();
  stopWatching();
  const head = { case: `${title}, three misbehave`, subject };
  return [
    distribution({ ...head, metric: 'take, until the last has it', unit: 'ms' }, reached),
    {
      ...head,
      metric: 'event-loop delay',
      unit: 'ms',
      n: loop.count,
      p50: loop.percentile(50) / 1e6,
      p99: loop.percentile(99) / 1e6,
      max: loop.max / 1e6,
    },
    { ...head, metric: 'kept out by name', unit: 'players', value: named.size },
  ];
}
