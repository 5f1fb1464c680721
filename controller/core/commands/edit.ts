import type { Said } from '#shared/said.ts';
import { contentRefusals as no } from '#shared/words/content-refusals.ts';
import type { ByName } from '#shared/words/names.ts';
import { runRefusals } from '#shared/words/run-refusals.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import { hallId, hallOf, type Change, type Documents, type HallState } from '../state.ts';
import type { Deed } from '../words/deeds.ts';
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
      readonly deed: Deed;
    }
  | { readonly ok: false; readonly problem: Problem };

const { noSuch } = runRefusals;

type Versioned = 'rule' | 'exception' | 'day';

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
      if (state.rule[rule] === undefined) return refused('not-found', noSuch('rule', rule), 'rule', 'unknown');
      return put(state, 'exception', `${rule}@${date}`, exception, base, {
        also: unpin(state, now, (occurrence) => occurrence.rule === rule && occurrence.date === date),
        undone: (before) =>
          before === undefined
            ? (version) => ({ type: 'exception.delete', rule, date, base: version })
            : (version) => ({ type: 'exception.put', exception: before, base: version }),
        deed: ['setException', rule, date, exception.change.is],
      });
    }
    case 'exception.delete': {
      const { rule, date, base } = edit;
      return remove(state, 'exception', `${rule}@${date}`, base, {
        also: unpin(state, now, (occurrence) => occurrence.rule === rule && occurrence.date === date),
        undone: (exception) => [{ type: 'exception.put', exception, base: null }],
        deed: ['droppedException', rule, date],
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
        deed: ['setDay', day.date, day.tone === 'mourning'],
      });
    }
    case 'day.delete':
      return remove(state, 'day', edit.date, edit.base, {
        also: [],
        undone: (day) => [{ type: 'day.put', day, base: null }],
        deed: ['droppedDay', edit.date],
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
  readonly deed?: Deed;
}

function put<Kind extends Versioned>(
  state: HallState,
  kind: Kind,
  id: string,
  document: Documents[Kind],
  base: number | null,
  { also = [], undone, deed }: Putting<Kind>,
): Edited {
  const before = state[kind][id] as Documents[Kind] | undefined;
  if (before !== undefined && isSame(before, document)) {
    return { ok: true, changes: [], undo: [], id, version: before.version, deed: ['leftAsItWas', kind, id] };
  }
  if (base === null && before !== undefined) return refused('conflict', no.taken(kind, id), 'id', 'taken');
  if (base !== null && before === undefined) return gone(kind, id);
  if (base !== null && before !== undefined && before.version !== base)
    return changedInBetween(no.changedInBetween(kind, id, base, before.version), before.version);
  // A document that comes back after a deletion goes on counting, so that no older editor takes it for its own.
  const version = before === undefined ? (document.version > 1 ? document.version + 1 : 1) : before.version + 1;
  const body = { ...document, version };
  return {
    ok: true,
    changes: [{ kind, id, body } as Change, ...also],
    undo: [undone(before)(version)],
    id,
    version,
    deed: deed ?? [before === undefined ? 'created' : 'changed', kind, id, version],
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
    deed = ['deleted', kind, id],
  }: {
    readonly also: readonly Change[];
    readonly undone: (before: Documents[Kind]) => readonly ScheduleEdit[];
    readonly deed?: Deed;
  },
): Edited {
  const before = state[kind][id] as Documents[Kind] | undefined;
  if (before === undefined) return gone(kind, id);
  if (base !== undefined && before.version !== base)
    return changedInBetween(no.changedInBetween(kind, id, base, before.version), before.version);
  const change = { kind, id, body: null } as Change;
  return { ok: true, changes: [change, ...also], undo: undone(before), id, version: null, deed };
}

function putHours(state: HallState, { hours, base }: Extract<ScheduleEdit, { type: 'hours.put' }>): Edited {
  const hall = hallOf(state);
  const before = hall.openingHours;
  if (isSame(before, hours)) {
    return { ok: true, changes: [], undo: [], id: hallId, version: before.version, deed: ['leftHours'] };
  }
  if (before.version !== base) return changedInBetween(no.hoursChanged(base ?? 0, before.version), before.version);
  const version = before.version + 1;
  return {
    ok: true,
    changes: [{ kind: 'hall', id: hallId, body: { ...hall, openingHours: { ...hours, version } } }],
    undo: [{ type: 'hours.put', hours: before, base: version }],
    id: hallId,
    version,
    deed: ['changedHours', version],
  };
}

/** Whether two versions of a document say the same. */
function isSame(before: { readonly version: number }, after: { readonly version: number }): boolean {
  return canonicalJson({ ...before, version: 0 }) === canonicalJson({ ...after, version: 0 });
}

function refused(code: 'conflict' | 'not-found', why: Said | ByName, path: string, message: string): Edited {
  return { ok: false, problem: problem(code, why, [{ path, message }]) };
}

const gone = (kind: Versioned, id: string): Edited => refused('not-found', no.gone(kind, id), 'id', 'unknown');

const changedInBetween = (why: Said | ByName, version: number): Edited =>
  refused('conflict', why, 'version', String(version));
