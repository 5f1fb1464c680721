import type { Report } from '#shared/report.ts';

/** What happens once is to be seen by somebody; what lasts is told for as long as it lasts, see `mended`. */
const keptMs = 60_000;
const most = 20;
const mostLetters = 200;

/** What went wrong of late, in the words of the report. */
export function createTroubles(now: () => number, onNew: () => void) {
  let list: Report['errors'] = [];
  return {
    add(where: string, what: string): void {
      const entry = { at: now(), where: where.slice(0, mostLetters), what: what.slice(0, 500) };
      list = [...list.filter((known) => known.where !== entry.where || known.what !== entry.what), entry].slice(-most);
      onNew();
    },
    /** It is over: the next report says no more of it. */
    mended(where: string): void {
      const rest = list.filter((known) => known.where !== where.slice(0, mostLetters));
      if (rest.length === list.length) return;
      list = rest;
      onNew();
    },
    list(): Report['errors'] {
      const since = now() - keptMs;
      list = list.filter(({ at }) => at > since);
      return list;
    },
  };
}

export type Troubles = ReturnType<typeof createTroubles>;
