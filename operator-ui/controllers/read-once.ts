import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { z } from 'zod';
import { CueNotes } from '#shared/cue-note.ts';
import type { RunView } from '#shared/facts.ts';
import { Timeline } from '#shared/scene.ts';
import { ask } from './rest.ts';

const kept = 24;

/** What is read once under a path that names what never changes: a timeline by its hash, the notes of a show's version. */
export class ReadOnce<T extends z.ZodType> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #schema: T;
  readonly #known = new Map<string, z.output<T>>();
  readonly #asked = new Set<string>();

  constructor(host: ReactiveControllerHost, schema: T) {
    this.#host = host;
    this.#schema = schema;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#known.clear();
    this.#asked.clear();
  }

  /** What is there, or null while it is not here; then it is being read. */
  get(path: string): z.output<T> | null {
    const known = this.#known.get(path);
    if (known === undefined && !this.#asked.has(path)) void this.#read(path);
    return known ?? null;
  }

  async #read(path: string): Promise<void> {
    this.#asked.add(path);
    const answer = await ask('GET', path, this.#schema);
    this.#asked.delete(path);
    if (!answer.ok) return;
    this.#known.set(path, answer.value);
    const [oldest] = this.#known.keys();
    if (this.#known.size > kept && oldest !== undefined) this.#known.delete(oldest);
    this.#host.requestUpdate();
  }
}

/** What runs pin: by the hash of the timeline, and by the version of the show. */
export const whatIsShown = (host: ReactiveControllerHost) => {
  const timelines = new ReadOnce(host, Timeline);
  const notes = new ReadOnce(host, CueNotes);
  return {
    timeline: ({ timeline }: RunView): Timeline | null => timelines.get(`timelines/${timeline}`),
    // What may be said belongs to the version that is shown: of later ones nobody here has heard.
    notes: ({ source: { id, version } }: RunView): CueNotes => notes.get(`shows/${id}/notes?version=${version}`) ?? [],
  };
};
export type WhatIsShown = ReturnType<typeof whatIsShown>;
