import { openedLimit, type Present } from '#shared/facts.ts';

type Someone = Omit<Present, 'open'>;
type Opened = Present['open'][number];

/** Who is at the consoles, and what they have open there. Lives as long as their sockets, and is stored nowhere. */
export interface Company {
  come(socket: string, person: Someone): void;
  /** What this console has open from now on, ms; null: nothing. */
  open(socket: string, content: string | null, now: number): void;
  /** Whether anybody was there. */
  leave(socket: string): boolean;
  /** Everybody once, however many consoles they have, in order of their names. */
  people(): readonly Present[];
}

export function createCompany(): Company {
  const present = new Map<string, Someone>();
  const opened = new Map<string, Opened>();
  return {
    come: (socket, person) => void present.set(socket, person),
    open(socket, content, now) {
      if (content === null) opened.delete(socket);
      // Said again by a console, it is open since it was opened.
      else if (opened.get(socket)?.content !== content) opened.set(socket, { content, since: now });
    },
    leave(socket) {
      opened.delete(socket);
      return present.delete(socket);
    },
    people() {
      const people = new Map<string, Present>();
      for (const [socket, person] of present) {
        const here = opened.get(socket);
        const known = people.get(person.id)?.open ?? [];
        people.set(person.id, { ...person, open: here === undefined ? known : withOpened(known, here) });
      }
      return [...people.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}

/** What one person has open at several consoles is told once, since the first of them. */
function withOpened(known: readonly Opened[], here: Opened): Opened[] {
  const since = Math.min(here.since, known.find(({ content }) => content === here.content)?.since ?? Infinity);
  const others = known.filter(({ content }) => content !== here.content);
  return [...others, { content: here.content, since }].toSorted((a, b) => b.since - a.since).slice(0, openedLimit);
}
