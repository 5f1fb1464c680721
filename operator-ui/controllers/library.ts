import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import { Hall } from '#shared/hall.ts';
import { Scene, Show } from '#shared/scene.ts';
import { ClockAnswer } from '#shared/schedule-answers.ts';
import { ask, type Refusal } from './rest.ts';

const HallDocument = Hall.extend({ revision: z.int() });

/** The hall's documents as last read; fetched again when the hall says that they changed. */
export class Library implements ReactiveController {
  hall: Hall | null = null;
  scenes: readonly Scene[] = [];
  sceneById: ReadonlyMap<string, Scene> = new Map();
  shows: readonly Show[] = [];
  /** Why the hall does not trust its wall clock, or null. */
  hold: ClockAnswer['hold'] = null;
  /** Counts the changes of rules, exceptions, days and hours: who shows them reads them again then. */
  scheduleRound = 0;
  /** Counts the changes of media and of what is known of them, likewise. */
  mediaRound = 0;
  /** Why something could not be read; the last good reading stays. */
  refusal: Refusal | null = null;
  /** Up to which revision everything was here when each reading that is under way began. */
  readonly #readings = new Set<{ readonly before: number }>();
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** What was read belongs to the person who read it. */
  forget(): void {
    this.hall = null;
    this.#keepScenes([]);
    this.shows = [];
    this.hold = null;
    this.refusal = null;
  }

  /** The revision whose documents are surely here, of one that was heard of. */
  upTo(revision: number): number {
    return Math.min(revision, ...[...this.#readings].map(({ before }) => before));
  }

  /**
   * Reads the kinds again; kinds that the console does not keep are passed over. `before` is the revision that was drawn
   * when they changed.
   */
  async read(kinds: ReadonlySet<string>, before: number): Promise<void> {
    const readings: Promise<void>[] = [];
    if (['rule', 'exception', 'day', 'hall'].some((kind) => kinds.has(kind))) this.scheduleRound += 1;
    if (kinds.has('medium')) {
      this.mediaRound += 1;
      // What is known of a medium is no change of the hall, for which the console would be drawn anyway.
      this.#host.requestUpdate();
    }
    if (kinds.has('hall')) readings.push(this.#read('hall', HallDocument, (hall) => (this.hall = hall)));
    if (kinds.has('scene')) readings.push(this.#read('scenes', z.array(Scene), (scenes) => this.#keepScenes(scenes)));
    if (kinds.has('show')) readings.push(this.#read('shows', z.array(Show), (shows) => (this.shows = shows)));
    if (kinds.has('hold')) readings.push(this.#read('clock', ClockAnswer, ({ hold }) => (this.hold = hold)));
    const reading = { before };
    this.#readings.add(reading);
    try {
      await Promise.all(readings);
    } finally {
      this.#readings.delete(reading);
    }
  }

  #keepScenes(scenes: readonly Scene[]): void {
    this.scenes = scenes;
    this.sceneById = new Map(scenes.map((scene) => [scene.id, scene]));
  }

  async #read<T extends z.ZodType>(path: string, schema: T, keep: (value: z.output<T>) => void): Promise<void> {
    const answer = await ask('GET', path, schema);
    if (answer.ok) keep(answer.value);
    this.refusal = answer.ok ? null : answer.refusal;
    this.#host.requestUpdate();
  }
}
