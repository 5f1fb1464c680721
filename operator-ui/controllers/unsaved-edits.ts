import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { baseOf } from '#shared/training.ts';
import { Unsaved } from '../state/content/unsaved.ts';

const room = 'shanyraq.console.unsaved';

/**
 * What a person has written and the hall has not got, by `scene/…` or `show/…`: kept in this browser until it is saved
 * or thrown away, through a reload, another view, or somebody else at the same tablet.
 */
export class UnsavedEdits implements ReactiveController {
  all: ReadonlyMap<string, Unsaved> = new Map();
  /** Those that are on their way to the hall. */
  underWay: ReadonlySet<string> = new Set();
  readonly #host: ReactiveControllerHost;
  readonly #noRoom = new Set<string>();
  #owner: string | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
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

  /** Whose they are; null: nobody's, and nothing of them is shown. */
  get owner(): string | null {
    return this.#owner;
  }

  set owner(person: string | null) {
    if (person === this.#owner) return;
    this.#owner = person;
    this.#read();
  }

  /** What the names of this person's edits begin with in the browser; those of a training are apart. */
  get #prefix(): string | null {
    const where = baseOf(location.pathname) === '' ? 'hall' : 'training';
    return this.#owner === null ? null : `${room}.${where}.${this.#owner}.`;
  }

  /** Whether the browser has room for all of it; where it has not, a reload would lose what was written. */
  get isKept(): boolean {
    return this.#noRoom.size === 0;
  }

  keep(key: string, unsaved: Unsaved): void {
    this.all = new Map(this.all).set(key, unsaved);
    if (this.#prefix !== null && stored(this.#prefix + key, JSON.stringify(unsaved))) this.#noRoom.delete(key);
    else this.#noRoom.add(key);
    this.#host.requestUpdate();
  }

  /** This was saved, or thrown away on purpose; what was written since stays. */
  drop(key: string, unsaved: Unsaved): void {
    if (this.all.get(key) !== unsaved) return;
    const left = new Map(this.all);
    left.delete(key);
    this.all = left;
    if (this.#prefix !== null) localStorage.removeItem(this.#prefix + key);
    this.#noRoom.delete(key);
    this.#host.requestUpdate();
  }

  /** Awaits what the hall says of this one; until then nobody needs to be told that it is not saved. */
  async during<T>(key: string, answer: Promise<T>): Promise<T> {
    this.#setUnderWay(new Set([...this.underWay, key]));
    try {
      return await answer;
    } finally {
      this.#setUnderWay(new Set([...this.underWay].filter((one) => one !== key)));
    }
  }

  #setUnderWay(keys: ReadonlySet<string>): void {
    this.underWay = keys;
    this.#host.requestUpdate();
  }

  #read(): void {
    const prefix = this.#prefix;
    const names = prefix === null ? [] : Object.keys(localStorage).filter((name) => name.startsWith(prefix));
    const found = names.map((name) => [name.slice(prefix?.length), keptAs(localStorage.getItem(name))] as const);
    this.all = new Map(found.flatMap(([key, unsaved]) => (unsaved === null ? [] : [[key, unsaved] as const])));
    this.#noRoom.clear();
    this.#host.requestUpdate();
  }

  /** The browser asks the person before it lets go of what is nowhere else. */
  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (!this.isKept) event.preventDefault();
  };

  /** Another window of this browser wrote or saved. */
  readonly #onStorage = ({ key: name, newValue }: StorageEvent): void => {
    if (this.#prefix === null || name?.startsWith(this.#prefix) !== true) return;
    const next = new Map(this.all);
    const unsaved = keptAs(newValue);
    if (unsaved === null) next.delete(name.slice(this.#prefix.length));
    else next.set(name.slice(this.#prefix.length), unsaved);
    this.all = next;
    this.#host.requestUpdate();
  };
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

/** Null where there is nothing, or nothing that an editor could show. */
function keptAs(text: string | null): Unsaved | null {
  try {
    return text === null ? null : (Unsaved.safeParse(JSON.parse(text)).data ?? null);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
