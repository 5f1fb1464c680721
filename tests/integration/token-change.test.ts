import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { displayToController, PROTOCOL_VERSION } from '#shared/protocol.ts';
import { createTokenChange } from '../../displays/pairing/token-change.ts';
import type { KeptPairing } from '../../displays/pairing/kept-pairing.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { until } from '../support/eventually.ts';
import { screen } from '../support/hall-state.ts';
import { pairByHand } from '../support/pair-by-hand.ts';
import { aReport } from '../support/reports.ts';

// Three starts of a controller: a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const id = 'map';
let hall: TestController;
const sockets: Socket[] = [];
beforeAll(async () => {
  hall = await startTestController();
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await hall.stop();
});

/** A player on a real socket that keeps what the product's player keeps. `settle` lets its disk have it. */
function aPlayer(first: KeptPairing) {
  let kept = first;
  let settle: (() => void) | null = null;
  const refused: string[] = [];
  const ended: string[] = [];
  const socket = io(`${hall.url}/displays`, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    auth: (give) => give({ as: 'screen', protocol: PROTOCOL_VERSION, build: 'b', ...change.shown() }),
  });
  sockets.push(socket);
  const change = createTokenChange({
    kept,
    keep: (pairing) => {
      kept = pairing;
    },
    onChange: () => undefined,
    async ask(event, payload) {
      const answer: unknown = await socket
        .timeout(3_000)
        .emitWithAck(event, payload)
        .catch(() => null);
      return answer === null ? null : (displayToController[event].ack.parse(answer) as never);
    },
    after(run) {
      settle = run;
      return () => (settle = null);
    },
  });
  socket.on('connect', () => {
    socket.emit('attach', { screen: id, mode: 'screen', have: null });
    socket.emit('report', aReport({ screen: screen(id), at: Date.now() }));
    change.connected();
  });
  socket.on('connect_error', (error) => refused.push(error.message));
  socket.on('disconnect', (reason) => ended.push(reason));
  socket.on('successor', ({ token }: { token: string }) => change.given(token));
  return { socket, refused, ended, kept: () => kept, settle: () => settle?.() };
}

/** Whether a socket with these is let in; why not, otherwise. */
function knock(namespace: '/displays' | '/clock', shown: KeptPairing): Promise<string> {
  const socket = io(`${hall.url}${namespace}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { as: 'screen', protocol: PROTOCOL_VERSION, build: 'b', ...shown },
  });
  sockets.push(socket);
  return new Promise((resolve) => {
    socket.once('connect', () => resolve('in'));
    socket.once('connect_error', (error) => resolve(error.message));
  });
}

interface ScreenSeen {
  readonly player: string;
  readonly health: { readonly reason: string | null };
}
const seen = async () => (await hall.get(`/api/screens/${id}`)) as ScreenSeen;

describe('the token of a screen, on a running controller', () => {
  it('changes when a technician asks, over crashes on either side; the old one is dead then, and tells of a copy', async () => {
    const first: KeptPairing = { screen: screen(id), token: await pairByHand(hall, id) };
    const player = aPlayer(first);
    await until('it plays', async () => (await seen()).player === 'screen');
    expect((await hall.post(`/api/screens/${id}/token`, {})).status).toBe(202);
    await until('it is given another', () => Promise.resolve(player.kept().next !== undefined));
    const { next } = player.kept();

    // The controller dies before the new one was used: both open, and the player comes back with both.
    await hall.kill('SIGKILL');
    hall = await hall.again();
    await until('it plays again', async () => (await seen()).player === 'screen');
    expect(await knock('/displays', first)).toBe('in');
    expect(player.refused.filter((why) => why.includes('token'))).toEqual([]);

    const clock = io(`${hall.url}/clock`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { as: 'screen', protocol: PROTOCOL_VERSION, build: 'b', ...first },
    });
    sockets.push(clock);
    const clockEnded = new Promise((resolve) => clock.once('disconnect', resolve));
    await new Promise((resolve) => clock.once('connect', () => resolve(null)));
    player.ended.length = 0;
    player.settle();
    await until('it uses the new one', () => Promise.resolve(player.kept().next === undefined));
    expect(player.kept()).toEqual({ screen: id, token: next });
    expect(await knock('/displays', first)).toMatch(/not valid any more/);
    expect(await knock('/clock', first)).toMatch(/paired screens/);
    // The clock's socket stood on the old one alone.
    await clockEnded;
    // The player itself was not disturbed, and what it holds now opens.
    expect(player.ended).toEqual([]);
    expect(player.socket.connected).toBe(true);
    expect(await knock('/clock', player.kept())).toBe('in');
    player.socket.emit('report', aReport({ screen: screen(id), at: Date.now() }));
    await until('a copy is told of', async () => /old token.*127\.0\.0\.1/.test((await seen()).health.reason ?? ''));

    const alarms = async (): Promise<readonly { readonly id: string; readonly closedAt: string | null }[]> =>
      ((await hall.get('/api/incidents')) as { id: string; trouble: string; closedAt: string | null }[]).filter(
        ({ trouble }) => trouble === 'token',
      );
    await until('an incident is opened for it', async () => (await alarms()).length > 0);

    // What was decided outlives the controller, and no token is anywhere in what it keeps or says.
    await hall.kill('SIGKILL');
    hall = await hall.again();
    expect(await knock('/displays', first)).toMatch(/not valid any more/);
    await until('it plays still', async () => (await seen()).player === 'screen');
    player.socket.emit('report', aReport({ screen: screen(id), at: Date.now() }));
    await until('a copy is told of still', async () => /old token/.test((await seen()).health.reason ?? ''));
    const [alarm, ...others] = await alarms();
    expect([alarm?.closedAt, others]).toEqual([null, []]);
    const journal = JSON.stringify(await hall.get('/api/journal?limit=100'));
    expect(journal).toContain('uses its new token');
    for (const token of [first.token, player.kept().token]) expect(journal + hall.said()).not.toContain(token);

    // Pairing anew settles it.
    await pairByHand(hall, id);
    await until('the incident ends', async () => (await alarms()).every(({ closedAt }) => closedAt !== null), 60_000);
    expect(await alarms()).toHaveLength(1);
  });

  it('is used by its own screen alone', async () => {
    const token = await pairByHand(hall, 'entrance');
    const player = aPlayer({ screen: screen('entrance'), token });
    await new Promise((resolve) => player.socket.once('connect', () => resolve(null)));
    const answer: unknown = await player.socket.emitWithAck('use-token', { screen: id, token });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-allowed' } });
    const unknown: unknown = await player.socket.emitWithAck('use-token', { screen: 'entrance', token: 'guess' });
    expect(unknown).toMatchObject({ ok: false, problem: { code: 'conflict' } });
  });
});
