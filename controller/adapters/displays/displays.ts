import type { Actor, Log, ScreensPort } from '#core/ports.ts';
import { authorize } from '#core/ports.ts';
import type { ScreenId } from '#shared/ids.ts';
import { identityOf, isSamePlan } from '#shared/plan.ts';
import { problem, problemFromZod, type Problem } from '#shared/problem.ts';
import { DisplayHandshake, PROTOCOL_VERSION } from '#shared/protocol.ts';
import type { Pairing } from '../pairing.ts';
import { createBudget } from './budget.ts';
import { emptyCast, enter, leave, type Recast } from './cast.ts';
import { deliver, roomOf, sendPlan, type DisplayNamespace, type DisplaySocket } from './delivery.ts';
import { createHearing } from './hearing.ts';
import { createRenewal } from './renewal.ts';

export interface DisplaysOptions {
  readonly namespace: DisplayNamespace;
  readonly hall: ScreensPort;
  readonly pairing: Pick<Pairing, 'askCode' | 'claimWithCode'>;
  /** Who is behind a handshake: a screen by its token, a person by the cookie, or a stranger. */
  readonly actorOf: (handshake: DisplayHandshake, cookie: string | undefined) => Actor;
  readonly now: () => number;
  /** The build of the player that the controller carries. */
  readonly build: string;
  readonly log: Log;
}

const pulseMs = 2_000;
/** A player of thirteen screens that all change, and then some. */
const limits = { burst: 400, perSecond: 100 };
/** What a socket may still have to send before it counts as one that does not read. */
const mostUnsent = 256;
/** Refused messages after which a socket is closed. */
const mostRefused = 50;

/** Serves `/displays`: who plays what, plans to players, reports from them. Returns its stop. */
export function serveDisplays(options: DisplaysOptions): () => void {
  const { namespace, hall, log } = options;
  let cast = emptyCast;
  const actors = new Map<string, Actor>();
  const renewal = createRenewal({
    tell: (id) => namespace.sockets.get(id)?.emit('outdated', { build: options.build }),
    after(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });

  const socketsOf = (screen: ScreenId): readonly DisplaySocket[] =>
    cast.parts.flatMap((part) => (part.screen === screen ? (namespace.sockets.get(part.socket) ?? []) : []));
  const screensOf = (socket: DisplaySocket): readonly ScreenId[] =>
    cast.parts.flatMap((part) => (part.socket === socket.id ? part.screen : []));
  const delivery = { namespace, plan: (screen: string) => hall.plan(screen), socketsOf, screensOf };

  function settle({ cast: next, changed, playedBy }: Recast, screen: ScreenId, entering: string | null): void {
    cast = next;
    hall.played(screen, playedBy);
    for (const part of changed)
      if (part.socket !== entering)
        namespace.sockets.get(part.socket)?.emit('mode', { screen: part.screen, mode: part.mode });
  }

  /** Sockets with one player share a room by its screen; others are served one by one. */
  function place(socket: DisplaySocket): void {
    const screens = screensOf(socket);
    for (const room of socket.rooms) if (room !== socket.id) void socket.leave(room);
    const [only] = screens;
    if (screens.length === 1 && only !== undefined) void socket.join(roomOf(only));
  }

  namespace.use((socket, next) => {
    const handshake = DisplayHandshake.safeParse(socket.handshake.auth);
    if (!handshake.success) return next(refusal(problemFromZod(handshake.error, 'The handshake')));
    const { protocol } = handshake.data;
    if (protocol !== PROTOCOL_VERSION && protocol !== PROTOCOL_VERSION - 1)
      return next(
        refusal(
          problem('invalid', `The player speaks protocol ${protocol}, the controller ${PROTOCOL_VERSION}. Reload it.`),
        ),
      );
    const actor = options.actorOf(handshake.data, socket.handshake.headers.cookie);
    if (handshake.data.as !== 'stranger' && actor.is === 'stranger') {
      const what =
        handshake.data.as === 'screen'
          ? `The token of screen ${handshake.data.screen} is not valid any more. Pair the player again.`
          : 'Nobody is signed in here.';
      return next(refusal(problem('not-signed-in', what)));
    }
    actors.set(socket.id, actor);
    next();
  });

  const onConnection = (socket: DisplaySocket): void => {
    const actor = actors.get(socket.id) ?? { is: 'stranger' };
    const address = socket.handshake.address;
    const budget = createBudget(limits, options.now());
    let refused = 0;
    let forgetCode: () => void = () => undefined;

    const refuse = (why: Problem): void => {
      refused += 1;
      socket.emit('refused', { problem: why });
      if (refused >= mostRefused) {
        log.warn({ address, why: why.detail }, 'a player was disconnected for what it sends');
        socket.disconnect(true);
      }
    };
    const hear = createHearing(socket, budget, options.now, refuse);
    const mine = (screen: ScreenId): boolean => {
      const part = cast.parts.find((one) => one.socket === socket.id && one.screen === screen);
      if (part !== undefined && (part.mode === 'screen' || part.mode === 'virtual')) return true;
      // A mirror that has just lost the part may still speak; that is no offence.
      if (part === undefined) refuse(problem('not-allowed', `This player does not play screen ${screen}.`));
      return false;
    };

    if (handshakeOf(socket)?.build !== options.build) renewal.add(socket.id);

    hear('attach', ({ screen, mode, have }, ack) => {
      const plan = hall.plan(screen);
      if (plan === null) return ack({ ok: false, problem: problem('not-found', `The hall has no screen ${screen}.`) });
      const forbidden =
        authorize(actor, 'screen.stand-in', screen) ??
        (mode === 'screen' && actor.is !== 'screen'
          ? problem('not-allowed', 'Only a paired player plays as the screen itself; a person stands in as virtual.')
          : null);
      if (forbidden !== null) return ack({ ok: false, problem: forbidden });
      const recast = enter(cast, socket.id, screen, mode);
      settle(recast, screen, socket.id);
      place(socket);
      const granted = cast.parts.find((part) => part.socket === socket.id && part.screen === screen)?.mode ?? 'mirror';
      const isHeld = have !== null && isSamePlan(have, identityOf(plan));
      ack({ ok: true, value: { mode: granted, plan: isHeld ? null : plan } });
    });
    hear('detach', ({ screen }, ack) => {
      settle(leave(cast, socket.id, screen), screen, null);
      place(socket);
      ack({ ok: true, value: null });
    });
    hear('report', (report) => {
      if (!mine(report.screen)) return;
      hall.report(report);
      const plan = hall.plan(report.screen);
      // The last net: whoever still plays an older plan after all repeats gets the whole one.
      if (plan !== null && report.plan !== null && report.plan.revision < plan.revision - 1)
        sendPlan(delivery, socket, report.screen);
    });
    hear('applied', (applied) => {
      if (mine(applied.screen)) hall.applied(applied);
    });
    hear('readiness', (readiness) => {
      if (mine(readiness.screen)) hall.readiness(readiness);
    });
    hear('view', ({ screen, view }) => {
      if (!mine(screen)) return;
      hall.view(screen, view);
      for (const other of socketsOf(screen)) if (other !== socket) other.emit('view', { screen, view });
    });
    hear('touch', (touch) => {
      if (mine(touch.screen)) hall.touch(touch);
    });
    hear('pair', (wish, ack) => {
      if (wish.with === 'code') {
        options.pairing.claimWithCode(address, wish.code).then(
          (claimed) =>
            ack(
              'status' in claimed ? { ok: false, problem: claimed } : { ok: true, value: { is: 'paired', ...claimed } },
            ),
          (error: unknown) => log.error({ error }, 'a pairing failed'),
        );
        return;
      }
      forgetCode();
      const asked = options.pairing.askCode(address, (paired) => socket.emit('paired', paired));
      if ('status' in asked) return ack({ ok: false, problem: asked });
      forgetCode = asked.forget;
      ack({ ok: true, value: { is: 'waiting', code: asked.code, expiresInMs: asked.expiresInMs } });
    });

    socket.on('disconnect', () => {
      forgetCode();
      actors.delete(socket.id);
      renewal.remove(socket.id);
      for (const screen of screensOf(socket)) settle(leave(cast, socket.id, screen), screen, null);
    });
  };
  namespace.on('connection', onConnection);
  const stopPlans = hall.onPlans((news) => deliver(delivery, news));
  const pulse = setInterval(() => {
    namespace.volatile.emit('pulse', { at: options.now(), revision: hall.revision() });
    for (const socket of namespace.sockets.values()) if (isStuck(socket)) socket.disconnect(true);
  }, pulseMs);

  return () => {
    clearInterval(pulse);
    renewal.stop();
    stopPlans();
    namespace.off('connection', onConnection);
    namespace.disconnectSockets(true);
  };
}

/** A socket that does not read what it is sent; what waits for it is the controller's memory. */
function isStuck(socket: DisplaySocket): boolean {
  const { conn } = socket as unknown as { conn: { writeBuffer?: readonly unknown[] } };
  return (conn.writeBuffer?.length ?? 0) > mostUnsent;
}

function handshakeOf(socket: DisplaySocket): DisplayHandshake | null {
  const parsed = DisplayHandshake.safeParse(socket.handshake.auth);
  return parsed.success ? parsed.data : null;
}

function refusal(why: Problem): Error & { data: Problem } {
  return Object.assign(new Error(why.detail), { data: why });
}
