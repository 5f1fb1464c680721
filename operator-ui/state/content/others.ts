import type { Present, Role } from '#shared/facts.ts';

/** Whether people of this role write scenes and shows; the hall itself asks again. */
export const mayWrite = (role: Role): boolean => role === 'operator' || role === 'curator' || role === 'admin';

/** Somebody else who has the same scene or show open, since when (shared time, ms). */
export interface Other {
  readonly name: string;
  readonly since: number;
}

/** Who else has this open, whoever was there first at first. */
export function othersAt(people: readonly Present[], me: string, key: string): readonly Other[] {
  return people
    .filter(({ id }) => id !== me)
    .flatMap(({ name, open }) =>
      open.filter(({ content }) => content === key).map(({ since }): Other => ({ name, since })),
    )
    .toSorted((a, b) => a.since - b.since);
}
