import { MirrorsWanted, PreviewPlans, type MirrorsShown } from '#shared/mirrors.ts';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { createPlanKeeper } from './connection/plan-keeper.ts';
import { castMirrors } from './mirrors/cast.ts';
import { firstPace, pacedBy, stillPace } from './mirrors/pace.ts';
import { startPlayerPage } from './page/player-page.ts';
import { pageBuild } from './player/page-state.ts';
import type { Player } from './player/player-options.ts';

const lookEveryMs = 500;

interface Mirror {
  readonly root: HTMLElement;
  readonly player: Player;
  stillSince: number | null;
}

/** The pictures of a console: the same players as on the screens, silent and slow, laid where the console wants them. */
async function start(): Promise<void> {
  const previewed = createPlanKeeper(() => undefined);
  const isPreview = new URLSearchParams(location.search).has('preview');
  const page = await startPlayerPage({
    ...(isPreview ? { elsewhen: (clock) => Promise.resolve({ clock, plans: previewed }) } : {}),
    handshake: () => ({ as: 'session', protocol: PROTOCOL_VERSION, build: pageBuild() }),
    onConnection: () => undefined,
    // Nobody is signed in any more: the console around this page asks, and opens it again.
    onRefused: () => undefined,
  });
  const mirrors = new Map<string, Mirror>();
  let told = '';
  let pace = firstPace;

  function open({ screen }: MirrorsWanted['mirrors'][number]): Mirror {
    const root = document.createElement('div');
    root.className = 'mirror';
    document.body.append(root);
    const player = page.play({
      screen,
      mode: isPreview ? 'rehearse' : 'mirror',
      root,
      isPhysical: false,
      pace,
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
    mirror.player.setPace(isLive ? pace : stillPace);
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
    const plans = PreviewPlans.safeParse(data);
    if (plans.success) for (const plan of plans.data.plans) previewed.put(plan);
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
  let due = performance.now() + lookEveryMs;
  setInterval(() => {
    const now = performance.now();
    const next = pacedBy(pace, now - due);
    due = now + lookEveryMs;
    tell();
    if (next === pace) return;
    pace = next;
    for (const { player, stillSince } of mirrors.values()) if (stillSince === null) player.setPace(pace);
  }, lookEveryMs);
  parent.postMessage({ is: 'mirrors-ready' }, location.origin);
}

await start();
