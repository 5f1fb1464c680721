import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DisplayHandshake, PROTOCOL_VERSION } from '#shared/protocol.ts';
import { startWholeController, type KindOfActor, type WholeController } from '../support/whole-controller.ts';

let hall: WholeController;
beforeAll(async () => {
  hall = await startWholeController({ known: 1e6, strangers: 1e6 });
});
afterAll(() => hall.stop());

async function ask(kind: KindOfActor, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${hall.origin}${path}`, {
    method,
    headers: { ...hall.headers(kind), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
const read = async <T>(path: string): Promise<T> => (await (await ask('operator', 'GET', path)).json()) as T;
interface RunSeen {
  readonly id: string;
  readonly layer: string;
}
const manual = async (base: string): Promise<readonly RunSeen[]> =>
  (await read<RunSeen[]>(`${base}/api/runs`)).filter(({ layer }) => layer === 'manual');

describe('the copy to train on', () => {
  it('is the hall without what runs in it, and begins before opening', async () => {
    expect(await manual('')).toHaveLength(1);
    expect(await manual('/training')).toEqual([]);
    const [real, copy] = await Promise.all([read<object>('/api/hall'), read<object>('/training/api/hall')]);
    expect({ ...copy, revision: 0 }).toEqual({ ...real, revision: 0 });
    await vi.waitUntil(async () => (await read<{ is: string }>('/training/api/doors')).is === 'closed');
  });

  it('does what is asked there, and nothing of it in the hall', async () => {
    const before = await read<{ revision: number }>('/api/hall');
    expect((await ask('operator', 'PUT', '/training/api/doors', { is: 'open' })).status).toBe(200);
    const taken = await ask('operator', 'POST', '/training/api/takes', { targets: 'all', scene: 'quiet' });
    expect(taken.status).toBe(201);
    expect((await ask('operator', 'POST', '/training/api/emergency', { kind: 'evacuation' })).ok).toBe(true);
    const screens = () =>
      read<{ desired: { layer: string }; reported: { shown: { run: string } | null }; agrees: boolean }[]>(
        '/training/api/screens',
      );
    // The screens of the copy obey, and say so.
    await vi.waitUntil(
      async () => (await screens()).every(({ agrees, desired }) => agrees && desired.layer === 'emergency'),
      { timeout: 5000 },
    );
    expect(await read<{ revision: number }>('/api/hall')).toEqual(before);
    expect((await read<RunSeen[]>('/api/runs')).some(({ layer }) => layer === 'emergency')).toBe(false);
    expect(await read<unknown[]>('/api/emergencies')).toEqual([]);
  });

  it('sends no screen anything: who plays in the hall hears of the hall alone', async () => {
    const { auth } = hall.handshake('screen');
    const heard: string[] = [];
    const socket = await connected(`${hall.origin}/displays`, { auth });
    socket.onAny((event: string) => heard.push(event));
    await socket.emitWithAck('attach', { screen: 'p1', mode: 'screen', have: null });
    heard.length = 0;
    await ask('operator', 'DELETE', '/training/api/emergency');
    await ask('operator', 'POST', '/training/api/takes', { targets: 'p1', scene: 'quiet' });
    await new Promise((done) => setTimeout(done, 300));
    expect(heard.filter((event) => event !== 'pulse')).toEqual([]);
    socket.disconnect();
  });

  it('shows its pictures to people, by plans of its own', async () => {
    const said = DisplayHandshake.parse({ as: 'session', protocol: PROTOCOL_VERSION, build: 'test' });
    const extraHeaders = { cookie: hall.headers('operator')['Cookie'] ?? '' };
    const socket = await connected(`${hall.origin}/training/displays`, { auth: said, extraHeaders });
    const answer = (await socket.emitWithAck('attach', { screen: 'p1', mode: 'mirror', have: null })) as {
      value: { plan: { items: { layer: string }[] } };
    };
    expect(answer.value.plan.items.some(({ layer }) => layer === 'manual')).toBe(true);
    socket.disconnect();
  });

  it('is made for people alone, who may do there what they may do in the hall', async () => {
    const status = async (kind: KindOfActor, method: string, path: string, body?: unknown): Promise<number> =>
      (await ask(kind, method, path, body)).status;
    expect(await status('stranger', 'GET', '/training/api/hall')).toBe(401);
    expect(await status('key', 'GET', '/training/api/hall')).toBe(401);
    expect(await status('viewer', 'GET', '/training/api/hall')).toBe(200);
    expect(await status('viewer', 'POST', '/training/api/takes', { targets: 'all', scene: 'quiet' })).toBe(403);
    expect(await status('viewer', 'POST', '/training/api/training', {})).toBe(403);
    expect(await status('limited', 'POST', '/training/api/takes', { targets: 'all', scene: 'quiet' })).toBe(403);
    await expect(connected(`${hall.origin}/training/operators`, { extraHeaders: { cookie: '' } })).rejects.toThrow(
      /Sign in/,
    );
  });

  it('gives GO to a guide’s phone as the hall does, and knows no guide of the hall', async () => {
    const made = await ask('operator', 'POST', '/training/api/takes', { targets: 'p1', scene: 'quiet' });
    const { run } = (await made.json()) as { run: string };
    const given = await ask('operator', 'POST', `/training/api/runs/${run}/guide`, {});
    expect(given.status).toBe(201);
    const { code } = (await given.json()) as { code: string };
    const phone = (base: string, method = 'GET', body?: string): Promise<Response> =>
      fetch(`${hall.origin}${base}/api/guide${method === 'GET' ? '' : '/go'}`, {
        method,
        headers: { authorization: `Guide ${code}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body }),
      });
    const seen = await phone('/training');
    expect(seen.status).toBe(200);
    const { timeline } = (await seen.json()) as { timeline: { cues: { id: string }[] } };
    // It has one cue and is at its end: that GO is refused by the run, and not at the door.
    const go = await phone('/training', 'POST', JSON.stringify({ from: timeline.cues[0]?.id }));
    expect(go.status).toBe(409);
    expect((await phone('')).status).toBe(401);
    expect((await ask('guide', 'GET', '/training/api/guide')).status).toBe(401);
    expect((await ask('guide', 'GET', '/api/guide')).status).toBe(200);
    expect((await ask('operator', 'DELETE', `/training/api/runs/${run}`)).status).toBe(200);
    await vi.waitUntil(async () => (await phone('/training')).status === 401);
  });

  it('has nothing of people, keys and ways in', async () => {
    for (const path of ['people', 'keys', 'tablets', 'sessions'])
      expect((await ask('admin', 'GET', `/training/api/${path}`)).status).toBe(404);
    const journal = await read<{ command: string }[]>('/training/api/journal');
    expect(journal.some(({ command }) => command.startsWith('session'))).toBe(false);
  });

  it('begins anew for everybody who is in it', async () => {
    const extraHeaders = { cookie: hall.headers('operator')['Cookie'] ?? '' };
    const socket = await connected(`${hall.origin}/training/operators`, { extraHeaders });
    await socket.emitWithAck('watch', {});
    const told = new Promise<{ runs: RunSeen[] }>((resolve) => {
      socket.on('facts', (facts: { runs?: RunSeen[]; screens?: unknown[] }) => {
        if (facts.runs !== undefined && facts.screens !== undefined) resolve({ runs: facts.runs });
      });
    });
    expect((await ask('operator', 'POST', '/training/api/training', {})).status).toBe(204);
    expect((await told).runs.filter(({ layer }) => layer === 'manual')).toEqual([]);
    expect(await manual('/training')).toEqual([]);
    expect(await manual('')).toHaveLength(1);
    socket.disconnect();
  });
});

async function connected(url: string, options: object): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, ...options });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}
