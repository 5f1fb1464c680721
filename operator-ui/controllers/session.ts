import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import { Role } from '#shared/facts.ts';
import { ask, type Refusal } from './rest.ts';

const Person = z.object({
  id: z.string(),
  name: z.string(),
  role: Role,
  /** The zones they are limited to; null: the whole hall. */
  zones: z.array(z.string()).nullable(),
});
export type SignedIn = z.infer<typeof Person>;
const SessionAnswer = z.object({ person: Person });

export type SessionState =
  | { readonly is: 'asking'; readonly withLink: boolean }
  | { readonly is: 'out'; readonly refusal: Refusal | null; readonly busy: boolean }
  | { readonly is: 'in'; readonly person: SignedIn };

/** With a password, and with the digits where somebody has a second factor; or with a PIN on a shared tablet. */
export type Credentials =
  | { readonly name: string; readonly password: string; readonly secondFactor?: string }
  | { readonly person: string; readonly pin: string };

const fragment = /^#sign-in=(?<code>[\w-]{1,100})$/;

/** Who is at this console. Uses the one-time code of the address, once, and takes it out of sight. */
export class SessionController implements ReactiveController {
  state: SessionState = { is: 'asking', withLink: false };
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#fromAddress);
    const code = this.#takeCode();
    void (code === null ? this.#resume() : this.#signIn({ code }));
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#fromAddress);
  }

  async signIn(credentials: Credentials): Promise<void> {
    this.#become({ is: 'out', refusal: null, busy: true });
    await this.#signIn(credentials);
  }

  /** Looks whether the session still holds: it may have been ended elsewhere, or have run out. */
  readonly look = (): void => void this.#look();

  async #look(): Promise<void> {
    const answer = await ask('GET', 'session', SessionAnswer);
    if (this.state.is === 'in' && !answer.ok && answer.refusal.code === 'not-signed-in')
      this.#become({ is: 'out', refusal: null, busy: false });
  }

  /** Another person has signed in at this browser: nothing of what the one before saw stays. */
  resumeAs(): void {
    this.#become({ is: 'asking', withLink: false });
    void this.#resume();
  }

  async signOut(): Promise<void> {
    await ask('DELETE', 'session', z.unknown());
    this.#become({ is: 'out', refusal: null, busy: false });
  }

  readonly #fromAddress = (): void => {
    const code = this.#takeCode();
    if (code !== null) void this.#signIn({ code });
  };

  #takeCode(): string | null {
    const code = fragment.exec(location.hash)?.groups?.['code'];
    if (code === undefined) return null;
    history.replaceState(null, '', location.pathname + location.search);
    this.#become({ is: 'asking', withLink: true });
    return code;
  }

  async #resume(): Promise<void> {
    const answer = await ask('GET', 'session', SessionAnswer);
    if (answer.ok) return this.#become({ is: 'in', person: answer.value.person });
    const refusal = answer.refusal.code === 'not-signed-in' ? null : answer.refusal;
    this.#become({ is: 'out', refusal, busy: false });
  }

  async #signIn(body: { readonly code: string } | Credentials): Promise<void> {
    const answer = await ask('POST', 'session', SessionAnswer, body);
    if (answer.ok) return this.#become({ is: 'in', person: answer.value.person });
    // A spent link does not end a session that still holds.
    const resumed = 'code' in body ? await ask('GET', 'session', SessionAnswer) : null;
    if (resumed?.ok === true) return this.#become({ is: 'in', person: resumed.value.person });
    this.#become({ is: 'out', refusal: answer.refusal, busy: false });
  }

  #become(state: SessionState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
