import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import { Text } from '#shared/text.ts';
import { ask } from './rest.ts';

const After = z.array(z.object({ screen: z.string(), title: Text.nullable() }));
export type After = z.infer<typeof After>;

/** So many letters of ids go into one question. */
const mostLetters = 3_500;
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
  #restsAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
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
    if (wanted !== this.#newest) this.#restsAt = performance.now() + restMs;
    this.#newest = wanted;
    const known = this.#known.get(key) ?? { read: null, after: null };
    this.#known.set(key, { ...known, wanted });
    if (known.read !== wanted) this.#timer ??= setTimeout(() => this.#renew(), this.#restsAt - performance.now());
    return known.after;
  }

  /** Reads what is shown and not known as it is now, however much that is, and forgets the rest. */
  #renew(): void {
    this.#timer = undefined;
    const unknown: string[] = [];
    for (const [key, { wanted, read }] of this.#known) {
      if (wanted !== this.#newest) this.#known.delete(key);
      else if (read !== wanted && !this.#asked.has(key)) unknown.push(key);
    }
    for (const keys of questionsOf(unknown)) void this.#read(keys, this.#newest);
  }

  async #read(keys: readonly string[], wanted: string): Promise<void> {
    for (const key of keys) this.#asked.add(key);
    const answer = await ask('GET', `after-release?runs=${encodeURIComponent(keys.join(';'))}`, z.array(After));
    for (const [index, key] of keys.entries()) {
      this.#asked.delete(key);
      const known = this.#known.get(key);
      const after = answer.ok ? (answer.value[index] ?? null) : null;
      if (known !== undefined) this.#known.set(key, { ...known, read: wanted, after });
    }
    this.#host.requestUpdate();
  }
}

/** As many together as fit into one question; a hundred screens held one by one must not cost a hundred requests. */
function questionsOf(keys: readonly string[]): readonly (readonly string[])[] {
  const questions: string[][] = [];
  let letters = Infinity;
  for (const key of keys) {
    letters += key.length + 1;
    if (letters > mostLetters) {
      questions.push([]);
      letters = key.length;
    }
    questions.at(-1)?.push(key);
  }
  return questions;
}
