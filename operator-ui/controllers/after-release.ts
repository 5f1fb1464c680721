import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import { Text } from '#shared/text.ts';
import { ask } from './rest.ts';

const After = z.array(z.object({ screen: z.string(), title: Text.nullable() }));
export type After = z.infer<typeof After>;

/** The schedule goes on beneath what is held by hand. */
const freshMs = 30_000;
const kept = 16;

/** What would come if runs were released, asked for where it is shown; nothing is decided by asking. */
export class AfterRelease implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #known = new Map<string, { readonly at: string; readonly after: After | null }>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#known.clear();
  }

  /** As far as it is known; asked for again with every revision of the hall, and now and then. */
  of(runs: readonly { readonly id: string }[], seen: { readonly revision: number; readonly at: number }): After | null {
    if (runs.length === 0) return null;
    const ids = runs.map(({ id }) => id);
    const key = ids.toSorted().join(',');
    const at = `${seen.revision}/${Math.floor(seen.at / freshMs)}`;
    const known = this.#known.get(key);
    if (known?.at !== at) {
      this.#keep(key, at, known?.after ?? null);
      void this.#read(key, at);
    }
    return known?.after ?? null;
  }

  async #read(key: string, at: string): Promise<void> {
    const answer = await ask('GET', `after-release?runs=${encodeURIComponent(key)}`, After);
    if (this.#known.get(key)?.at !== at) return;
    this.#keep(key, at, answer.ok ? answer.value : null);
    this.#host.requestUpdate();
  }

  #keep(key: string, at: string, after: After | null): void {
    this.#known.delete(key);
    this.#known.set(key, { at, after });
    const [oldest] = this.#known.keys();
    if (this.#known.size > kept && oldest !== undefined) this.#known.delete(oldest);
  }
}
