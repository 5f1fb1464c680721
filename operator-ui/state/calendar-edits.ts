import type { BlockAnswer } from '#shared/schedule-answers.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import { Rule, type RuleException, type SpecialDay } from '#shared/schedule.ts';

/** Wall times of the hall, `YYYY-MM-DDTHH:MM`, as a calendar gives them. */
export interface Stay {
  readonly start: string;
  readonly end: string;
}

const minuteMs = 60_000;

/** ms of a wall time on a clock without changes: differences of such are what a duration by the clock is. */
export function wallMs(local: string): number {
  return Date.parse(`${local.slice(0, 16)}Z`);
}

export function wallText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16);
}

/**
 * A block was put elsewhere or made longer: a rule that comes once is changed; of one that repeats this date alone
 * differs from now on, by an exception. Where it starts several times that day, the whole date moves with it.
 */
export function moved(
  block: BlockAnswer,
  to: Stay,
  rule: Rule,
  exception: RuleException | undefined,
  sameDay: readonly BlockAnswer[],
): ScheduleEdit {
  const durationMs = Math.max(minuteMs, wallMs(to.end) - wallMs(to.start));
  if ('at' in rule.when) {
    const { end: _, ...rest } = rule;
    return { type: 'rule.put', rule: { ...rest, when: { at: to.start }, durationMs }, base: rule.version };
  }
  const shiftMs = wallMs(to.start) - wallMs(block.start);
  const first = sameDay
    .filter((one) => one.rule === block.rule && one.date === block.date)
    .map(({ start }) => start)
    .toSorted()[0];
  const wasMs = wallMs(block.end) - wallMs(block.start);
  const keeps = durationMs === wasMs && !(exception?.change.is === 'move' && exception.change.durationMs !== undefined);
  return {
    type: 'exception.put',
    exception: {
      rule: block.rule,
      date: block.date,
      version: exception?.version ?? 1,
      change: {
        is: 'move',
        to: wallText(wallMs(first ?? block.start) + shiftMs),
        ...(keeps ? {} : { durationMs }),
      },
    },
    base: exception?.version ?? null,
  };
}

/** The occurrence does not come on this date. */
export function skipped(
  { rule, date }: { readonly rule: string; readonly date: string },
  exception: RuleException | undefined,
): ScheduleEdit {
  return {
    type: 'exception.put',
    exception: { rule, date, version: exception?.version ?? 1, change: { is: 'skip' } },
    base: exception?.version ?? null,
  };
}

const mourningName = { kk: 'Аза тұту күні', ru: 'День траура', en: 'Day of mourning' };

/** Another show or scene comes on this date instead, `show:tour` or `scene:idle`. */
export function replaced(
  { rule, date }: { readonly rule: string; readonly date: string },
  subject: string,
  exception: RuleException | undefined,
): ScheduleEdit {
  const [kind, id = ''] = subject.split(':');
  const change = kind === 'scene' ? { is: 'replace' as const, scene: id } : { is: 'replace' as const, show: id };
  return {
    type: 'exception.put',
    exception: { rule, date, version: exception?.version ?? 1, change },
    base: exception?.version ?? null,
  };
}

/** A date becomes a day of mourning; `day` is what is special about it so far, of its own or of every year. */
export function mourned(date: string, day: SpecialDay | undefined): ScheduleEdit {
  const own = day?.date === date ? day : undefined;
  const put = { zones: [], ...day, date, version: own?.version ?? 1, name: mourningName, tone: 'mourning' as const };
  return { type: 'day.put', day: put, base: own?.version ?? null };
}

/** A show put on the calendar: a rule that comes once. `taken` are the ids that are not free. */
export function placed(
  show: { readonly id: string; readonly title: Rule['title'] },
  stay: Stay,
  targets: readonly string[],
  taken: ReadonlySet<string>,
): ScheduleEdit {
  const id = freeId(`${show.id}-${stay.start.slice(5, 10)}`.slice(0, 58), taken);
  const rule = Rule.parse({
    id,
    show: show.id,
    when: { at: stay.start },
    durationMs: Math.max(minuteMs, wallMs(stay.end) - wallMs(stay.start)),
    targets: [...targets],
  });
  return { type: 'rule.put', rule, base: null };
}

/** The same once more, at another time. */
export function copied(rule: Rule, stay: Stay, taken: ReadonlySet<string>): ScheduleEdit {
  const { end: _, from: _from, to: _to, ...rest } = rule;
  const id = freeId(`${rule.id.slice(0, 56)}-copy`, taken);
  const durationMs = Math.max(minuteMs, wallMs(stay.end) - wallMs(stay.start));
  return { type: 'rule.put', rule: { ...rest, id, version: 1, when: { at: stay.start }, durationMs }, base: null };
}

/** A rule that comes once, made to come every week on the same weekday, at the same time and for as long. */
export function weekly(rule: Rule, stay: Stay): Rule {
  const { end: _, to: _to, ...rest } = rule;
  const [date = '', time = ''] = stay.start.split('T');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const weekday = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(`${date}T00:00Z`).getUTCDay()] ?? '*';
  const durationMs = Math.max(minuteMs, wallMs(stay.end) - wallMs(stay.start));
  return { ...rest, when: { cron: `${minute} ${hour} * * ${weekday}` }, from: date, durationMs };
}

/** The dates that edits are about, `YYYY-MM-DD`, for looking at what they would do there; `today` where a day is of every year. */
export function datesOf(edits: readonly ScheduleEdit[], today: string): readonly string[] {
  return edits.flatMap((edit): readonly string[] => {
    switch (edit.type) {
      case 'rule.put':
        if ('at' in edit.rule.when) return [edit.rule.when.at.slice(0, 10)];
        return edit.rule.from !== undefined && edit.rule.from > today ? [edit.rule.from] : [];
      case 'exception.put': {
        const { date, change } = edit.exception;
        return change.is === 'move' ? [date, change.to.slice(0, 10)] : [date];
      }
      case 'exception.delete':
        return [edit.date];
      case 'day.put':
        return [nextDate(edit.day.date, today)];
      case 'day.delete':
        return [nextDate(edit.date, today)];
      case 'rule.delete':
      case 'hours.put':
        return [];
    }
  });
}

/** The date itself, or the next on which a day of every year falls. */
export function nextDate(date: string, today: string): string {
  if (!date.startsWith('--')) return date;
  const year = Number(today.slice(0, 4));
  const years = Array.from({ length: 9 }, (_, index) => `${year + index}${date.slice(1)}`);
  const exists = (one: string): boolean =>
    !Number.isNaN(Date.parse(one)) && new Date(one).toISOString().startsWith(one);
  return years.find((one) => one >= today && exists(one)) ?? today;
}

export function freeId(wish: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wish)) return wish;
  for (let number = 2; ; number++) if (!taken.has(`${wish}-${number}`)) return `${wish}-${number}`;
}

/** What a block would meet where it is held now: others on the same screens, and the free time before and after. */
export function meeting(
  block: { readonly run: string; readonly screens: readonly string[] },
  at: Stay,
  blocks: readonly BlockAnswer[],
): {
  readonly conflicts: readonly BlockAnswer[];
  readonly gapBeforeMs: number | null;
  readonly gapAfterMs: number | null;
} {
  const mine = new Set(block.screens);
  const others = blocks.filter((one) => one.run !== block.run && one.screens.some((screen) => mine.has(screen)));
  const [from, until] = [wallMs(at.start), wallMs(at.end)];
  const before = others.map(({ end }) => from - wallMs(end)).filter((ms) => ms >= 0);
  const after = others.map(({ start }) => wallMs(start) - until).filter((ms) => ms >= 0);
  return {
    conflicts: others.filter(({ start, end }) => wallMs(start) < until && wallMs(end) > from),
    gapBeforeMs: before.length === 0 ? null : Math.min(...before),
    gapAfterMs: after.length === 0 ? null : Math.min(...after),
  };
}
