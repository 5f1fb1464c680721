import { problem, type Problem } from '#shared/problem.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import { canonicalJson } from '../canonical.ts';
import { hallId, hallOf, type Change, type Documents, type HallState } from '../state.ts';
import { unpin } from './pin.ts';

/** What one edit does to the state it is applied to. */
export type Edited =
  | {
      readonly ok: true;
      readonly changes: readonly Change[];
      readonly undo: readonly ScheduleEdit[];
      readonly id: string;
      /** Null: it is gone. */
      readonly version: number | null;
      readonly summary: string;
    }
  | { readonly ok: false; readonly problem: Problem };

type Versioned = 'rule' | 'exception' | 'day';

/** How people call a document. */
const names: Record<Versioned, (id: string) => string> = {
  rule: (id) => `rule ${id}`,
  exception: (id) => `the exception ${id.replace('@', ' on ')}`,
  day: (id) => `the day ${id}`,
};

/** Applies one edit; refuses what somebody else has changed since the editor looked. */
export function applyEdit(state: HallState, edit: ScheduleEdit, now: number): Edited {
  switch (edit.type) {
    case 'rule.put': {
      const { rule, base } = edit;
      return put(state, 'rule', rule.id, rule, base, {
        undone: (before) =>
          before === undefined
            ? (version) => ({ type: 'rule.delete', id: rule.id, base: version })
            : (version) => ({ type: 'rule.put', rule: before, base: version }),
      });
    }
    case 'rule.delete': {
      const { id, base } = edit;
      const exceptions = Object.entries(state.exception).filter(([, exception]) => exception.rule === id);
      return remove(state, 'rule', id, base, {
        also: [
          ...exceptions.map(([key]): Change => ({ kind: 'exception', id: key, body: null })),
          ...unpin(state, now, ({ rule }) => rule === id),
        ],
        undone: (rule) => [
          { type: 'rule.put', rule, base: null },
          ...exceptions.map(([, exception]): ScheduleEdit => ({ type: 'exception.put', exception, base: null })),
        ],
      });
    }
    case 'exception.put': {
      const { exception, base } = edit;
      const { rule, date } = exception;
      if (state.rule[rule] === undefined)
        return refused('not-found', `There is no rule called ${rule}.`, 'rule', 'unknown');
      return put(state, 'exception', `${rule}@${date}`, exception, base, {
        also: unpin(state, now, (occurrence) => occurrence.rule === rule && occurrence.date === date),
        undone: (before) =>
          before === undefined
            ? (version) => ({ type: 'exception.delete', rule, date, base: version })
            : (version) => ({ type: 'exception.put', exception: before, base: version }),
        said: `on ${date} rule ${rule}: ${exception.change.is}`,
      });
    }
    case 'exception.delete': {
      const { rule, date, base } = edit;
      return remove(state, 'exception', `${rule}@${date}`, base, {
        also: unpin(state, now, (occurrence) => occurrence.rule === rule && occurrence.date === date),
        undone: (exception) => [{ type: 'exception.put', exception, base: null }],
        said: `on ${date} rule ${rule} holds again`,
      });
    }
    case 'day.put': {
      const { day, base } = edit;
      return put(state, 'day', day.date, day, base, {
        also: day.tone === 'mourning' ? unpin(state, now, ({ date }) => fallsOn(date, day.date)) : [],
        undone: (before) =>
          before === undefined
            ? (version) => ({ type: 'day.delete', date: day.date, base: version })
            : (version) => ({ type: 'day.put', day: before, base: version }),
        said: day.tone === 'mourning' ? `made ${day.date} a day of mourning` : `set what differs on ${day.date}`,
      });
    }
    case 'day.delete':
      return remove(state, 'day', edit.date, edit.base, {
        also: [],
        undone: (day) => [{ type: 'day.put', day, base: null }],
        said: `${edit.date} is a day like others again`,
      });
    case 'hours.put':
      return putHours(state, edit);
  }
}

/** Whether a date is the day's, or falls on it each year. */
function fallsOn(date: string, day: string): boolean {
  return date === day || `-${date.slice(4)}` === day;
}

interface Putting<Kind extends Versioned> {
  readonly also?: readonly Change[];
  /** From what was there before and the version that is there now, what takes the edit back. */
  readonly undone: (before: Documents[Kind] | undefined) => (version: number) => ScheduleEdit;
  readonly said?: string;
}

function put<Kind extends Versioned>(
  state: HallState,
  kind: Kind,
  id: string,
  document: Documents[Kind],
  base: number | null,
  { also = [], undone, said }: Putting<Kind>,
): Edited {
  const before = state[kind][id] as Documents[Kind] | undefined;
  const name = names[kind](id);
  if (before !== undefined && isSame(before, document)) {
    return { ok: true, changes: [], undo: [], id, version: before.version, summary: `left ${name} as it was` };
  }
  if (base === null && before !== undefined)
    return refused('conflict', `There is already ${kind === 'rule' ? `a rule called ${id}` : name}.`, 'id', 'taken');
  if (base !== null && before === undefined) return gone(name);
  if (base !== null && before !== undefined && before.version !== base)
    return changedInBetween(name, base, before.version);
  // A document that comes back after a deletion goes on counting, so that no older editor takes it for its own.
  const version = before === undefined ? (document.version > 1 ? document.version + 1 : 1) : before.version + 1;
  const body = { ...document, version };
  return {
    ok: true,
    changes: [{ kind, id, body } as Change, ...also],
    undo: [undone(before)(version)],
    id,
    version,
    summary: said ?? `${before === undefined ? 'created' : 'changed'} ${name} (version ${version})`,
  };
}

function remove<Kind extends Versioned>(
  state: HallState,
  kind: Kind,
  id: string,
  base: number | undefined,
  {
    also,
    undone,
    said,
  }: {
    readonly also: readonly Change[];
    readonly undone: (before: Documents[Kind]) => readonly ScheduleEdit[];
    readonly said?: string;
  },
): Edited {
  const before = state[kind][id] as Documents[Kind] | undefined;
  const name = names[kind](id);
  if (before === undefined) return gone(name);
  if (base !== undefined && before.version !== base) return changedInBetween(name, base, before.version);
  const change = { kind, id, body: null } as Change;
  const summary = said ?? `deleted ${name}`;
  return { ok: true, changes: [change, ...also], undo: undone(before), id, version: null, summary };
}

function putHours(state: HallState, { hours, base }: Extract<ScheduleEdit, { type: 'hours.put' }>): Edited {
  const hall = hallOf(state);
  const before = hall.openingHours;
  if (isSame(before, hours)) {
    const summary = 'left the opening hours as they were';
    return { ok: true, changes: [], undo: [], id: hallId, version: before.version, summary };
  }
  if (before.version !== base) return changedInBetween('the opening hours', base, before.version);
  const version = before.version + 1;
  return {
    ok: true,
    changes: [{ kind: 'hall', id: hallId, body: { ...hall, openingHours: { ...hours, version } } }],
    undo: [{ type: 'hours.put', hours: before, base: version }],
    id: hallId,
    version,
    summary: `changed the opening hours (version ${version})`,
  };
}

/** Whether two versions of a document say the same. */
function isSame(before: { readonly version: number }, after: { readonly version: number }): boolean {
  return canonicalJson({ ...before, version: 0 }) === canonicalJson({ ...after, version: 0 });
}

function refused(code: 'conflict' | 'not-found', detail: string, path: string, message: string): Edited {
  return { ok: false, problem: problem(code, detail, [{ path, message }]) };
}

const gone = (name: string): Edited =>
  refused('not-found', `There is no ${name.replace(/^the /, '')}. Somebody may have deleted it.`, 'id', 'unknown');

const changedInBetween = (name: string, base: number, version: number): Edited =>
  refused(
    'conflict',
    `${name[0]?.toUpperCase() ?? ''}${name.slice(1)} was changed in between: you edited version ${base}, the hall has ${version}. Load it again and repeat your change.`,
    'version',
    String(version),
  );
