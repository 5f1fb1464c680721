import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { squarePin } from '#shared/corner-pin.ts';
import { displayToController, operatorToController, toClock } from '#shared/protocol.ts';
import { until } from '../support/eventually.ts';
import { screen } from '../support/hall-state.ts';
import { aHostReport, aReport } from '../support/reports.ts';
import {
  kindsOfActor as everyKind,
  startWholeController,
  type KindOfActor,
  type WholeController,
} from '../support/whole-controller.ts';

/** A guide's code is for requests alone: on a socket nobody reads it, and a guide is a stranger like any other. */
const kindsOfActor = everyKind.filter((kind) => kind !== 'guide' && kind !== 'former-guide');

let hall: WholeController;
beforeAll(async () => {
  hall = await startWholeController({ known: 1e6, strangers: 1e6 });
});
afterAll(() => hall.stop());
const opened: Socket[] = [];
afterEach(() => {
  for (const socket of opened.splice(0)) socket.disconnect();
});

type Namespace = '/displays' | '/operators' | '/clock';

/** A socket of that kind, connected or refused. */
async function connect(namespace: Namespace, kind: KindOfActor, change: object = {}): Promise<Socket | null> {
  const { auth, cookie } = hall.handshake(kind);
  const socket = io(`${hall.origin}${namespace}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { ...auth, ...change },
    ...(cookie === null ? {} : { extraHeaders: { Cookie: cookie } }),
  });
  opened.push(socket);
  const isIn = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('connect_error', () => resolve(false));
  });
  if (isIn) return socket;
  socket.disconnect();
  return null;
}

/** What became of an event: its answer, or that it was refused, or silence. */
async function send(socket: Socket, event: string, payload: unknown, patienceMs = 300): Promise<string> {
  const refused = new Promise<string>((resolve) => {
    socket.once('refused', ({ problem }: { problem: { code: string } }) => resolve(problem.code));
  });
  const answered = socket
    .timeout(patienceMs)
    .emitWithAck(event, payload)
    .then((answer: { ok?: boolean; problem?: { code: string } }) =>
      answer.ok === false ? (answer.problem?.code ?? 'refused') : 'ok',
    )
    .catch(() => 'silence');
  return Promise.race([refused, answered]);
}

const inKinds = (...groups: readonly (readonly KindOfActor[])[]) =>
  kindsOfActor.filter((kind) => groups.flat().includes(kind));
// Who is let in. Written down by hand, and not read from the code: that is the point.
const people: readonly KindOfActor[] = ['viewer', 'operator', 'curator', 'technician', 'admin', 'limited'];
const screens: readonly KindOfActor[] = ['screen', 'other-screen'];
/** Keys are no players: they come to `/displays` as strangers, who can be paired and nothing else. */
const strangers: readonly KindOfActor[] = ['stranger', 'key', 'expired-key'];
const connected = inKinds(strangers, people, screens);

/** A player is no host: what a host says has a table of its own below. */
type DisplayEvent = Exclude<keyof typeof displayToController, 'host'>;
interface Row {
  /** About the screen that is the actor's own, or that a person stands in for, once they are attached to it. */
  readonly own: readonly KindOfActor[];
  /** About another screen, whether they are attached to one of their own or to none. */
  readonly other: readonly KindOfActor[];
}
const players = inKinds(people, screens);
const table: Readonly<Record<DisplayEvent, Row>> = {
  // A person may look at any screen; a screen is itself alone.
  attach: { own: players, other: people },
  // Nobody plays there for this socket: it is answered, and nothing happens.
  detach: { own: connected, other: connected },
  report: { own: players, other: [] },
  applied: { own: players, other: [] },
  readiness: { own: players, other: [] },
  view: { own: players, other: [] },
  touch: { own: players, other: [] },
  // Heard, and without effect unless a technician has the corners of that very screen on trial.
  corners: { own: players, other: [] },
  // Refused for its token, which is none, and not for who asks.
  'use-token': { own: [], other: [] },
  pair: { own: connected, other: connected },
};
const payloadOf = (event: DisplayEvent, id: string): unknown => {
  const payloads: Readonly<Record<DisplayEvent, unknown>> = {
    attach: { screen: id, mode: 'mirror', have: null },
    detach: { screen: id },
    report: aReport({ screen: screen(id) }),
    applied: {
      screen: id,
      run: 'r',
      cue: 0,
      plannedAt: 0,
      shownAt: 0,
      latenessMs: 0,
      boundMs: null,
      droppedFrames: 0,
    },
    readiness: { screen: id, standby: 's', state: { is: 'not-ready', reason: 'fetching', seconds: null } },
    view: { screen: id, view: { language: 'en' } },
    touch: { screen: id, topic: 'x', value: 1 },
    corners: { screen: id, cornerPin: squarePin, act: 'drag' },
    'use-token': { screen: id, token: 'none' },
    pair: { with: 'nothing' },
  };
  return payloads[event];
};
const events = Object.keys(table) as DisplayEvent[];
/** What a kind plays: its own screen, or the unpaired one that people stand in for. */
const ownOf = (kind: KindOfActor): string => (kind === 'screen' ? 'p1' : kind === 'other-screen' ? 'p2' : 'p4');
/** A screen that is nobody's here. */
const otherOf = (kind: KindOfActor): string => (kind === 'other-screen' ? 'p1' : 'p2');

/** For every event, the kinds of actor whose event about `about` was not refused. */
async function tried(
  about: (kind: KindOfActor) => string,
  isAttached: boolean,
): Promise<Readonly<Record<string, readonly KindOfActor[]>>> {
  const found: Record<string, KindOfActor[]> = Object.fromEntries(events.map((event) => [event, []]));
  for (const kind of kindsOfActor) {
    // One connection for all events: who comes and goes too often is kept out.
    const socket = await connect('/displays', kind);
    if (socket === null) continue;
    const own = { screen: ownOf(kind), mode: screens.includes(kind) ? 'screen' : 'virtual', have: null };
    if (isAttached) await send(socket, 'attach', own, 2_000);
    for (const event of events) {
      // Let go of what `attach` and `detach` changed for the events after them.
      const became = await send(socket, event, payloadOf(event, about(kind)));
      if (became === 'ok' || became === 'silence') found[event]?.push(kind);
      if (isAttached && (event === 'attach' || event === 'detach')) await send(socket, 'attach', own, 2_000);
    }
    socket.disconnect();
  }
  return found;
}

interface Seen {
  readonly reported: { readonly at: number } | null;
  readonly host?: { readonly uptimeS: number };
}

async function seen(id: string): Promise<Seen> {
  const response = await fetch(`${hall.origin}/api/screens/${id}`, { headers: hall.headers('admin') });
  const { reported, host } = (await response.json()) as Partial<Seen> & { reported: { at: string } | null };
  return {
    reported: reported === null ? null : { at: Date.parse(reported.at) },
    ...(host === undefined ? {} : { host }),
  };
}

describe('every event of a player', () => {
  it('has a row in this table', () => {
    expect([...events, 'host'].toSorted()).toEqual(Object.keys(displayToController).toSorted());
  });

  it('comes through a handshake that only those pass who may', async () => {
    const reachable = async (namespace: Namespace): Promise<readonly KindOfActor[]> => {
      const found: KindOfActor[] = [];
      for (const kind of kindsOfActor) if ((await connect(namespace, kind)) !== null) found.push(kind);
      return found;
    };
    expect(await reachable('/displays')).toEqual(connected);
    expect(await reachable('/operators')).toEqual(inKinds(people));
    expect(await reachable('/clock')).toEqual(inKinds(people, screens));
  });

  it('about the screen that it plays is heard', async () => {
    const expected = Object.fromEntries(events.map((event) => [event, [...table[event].own]]));
    expect(await tried(ownOf, true)).toEqual(expected);
  });

  it('about a screen that it does not play is refused, also where it plays another', async () => {
    const expected = Object.fromEntries(events.map((event) => [event, [...table[event].other]]));
    expect(await tried(otherOf, true)).toEqual(expected);
  });

  it('about a screen before it plays any is refused, and changes nothing', async () => {
    const before = await seen('p3');
    const expected = Object.fromEntries(events.map((event) => [event, [...table[event].other]]));
    expect(await tried(() => 'p3', false)).toEqual(expected);
    expect(await seen('p3')).toEqual(before);
  });

  it('of a screen and of a stand-in does what it says, and of a mirror nothing', async () => {
    const at = Date.now();
    const player = await connect('/displays', 'screen');
    const stand = await connect('/displays', 'viewer');
    const mirror = await connect('/displays', 'admin');
    if (player === null || stand === null || mirror === null) throw new Error('not connected');
    await send(player, 'attach', { screen: 'p1', mode: 'screen', have: null }, 2_000);
    await send(stand, 'attach', { screen: 'p4', mode: 'virtual', have: null }, 2_000);
    await send(mirror, 'attach', { screen: 'p1', mode: 'mirror', have: null }, 2_000);
    player.emit('report', aReport({ screen: screen('p1'), at }));
    stand.emit('report', aReport({ screen: screen('p4'), at }));
    for (const id of ['p1', 'p4']) await until('the report is seen', async () => (await seen(id)).reported?.at === at);
    // A mirror's words come to nothing, and its own view is not shown to others.
    const shown: unknown[] = [];
    player.on('view', (view) => shown.push(view));
    mirror.emit('report', aReport({ screen: screen('p1'), at: at + 1 }));
    mirror.emit('view', { screen: 'p1', view: { language: 'kk' } });
    expect(await send(mirror, 'detach', { screen: 'p1' }, 2_000)).toBe('ok');
    expect((await seen('p1')).reported?.at).toBe(at);
    expect(shown).toEqual([]);
  });
});

describe('every event of a player host', () => {
  it('comes with the token of its screen, and is heard about that screen alone', async () => {
    const found: string[] = [];
    for (const kind of kindsOfActor) {
      const host = await connect('/displays', kind, { as: 'host', screen: ownOf(kind), token: tokenOf(kind) });
      if (host === null) continue;
      found.push(kind);
      // It has no other word than this one, and about no other screen.
      host.emit('host', aHostReport({ screen: screen(otherOf(kind)), uptimeS: 666 }));
      host.emit('report', aReport({ screen: screen(ownOf(kind)), at: 666 }));
      host.emit('host', aHostReport({ screen: screen(ownOf(kind)), uptimeS: 77 }));
      await until('the host is heard', async () => (await seen(ownOf(kind))).host?.uptimeS === 77);
      expect(await seen(otherOf(kind))).not.toMatchObject({ host: { uptimeS: 666 } });
      expect((await seen(ownOf(kind))).reported?.at).not.toBe(666);
      host.disconnect();
    }
    expect(found).toEqual(screens);
  });
});

function tokenOf(kind: KindOfActor): string {
  const { auth } = hall.handshake(kind);
  return 'token' in auth ? auth.token : 'none';
}

describe('every event on the clock’s socket', () => {
  const rows: Readonly<Record<keyof typeof toClock, readonly KindOfActor[]>> = {
    probe: inKinds(people, screens),
    // Spoken by a screen's Worker for its own page.
    hung: screens,
  };

  it('has a row in this table', () => {
    expect(Object.keys(rows).toSorted()).toEqual(Object.keys(toClock).toSorted());
  });

  it('is answered to who may ask, and heard from who may say it', async () => {
    const found: Record<keyof typeof toClock, KindOfActor[]> = { probe: [], hung: [] };
    for (const kind of kindsOfActor) {
      const socket = await connect('/clock', kind);
      if (socket === null) continue;
      if ((await send(socket, 'probe', { t1: 1 })) === 'ok') found.probe.push(kind);
      const at = Date.now() + kindsOfActor.indexOf(kind);
      socket.emit('hung', aReport({ screen: screen(otherOf(kind)), at, hungMs: 3_000 }));
      socket.emit('hung', aReport({ screen: screen(ownOf(kind)), at, hungMs: 3_000 }));
      // What was said before the next answer has been heard by then.
      await send(socket, 'probe', { t1: 2 });
      if ((await seen(ownOf(kind))).reported?.at === at) found.hung.push(kind);
      expect((await seen(otherOf(kind))).reported?.at).not.toBe(at);
    }
    expect(found).toEqual(rows);
  });
});

describe('every event of a console', () => {
  const rows: Readonly<Record<keyof typeof operatorToController, readonly KindOfActor[]>> = {
    watch: people,
    // Who writes scenes and shows; the person who is limited to a zone is an operator.
    open: ['operator', 'curator', 'admin', 'limited'],
  };
  const payloads: Readonly<Record<keyof typeof operatorToController, unknown>> = {
    watch: {},
    open: { content: 'scene/welcome' },
  };

  it('has a row in this table', () => {
    expect(Object.keys(rows).toSorted()).toEqual(Object.keys(operatorToController).toSorted());
  });

  it.each(Object.keys(rows) as (keyof typeof rows)[])(
    '%s is answered to who may, and to nobody else',
    async (event) => {
      const found: KindOfActor[] = [];
      for (const kind of kindsOfActor) {
        const socket = await connect('/operators', kind);
        if (socket !== null && (await send(socket, event, payloads[event], 2_000)) === 'ok') found.push(kind);
      }
      expect(found).toEqual(inKinds(rows[event]));
    },
  );
});

describe('a handshake', () => {
  const knock = (namespace: Namespace, auth: object, headers: Record<string, string>): Promise<boolean> => {
    const socket = io(`${hall.origin}${namespace}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { ...auth },
      extraHeaders: headers,
    });
    return new Promise((resolve) => {
      const done = (isIn: boolean) => () => {
        socket.disconnect();
        resolve(isIn);
      };
      socket.once('connect', done(true));
      socket.once('connect_error', done(false));
    });
  };

  it('of another site’s page is refused, even with the cookie of an admin', async () => {
    const { auth } = hall.handshake('admin');
    const cookie = hall.headers('admin');
    expect(await knock('/operators', auth, cookie)).toBe(true);
    expect(await knock('/operators', auth, { ...cookie, Origin: hall.origin })).toBe(true);
    for (const Origin of ['https://evil.example', 'null', `${hall.origin}.evil.example`])
      expect([Origin, await knock('/operators', auth, { ...cookie, Origin })]).toEqual([Origin, false]);
    expect(await knock('/displays', auth, { ...cookie, Origin: 'https://evil.example' })).toBe(false);
  });

  it('with a screen’s token is good for that screen alone, and for no console', async () => {
    const { auth } = hall.handshake('screen');
    expect(await knock('/displays', auth, {})).toBe(true);
    expect(await knock('/displays', { ...auth, screen: 'p2' }, {})).toBe(false);
    expect(await knock('/displays', { ...auth, screen: 'constructor' }, {})).toBe(false);
    expect(await knock('/operators', auth, {})).toBe(false);
    expect(await knock('/operators', auth, hall.headers('screen'))).toBe(false);
  });

  it('is no longer good as soon as the session is ended: the socket goes as well', async () => {
    const signedIn = await fetch(`${hall.origin}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'viewer', password: 'a password for tests' }),
    });
    const Cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const socket = io(`${hall.origin}/operators`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { Cookie },
    });
    await new Promise((resolve) => socket.once('connect', () => resolve(null)));
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    const out = await fetch(`${hall.origin}/api/session`, { method: 'DELETE', headers: { Cookie } });
    expect(out.status).toBe(204);
    expect(await gone).toBe('io server disconnect');
  });

  it('of a screen whose token is revoked while it plays ends at once', async () => {
    const socket = await connect('/displays', 'other-screen');
    const gone = new Promise((resolve) => socket?.once('disconnect', resolve));
    const revoked = await fetch(`${hall.origin}/api/screens/p2/pairing`, {
      method: 'DELETE',
      headers: hall.headers('technician'),
    });
    expect(revoked.status).toBe(200);
    expect(await gone).toBe('io server disconnect');
    expect(await connect('/displays', 'other-screen')).toBeNull();
  });
});
