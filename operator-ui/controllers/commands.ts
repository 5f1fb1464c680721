import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RunView } from '#shared/facts.ts';
import type { Act } from '../state/acts.ts';
import { lacksReason, withReason } from '../state/others-runs.ts';
import { isLevel, restOf, wishesOf, type Wish } from '../state/on-its-way.ts';
import { refusedAct, type RefusedAct } from '../state/without-late.ts';
import { perform } from './perform.ts';
import type { Refusal } from './rest.ts';

/** News come with the answer or soon after: once answered, the same press is dropped for no longer than this, ms. */
const newsMs = 2000;

/**
 * As long after an act that was carried out the same press may come once more, ms: a hand that presses twice, when the
 * console has heard of the first already. What the hall says to the second was done by this hand, and by nobody else.
 */
const twiceMs = 3000;

/** Answered, and to be heard of; `until` is of this page's monotonic clock, ms. */
interface Answered {
  readonly revision: number;
  readonly until: number;
}

/** The last wish for a thing; not answered yet, it is on its way for as long as an answer is waited for. */
interface OnItsWay {
  readonly wish: string;
  answered: Answered | null;
}

/** An act that waits for its reason, and the runs of others that it would end or lie over. */
export interface Question {
  readonly act: Act;
  readonly runs: readonly RunView[];
  /** What the hall said, where it was the hall that wanted a reason: it may know of runs that were not heard of here. */
  readonly refusal?: Refusal;
}

/** The one place from which commands go to the hall; keeps what was wrong with the last one. */
export class Commands implements ReactiveController {
  refusal: RefusedAct | null = null;
  /** Is told of each act that the hall has carried out. */
  accepted: (act: Act) => void = () => undefined;
  /** What the person has to answer first; null: nothing. */
  question: Question | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #isAble: () => boolean;
  /** The revision of the hall up to which the console shows everything. */
  readonly #heard: () => number;
  /** The runs of others that an act needs a reason for. */
  readonly #othersIn: (act: Act) => readonly RunView[];
  /** What is wished for each thing, from the press until the console has heard what came of it. */
  readonly #onItsWay = new Map<string, OnItsWay>();
  /** The last wish for each thing that was carried out, and when, by this page's monotonic clock, ms. */
  readonly #done = new Map<string, { readonly wish: string; readonly at: number }>();
  /** Where hands have moved levels meanwhile: they must end there, and not where they were on their way. */
  readonly #levels = new Map<string, Act>();

  constructor(
    host: ReactiveControllerHost,
    isAble: () => boolean,
    heard: () => number,
    othersIn: (act: Act) => readonly RunView[] = () => [],
  ) {
    this.#host = host;
    this.#isAble = isAble;
    this.#heard = heard;
    this.#othersIn = othersIn;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.leave();
  }

  /** Whoever gave them is gone: nobody else is asked or told about them. */
  leave(): void {
    this.refusal = null;
    this.question = null;
  }

  /** What is heard of is forgotten as soon as it is drawn. */
  hostUpdated(): void {
    for (const [thing, { answered }] of this.#onItsWay)
      if (answered !== null && !this.#isAwaited(answered)) this.#onItsWay.delete(thing);
  }

  /**
   * Does nothing while the hall is not heard, nor where the same is on its way: a second press would repeat the act.
   * Another wish for the same thing goes at once. A command is never kept for later, but one that would end or cover what
   * somebody else holds waits for its reason.
   */
  async give(wanted: Act): Promise<void> {
    if (!this.#isAble()) return;
    const act = restOf(wanted, (wish) => this.#isOnItsWay(wish));
    if (act === null) {
      if (isLevel(wanted)) for (const { thing } of wishesOf(wanted)) this.#levels.set(thing, wanted);
      return;
    }
    const runs = this.#othersIn(act);
    if (runs.length > 0) {
      this.question = { act, runs };
      this.#host.requestUpdate();
      return;
    }
    const mine = new Map<string, OnItsWay>(wishesOf(act).map(({ thing, wish }) => [thing, { wish, answered: null }]));
    for (const [thing, entry] of mine) this.#onItsWay.set(thing, entry);
    const forget = (): void => {
      // Where something else is wished for by now, that is on its way.
      for (const [thing, entry] of mine) if (this.#onItsWay.get(thing) === entry) this.#onItsWay.delete(thing);
    };
    try {
      const answer = await perform(act);
      if (answer.ok) this.accepted(act);
      for (const [thing, { at }] of this.#done) if (performance.now() - at > twiceMs) this.#done.delete(thing);
      if (answer.ok) for (const [thing, { wish }] of mine) this.#done.set(thing, { wish, at: performance.now() });
      this.refusal = null;
      if (!answer.ok && !this.#isDone(act, answer.refusal.code)) this.#refused(act, answer.refusal);
      if (!answer.ok || answer.revision === undefined || isLevel(act)) forget();
      else
        for (const [, entry] of mine) entry.answered = { revision: answer.revision, until: performance.now() + newsMs };
    } catch (error) {
      forget();
      throw error;
    } finally {
      this.#host.requestUpdate();
    }
    for (const [thing] of mine) {
      const level = this.#levels.get(thing);
      this.#levels.delete(thing);
      if (level !== undefined) await this.give(level);
    }
  }

  /** What lacks no more than a reason is asked for it: somebody may have taken a screen a moment before. */
  #refused(act: Act, refusal: Refusal): void {
    if (lacksReason(act, refusal)) this.question = { act, runs: this.#othersIn(act), refusal };
    else this.refusal = refusedAct(act, refusal);
  }

  #isOnItsWay({ thing, wish }: Wish): boolean {
    const known = this.#onItsWay.get(thing);
    if (known === undefined || known.wish !== wish) return false;
    return known.answered === null || this.#isAwaited(known.answered);
  }

  /** The hall will not do it because this console has just had it done. */
  #isDone(act: Act, code: Refusal['code']): boolean {
    if (code !== 'conflict' && code !== 'not-found') return false;
    return wishesOf(act).every(({ thing, wish }) => {
      const done = this.#done.get(thing);
      return done?.wish === wish && performance.now() - done.at < twiceMs;
    });
  }

  #isAwaited({ revision, until }: Answered): boolean {
    return revision > this.#heard() && performance.now() < until;
  }

  /** The reason that was asked for: what waited for it goes now, once. */
  answer(reason: string): void {
    const { question } = this;
    if (question === null || !this.#isAble()) return;
    this.question = null;
    this.#host.requestUpdate();
    void this.give(withReason(question.act, reason));
  }

  forget(): void {
    this.refusal = null;
    this.question = null;
    this.#host.requestUpdate();
  }
}
