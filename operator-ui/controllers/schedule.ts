import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import { CalendarAnswer, EditsAnswer, ImpactAnswer, MissedAnswer } from '#shared/schedule-answers.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import { Rule, RuleException, SpecialDay } from '#shared/schedule.ts';
import { datesOf } from '../state/calendar-edits.ts';
import { instantOfWall, wallOf } from '../state/wall-time.ts';
import { ask, type Refusal } from './rest.ts';

/** Edits that somebody means to make, with what they would do. */
export interface Pending {
  readonly edits: readonly ScheduleEdit[];
  /** Null while the hall works it out. */
  readonly impact: ImpactAnswer | null;
  /** There is more in the schedule than can be looked through: it can be saved all the same. */
  readonly isBeyond: boolean;
}

/** What a schedule is looked at with. */
export interface Manners {
  readonly timeZone: string;
  /** Shared time, ms. */
  readonly now: number;
}

const undoDepth = 50;
const restMs = 1_000;
const dayMs = 24 * 3_600_000;
/** As long a stretch as the hall looks through at once, and the last instant that can be written, ms. */
const longestMs = 62 * dayMs;
const lastMs = Date.parse('9999-12-31T23:59:59Z');

/** The schedule as last read, what is about to change in it, and the way back. */
export class ScheduleController implements ReactiveController {
  calendar: CalendarAnswer | null = null;
  rules: ReadonlyMap<string, Rule> = new Map();
  exceptions: ReadonlyMap<string, RuleException> = new Map();
  days: readonly SpecialDay[] = [];
  missed: MissedAnswer = [];
  pending: Pending | null = null;
  refusal: Refusal | null = null;
  /** Why the schedule could not be read; what was read before stays. */
  readRefusal: Refusal | null = null;
  readonly #undo: (readonly ScheduleEdit[])[] = [];
  readonly #host: ReactiveControllerHost;
  #span = { from: 0, to: 0 };
  #reading: ReturnType<typeof setTimeout> | undefined;

  readonly #manners: () => Manners;

  constructor(host: ReactiveControllerHost, manners: () => Manners) {
    this.#host = host;
    this.#manners = manners;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.pending = null;
    clearTimeout(this.#reading);
    this.#reading = undefined;
  }

  /** Reads what comes once more, soon: a busy hall decides several things a second. */
  readSoon(): void {
    this.#reading ??= setTimeout(() => {
      this.#reading = undefined;
      void this.readCalendar();
    }, restMs);
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  /** Reads everything between two instants, ms, and keeps to it. */
  async look(from: number, to: number): Promise<void> {
    this.#span = { from, to };
    await this.read();
  }

  /** Everything that is shown. */
  async read(): Promise<void> {
    const { from, to } = this.#span;
    if (to <= from) return;
    const [rules, exceptions, days, missed] = await Promise.all([
      ask('GET', 'schedule', z.array(Rule)),
      ask('GET', 'schedule/exceptions', z.array(RuleException)),
      ask('GET', 'days', z.array(SpecialDay)),
      ask('GET', 'schedule/missed', MissedAnswer),
      this.readCalendar(),
    ]);
    for (const answer of [rules, exceptions, days, missed]) if (!answer.ok) this.readRefusal = answer.refusal;
    if (rules.ok) this.rules = new Map(rules.value.map((rule) => [rule.id, rule]));
    if (exceptions.ok) this.exceptions = new Map(exceptions.value.map((one) => [`${one.rule}@${one.date}`, one]));
    if (days.ok) this.days = days.value;
    if (missed.ok) this.missed = missed.value;
    this.#host.requestUpdate();
  }

  /** What comes of it: other than the rules it changes with what people take, too. */
  async readCalendar(): Promise<void> {
    const { from, to } = this.#span;
    if (to <= from) return;
    const calendar = await ask('GET', `schedule/calendar?from=${iso(from)}&to=${iso(to)}`, CalendarAnswer);
    // The grid was turned on while this was on its way.
    if (this.#span.from !== from || this.#span.to !== to) return;
    this.readRefusal = calendar.ok ? null : calendar.refusal;
    if (calendar.ok) this.calendar = calendar.value;
    this.#host.requestUpdate();
  }

  /** Shows what the edits would do; nothing is saved. */
  async propose(edits: readonly ScheduleEdit[]): Promise<void> {
    const pending: Pending = { edits, impact: null, isBeyond: false };
    this.pending = pending;
    this.refusal = null;
    this.#host.requestUpdate();
    const { from, to } = this.#about(edits);
    const answer = await ask('POST', 'schedule/preview', ImpactAnswer, { edits, from: iso(from), to: iso(to) });
    if (this.pending !== pending) return;
    if (answer.ok) this.pending = { edits, impact: answer.value, isBeyond: false };
    else if (answer.refusal.code === 'too-large') this.pending = { edits, impact: null, isBeyond: true };
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

  /** The stretch in which edits matter: what is looked at, and the dates that they are about. */
  #about(edits: readonly ScheduleEdit[]): { readonly from: number; readonly to: number } {
    const { timeZone, now } = this.#manners();
    const dates = datesOf(edits, wallOf(now, timeZone).slice(0, 10)).map((date) => instantOfWall(date, timeZone));
    // What has been cannot change any more.
    const ahead = { from: this.#span.to > now ? Math.max(this.#span.from, now) : this.#span.from, to: this.#span.to };
    if (dates.length === 0) return ahead;
    const own = { from: Math.min(...dates) - dayMs, to: Math.min(lastMs, Math.max(...dates) + 2 * dayMs) };
    const both = { from: Math.min(own.from, ahead.from), to: Math.max(own.to, ahead.to) };
    if (both.to - both.from <= longestMs) return both;
    return { from: own.from, to: Math.min(own.to, own.from + longestMs) };
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
