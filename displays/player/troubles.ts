import type { Report } from '#shared/report.ts';

const keptMs = 60_000;
const most = 20;

/** What went wrong of late, in the words of the report. */
export function createTroubles(now: () => number, onNew: () => void) {
  let list: Report['errors'] = [];
  return {
    add(where: string, what: string): void {
      const entry = { at: now(), where: where.slice(0, 200), what: what.slice(0, 500) };
      list = [...list.filter((known) => known.where !== entry.where || known.what !== entry.what), entry].slice(-most);
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
