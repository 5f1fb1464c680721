import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import { CalendarAnswer, ClockAnswer, EditsAnswer, ImpactAnswer, MissedAnswer } from '#shared/schedule-answers.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import { Rule, RuleException } from '#shared/schedule.ts';
import { ask, type Refusal } from './rest.ts';

/** Edits that somebody means to make, with what they would do. */
export interface Pending {
  readonly edits: readonly ScheduleEdit[];
  /** Null while the hall works it out. */
  readonly impact: ImpactAnswer | null;
}

const undoDepth = 50;

/** The schedule as last read, what is about to change in it, and the way back. */
export class ScheduleController implements ReactiveController {
  calendar: CalendarAnswer | null = null;
  rules: ReadonlyMap<string, Rule> = new Map();
  exceptions: ReadonlyMap<string, RuleException> = new Map();
  missed: MissedAnswer = [];
  /** Why the hall does not trust its wall clock, or null. */
  hold: ClockAnswer['hold'] = null;
  pending: Pending | null = null;
  refusal: Refusal | null = null;
  readonly #undo: (readonly ScheduleEdit[])[] = [];
  readonly #host: ReactiveControllerHost;
  #span = { from: 0, to: 0 };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.pending = null;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  /** Reads everything between two instants, ms, and keeps to it. */
  async look(from: number, to: number): Promise<void> {
    this.#span = { from, to };
    await this.read();
  }

  async read(): Promise<void> {
    const { from, to } = this.#span;
    if (to <= from) return;
    const [calendar, rules, exceptions, missed, clock] = await Promise.all([
      ask('GET', `schedule/calendar?from=${iso(from)}&to=${iso(to)}`, CalendarAnswer),
      ask('GET', 'schedule', z.array(Rule)),
      ask('GET', 'schedule/exceptions', z.array(RuleException)),
      ask('GET', 'schedule/missed', MissedAnswer),
      ask('GET', 'clock', ClockAnswer),
    ]);
    // The grid was turned on while this was on its way.
    if (this.#span.from !== from || this.#span.to !== to) return;
    for (const answer of [calendar, rules, exceptions, missed, clock]) if (!answer.ok) this.refusal = answer.refusal;
    if (calendar.ok) this.calendar = calendar.value;
    if (rules.ok) this.rules = new Map(rules.value.map((rule) => [rule.id, rule]));
    if (exceptions.ok) this.exceptions = new Map(exceptions.value.map((one) => [`${one.rule}@${one.date}`, one]));
    if (missed.ok) this.missed = missed.value;
    if (clock.ok) this.hold = clock.value.hold;
    this.#host.requestUpdate();
  }

  /** Shows what the edits would do; nothing is saved. */
  async propose(edits: readonly ScheduleEdit[]): Promise<void> {
    const pending: Pending = { edits, impact: null };
    this.pending = pending;
    this.refusal = null;
    this.#host.requestUpdate();
    const { from, to } = this.#span;
    const answer = await ask('POST', 'schedule/preview', ImpactAnswer, { edits, from: iso(from), to: iso(to) });
    if (this.pending !== pending) return;
    if (answer.ok) this.pending = { edits, impact: answer.value };
    else {
      this.pending = null;
      this.refusal = answer.refusal;
    }
    this.#host.requestUpdate();
  }

  cancel(): void {
    this.pending = null;
    this.refusal = null;
    this.#host.requestUpdate();
  }

  /** Saves what is pending, as one. */
  async save(): Promise<boolean> {
    const { pending } = this;
    if (pending === null) return false;
    const undo = await this.#apply(pending.edits);
    if (undo === null) return false;
    this.#undo.push(undo);
    this.#undo.splice(0, Math.max(0, this.#undo.length - undoDepth));
    return true;
  }

  /** Takes the last change back, unless somebody has changed the same since. */
  async undo(): Promise<void> {
    const last = this.#undo.pop();
    if (last !== undefined) await this.#apply(last);
  }

  /** A person says that the machine's wall clock is right. */
  async trustClock(): Promise<void> {
    const answer = await ask('POST', 'clock/trust', z.object({ held: z.boolean() }), {});
    this.refusal = answer.ok ? null : answer.refusal;
    await this.read();
  }

  async #apply(edits: readonly ScheduleEdit[]): Promise<readonly ScheduleEdit[] | null> {
    const answer = await ask('POST', 'schedule/edits', EditsAnswer, { edits });
    this.pending = null;
    this.refusal = answer.ok ? null : answer.refusal;
    await this.read();
    this.#host.requestUpdate();
    return answer.ok ? answer.value.undo : null;
  }
}

const iso = (ms: number): string => new Date(ms).toISOString();
