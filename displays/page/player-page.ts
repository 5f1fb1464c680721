import type { SharedClock } from '#shared/clock/shared-clock.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { Problem } from '#shared/problem.ts';
import type { DisplayHandshake, PlayerMode } from '#shared/protocol.ts';
import { baseOf } from '#shared/training.ts';
import { startPageClock } from '../clock/page-clock.ts';
import { openDisplayLink, type DisplayLink } from '../connection/display-link.ts';
import { openPlanStore } from '../connection/plan-store.ts';
import { decodeImage, loadFonts } from '../look/fonts.ts';
import { stoneUrls } from '../look/scene-styles.ts';
import { openBlobStore } from '../media/blob-store.ts';
import { createMedia } from '../media/media.ts';
import { startFrameLoop, type FrameLoop } from '../player/frame-loop.ts';
import { pageBuild, watchPage } from '../player/page-state.ts';
import type { Pace, PlanSource, Player } from '../player/player-options.ts';
import { createPlayer } from '../player/player.ts';
import { keepForOfflineBoot } from './offline-boot.ts';
import { createUnsent } from '../connection/unsent.ts';
import { carryOut } from './orders.ts';
import { createReloader } from './reloader.ts';

export interface PlayerPageOptions {
  /** Asked at every attempt to connect. */
  readonly handshake: () => DisplayHandshake;
  readonly onConnection: (isConnected: boolean) => void;
  /** The controller does not know this page (any more). */
  readonly onRefused: (problem: Problem) => void;
  /** Another time and its plans, in place of the present ones; for rehearsals. */
  readonly elsewhen?: (clock: SharedClock) => Promise<{ readonly clock: SharedClock; readonly plans: PlanSource }>;
}

export interface Playing {
  readonly screen: ScreenId;
  readonly mode: PlayerMode;
  readonly root: HTMLElement;
  readonly isPhysical: boolean;
  readonly pace: Pace;
  readonly onMode?: (mode: PlayerMode) => void;
  readonly onProblem: (problem: Problem) => void;
}

/** Faces and stone are in every scene: they come while the plan is still on its way. What fails here, a scene will tell. */
async function preloadLook(): Promise<void> {
  await Promise.allSettled([loadFonts(), ...stoneUrls.map(decodeImage)]);
}

/** One connection, one clock, one frame loop and one keeper of media for all players of a page. */
export interface PlayerPage {
  readonly link: DisplayLink;
  readonly clock: SharedClock;
  readonly frames: FrameLoop;
  /** What the handshake says has changed: the clock's own socket is told. */
  readonly introduceAnew: () => void;
  play(playing: Playing): Player;
  stop(): void;
}

export async function startPlayerPage(options: PlayerPageOptions): Promise<PlayerPage> {
  const { handshake, onConnection, onRefused, elsewhen } = options;
  const url = location.origin;
  const { as } = handshake();
  /** The clock is the hall's everywhere; plans are those of the hall, or of the copy to train on. */
  const hallUrl = `${url}${baseOf(location.pathname)}`;
  const limits = new Set<string>();
  const page = watchPage(() => [...(bootsOffline() ? [] : ['no offline boot']), ...limits]);
  const troubled = new Set<(where: string, what: string) => void>();
  const onTrouble = (where: string, what: string): void => {
    for (const tell of troubled) tell(where, what);
  };
  // A page on somebody's session has no business without a controller.
  const bootsOffline = as === 'screen' ? keepForOfflineBoot((what) => onTrouble('offline boot', what)) : () => false;
  const {
    clock: present,
    tell: tellWorker,
    introduce,
    stop: stopClock,
  } = startPageClock({ url, auth: { ...handshake() } });
  const frames = startFrameLoop((error) => onTrouble('frame', String(error)));
  const media = createMedia({
    store: openBlobStore(() => limits.add('no kept media')),
    fetch: (address, init) => fetch(address, init),
    onError: onTrouble,
    onMended(where) {
      for (const player of players.values()) player.mended(where);
    },
  });
  const players = new Map<ScreenId, Player>();
  const other = await elsewhen?.(present);
  const clock = other?.clock ?? present;
  const reloader = createReloader({
    build: pageBuild(),
    boundary: () => [...players.values()].map((player) => player.shown() ?? '').join(' '),
    isClosed: () => [...players.keys()].every((screen) => isClosed(screen)),
  });
  const unsent = createUnsent((applied) => link.socket.tell('applied', applied));
  const link = openDisplayLink({
    url: hallUrl,
    handshake,
    store: openPlanStore(() => limits.add('no kept plan')),
    onTrouble,
    onConnection(isConnected) {
      if (!isConnected) unsent.lost();
      onConnection(isConnected);
    },
    onRefused,
    onOutdated: (build) => reloader.outdated(build),
    onOrder: carryOut,
    onPaired: () => undefined,
  });

  // Behind the two sockets, which everything else waits for.
  void preloadLook();

  function isClosed(screen: ScreenId): boolean {
    const plan = link.plans.get(screen);
    const now = clock.now();
    const item = plan?.items.findLast(({ from }) => from <= now);
    return item !== undefined && (item.layer === 'closed' || item.power === 'standby');
  }

  return {
    link,
    clock,
    frames,
    introduceAnew: () => introduce({ ...handshake() }),
    play({ screen, mode, root, isPhysical, pace, onMode, onProblem }) {
      const { socket } = link;
      const plans = other?.plans ?? link.plans;
      const player = createPlayer({
        screen,
        mode,
        root,
        isPhysical,
        pace,
        clock,
        plans,
        media,
        frames,
        page,
        out: {
          report(report) {
            socket.tell('report', report);
            if (as === 'screen') tellWorker(report);
          },
          applied: (applied) => unsent.add(screen, applied),
          readiness: (readiness) => socket.tell('readiness', readiness),
          view: (of, view) => socket.tell('view', { screen: of, view }),
          touch: (touch) => socket.tell('touch', touch),
          corners: (moved) => socket.tell('corners', moved),
        },
      });
      players.set(screen, player);
      const tell = (where: string, what: string): void => player.trouble(where, what);
      troubled.add(tell);
      // A rehearsal has its plans from elsewhere; it asks the hall for nothing.
      const detach =
        other === undefined
          ? link.attach({
              screen,
              mode,
              onMode(granted) {
                player.setMode(granted);
                unsent.granted(screen);
                onMode?.(granted);
              },
              onView: (view) => player.setView(view),
              onProblem,
            })
          : () => undefined;
      return {
        ...player,
        stop() {
          detach();
          troubled.delete(tell);
          players.delete(screen);
          player.stop();
        },
      };
    },
    stop() {
      for (const player of players.values()) player.stop();
      reloader.stop();
      link.stop();
      media.stop();
      frames.stop();
      page.stop();
      stopClock();
    },
  };
}
