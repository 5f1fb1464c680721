import type { ReactiveControllerHost } from 'lit';
import { Begun } from '../state/content/begun.ts';
import { Unsaved } from '../state/content/unsaved.ts';
import { KeptHere } from './kept-here.ts';

/** What a person has written in scenes and shows and the hall has not got, by `scene/…` or `show/…`. */
export class UnsavedEdits extends KeptHere<Unsaved> {
  /** Those that are on their way to the hall. */
  underWay: ReadonlySet<string> = new Set();
  /** Forms and notes that were begun beside the editors. */
  readonly begun: KeptHere<Begun>;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    super(host, 'unsaved', Unsaved);
    this.#host = host;
    this.begun = new KeptHere<Begun>(host, 'begun', Begun);
  }

  override get owner(): string | null {
    return super.owner;
  }

  override set owner(person: string | null) {
    super.owner = person;
    this.begun.owner = person;
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
}
