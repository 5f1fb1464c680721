import type { HealthState, ScreenState } from '#shared/facts.ts';
import type { Incident, IncidentView, Trouble } from '#shared/incidents.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { Report } from '#shared/report.ts';
import type { Screen } from '#shared/hall.ts';
import type { Said } from '#shared/said.ts';
import { keptOut } from '../core/health/sentences.ts';
import type { Reason } from '../core/incidents/cause.ts';
import { troubleOfState } from '../core/incidents/rules.ts';
import { noHands, touched, touchTrouble, type Hands } from '../core/incidents/touch.ts';
import { look, resumeWatch, type IncidentNews, type Observation, type Watch } from '../core/incidents/watch.ts';
import type { HallState, Telemetry } from '../core/ports.ts';
import { hallOf } from '../core/state.ts';
import { namesIn } from '../core/words/call.ts';
import type { Alarms } from './screen-book.ts';

export interface HealthWatchOptions {
  readonly telemetry: Telemetry;
  readonly freshId: () => string;
  readonly state: () => HallState;
  readonly alarms: (screen: ScreenId) => Alarms;
  /** When the hall last opened, ms; null while it is closed. */
  readonly openSince: (now: number) => number | null;
  readonly startedAt: number;
}

/** Turns how screens stand into incidents, and keeps both for later. */
export interface HealthWatch {
  hands(report: Report, now: number): void;
  /** One look at all screens; what is new about incidents. */
  look(states: readonly ScreenState[], now: number): readonly IncidentNews[];
  /** The open ones, newest first. */
  open(): readonly IncidentView[];
  view(incident: Incident): IncidentView;
  /** Takes over what was open when the controller ended. */
  resume(open: readonly Incident[]): void;
}

/** A paired screen that is not heard for this long after the start has more than a slow boot. */
const bootMs = 60_000;
/** A player that reloads is silent for some seconds, and misses no visitor. */
const silentMs = 60_000;

export function createHealthWatch(options: HealthWatchOptions): HealthWatch {
  const { telemetry, freshId, startedAt } = options;
  const hands = new Map<string, Hands>();
  const heard = new Map<string, { readonly since: number; readonly at: number }>();
  const told = new Map<string, HealthState>();
  let watch: Watch = resumeWatch([]);

  function observe(screen: Screen, state: ScreenState, openSince: number | null, now: number): Observation {
    const { health, paired } = state;
    const isUnheard = health.state === 'unknown';
    const troubles = new Map<Trouble, Reason>();
    const trouble = isUnheard ? (now - startedAt > bootMs ? 'offline' : null) : troubleOfState(health.state);
    const alarms = options.alarms(screen.id);
    if (alarms.token !== null) troubles.set('token', plainly(alarms.token));
    if (alarms.keptOut !== null) troubles.set('quarantine', plainly(keptOut(alarms.keptOut)));
    // A token that somebody else may have is the first reason of what is degraded, and has its own incident.
    else if (trouble !== null && !(trouble === 'degraded' && alarms.token !== null)) {
      const plain = health.reason ?? health.state;
      troubles.set(trouble, { plain, said: health.said ?? { en: plain } });
    }
    const handsOf = (id: string): Hands => hands.get(id) ?? noHands;
    const { since = now, at = now } = heard.get(screen.id) ?? {};
    // Nobody knows of touches before the controller started, or while the screen was silent.
    const watchedSince = openSince === null || now - at > silentMs ? null : Math.max(openSince, since);
    const touch = touchTrouble(screen, hallOf(options.state()).screens, handsOf, watchedSince, now);
    if (touch !== null && touch !== 'unknown') troubles.set('touch', plainly(touch));
    // A night does not mend it: only a touch does, or somebody who says that it is off.
    const before = touch === 'unknown' ? toldOfTouch(screen.id) : undefined;
    if (before !== undefined) troubles.set('touch', { plain: before.title, said: before.said ?? { en: before.title } });
    const isSilenced = health.state === 'maintenance' || (isUnheard && !paired);
    const isNew = isUnheard && now - startedAt <= bootMs;
    return {
      screen,
      troubles,
      standing: isSilenced ? 'silenced' : isNew ? 'unheard' : 'watched',
      isLate: health.state === 'late',
    };
  }

  const toldOfTouch = (screen: ScreenId): Incident | undefined =>
    watch.open.find(({ trouble, still }) => trouble === 'touch' && still.includes(screen));

  const view = (incident: Incident): IncidentView => ({
    ...incident,
    note: options.state().incidentNote[incident.id] ?? null,
  });

  return {
    hands(report, now) {
      const last = heard.get(report.screen);
      const isAnew = last === undefined || now - last.at > silentMs;
      heard.set(report.screen, { since: isAnew ? now : last.since, at: now });
      const { count, heldMs } = report.touch ?? { count: 0, heldMs: 0 };
      const before = hands.get(report.screen);
      if (before === undefined && count === 0 && heldMs === 0) return;
      hands.set(report.screen, touched(before ?? noHands, count, heldMs, now));
    },
    look(states, now) {
      const openSince = options.openSince(now);
      const screens = new Map(hallOf(options.state()).screens.map((screen) => [screen.id as string, screen]));
      const observations = states.flatMap((state) => {
        const screen = screens.get(state.id);
        if (screen === undefined) return [];
        if (told.get(state.id) !== state.health.state) {
          told.set(state.id, state.health.state);
          const { state: is, reason, said, since } = state.health;
          telemetry.append({ kind: 'state', at: now, screen: state.id, body: { is, reason, said, since } });
        }
        return [observe(screen, state, openSince, now)];
      });
      const looked = look(watch, observations, now, () => `incident-${freshId()}`, namesIn(options.state()));
      ({ watch } = looked);
      for (const { incident } of looked.news) telemetry.append({ kind: 'incident', at: now, body: incident });
      return looked.news;
    },
    open: () => watch.open.toSorted((a, b) => b.openedAt - a.openedAt).map(view),
    view,
    resume(open) {
      watch = resumeWatch(open);
    },
  };
}

/** What calls nothing by name says the same to programs and to people. */
const plainly = (said: Said): Reason => ({ plain: said.en, said });
