import { openedLimit, type Present } from '#shared/facts.ts';

type Someone = Pick<Present, 'id' | 'name' | 'role'>;
type Opened = Present['open'][number];

/** What comes back with a page; `until` is of the hall's clock, ms. */
interface Left {
  readonly person: string;
  readonly console: number;
  readonly here: Omit<Opened, 'console'> | undefined;
  readonly until: number;
}

/** A line that is cut without a word is missed after so long (Socket.IO's ping and its patience), ms. */
export const missedAfterMs = 10_000;

/** Who is at the consoles, and what they have open there. Lives as long as their sockets, and is stored nowhere. */
export interface Company {
  /**
   * The number by which this console is told of. A page of the same person that comes again is the console it was: the
   * connection that it lost counts no more, though nobody has missed it yet, and what it had open it still has. Whether
   * the loss was heard of at once or not makes no difference: for as long as it may go unheard, it is remembered.
   */
  come(socket: string, person: Someone, page: string | null, now: number): number;
  /** What this console has open from now on, ms; null: nothing. */
  open(socket: string, content: string | null, now: number): void;
  /** Whether anybody was there. */
  leave(socket: string, now: number): boolean;
  /** Everybody once, however many consoles they have, with what is open at each, in order of their names. */
  people(): readonly Present[];
}

export function createCompany(): Company {
  const present = new Map<string, Someone & { readonly console: number; readonly page: string | null }>();
  const opened = new Map<string, Omit<Opened, 'console'>>();
  /** Pages whose connection was heard to end, by their name. */
  const left = new Map<string, Left>();
  let last = 0;
  /** What a page had when its connection ended, if it is the same person's and came again in time. */
  function back(page: string | null, person: Someone, now: number): Left | null {
    for (const [name, { until }] of left) if (until < now) left.delete(name);
    const known = page === null ? undefined : left.get(page);
    if (page === null || known?.person !== person.id) return null;
    left.delete(page);
    return known;
  }
  return {
    come(socket, person, page, now) {
      let console = present.get(socket)?.console;
      const gone = back(page, person, now);
      if (gone !== null) {
        console ??= gone.console;
        if (gone.here !== undefined && !opened.has(socket)) opened.set(socket, gone.here);
      }
      for (const [other, known] of present) {
        if (other === socket || page === null || known.page !== page || known.id !== person.id) continue;
        console = known.console;
        const here = opened.get(other);
        opened.delete(other);
        present.delete(other);
        // Still open there, since it was opened: until the console says otherwise.
        if (here !== undefined && !opened.has(socket)) opened.set(socket, here);
      }
      console ??= last += 1;
      present.set(socket, { ...person, console, page });
      return console;
    },
    open(socket, content, now) {
      if (content === null) opened.delete(socket);
      // Said again by a console, it is open since it was opened.
      else if (opened.get(socket)?.content !== content) opened.set(socket, { content, since: now });
    },
    leave(socket, now) {
      const known = present.get(socket);
      if (known !== undefined && known.page !== null) {
        const { console, page, id } = known;
        left.set(page, { person: id, console, here: opened.get(socket), until: now + missedAfterMs });
      }
      opened.delete(socket);
      return present.delete(socket);
    },
    people() {
      const people = new Map<string, Present>();
      for (const [socket, { console, page: _page, ...person }] of present) {
        const here = opened.get(socket);
        const { consoles, open } = people.get(person.id) ?? { consoles: 0, open: [] };
        const all = here === undefined ? open : [...open, { ...here, console }];
        people.set(person.id, { ...person, consoles: consoles + 1, open: newest(all) });
      }
      return [...people.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}

function newest(open: readonly Opened[]): Opened[] {
  return open.toSorted((a, b) => b.since - a.since).slice(0, openedLimit);
}
