import { actorWords } from '#shared/actor-words.ts';
import type { RunView, StandbyView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import { lainOver } from '#shared/lain-over.ts';
import type { Refusal } from '../controllers/rest.ts';
import type { Act } from './acts.ts';
import type { Seen } from './seen.ts';
import type { Speech } from './speech.ts';
import { screensOf } from './targets.ts';

/** What has to be known to tell whose a run is. */
export interface Whose {
  readonly seen: Pick<Seen, 'runs' | 'standbys'>;
  readonly me: string;
  /** Shared time, ms. */
  readonly now: number;
}

/** Whether somebody else holds the run by hand, and its time is not up. */
export function isOthers({ layer, owner, until }: RunView, { me, now }: Omit<Whose, 'seen'>): boolean {
  return layer === 'manual' && owner !== null && owner !== me && (until === null || until > now);
}

/** Every screen that GO comes to, in whichever cue. */
export function goesTo({ screens, later = [] }: Pick<StandbyView, 'screens' | 'later'>): readonly string[] {
  return [...screens, ...later];
}

/**
 * What somebody else holds and is seen on one of the screens, or would be, but for what lies over everything held by
 * hand for now.
 */
export function othersOn(screens: Iterable<string>, whose: Whose): readonly RunView[] {
  return lainOver(screens, whose.now, whose.seen.runs, (run) => run.screens)
    .map(({ run }) => run)
    .filter((run) => isOthers(run, whose));
}

/** The runs of others that an act would end or lie over, where it does not say why; an emergency asks nobody. */
export function othersTouched(act: Act, hall: Hall | null, whose: Whose): readonly RunView[] {
  if (hall === null) return [];
  if (act.do === 'release' && act.reason === undefined)
    return whose.seen.runs.filter((run) => act.runs.includes(run.id) && isOthers(run, whose));
  if (act.do !== 'take' || act.body.reason !== undefined) return [];
  const { targets, except = [], standby, at } = act.body;
  // GO comes to what is still armed, and leaves the rest of what was aimed at alone.
  const armed = whose.seen.standbys.find(({ id }) => id === standby);
  if (armed !== undefined) return othersOn(goesTo(armed), whose);
  const away = new Set(except.flatMap((id) => screensOf(hall, id)));
  const screens = [targets].flat().flatMap((id) => screensOf(hall, id));
  return othersOn(
    screens.filter((screen) => !away.has(screen)),
    at === undefined ? whose : { ...whose, now: Date.parse(at) },
  );
}

/** Whether the act was refused for want of a reason, and can be given again with one. */
export function lacksReason(act: Act, { code, fields = [] }: Pick<Refusal, 'code' | 'fields'>): boolean {
  const given = act.do === 'release' ? act.reason : act.do === 'take' ? act.body.reason : '';
  return given === undefined && code === 'conflict' && fields.some(({ path }) => path === 'reason');
}

/** The same act with the reason that it lacked. */
export function withReason(act: Act, reason: string): Act {
  if (act.do === 'release') return { ...act, reason };
  return act.do === 'take' ? { ...act, body: { ...act.body, reason } } : act;
}

/** Whose the runs are, each owner once. */
export function ownersOf(runs: readonly RunView[], { language }: Pick<Speech, 'language'>): string {
  const owners = new Set(runs.flatMap(({ owner }) => (owner === null ? [] : [owner])));
  return [...owners].map((owner) => actorWords(owner)[language]).join(', ');
}
