import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import { Draft, type Content } from '#shared/drafts.ts';
import { Problem } from '#shared/problem.ts';
import { ask, type Answered, type Refusal } from './rest.ts';

const Instant = z.iso.datetime().transform((text) => Date.parse(text));

/** A draft as the hall tells it; instants in ms. */
export const DraftSeen = Draft.extend({
  state: z.discriminatedUnion('is', [
    Draft.shape.state.options[0],
    Draft.shape.state.options[1].extend({ at: Instant }),
  ]),
  changedAt: Instant,
  flaws: Problem.nullable(),
});
export type DraftSeen = z.infer<typeof DraftSeen>;

const Kept = z.object({ version: z.int() });
const Anything = z.unknown();

/** The drafts of scenes and shows, read again whenever the hall has changed; and what people do with them. */
export class Drafts implements ReactiveController {
  all: readonly DraftSeen[] = [];
  /** Whether they are known: they were read once. */
  isRead = false;
  /** Why they could not be read; the last good reading stays. */
  refusal: Refusal | null = null;
  readonly #host: ReactiveControllerHost;
  #revision = -1;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#revision = -1;
  }

  /** Reads what this revision of the hall has; the same one once. */
  async at(revision: number): Promise<void> {
    if (revision === this.#revision) return;
    this.#revision = revision;
    await this.read();
  }

  async read(): Promise<void> {
    const answer = await ask('GET', 'drafts', z.array(DraftSeen));
    if (answer.ok) this.all = answer.value;
    this.isRead ||= answer.ok;
    this.refusal = answer.ok ? null : answer.refusal;
    this.#host.requestUpdate();
  }

  /** Saves a draft. `seen`: the version of it that the person had, null where there was none. */
  save({ kind, body }: Content, base: number | null, seen: number | null): Promise<Answered<z.infer<typeof Kept>>> {
    return this.#done(ask('PUT', at(kind, body.id), Kept, { document: body, base, version: seen }));
  }

  submit(kind: Content['kind'], id: string, version: number): Promise<Answered<unknown>> {
    return this.#done(ask('POST', `${at(kind, id)}/review`, Anything, { version }));
  }

  giveBack(kind: Content['kind'], id: string, version: number, note: string): Promise<Answered<unknown>> {
    return this.#done(ask('POST', `${at(kind, id)}/return`, Anything, { version, note }));
  }

  publish(kind: Content['kind'], id: string, version: number): Promise<Answered<unknown>> {
    return this.#done(ask('POST', `${at(kind, id)}/publish`, Anything, { version }));
  }

  discard(kind: Content['kind'], id: string): Promise<Answered<unknown>> {
    return this.#done(ask('DELETE', at(kind, id), Anything));
  }

  /** Deletes what is published, if nothing uses it. */
  remove(kind: Content['kind'], id: string): Promise<Answered<unknown>> {
    return this.#done(ask('DELETE', `${kind}s/${encodeURIComponent(id)}`, Anything));
  }

  async #done<T>(answer: Promise<Answered<T>>): Promise<Answered<T>> {
    const given = await answer;
    await this.read();
    return given;
  }
}

const at = (kind: Content['kind'], id: string): string => `drafts/${kind}/${encodeURIComponent(id)}`;
