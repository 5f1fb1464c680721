import { MirrorsWanted, mirrorLimits, type MirrorsShown } from '#shared/mirrors.ts';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { castMirrors } from './mirrors/cast.ts';
import { startPlayerPage } from './page/player-page.ts';
import { pageBuild } from './player/page-state.ts';
import type { Pace, Player } from './player/player-options.ts';

const livePace: Pace = { quality: 'light', everyMs: mirrorLimits.everyMs };
/** A picture that stands still draws no frame until it is live again. */
const stillPace: Pace = { quality: 'light', everyMs: Infinity };
const lookEveryMs = 500;

interface Mirror {
  readonly root: HTMLElement;
  readonly player: Player;
  stillSince: number | null;
}

/** The pictures of a console: the same players as on the screens, silent and slow, laid where the console wants them. */
async function start(): Promise<void> {
  const page = await startPlayerPage({
    handshake: { as: 'session', protocol: PROTOCOL_VERSION, build: pageBuild() },
    onConnection: () => undefined,
    // Nobody is signed in any more: the console around this page asks, and opens it again.
    onRefused: () => undefined,
  });
  const mirrors = new Map<string, Mirror>();
  let told = '';

  function open({ screen }: MirrorsWanted['mirrors'][number]): Mirror {
    const root = document.createElement('div');
    root.className = 'mirror';
    document.body.append(root);
    const player = page.play({
      screen,
      mode: 'mirror',
      root,
      isPhysical: false,
      pace: livePace,
      onProblem: () => undefined,
    });
    const mirror: Mirror = { root, player, stillSince: null };
    mirrors.set(screen, mirror);
    return mirror;
  }

  function place(wanted: MirrorsWanted['mirrors'][number], isLive: boolean): void {
    const mirror = mirrors.get(wanted.screen) ?? open(wanted);
    const { x, y, width, height } = wanted.rect;
    Object.assign(mirror.root.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    if (isLive === (mirror.stillSince === null)) return;
    mirror.stillSince = isLive ? null : page.clock.now();
    mirror.player.setPace(isLive ? livePace : stillPace);
  }

  function tell(): void {
    const seen = [...mirrors].filter(([, { player }]) => player.shown() !== null);
    const message = {
      is: 'mirrors-shown',
      mirrors: seen.map(([screen, { stillSince }]) => ({ screen, stillSince })),
    } satisfies Omit<MirrorsShown, 'mirrors'> & { mirrors: unknown };
    const text = JSON.stringify(message);
    if (text === told) return;
    told = text;
    parent.postMessage(message, location.origin);
  }

  addEventListener('message', ({ data, origin, source }) => {
    if (origin !== location.origin || source !== parent) return;
    const asked = MirrorsWanted.safeParse(data);
    if (!asked.success) return;
    const cast = castMirrors(asked.data.mirrors, new Set(mirrors.keys()));
    for (const screen of cast.gone) {
      const mirror = mirrors.get(screen);
      mirror?.player.stop();
      mirror?.root.remove();
      mirrors.delete(screen);
    }
    for (const wanted of cast.still) place(wanted, false);
    for (const wanted of cast.live) place(wanted, true);
    tell();
  });
  setInterval(tell, lookEveryMs);
  parent.postMessage({ is: 'mirrors-ready' }, location.origin);
}

await start();
