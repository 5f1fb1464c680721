import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { IncidentView } from '#shared/incidents.ts';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { ScreenId } from '#shared/ids.ts';
import { TakeBody } from '#shared/commands.ts';
import { openBenchHall, type BenchHall } from '../bench/fanout/hall.ts';
import { flap, flood, neverRead } from '../bench/fanout/misbehave.ts';
import { layCable, type Cable } from '../support/cut-proxy.ts';
import { operator } from '../support/engine.ts';
import { openRawPlayer, type RawPlayer } from '../support/raw-player.ts';
import { aReport } from '../support/reports.ts';

const screens = 12;
const west = 8;
const soon = { timeout: 20_000, interval: 50 };

/** A player that reports every 2 s, and holds every patch it is sent. */
function play(url: string, id: string): { readonly player: RawPlayer; readonly patches: () => number; stop(): void } {
  const screen = ScreenId.parse(id);
  let drawn = 0;
  let patches = 0;
  let timer: NodeJS.Timeout | undefined;
  const player = openRawPlayer({
    url,
    namespace: '/displays',
    auth: { as: 'screen', protocol: PROTOCOL_VERSION, build: 'b1', screen: id, token: 'secret' },
    onOpen(socket) {
      const report = (): void =>
        socket.emit(
          'report',
          aReport({
            screen,
            at: Date.now(),
            shown: null,
            frames: { drawn: (drawn += 120), dropped: 0, refreshHz: 60 },
          }),
        );
      socket.emit('attach', { screen: id, mode: 'screen', have: null }, report);
      timer = setInterval(report, 2_000);
    },
    onEvent(event) {
      if (event === 'patch') patches += 1;
      return { applied: [id], stale: [] };
    },
  });
  return {
    player,
    patches: () => patches,
    stop() {
      clearInterval(timer);
      player.close();
    },
  };
}

describe('a hall with players that fail or misbehave', { timeout: 90_000 }, () => {
  let hall: BenchHall;
  let cable: Cable;
  const said: { readonly at: number; readonly incident: IncidentView }[] = [];
  const players: ReturnType<typeof play>[] = [];
  const stateOf = (screen: string): string | undefined => hall.engine.screen(screen)?.health.state;

  beforeAll(async () => {
    hall = await openBenchHall(screens, (index) => (index < west ? 'switch-west' : 'switch-east'));
    cable = await layCable(Number(new URL(hall.url).port));
    hall.engine.subscribe(({ incidents }) => {
      for (const incident of incidents ?? []) said.push({ at: performance.now(), incident });
    });
    for (const [index, screen] of hall.screens.entries())
      players.push(play(index < west ? `http://127.0.0.1:${cable.port}` : hall.url, screen));
    await vi.waitUntil(() => hall.screens.every((screen) => stateOf(screen) !== 'unknown'), soon);
  });
  afterAll(async () => {
    for (const player of players) player.stop();
    await cable.stop();
    await hall.stop();
  });

  it('cut off behind one switch: one incident within 10 s, which names the switch', async () => {
    const cutAt = performance.now();
    cable.cut();
    const silent = (): typeof said => said.filter(({ incident }) => incident.trouble === 'offline');
    await vi.waitUntil(() => silent().length > 0, soon);
    const [first] = silent();
    expect((first?.at ?? Infinity) - cutAt).toBeLessThan(10_000);
    await vi.waitUntil(() => hall.screens.slice(0, west).every((screen) => stateOf(screen) === 'offline'), soon);
    await new Promise((done) => setTimeout(done, 3_000));
    expect(new Set(silent().map(({ incident }) => incident.id)).size).toBe(1);
    expect(silent().at(-1)?.incident).toMatchObject({
      cause: { kind: 'switch', name: 'switch-west' },
      screens: hall.screens.slice(0, west),
    });
  });

  it('flapping, flooding and deaf players are kept out by name, and nobody else notices', async () => {
    const [a, b, c, bystander] = hall.screens.slice(west);
    if (a === undefined || b === undefined || c === undefined || bystander === undefined) throw new Error('no screens');
    const other = players[west + 3];
    const stops = [flap(hall.url, a), flood(hall.url, b), neverRead(hall.url, c)];
    const latencies: number[] = [];
    const named = (): ReadonlySet<string> =>
      new Set(hall.engine.incidents().flatMap(({ trouble, cause }) => (trouble === 'quarantine' ? cause.name : [])));
    for (let turn = 0; turn < 60 && named().size < 3; turn += 1) {
      const before = other?.patches() ?? 0;
      const startedAt = performance.now();
      // A deaf player is only known by what it leaves unread.
      const text = { en: 'x'.repeat(1_000) };
      const body = TakeBody.parse({ targets: 'all', scene: 'poem', policy: 'go', reason: text.en.slice(0, 400) });
      const answer = await hall.engine.order({
        commandId: `turn-${turn}`,
        actor: operator,
        command: { type: 'run.take', body },
      });
      expect(answer.ok).toBe(true);
      await vi.waitUntil(() => (other?.patches() ?? 0) > before, { timeout: 5_000, interval: 1 });
      latencies.push(performance.now() - startedAt);
      await new Promise((done) => setTimeout(done, 500));
    }
    for (const stop of stops) stop();
    expect([...named()].toSorted()).toEqual([a, b, c].toSorted());
    expect(stateOf(bystander)).not.toBe('offline');
    expect(latencies.toSorted((x, y) => x - y)[latencies.length >> 1]).toBeLessThan(250);
  });
});
