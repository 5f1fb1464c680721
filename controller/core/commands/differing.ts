import type { ImportedDocuments } from '../command.ts';

/**
 * As much of two sets of documents as can have a flaw in one and not in the other: among thousands of rules those that
 * an edit touches. Rules are judged by themselves, by what they show and by the screens they reach.
 */
export function differing(
  before: ImportedDocuments,
  after: ImportedDocuments,
): readonly [before: ImportedDocuments, after: ImportedDocuments] {
  if (before.show !== after.show || before.scene !== after.scene || !reachAlike(before, after)) return [before, after];
  const rules = keysThatDiffer(before.rule, after.rule);
  const exceptions = keysThatDiffer(before.exception, after.exception);
  const all = { ...before.exception, ...after.exception };
  const needed = new Set(rules);
  for (const key of exceptions) needed.add(all[key]?.rule ?? '');
  if (rules.size > 0) for (const [key, { rule }] of Object.entries(all)) if (rules.has(rule)) exceptions.add(key);
  const part = (documents: ImportedDocuments): ImportedDocuments => ({
    ...documents,
    rule: only(documents.rule, needed),
    exception: only(documents.exception, exceptions),
  });
  return [part(before), part(after)];
}

/** Whether targets mean the same screens in both. */
function reachAlike(before: ImportedDocuments, after: ImportedDocuments): boolean {
  const [one] = Object.values(before.hall);
  const [other] = Object.values(after.hall);
  return one?.screens === other?.screens && one?.surfaces === other?.surfaces && one?.zones === other?.zones;
}

function keysThatDiffer<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): Set<string> {
  const found = new Set<string>();
  if (before === after) return found;
  for (const key of Object.keys(before)) if (before[key] !== after[key]) found.add(key);
  for (const key of Object.keys(after)) if (before[key] !== after[key]) found.add(key);
  return found;
}

function only<T>(table: Readonly<Record<string, T>>, keys: ReadonlySet<string>): Readonly<Record<string, T>> {
  return Object.fromEntries(
    [...keys].flatMap((key) => {
      const found = Object.hasOwn(table, key) ? table[key] : undefined;
      return found === undefined ? [] : [[key, found]];
    }),
  );
}
