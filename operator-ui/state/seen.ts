import type { HallFacts, RunView, ScreenState, StandbyView } from '#shared/facts.ts';
import type { ControllerToOperator } from '#shared/protocol.ts';
import type { Applied } from '#shared/report.ts';

export type News = Parameters<ControllerToOperator['facts']>[0];

/** How the console hears the hall. `at`: shared time of the last thing heard, ms; what is seen is as old as that. */
export type Link =
  | { readonly is: 'connecting' }
  | { readonly is: 'live' }
  | { readonly is: 'lost'; readonly at: number };

/** One cue of one run, as the screens reported to have shown it. */
export interface Take {
  readonly run: string;
  readonly cue: number;
  /** Shared time, ms. */
  readonly plannedAt: number;
  readonly applied: readonly Applied[];
}

/** What the console sees of the hall at work. Plain data; a screen that did not change keeps its identity. */
export interface Seen {
  readonly link: Link;
  readonly revision: number;
  /** Shared time of the newest news, ms. */
  readonly at: number;
  readonly screens: Readonly<Record<string, ScreenState>>;
  readonly runs: readonly RunView[];
  readonly standbys: readonly StandbyView[];
  readonly storage: 'ok' | 'failing';
  /** Newest first. */
  readonly takes: readonly Take[];
}

export type SeenEvent =
  | { readonly is: 'watched'; readonly facts: HallFacts }
  | { readonly is: 'news'; readonly news: News }
  | { readonly is: 'lost' };

export const nothingSeen: Seen = {
  link: { is: 'connecting' },
  revision: 0,
  at: 0,
  screens: {},
  runs: [],
  standbys: [],
  storage: 'ok',
  takes: [],
};

const keptTakes = 12;

/** What is seen after the event. */
export function see(seen: Seen, event: SeenEvent): Seen {
  switch (event.is) {
    case 'watched': {
      const { revision, at, screens, runs, standbys, storage } = event.facts;
      return {
        ...seen,
        link: { is: 'live' },
        revision,
        at,
        screens: Object.fromEntries(screens.map((screen) => [screen.id, screen])),
        runs,
        standbys,
        storage,
      };
    }
    case 'news': {
      // News from before `watch` was answered is in the answer already.
      if (seen.link.is !== 'live') return seen;
      const { revision, at, screens, runs, standbys, applied, storage } = event.news;
      return {
        link: seen.link,
        revision: Math.max(seen.revision, revision),
        at: Math.max(seen.at, at),
        screens:
          screens === undefined
            ? seen.screens
            : { ...seen.screens, ...Object.fromEntries(screens.map((screen) => [screen.id, screen])) },
        runs: runs ?? seen.runs,
        standbys: standbys ?? seen.standbys,
        storage: storage ?? seen.storage,
        takes: applied === undefined ? seen.takes : applied.reduce(withApplied, seen.takes),
      };
    }
    case 'lost':
      return seen.link.is === 'live' ? { ...seen, link: { is: 'lost', at: seen.at } } : seen;
  }
}

function withApplied(takes: readonly Take[], applied: Applied): readonly Take[] {
  const found = takes.find((take) => take.run === applied.run && take.cue === applied.cue);
  if (found === undefined) {
    const take: Take = { run: applied.run, cue: applied.cue, plannedAt: applied.plannedAt, applied: [applied] };
    return [take, ...takes].toSorted((a, b) => b.plannedAt - a.plannedAt).slice(0, keptTakes);
  }
  const others = found.applied.filter((other) => other.screen !== applied.screen);
  return takes.map((take) => (take === found ? { ...take, applied: [...others, applied] } : take));
}
