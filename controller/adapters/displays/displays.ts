import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import { asIs } from '#shared/said.ts';
import type { Actor, Log, PlayerDesk, ScreensPort } from '#core/ports.ts';
import { authorize } from '#core/ports.ts';
import type { ScreenId } from '#shared/ids.ts';
import { identityOf, isSamePlan } from '#shared/plan.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { DisplayHandshake } from '#shared/protocol.ts';
import type { Pairing } from '../pairing.ts';
import { createBudget } from '../budget.ts';
import { admit, refusal } from './admit.ts';
import type { Recast } from './cast.ts';
import { aloneRoom, deliver, roomOf, sendPlan, type DisplayNamespace, type DisplaySocket } from './delivery.ts';
import { createDoorkeeper, type GuardedHall } from './doorkeeper.ts';
import { createHearing } from './hearing.ts';
import { hearPairing } from './hear-pairing.ts';
import { createHosts } from './hosts.ts';
import { createPlayerDesk } from './player-desk.ts';
import { nameOf } from './player-name.ts';
import { createRenewal } from './renewal.ts';
import { createRoster } from './roster.ts';
import { signAnswers } from './signed-answers.ts';
import { isStuck } from './stuck.ts';
import { createTokenRenewal, type TokenHall } from './token-renewal.ts';
import { createTwins } from './twins.ts';

export interface DisplaysOptions {
  readonly namespace: DisplayNamespace;
  readonly hall: ScreensPort & TokenHall & GuardedHall;
  readonly pairing: Pick<Pairing, 'askCode' | 'claimWithCode'>;
  /** Who is behind a handshake: a screen by its token, a person by the cookie, or a stranger. */
  readonly actorOf: (handshake: DisplayHandshake, cookie: string | undefined) => Actor;
  readonly now: () => number;
  /** The build of the player that the controller carries. */
  readonly build: string;
  readonly log: Log;
  /** How long two players with one token are given to become one; longer than a dead link takes to be noticed. */
  readonly twinPatienceMs?: number;
}

const pulseMs = 2_000;
const twinPatienceMs = 12_000;
/** A player of thirteen screens that all change, and then some. */
const limits = { burst: 400, perSecond: 100 };
const touchLimits = { burst: 8, perSecond: 4 };
/** Refused messages after which a socket is closed. */
const mostRefused = 50;

/** Time for a refusal to reach its player before the connection under it goes. */
const farewellMs = 200;

export interface Displays {
  readonly desk: PlayerDesk;
  readonly stop: () => void;
}

/** Serves `/displays`: who plays what, plans to players, reports from them, orders to them; keeps out who floods. */
export function serveDisplays(options: DisplaysOptions): Displays {
  const { namespace, hall, log } = options;
  const roster = createRoster();
  const actors = new Map<string, Actor>();
  const hosts = createHosts(hall, (socket) => void actors.delete(socket.id));
  const renewal = createRenewal({
    tell: (id) => namespace.sockets.get(id)?.emit('outdated', { build: options.build }),
    after(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });

  const socketsOf = (screen: ScreenId): readonly DisplaySocket[] =>
    roster.socketsOf(screen).flatMap((id) => namespace.sockets.get(id) ?? []);
  const screensOf = (socket: DisplaySocket): readonly ScreenId[] => roster.screensOf(socket.id);
  const delivery = {
    namespace,
    plan: (screen: string) => hall.plan(screen),
    socketsOf,
    screensOf,
    onSilent(socket: DisplaySocket) {
      door.strikes(nameOf(actors.get(socket.id), socket), { is: 'silent' });
      socket.disconnect(true);
    },
  };
  const door = createDoorkeeper({
    hall,
    now: options.now,
    showOut(screen) {
      for (const socket of socketsOf(screen)) if (actors.get(socket.id)?.is === 'screen') socket.disconnect(true);
    },
    log,
  });

  function settle({ changed, playedBy, page, isAnother }: Recast, screen: ScreenId, entering: string | null): void {
    if (isAnother) hall.played(screen, playedBy, page);
    for (const part of changed)
      if (part.socket !== entering)
        namespace.sockets.get(part.socket)?.emit('mode', { screen: part.screen, mode: part.mode });
  }

  const twins = createTwins({
    placesOf: (screen) =>
      roster.socketsOf(screen).flatMap((id) => {
        const actor = actors.get(id);
        const address = namespace.sockets.get(id)?.handshake.address;
        return actor?.is === 'screen' && address !== undefined ? [address] : [];
      }),
    tell(screen, places) {
      if (places !== null) log.warn({ screen, places }, 'the token of a screen is used in two places at once');
      hall.twins(screen, places);
    },
    patienceMs: options.twinPatienceMs ?? twinPatienceMs,
  });

  const playersOf = (screen: ScreenId): readonly DisplaySocket[] =>
    socketsOf(screen).filter((socket) => roster.mode(socket.id, screen) === 'screen');
  const tokens = createTokenRenewal({ hall, playerOf: (screen) => playersOf(screen)[0] ?? null, log });

  /** Sockets with one player share a room by its screen; others are served one by one. */
  function place(socket: DisplaySocket): void {
    const screens = screensOf(socket);
    for (const room of socket.rooms) if (room !== socket.id) void socket.leave(room);
    const [only] = screens;
    if (screens.length === 1 && only !== undefined) void socket.join([roomOf(only), aloneRoom]);
  }

  namespace.use((socket, next) => {
    const admitted = admit(socket.handshake.auth, (handshake) =>
      options.actorOf(handshake, socket.handshake.headers.cookie),
    );
    const { auth, address } = socket.handshake;
    const shown = DisplayHandshake.safeParse(auth).data;
    if (shown?.as === 'screen' || shown?.as === 'host') tokens.shown(shown, address);
    if (!admitted.ok) return next(refusal(admitted.problem));
    const { actor } = admitted;
    // A stand-in on somebody's session is a person's, and a person reloads as often as they like.
    if (actor.is !== 'person') {
      const shut = door.knocks(nameOf(actor, socket), admitted.handshake.as === 'host');
      if (shut !== null) {
        setTimeout(() => socket.conn.close(), farewellMs).unref();
        return next(refusal(shut));
      }
    }
    actors.set(socket.id, actor);
    next();
  });

  const onConnection = (socket: DisplaySocket): void => {
    const actor = actors.get(socket.id) ?? { is: 'stranger' };
    const budget = createBudget(limits, options.now());
    const touches = createBudget(touchLimits, options.now());
    let refused = 0;

    const refuse = (why: Problem): void => {
      refused += 1;
      socket.emit('refused', { problem: why });
      if (refused < mostRefused) return;
      if (socket.connected)
        door.offends(nameOf(actor, socket), { is: 'floods', refused: why.said ?? asIs(why.detail) });
      socket.disconnect(true);
    };
    const hear = createHearing(socket, budget, options.now, refuse);
    const mine = (screen: ScreenId): boolean => {
      const mode = roster.mode(socket.id, screen);
      if (mode === 'screen' || mode === 'virtual') return true;
      // A mirror that has just lost the part, or a player that has not been let in yet, may speak; that is no offence.
      if (mode === null && !(actor.is === 'screen' && actor.screen === screen))
        refuse(problem('not-allowed', no.playsAnother(screen)));
      return false;
    };

    if (handshakeOf(socket)?.as === 'host' && actor.is === 'screen') {
      hosts.serve(socket, actor.screen as ScreenId, hear);
      return;
    }
    if (handshakeOf(socket)?.build !== options.build) renewal.add(socket.id);

    hear('attach', ({ screen, mode, have }, ack) => {
      if (actor.is === 'screen' && door.keepsOut(nameOf(actor, socket))) return void socket.disconnect(true);
      const plan = hall.plan(screen);
      if (plan === null) return ack({ ok: false, problem: problem('not-found', no.noScreenHere(screen)) });
      const forbidden =
        authorize(actor, 'screen.stand-in', screen) ??
        (mode === 'screen' && actor.is !== 'screen' ? problem('not-allowed', no.pairedAlone()) : null);
      if (forbidden !== null) return ack({ ok: false, problem: forbidden });
      settle(roster.enter(socket.id, screen, mode), screen, socket.id);
      twins.look(screen);
      place(socket);
      const granted = roster.mode(socket.id, screen) ?? 'mirror';
      const isHeld = have !== null && isSamePlan(have, identityOf(plan));
      ack({ ok: true, value: { mode: granted, plan: isHeld ? null : plan } });
      if (granted === 'screen') tokens.look(screen);
    });
    hear('detach', ({ screen }, ack) => {
      settle(roster.leave(socket.id, screen), screen, null);
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
      // A child drums on the glass: the hall answers a few of these, and is not shaken by the rest.
      if (mine(touch.screen) && touches.spend(options.now())) hall.touch(touch);
    });
    hear('corners', (moved) => {
      // A stand-in shows no corners, so that nobody can drag them there.
      if (mine(moved.screen) && actor.is === 'screen') hall.corners(moved);
    });
    hear('use-token', ({ screen, token }, ack) => {
      if (actor.is !== 'screen' || actor.screen !== screen)
        return ack({ ok: false, problem: problem('not-allowed', no.isNotScreen(screen)) });
      tokens.use(socket, screen, token).then(
        (why) => ack(why === null ? { ok: true, value: null } : { ok: false, problem: why }),
        (error: unknown) => log.error({ error, screen }, 'a new token could not be taken into use'),
      );
    });
    hearPairing(socket, hear, options.pairing, log);

    socket.on('disconnect', () => {
      tokens.forget(socket);
      actors.delete(socket.id);
      renewal.remove(socket.id);
      for (const screen of screensOf(socket)) {
        settle(roster.leave(socket.id, screen), screen, null);
        twins.look(screen);
      }
    });
  };
  namespace.on('connection', onConnection);
  const stopSigning = signAnswers(namespace);
  const stopPlans = hall.onPlans((news) => deliver(delivery, news));
  const pulse = setInterval(() => {
    namespace.volatile.emit('pulse', { at: options.now(), revision: hall.revision() });
    for (const socket of namespace.sockets.values()) {
      if (!isStuck(socket)) continue;
      door.offends(nameOf(actors.get(socket.id), socket), { is: 'deaf' });
      socket.disconnect(true);
    }
    door.look();
    tokens.look();
  }, pulseMs);

  const desk = createPlayerDesk({
    playersOf,
    hostOf: (screen) => hosts.of(screen),
    release: (screen) => door.release(screen),
  });

  return {
    desk,
    stop() {
      clearInterval(pulse);
      renewal.stop();
      stopPlans();
      stopSigning();
      tokens.stop();
      door.stop();
      namespace.off('connection', onConnection);
      namespace.disconnectSockets(true);
    },
  };
}

function handshakeOf(socket: DisplaySocket): DisplayHandshake | null {
  const parsed = DisplayHandshake.safeParse(socket.handshake.auth);
  return parsed.success ? parsed.data : null;
}
