import type { Report } from '#shared/report.ts';

/** Speaks for a page that hangs: a Worker goes on where the page's own thread stands still. */
export interface Spokesman {
  alive(): void;
  heard(report: Report): void;
  /** Called every half second or so; says the last report again, with how long the page has been silent. */
  look(): void;
}

const hungMs = 2_500;
const sayEveryMs = 2_000;

export function createSpokesman(mono: () => number, say: (report: Report) => void): Spokesman {
  let aliveAt = mono();
  let saidAt = -Infinity;
  let last: Report | null = null;
  return {
    alive() {
      aliveAt = mono();
    },
    heard(report) {
      last = report;
      aliveAt = mono();
    },
    look() {
      const silentMs = mono() - aliveAt;
      if (last === null || silentMs < hungMs || mono() - saidAt < sayEveryMs) return;
      saidAt = mono();
      say({ ...last, at: last.at + silentMs, hungMs: silentMs });
    },
  };
}
