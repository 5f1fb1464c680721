import { ScreenId } from '#shared/ids.ts';
import { PlayerMode, PROTOCOL_VERSION, type DisplayHandshake } from '#shared/protocol.ts';
import { MessageScreen } from './page/message-screen.ts';
import { forbidGestures } from './page/no-gestures.ts';
import { startPlayerPage, type PlayerPage } from './page/player-page.ts';
import { personHere } from './page/session.ts';
import { bringsCode, takeFromFragment } from './page/person.ts';
import { forgetPairing, keepPairing, keptPairing, type KeptPairing } from './pairing/kept-pairing.ts';
import { createTokenChange } from './pairing/token-change.ts';
import { pair } from './pairing/pair.ts';
import { pageBuild } from './player/page-state.ts';

/** Which screen the URL asks for on somebody's session, and how; null where this browser is a screen itself. */
function askedFor(query: URLSearchParams): { readonly screen: ScreenId; readonly mode: PlayerMode } | null {
  const screen = ScreenId.safeParse(query.get('screen'));
  const mode = PlayerMode.exclude(['screen']).safeParse(query.get('mode') ?? 'mirror');
  return screen.success && mode.success ? { screen: screen.data, mode: mode.data } : null;
}

interface Begun {
  /** Resolves when this browser may play: at once for a screen, else when somebody is signed in. */
  readonly here: Promise<unknown>;
  readonly onConnection?: (isConnected: boolean) => void;
}

/** Connects, and plays as soon as it may. */
async function play(
  screen: ScreenId,
  mode: PlayerMode,
  handshake: () => DisplayHandshake,
  { here, onConnection = () => undefined }: Begun,
): Promise<PlayerPage> {
  const root = document.createElement('div');
  root.className = mode === 'screen' ? 'page bare' : 'page';
  document.body.append(root);
  let page: PlayerPage | null = null;
  page = await startPlayerPage({
    handshake,
    onConnection(isConnected) {
      if (isConnected) hideMessage();
      onConnection(isConnected);
    },
    onRefused({ code, detail }) {
      // A wall goes on with the plan that it has; why it is shut out is for the console, not for visitors.
      const goesOn = mode === 'screen' && (page?.link.plans.get(screen) ?? null) !== null;
      if (code !== 'not-signed-in') return goesOn ? hideMessage() : showMessage(detail);
      // The token was revoked: this browser is a stranger now. Or nobody is signed in here, or not any more.
      if (mode === 'screen') forgetPairing(localStorage);
      page?.stop();
      void here.then(() => location.reload());
    },
  });
  await here;
  page.play({
    screen,
    mode,
    root,
    isPhysical: mode === 'screen' || mode === 'virtual',
    pace: { quality: mode === 'mirror' ? 'light' : 'full', everyMs: 0 },
    onProblem: ({ detail }) => showMessage(detail),
  });
  return page;
}

/** Plays as the screen that this browser is, and changes its token when the hall gives it another. */
async function playAsScreen(kept: KeptPairing, said: Pick<DisplayHandshake, 'protocol' | 'build'>): Promise<void> {
  const change = createTokenChange({
    kept,
    keep: (pairing) => keepPairing(localStorage, pairing),
    onChange: () => page?.introduceAnew(),
    ask: (event, payload) => page?.link.socket.ask(event, payload) ?? Promise.resolve(null),
    after(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  let page: PlayerPage | null = null;
  page = await play(kept.screen, 'screen', () => ({ as: 'screen', ...said, ...change.shown() }), {
    here: Promise.resolve(),
    onConnection(isConnected) {
      if (isConnected) change.connected();
    },
  });
  page.link.socket.on('successor', ({ screen, token }) => {
    if (screen === kept.screen) change.given(token);
  });
}

function showMessage(detail: string): void {
  const message = document.querySelector<MessageScreen>('message-screen') ?? new MessageScreen();
  message.message = detail;
  document.body.append(message);
}

function hideMessage(): void {
  document.querySelector('message-screen')?.remove();
}

async function start(): Promise<void> {
  performance.mark('script-started');
  forbidGestures(document);
  const said = { protocol: PROTOCOL_VERSION, build: pageBuild() };
  const asked = askedFor(new URLSearchParams(location.search));
  if (asked !== null) {
    const bringsSession = bringsCode('sign-in');
    const here = personHere(document.body);
    // Nearly always somebody is signed in already, and the connection is made beside the question.
    if (bringsSession) await here;
    await play(asked.screen, asked.mode, () => ({ as: 'session', ...said }), { here });
    return;
  }
  const oneTimeCode = takeFromFragment('pair');
  const known = oneTimeCode === null ? keptPairing(localStorage) : null;
  const pairing = known ?? (await pair(document.body, oneTimeCode));
  if (known === null) keepPairing(localStorage, pairing);
  return playAsScreen(pairing, said);
}

await start();
