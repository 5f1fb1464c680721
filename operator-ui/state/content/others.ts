import type { Present, Role } from '#shared/facts.ts';

/** Whether people of this role write scenes and shows; the hall itself asks again. */
export const mayWrite = (role: Role): boolean => role === 'operator' || role === 'curator' || role === 'admin';

/** Somebody else, or the same person at another console, who has the same scene or show open, since when (shared time, ms). */
export interface Other {
  /** Null: it is the person at this console, who has left it open at another. */
  readonly name: string | null;
  readonly since: number;
}

/** Who else has this open, each once, whoever was there first at first. `me` is the person at this console. */
export function othersAt(
  people: readonly Present[],
  me: string,
  console: number | null,
  key: string,
): readonly Other[] {
  return people
    .flatMap(({ id, name, open }): Other[] => {
      const since = open
        .filter((one) => one.content === key && (id !== me || (console !== null && one.console !== console)))
        .map((one) => one.since);
      return since.length === 0 ? [] : [{ name: id === me ? null : name, since: Math.min(...since) }];
    })
    .toSorted((a, b) => a.since - b.since);
}

/** Who else is at a console; among them the person themselves where they are at another as well. */
export const companyOf = (people: readonly Present[], me: string): readonly Present[] =>
  people.filter(({ id, consoles }) => id !== me || consoles > 1);
