import type { Incident, Trouble } from '#shared/incidents.ts';
import type { Screen } from '#shared/hall.ts';
import type { Names } from '#shared/words/names.ts';
import { commonCause, sameCause, titleOf, type Reason } from './cause.ts';
import { afterMs } from './rules.ts';

/** How one screen stands at one instant, as the rules see it. */
export interface Observation {
  readonly screen: Screen;
  /** What is wrong with it now and calls for somebody, each with its reason in words. */
  readonly troubles: ReadonlyMap<Trouble, Reason>;
  /**
   * `silenced`: somebody works on it, or it has no player; nothing is said of it. `unheard`: the controller has just
   * started and cannot know yet; what was said before stays.
   */
  readonly standing: 'watched' | 'silenced' | 'unheard';
  /** Overdue: not yet offline, and likely to be. */
  readonly isLate: boolean;
}

/** What a rule remembers of one screen and one trouble. */
interface Suspicion {
  readonly since: number;
  /** Since when it has been well again, or null while it is not. */
  readonly goneAt: number | null;
  /** The incident that speaks of it, or null while it is only suspected. */
  readonly incident: string | null;
}

/** Everything the watch remembers; plain data. Keys are `trouble/screen`. */
export interface Watch {
  readonly suspicions: ReadonlyMap<string, Suspicion>;
  readonly open: readonly Incident[];
}

/** The watch of a controller that finds these incidents open when it starts. */
export function resumeWatch(open: readonly Incident[]): Watch {
  const suspicions = open.flatMap((incident) =>
    incident.still.map((screen): readonly [string, Suspicion] => [
      keyOf(incident.trouble, screen),
      { since: incident.openedAt, goneAt: null, incident: incident.id },
    ]),
  );
  return { suspicions: new Map(suspicions), open };
}

/** What happened to an incident. */
export type IncidentNews =
  | { readonly is: 'opened' | 'updated' | 'closed'; readonly incident: Incident }
  /** It turned out to be part of another; nothing more will be said of it. */
  | { readonly is: 'merged'; readonly incident: Incident; readonly into: string };

/**
 * One look at all screens at `now`. Troubles open an incident when they have lasted, and end it when they have stayed
 * away; screens that share a switch, a circuit or a player host and are gone together are one incident, which names it.
 * Pure: `freshId` makes the id of the n-th incident opened in this look, and people call things by `names`.
 */
export function look(
  watch: Watch,
  observations: readonly Observation[],
  now: number,
  freshId: (n: number) => string,
  names: Names,
): { readonly watch: Watch; readonly news: readonly IncidentNews[] } {
  const suspicions = suspect(watch.suspicions, observations, now);
  const spoken = speak(suspicions, watch.open, observations, now, freshId, names);
  return settle(spoken, observations, now);
}

function suspect(
  before: Watch['suspicions'],
  observations: readonly Observation[],
  now: number,
): Map<string, Suspicion> {
  const next = new Map<string, Suspicion>();
  const seen = new Map(observations.map((observation) => [observation.screen.id as string, observation]));
  for (const [key, suspicion] of before) {
    const { trouble, screen } = partsOf(key);
    const observation = seen.get(screen);
    // A screen that has left the hall, or that somebody works on, is nobody's trouble any more.
    if (observation?.standing === 'unheard') next.set(key, suspicion);
    else if (observation === undefined || observation.standing === 'silenced') {
      if (suspicion.incident !== null)
        next.set(key, { ...suspicion, goneAt: suspicion.goneAt ?? now - afterMs[trouble].close });
    } else if (observation.troubles.has(trouble)) next.set(key, { ...suspicion, goneAt: null });
    else if (suspicion.incident !== null) next.set(key, { ...suspicion, goneAt: suspicion.goneAt ?? now });
    else if (now - (suspicion.goneAt ?? now) < afterMs[trouble].forget)
      next.set(key, { ...suspicion, goneAt: suspicion.goneAt ?? now });
  }
  for (const { screen, troubles, standing } of observations) {
    if (standing !== 'watched') continue;
    for (const trouble of troubles.keys()) {
      const key = keyOf(trouble, screen.id);
      if (!next.has(key)) next.set(key, { since: now, goneAt: null, incident: null });
    }
  }
  return next;
}

interface Spoken {
  readonly suspicions: Map<string, Suspicion>;
  readonly open: readonly Incident[];
  readonly news: readonly IncidentNews[];
}

/** Suspicions that have lasted become incidents: one for all that share a cause, or a place in one that is open. */
function speak(
  suspicions: Map<string, Suspicion>,
  before: readonly Incident[],
  observations: readonly Observation[],
  now: number,
  freshId: (n: number) => string,
  names: Names,
): Spoken {
  const incidents = new Map(before.map((incident) => [incident.id, incident]));
  const news: IncidentNews[] = [];
  let made = 0;
  for (const observation of observations) {
    if (observation.standing !== 'watched') continue;
    for (const [trouble, reason] of observation.troubles) {
      const suspicion = suspicions.get(keyOf(trouble, observation.screen.id));
      const isRipe =
        suspicion !== undefined && suspicion.incident === null && now - suspicion.since >= afterMs[trouble].open;
      if (!isRipe) continue;
      const cause = commonCause(observation.screen, trouble, observations);
      const members = observations
        .filter((one) => one.troubles.has(trouble) && one.standing === 'watched' && cause.covers(one.screen))
        .map(({ screen }) => screen);
      const known = [...incidents.values()].find((one) => one.trouble === trouble && sameCause(one.cause, cause));
      const since = (screen: string): number => suspicions.get(keyOf(trouble, screen))?.since ?? now;
      const ids = members.map(({ id }) => id);
      const screens = inOrder(observations, [...(known?.screens ?? []), ...ids]);
      const incident: Incident = {
        id: known?.id ?? freshId(made++),
        trouble,
        cause: { kind: cause.kind, name: cause.name },
        ...titleOf(cause, screens.length, observation.screen, reason, names),
        screens,
        still: inOrder(observations, [...(known?.still ?? []), ...ids]),
        openedAt: known?.openedAt ?? Math.min(...ids.map(since)),
        updatedAt: now,
        closedAt: null,
      };
      incidents.set(incident.id, incident);
      news.push({ is: known === undefined ? 'opened' : 'updated', incident });
      for (const id of ids) {
        const earlier = suspicions.get(keyOf(trouble, id))?.incident ?? null;
        suspicions.set(keyOf(trouble, id), { since: since(id), goneAt: null, incident: incident.id });
        if (earlier !== null && earlier !== incident.id)
          news.push(...swallow(incidents, earlier, id, incident.id, now));
      }
    }
  }
  return { suspicions, open: [...incidents.values()], news };
}

/** Takes a screen out of an incident that another now speaks for; with its last screen the incident ends. */
function swallow(
  incidents: Map<string, Incident>,
  id: string,
  screen: string,
  into: string,
  now: number,
): readonly IncidentNews[] {
  const swallowed = incidents.get(id);
  if (swallowed === undefined) return [];
  const still = swallowed.still.filter((other) => other !== screen);
  if (still.length > 0) {
    incidents.set(id, { ...swallowed, still });
    return [];
  }
  incidents.delete(id);
  return [{ is: 'merged', incident: { ...swallowed, still, closedAt: now, updatedAt: now }, into }];
}

/** Troubles that have stayed away leave their incident; the last one ends it. */
function settle(
  { suspicions, open: before, news }: Spoken,
  observations: readonly Observation[],
  now: number,
): { readonly watch: Watch; readonly news: readonly IncidentNews[] } {
  const said = [...news];
  const stillOpen: Incident[] = [];
  for (const incident of before) {
    const left = incident.still.filter((screen) => {
      const key = keyOf(incident.trouble, screen);
      const suspicion = suspicions.get(key);
      const isGone =
        suspicion === undefined ||
        (suspicion.goneAt !== null && now - suspicion.goneAt >= afterMs[incident.trouble].close);
      if (isGone) suspicions.delete(key);
      return !isGone;
    });
    if (left.length === 0)
      said.push({ is: 'closed', incident: { ...incident, still: [], updatedAt: now, closedAt: now } });
    else if (left.length === incident.still.length) stillOpen.push(incident);
    else {
      const updated = { ...incident, still: inOrder(observations, left), updatedAt: now };
      stillOpen.push(updated);
      said.push({ is: 'updated', incident: updated });
    }
  }
  return { watch: { suspicions, open: stillOpen }, news: said };
}

const keyOf = (trouble: Trouble, screen: string): string => `${trouble}/${screen}`;

function partsOf(key: string): { readonly trouble: Trouble; readonly screen: string } {
  const cut = key.indexOf('/');
  return { trouble: key.slice(0, cut) as Trouble, screen: key.slice(cut + 1) };
}

/** Each once, in the hall's order; screens that have left the hall at the end. */
function inOrder(observations: readonly Observation[], screens: readonly Screen['id'][]): Screen['id'][] {
  const wanted = new Set<string>(screens);
  const inHall = observations.map(({ screen }) => screen.id).filter((id) => wanted.delete(id));
  return [...inHall, ...screens.filter((id) => wanted.delete(id))];
}
