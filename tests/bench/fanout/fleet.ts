import { WebSocket } from 'ws';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import type { PlanIdentity } from '#shared/plan.ts';
import { hexOf } from '#shared/proof/luma-grid.ts';
import { openRawPlayer, type RawPlayer } from '../../support/raw-player.ts';
import { aReport } from '../../support/reports.ts';
import { ScreenId } from '#shared/ids.ts';

// A process of its own with many simulated players; its parent tells it what to do. Times are `performance.now()` on the
// machine's own monotonic clock, which both processes share.

export type ToFleet =
  | { readonly is: 'connect'; readonly url: string; readonly screens: readonly string[]; readonly namespace: string }
  /** One console that watches. */
  | { readonly is: 'watch'; readonly url: string }
  /** So many plain WebSockets, which read and say nothing. */
  | { readonly is: 'listen'; readonly url: string; readonly count: number }
  | { readonly is: 'reports'; readonly everyMs: number | null }
  | { readonly is: 'clocks'; readonly everyMs: number | null }
  /** Tells when the next patch has reached all of them but these. */
  | { readonly is: 'expect'; readonly except: readonly string[] };
export type FromFleet =
  | { readonly is: 'connected' }
  | { readonly is: 'all'; readonly lastAtMs: number; readonly firstAtMs: number }
  | { readonly is: 'probes'; readonly roundTripMs: readonly number[] };

interface Player {
  readonly screen: ScreenId;
  socket: RawPlayer | null;
  clock: RawPlayer | null;
  plan: PlanIdentity;
  drawn: number;
}

const now = (): number => performance.timeOrigin + performance.now();
const connectAtOnce = 25;

function run(): void {
  const players: Player[] = [];
  const timers = { reports: new Set<NodeJS.Timeout>(), clocks: new Set<NodeJS.Timeout>() };
  let expected: { missing: number; firstAtMs: number; except: readonly string[] } | null = null;
  let roundTrips: number[] = [];
  const tell = (message: FromFleet): void => void process.send?.(message);

  function patched(player: Player, raw: string): unknown {
    // The identity stands near the beginning; the rest of the patch is not read, as a thousand would not fit otherwise.
    const next = /"next":(\{[^}]*\})/.exec(raw)?.[1];
    if (next !== undefined) player.plan = JSON.parse(next) as PlanIdentity;
    if (expected !== null && !expected.except.includes(player.screen)) {
      if (expected.firstAtMs === 0) expected.firstAtMs = now();
      expected.missing -= 1;
      if (expected.missing === 0) {
        tell({ is: 'all', lastAtMs: now(), firstAtMs: expected.firstAtMs });
        expected = null;
      }
    }
    return { applied: [player.screen], stale: [] };
  }

  function connect(url: string, screen: string, namespace: string): Promise<void> {
    const id = ScreenId.parse(screen);
    const player: Player = {
      screen: id,
      socket: null,
      clock: null,
      plan: { revision: 0, sequence: 0, until: 0 },
      drawn: 0,
    };
    players.push(player);
    const auth = { as: 'screen', protocol: PROTOCOL_VERSION, build: 'b1', screen, token: 'secret' };
    return new Promise((resolve) => {
      player.socket = openRawPlayer({
        url,
        namespace,
        auth,
        onOpen: (socket) =>
          socket.emit('attach', { screen, mode: 'screen', have: null }, (answer) => {
            const { value } = answer as { value: { plan: PlanIdentity | null } };
            if (value.plan !== null) {
              const { revision, sequence, until } = value.plan;
              player.plan = { revision, sequence, until };
            }
            resolve();
          }),
        onEvent: (event, raw) =>
          event === 'patch' ? patched(player, raw) : event === 'plan' ? { applied: [screen], stale: [] } : undefined,
      });
      player.clock = openRawPlayer({ url, namespace: '/clock', auth, onOpen: () => undefined });
    });
  }

  function listen(url: string): Promise<void> {
    const socket = new WebSocket(url.replace(/^http/, 'ws'), { perMessageDeflate: false });
    socket.on('message', () => undefined);
    socket.on('error', () => socket.terminate());
    return new Promise((resolve) => socket.on('open', resolve));
  }

  function report(player: Player): void {
    player.drawn += 120;
    const at = Date.now();
    player.socket?.emit(
      'report',
      aReport({
        screen: player.screen,
        at,
        plan: player.plan,
        shown: null,
        frames: { drawn: player.drawn, dropped: 0, refreshHz: 60 },
        light: {
          at,
          source: 'page',
          grid: hexOf(Array.from({ length: 64 }, (_, cell) => 20 + ((cell + player.drawn) % 90))),
        },
        overlays: [],
        touch: { count: 0, heldMs: 0 },
      }),
    );
  }

  function probe(player: Player): void {
    const t1 = performance.now();
    player.clock?.emit('probe', { t1 }, () => {
      if (roundTrips.length < 100_000) roundTrips.push(performance.now() - t1);
    });
  }

  /** Each player by a timer of its own, as they are: spread over the interval. */
  function every(of: Set<NodeJS.Timeout>, ms: number | null, act: (player: Player) => void): void {
    for (const timer of of) clearInterval(timer);
    of.clear();
    if (ms === null) return;
    for (const [index, player] of players.entries())
      of.add(
        setTimeout(
          () => {
            act(player);
            of.add(setInterval(() => act(player), ms));
          },
          (ms * index) / players.length,
        ),
      );
  }

  // A bench that breaks off leaves no players behind.
  process.on('disconnect', () => process.exit());
  process.on('message', (message: ToFleet) => {
    switch (message.is) {
      case 'connect':
        void connectAll(message.url, message.screens, message.namespace).then(() => tell({ is: 'connected' }));
        return;
      case 'watch':
        openRawPlayer({
          url: message.url,
          namespace: '/operators',
          auth: {},
          onOpen: (socket) => socket.emit('watch', {}, () => tell({ is: 'connected' })),
        });
        return;
      case 'listen':
        void listenAll(message.url, message.count).then(() => tell({ is: 'connected' }));
        return;
      case 'reports':
        every(timers.reports, message.everyMs, report);
        return;
      case 'clocks':
        every(timers.clocks, message.everyMs, probe);
        if (message.everyMs === null) {
          tell({ is: 'probes', roundTripMs: roundTrips });
          roundTrips = [];
        }
        return;
      case 'expect':
        expected = {
          missing: players.length - message.except.length,
          firstAtMs: 0,
          except: message.except,
        };
    }
  });

  async function listenAll(url: string, count: number): Promise<void> {
    for (let opened = 0; opened < count; opened += connectAtOnce)
      await Promise.all(Array.from({ length: Math.min(connectAtOnce, count - opened) }, () => listen(url)));
  }

  async function connectAll(url: string, screens: readonly string[], namespace: string): Promise<void> {
    for (let first = 0; first < screens.length; first += connectAtOnce)
      await Promise.all(screens.slice(first, first + connectAtOnce).map((screen) => connect(url, screen, namespace)));
  }
}

run();
