import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { TakeBody } from '#shared/commands.ts';
import type { HallFacts } from '#shared/facts.ts';
import type { Problem } from '#shared/problem.ts';
import { createListeners } from '#shared/listeners.ts';
import { serveOperators } from '../../controller/adapters/operators/operators.ts';
import { HallLink } from '../../operator-ui/controllers/hall-link.ts';
import { shippedHall, startConsoleHall } from '../support/console-hall.ts';
import { operator } from '../support/engine.ts';
import { until } from '../support/eventually.ts';
import { aThumbnail } from '../support/files.ts';
import { signInAs } from '../support/http-client.ts';
import type { RunningHall } from '../support/running-hall.ts';

let hall: RunningHall;
/** How many listen to all that people see. */
let listening = 0;
beforeAll(async () => {
  hall = await startConsoleHall(await shippedHall());
  const subscribe = hall.engine.subscribe.bind(hall.engine);
  vi.spyOn(hall.engine, 'subscribe').mockImplementation((listener) => {
    const stop = subscribe(listener);
    listening += 1;
    return () => {
      listening -= 1;
      stop();
    };
  });
});
afterAll(() => hall.stop());

/** A console that watches, and the scenes of the runs that it was told of since. */
async function aConsole(
  who = 'operator',
): Promise<{ readonly socket: Socket; readonly first: HallFacts; readonly told: string[] }> {
  const { cookie } = await signInAs(hall.origin, who);
  const socket = io(`${hall.origin}/operators`, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { Cookie: cookie ?? '' },
  });
  const told: string[] = [];
  socket.on('facts', ({ runs = [] }: Partial<HallFacts>) => told.push(...runs.map(({ source }) => source.id)));
  const { value } = (await socket.emitWithAck('watch', {})) as { readonly value: HallFacts };
  return { socket, first: value, told };
}

async function take(scene: string): Promise<void> {
  const body = TakeBody.parse({ targets: 'all', scene, policy: 'go' });
  const answer = await hall.engine.order({ commandId: scene, actor: operator, command: { type: 'run.take', body } });
  expect(answer.ok).toBe(true);
}

it('tells consoles what happens as they come and go, also after a time in which none was there', async () => {
  const [one, two, three] = Object.keys(hall.engine.state().scene);
  if (one === undefined || two === undefined || three === undefined) throw new Error('the hall has three scenes');
  const first = await aConsole();
  const second = await aConsole();
  await take(one);
  await until('both are told', () => Promise.resolve([first, second].every(({ told }) => told.includes(one))));
  first.socket.disconnect();
  await take(two);
  await until('who stays is told', () => Promise.resolve(second.told.includes(two)));
  expect(listening).toBe(1);
  second.socket.disconnect();
  await until('nothing is put together for nobody', () => Promise.resolve(listening === 0));
  const third = await aConsole();
  expect(third.first.runs.map(({ source }) => source.id)).toEqual(expect.arrayContaining([one, two]));
  await take(three);
  await until('who came last is told', () => Promise.resolve(third.told.includes(three)));
  third.socket.disconnect();
});

it('tells every console which medium more is known of: what its file says, and its small picture', async () => {
  const [one, two] = await Promise.all([aConsole(), aConsole('curator')]);
  const picture = Object.values(hall.engine.state().medium).find(({ mime }) => mime.startsWith('image/'));
  if (picture === undefined) throw new Error('the hall has a picture');
  const heard = [one, two].map(({ socket }) => {
    const ids: string[] = [];
    socket.on('facts', ({ changed = [] }: { readonly changed?: readonly { kind: string; id: string }[] }) => {
      ids.push(...changed.filter(({ kind }) => kind === 'medium').map(({ id }) => id));
    });
    return ids;
  });
  const bothHeard = (times: number) => () => Promise.resolve(heard.every((ids) => ids.length === times));
  expect(hall.files.facts(picture)).toBeNull();
  await until('both are told of its facts', bothHeard(1));
  expect(hall.files.facts(picture)).not.toBeNull();
  expect(await hall.files.keepThumbnail(picture.id, Buffer.from('no picture'))).not.toBeNull();
  expect(await hall.files.keepThumbnail(picture.id, aThumbnail())).toBeNull();
  await until('both are told of its small picture', bothHeard(2));
  for (const ids of heard) expect(ids).toEqual([picture.id, picture.id]);
  for (const { socket } of [one, two]) socket.disconnect();
});

it('asks nothing of a hall that nobody watches, for a copy to train on begins when it is asked', () => {
  const media = createListeners<string>();
  const untouched = new Proxy({} as RunningHall['engine'], {
    get(_nothing, name) {
      throw new Error(`asked for ${String(name)}`);
    },
  });
  const stop = serveOperators({
    namespace: new Server().of('/operators'),
    hall: untouched,
    notices: null,
    media: { subscribe: (listener) => media.add(listener) },
    actorOf: () => operator,
    build: 'b1',
  });
  media.tell('pictures/seal.png');
  stop();
  expect(media.isEmpty()).toBe(true);
});

it('tells everybody at once what a person has open to write in, until they close it or their connection goes', async () => {
  const olga = await aConsole();
  const curator = await aConsole('curator');
  let people: HallFacts['people'] = olga.first.people;
  olga.socket.on('facts', (facts: Partial<HallFacts>) => (people = facts.people ?? people));
  const open = () => people?.find(({ id }) => id === 'curator')?.open.map(({ content }) => content);
  const says = (content: unknown) =>
    curator.socket.emitWithAck('open', { content }) as Promise<{ readonly ok: boolean }>;
  const before = Date.now();

  expect(await says('scene/welcome')).toEqual({ ok: true, value: null });
  await until('the scene is told', () => Promise.resolve(open()?.join() === 'scene/welcome'));
  const since = people?.find(({ id }) => id === 'curator')?.open[0]?.since ?? 0;
  expect(since).toBeGreaterThanOrEqual(before - 1000);
  // Who comes later learns it with everything else.
  const late = await aConsole('admin');
  expect(curator.first.console).toEqual(expect.any(Number));
  expect(late.first.people?.find(({ id }) => id === 'curator')?.open).toEqual([
    { content: 'scene/welcome', since, console: curator.first.console },
  ]);
  late.socket.disconnect();

  for (const nonsense of ['medium/welcome', 'scene/', `scene/${'a'.repeat(65)}`, 7])
    expect(await says(nonsense)).toMatchObject({ ok: false, problem: { code: 'invalid' } });
  expect(open()).toEqual(['scene/welcome']);

  // What a program knows by an id, people read in their own words.
  const viewer = await aConsole('viewer');
  const refused = (await viewer.socket.emitWithAck('open', { content: 'scene/welcome' })) as { problem?: Problem };
  viewer.socket.disconnect();
  expect(refused.problem?.detail).toContain('draft.save');
  expect(Object.values(refused.problem?.said ?? {}).filter((text) => text.includes('draft.save'))).toEqual([]);
  expect(refused.problem?.said?.ru).toContain('куратор');

  await says('show/welcome');
  await until('the show is told', () => Promise.resolve(open()?.join() === 'show/welcome'));
  await says(null);
  await until('nothing is open', () => Promise.resolve(open()?.length === 0));
  await says('scene/welcome');
  await until('the scene is told again', () => Promise.resolve(open()?.length === 1));
  // No word of goodbye: the line is cut.
  curator.socket.io.engine.close();
  await until('the curator is gone', () => Promise.resolve(people?.every(({ id }) => id !== 'curator') === true));
  expect(hall.engine.state().draft).toEqual({});
  olga.socket.disconnect();
  curator.socket.disconnect();
});

/** The link of a page of build `b0` that was loaded from there. */
async function aPageAt(http: ReturnType<typeof createServer>): Promise<HallLink> {
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  const host = `127.0.0.1:${(http.address() as AddressInfo).port}`;
  vi.stubGlobal('location', { protocol: 'http:', host, hostname: '127.0.0.1', pathname: '/' });
  vi.stubGlobal('document', { hidden: true, querySelector: () => ({ content: 'b0' }) });
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  return new HallLink(
    { addController: () => undefined, requestUpdate: () => undefined } as never,
    () => undefined,
    () => undefined,
  );
}

it('tells a page of another build that it is outdated, and no other', async () => {
  const { cookie } = await signInAs(hall.origin, 'operator');
  const told = async (auth: object): Promise<unknown[]> => {
    const socket = io(`${hall.origin}/operators`, {
      transports: ['websocket'],
      forceNew: true,
      auth,
      extraHeaders: { Cookie: cookie ?? '' },
    });
    const heard: unknown[] = [];
    socket.on('outdated', (payload) => heard.push(payload));
    await socket.emitWithAck('watch', {});
    // Answered after it, so that nothing is on its way any more.
    await socket.emitWithAck('open', { content: null });
    socket.disconnect();
    return heard;
  };
  expect(await told({ page: 'one', build: 'b0' })).toEqual([{ build: 'b1' }]);
  expect(await told({ page: 'two', build: 'b1' })).toEqual([]);
  expect(await told({ page: 'three' })).toEqual([]);
});

it('is not taken for a hall in which all goes on by a page that does not understand it', async () => {
  const { socket: watcher, first } = await aConsole();
  watcher.disconnect();
  const http = createServer();
  const server = new Server(http);
  const value: Record<string, unknown> = { ...first };
  const builds: unknown[] = [];
  let tell: (event: string, payload: object) => void = () => undefined;
  let lose: () => void = () => undefined;
  server.of('/operators').on('connection', (socket) => {
    builds.push((socket.handshake.auth as { readonly build?: unknown }).build);
    tell = (event, payload) => socket.emit(event, payload);
    lose = () => socket.disconnect(true);
    socket.on('watch', (_payload: unknown, ack: (answer: unknown) => void) => ack({ ok: true, value }));
  });
  const link = await aPageAt(http);
  const becomes = (is: string, isOutdated: boolean) =>
    until(`the page is ${is}`, () => Promise.resolve(link.seen.link.is === is && link.seen.isOutdated === isOutdated));
  const news = { at: first.at, revision: first.revision };
  try {
    link.open();
    await becomes('live', false);
    tell('outdated', { build: 'b1' });
    await becomes('live', true);
    tell('facts', { ...news, losses: [{ how: 'of a kind that is to come' }] });
    await becomes('unread', true);
    // What it understands then is not all that happened.
    tell('facts', { ...news, storage: 'failing' });
    value['toCome'] = [];
    lose();
    await until('it comes again', () => Promise.resolve(builds.length === 2));
    tell('outdated', { build: 'b1' });
    await becomes('unread', true);
    expect(link.seen.storage).toBe('ok');
    delete value['toCome'];
    lose();
    await becomes('live', false);
    expect(builds).toEqual(['b0', 'b0', 'b0']);
  } finally {
    link.close();
    await server.close();
    vi.unstubAllGlobals();
  }
});

it('hears from a console with each connection what is open there, also that nothing is', async () => {
  const { socket: watcher, first } = await aConsole();
  watcher.disconnect();
  const http = createServer();
  const server = new Server(http);
  const said: unknown[] = [];
  let lose: () => void = () => undefined;
  server.of('/operators').on('connection', (socket) => {
    lose = () => socket.disconnect(true);
    socket.on('watch', (_payload: unknown, ack: (answer: unknown) => void) => ack({ ok: true, value: first }));
    socket.on('open', ({ content }: { readonly content: unknown }) => said.push(content));
  });
  const link = await aPageAt(http);
  try {
    link.open();
    await until('the console says that nothing is open', () => Promise.resolve(said.length === 1));
    link.opened = 'scene/welcome';
    await until('the console says what is open', () => Promise.resolve(said.length === 2));
    lose();
    await until('it says so again', () => Promise.resolve(said.length === 3));
    expect(said).toEqual([null, 'scene/welcome', 'scene/welcome']);
  } finally {
    link.close();
    await server.close();
    vi.unstubAllGlobals();
  }
});
