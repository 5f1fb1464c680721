import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import { Text } from '#shared/text.ts';
import { ask } from './rest.ts';

const After = z.array(z.object({ screen: z.string(), title: Text.nullable() }));
export type After = z.infer<typeof After>;

/** The schedule goes on beneath what is held by hand. */
const freshMs = 30_000;
/** After a change of the hall: in the moment of a take nobody reads what follows it, and the hall has better to do. */
const restMs = 300;

interface Known {
  /** The state of the hall in which this was shown last. */
  readonly wanted: string;
  /** The one that the answer is about; null: there was none yet. */
  readonly read: string | null;
  readonly after: After | null;
}

/** What would come if runs were released, asked for where it is shown; nothing is decided by asking. */
export class AfterRelease implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #known = new Map<string, Known>();
  readonly #asked = new Set<string>();
  #newest = '';
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.#known.clear();
  }

  /** As far as it is known; asked for again after every change of the hall, and now and then. */
  of(runs: readonly { readonly id: string }[], seen: { readonly revision: number; readonly at: number }): After | null {
    if (runs.length === 0) return null;
    const key = runs
      .map(({ id }) => id)
      .toSorted()
      .join(',');
    const wanted = `${seen.revision}/${Math.floor(seen.at / freshMs)}`;
    this.#newest = wanted;
    const known = this.#known.get(key) ?? { read: null, after: null };
    this.#known.set(key, { ...known, wanted });
    if (known.read === null) void this.#read(key, wanted);
    else if (known.read !== wanted) this.#resting ??= setTimeout(() => this.#renew(), restMs);
    return known.after;
  }

  /** Reads anew what is still shown, however much that is, and forgets the rest. */
  #renew(): void {
    this.#resting = undefined;
    for (const [key, { wanted, read }] of this.#known) {
      if (wanted !== this.#newest) this.#known.delete(key);
      else if (read !== wanted) void this.#read(key, wanted);
    }
  }

  async #read(key: string, wanted: string): Promise<void> {
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    const answer = await ask('GET', `after-release?runs=${encodeURIComponent(key)}`, After);
    this.#asked.delete(key);
    const known = this.#known.get(key);
    if (known === undefined) return;
    this.#known.set(key, { ...known, read: wanted, after: answer.ok ? answer.value : null });
    this.#host.requestUpdate();
  }
}
