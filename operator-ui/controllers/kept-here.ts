import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { z } from 'zod';
import { baseOf } from '#shared/training.ts';

/**
 * What one person has written and the hall has not got, by key: kept in this browser until it is sent or thrown away,
 * through a reload, another view, or somebody else at the same tablet.
 */
export class KeptHere<T> implements ReactiveController {
  all: ReadonlyMap<string, T> = new Map();
  readonly #host: ReactiveControllerHost;
  readonly #room: string;
  readonly #schema: z.ZodType<T>;
  readonly #noRoom = new Set<string>();
  #owner: string | null = null;

  /** `room`: what it is called in the browser. What does not fit the schema is passed over. */
  constructor(host: ReactiveControllerHost, room: string, schema: z.ZodType<T>) {
    this.#host = host;
    this.#room = room;
    this.#schema = schema;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('storage', this.#onStorage);
    addEventListener('beforeunload', this.#onLeave);
  }

  hostDisconnected(): void {
    removeEventListener('storage', this.#onStorage);
    removeEventListener('beforeunload', this.#onLeave);
  }

  /** Whose it is; null: nobody's, and nothing of it is shown. */
  get owner(): string | null {
    return this.#owner;
  }

  set owner(person: string | null) {
    if (person === this.#owner) return;
    this.#owner = person;
    this.#read();
  }

  /** What the names of this person's writing begin with in the browser; that of a training is apart. */
  get #prefix(): string | null {
    const where = baseOf(location.pathname) === '' ? 'hall' : 'training';
    return this.#owner === null ? null : `shanyraq.console.${this.#room}.${where}.${this.#owner}.`;
  }

  /** Whether the browser has room for all of it; where it has not, a reload would lose what was written. */
  get isKept(): boolean {
    return this.#noRoom.size === 0;
  }

  keep(key: string, value: T): void {
    this.all = new Map(this.all).set(key, value);
    if (this.#prefix !== null && stored(this.#prefix + key, JSON.stringify(value))) this.#noRoom.delete(key);
    else this.#noRoom.add(key);
    this.#host.requestUpdate();
  }

  /** This was sent, or thrown away on purpose; what was written since stays. */
  drop(key: string, value: T): void {
    if (this.all.get(key) !== value) return;
    const left = new Map(this.all);
    left.delete(key);
    this.all = left;
    if (this.#prefix !== null) localStorage.removeItem(this.#prefix + key);
    this.#noRoom.delete(key);
    this.#host.requestUpdate();
  }

  #read(): void {
    const prefix = this.#prefix;
    const names = prefix === null ? [] : Object.keys(localStorage).filter((name) => name.startsWith(prefix));
    const found = names.map((name) => [name.slice(prefix?.length), this.#keptAs(localStorage.getItem(name))] as const);
    this.all = new Map(found.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])));
    this.#noRoom.clear();
    this.#host.requestUpdate();
  }

  /** The browser asks the person before it lets go of what is nowhere else. */
  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (!this.isKept) event.preventDefault();
  };

  /** Another window of this browser wrote or sent. */
  readonly #onStorage = ({ key: name, newValue }: StorageEvent): void => {
    if (this.#prefix === null || name?.startsWith(this.#prefix) !== true) return;
    const next = new Map(this.all);
    const value = this.#keptAs(newValue);
    if (value === null) next.delete(name.slice(this.#prefix.length));
    else next.set(name.slice(this.#prefix.length), value);
    this.all = next;
    this.#host.requestUpdate();
  };

  /** Null where there is nothing, or nothing that could be shown. */
  #keptAs(text: string | null): T | null {
    try {
      return text === null ? null : (this.#schema.safeParse(JSON.parse(text)).data ?? null);
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  }
}

function stored(name: string, text: string): boolean {
  try {
    localStorage.setItem(name, text);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return false;
    throw error;
  }
}
