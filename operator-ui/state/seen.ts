import type { HallDesk, HallFacts, Present, ScreenState } from '#shared/facts.ts';
import type { IncidentView } from '#shared/incidents.ts';
import type { NoticeState } from '#shared/notices.ts';
import type { ControllerToOperator } from '#shared/protocol.ts';
import type { Applied } from '#shared/report.ts';

export type News = Parameters<ControllerToOperator['facts']>[0];

/** How the console hears the hall. `at`: shared time of the last thing heard, ms; what is seen is as old as that. */
export type Link =
  | { readonly is: 'connecting' }
  | { readonly is: 'live' }
  | { readonly is: 'lost'; readonly at: number }
  /** The hall speaks, and this page does not understand it: what is seen is not kept up to date. */
  | { readonly is: 'unread' };

/** One cue of one run, as the screens reported to have shown it. */
export interface Take {
  readonly run: string;
  readonly cue: number;
  /** Shared time, ms. */
  readonly plannedAt: number;
  readonly applied: readonly Applied[];
}

/** What the console sees of the hall at work. Plain data; a screen that did not change keeps its identity. */
export interface Seen extends HallDesk {
  readonly link: Link;
  /** The hall carries other pages than this one. */
  readonly isOutdated: boolean;
  readonly revision: number;
  /** Shared time of the newest news, ms. */
  readonly at: number;
  readonly screens: Readonly<Record<string, ScreenState>>;
  /** Who is at a console. */
  readonly people: readonly Present[];
  /** The number of this console among theirs; null: not known. */
  readonly console: number | null;
  readonly storage: 'ok' | 'failing';
  /** The open ones, newest first. */
  readonly incidents: readonly IncidentView[];
  /** The ways in which people are told of them elsewhere. */
  readonly notices: readonly NoticeState[];
  /** Newest first. */
  readonly takes: readonly Take[];
}

export type SeenEvent =
  | { readonly is: 'watched'; readonly facts: HallFacts }
  | { readonly is: 'news'; readonly news: News }
  | { readonly is: 'lost' }
  | { readonly is: 'unread' }
  | { readonly is: 'outdated' };

export const nothingSeen: Seen = {
  link: { is: 'connecting' },
  isOutdated: false,
  revision: 0,
  at: 0,
  screens: {},
  runs: [],
  standbys: [],
  announced: [],
  doors: { is: 'closed', until: null, by: null },
  lastAct: null,
  losses: [],
  people: [],
  console: null,
  storage: 'ok',
  incidents: [],
  notices: [],
  takes: [],
};

const keptTakes = 12;

/** What is seen after the event. */
export function see(seen: Seen, event: SeenEvent): Seen {
  switch (event.is) {
    case 'watched': {
      const { screens, people = [], console = null, incidents = [], notices = [], ...rest } = event.facts;
      return {
        ...rest,
        link: { is: 'live' },
        isOutdated: false,
        screens: Object.fromEntries(screens.map((screen) => [screen.id, screen])),
        people,
        console,
        incidents,
        notices,
        takes: seen.takes,
      };
    }
    case 'news': {
      // News from before `watch` was answered is in the answer already.
      if (seen.link.is !== 'live') return seen;
      const { revision, at, screens, applied, changed: _changed, incidents = [], ...parts } = event.news;
      return {
        ...seen,
        ...present(parts),
        revision: Math.max(seen.revision, revision),
        at: Math.max(seen.at, at),
        screens:
          screens === undefined
            ? seen.screens
            : { ...seen.screens, ...Object.fromEntries(screens.map((screen) => [screen.id, screen])) },
        incidents: incidents.reduce(withIncident, seen.incidents),
        takes: applied === undefined ? seen.takes : applied.reduce(withApplied, seen.takes),
      };
    }
    case 'unread':
      return { ...seen, link: { is: 'unread' } };
    case 'outdated':
      return { ...seen, isOutdated: true };
    case 'lost':
      return seen.link.is === 'live' ? { ...seen, link: { is: 'lost', at: seen.at } } : seen;
  }
}

/** What has ended is not seen any more; the past is asked for where it is shown. */
function withIncident(open: readonly IncidentView[], incident: IncidentView): readonly IncidentView[] {
  const others = open.filter(({ id }) => id !== incident.id);
  return incident.closedAt === null ? [incident, ...others].toSorted((a, b) => b.openedAt - a.openedAt) : others;
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

/** Without what is undefined: absent means unchanged. */
function present<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
