import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { openDisplaySocket } from '../connection/display-socket.ts';
import { Problem } from '#shared/problem.ts';
import { pageBuild } from '../player/page-state.ts';
import type { KeptPairing } from './kept-pairing.ts';
import { problemOnPage } from '../page/words.ts';
import { PairingScreen } from './pairing-screen.ts';

const againMs = 5_000;

/** Shows the pairing screen until the hall says which screen this is; a one-time `code` needs nobody at a console. */
export function pair(body: HTMLElement, oneTimeCode: string | null): Promise<KeptPairing> {
  const screen = new PairingScreen();
  body.append(screen);
  return new Promise((resolve) => {
    let code = oneTimeCode;
    let asking: ReturnType<typeof setTimeout> | undefined;
    const socket = openDisplaySocket({
      url: location.origin,
      handshake: () => ({ as: 'stranger', protocol: PROTOCOL_VERSION, build: pageBuild() }),
      onConnected: () => void ask(),
      onDisconnected: () => {
        clearTimeout(asking);
        screen.code = null;
      },
      onBad: (event, what) => {
        screen.trouble = `${event}: ${what}`;
      },
      onRefused: (what) => {
        const { data } = Problem.safeParse(what);
        screen.trouble = data === undefined ? null : problemOnPage(data);
      },
    });

    async function ask(): Promise<void> {
      clearTimeout(asking);
      const answer = await socket.ask('pair', code === null ? { with: 'nothing' } : { with: 'code', code });
      if (answer === null) {
        asking = setTimeout(() => void ask(), againMs);
        return;
      }
      if (!answer.ok) {
        screen.trouble = problemOnPage(answer.problem);
        // A used-up link is no reason to stand there without a code.
        asking = setTimeout(() => void ask(), code === null ? againMs : 0);
        code = null;
        return;
      }
      if (answer.value.is === 'paired') return paired(answer.value);
      screen.code = answer.value.code;
      asking = setTimeout(() => void ask(), answer.value.expiresInMs);
    }

    function paired({ screen: id, token }: KeptPairing): void {
      clearTimeout(asking);
      socket.stop();
      screen.remove();
      resolve({ screen: id, token });
    }
    socket.on('paired', paired);
  });
}
