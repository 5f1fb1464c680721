import type { Screen } from '#shared/hall.ts';
import type { Text } from '#shared/text.ts';
import type { Cause, Incident, Trouble } from '#shared/incidents.ts';
import type { Said } from '#shared/said.ts';
import type { Names } from '#shared/words/names.ts';
import type { Observation } from './watch.ts';

/** A cause, and which screens hang on it. */
export interface Found extends Cause {
  covers(screen: Screen): boolean;
}

/** In the order in which they are named where they explain the same screens: what stands nearest to them first. */
const shared = ['playerHost', 'switch', 'circuit'] as const;
/** Fewer screens than this are no proof of anything common. */
const least = 2;

export const sameCause = (a: Cause, b: Cause): boolean => a.kind === b.kind && a.name === b.name;

/**
 * What is behind the trouble of a screen: whatever it shares with others that are all gone too, and of several the one
 * that explains most; the screen itself where it is alone. Only silence is looked for in common: two pictures are wrong
 * for two reasons.
 */
export function commonCause(screen: Screen, trouble: Trouble, observations: readonly Observation[]): Found {
  const alone: Found = { kind: 'screen', name: screen.id, covers: ({ id }) => id === screen.id };
  if (trouble !== 'offline') return alone;
  const known = observations.filter((one) => one.standing === 'watched');
  const hall = allGone(known, 'hall', '', () => true);
  let best: { readonly found: Found; readonly explains: number } | null = null;
  for (const kind of shared) {
    const name = screen[kind];
    if (name === undefined) continue;
    const members = allGone(known, kind, name, (other) => other[kind] === name);
    if (members !== null && (best === null || members.explains > best.explains)) best = members;
  }
  // All of the hall is gone by a switch only where that switch has all of the hall.
  if (hall !== null && hall.explains > (best?.explains ?? 0)) return hall.found;
  return best?.found ?? alone;
}

/** Those that have been heard and hang on it, if every one of them is gone or about to be. */
function allGone(
  known: readonly Observation[],
  kind: Found['kind'],
  name: string,
  covers: (screen: Screen) => boolean,
): { readonly found: Found; readonly explains: number } | null {
  const members = known.filter((one) => covers(one.screen));
  const isGone = members.length >= least && members.every((one) => one.troubles.has('offline') || one.isLate);
  return isGone ? { found: { kind, name, covers }, explains: members.length } : null;
}

const kinds: Record<Exclude<Cause['kind'], 'screen' | 'hall'>, Record<'en' | 'ru' | 'kk', string>> = {
  playerHost: { en: 'Player host', ru: 'Хост плеера', kk: 'Плеер хосты' },
  switch: { en: 'Switch', ru: 'Коммутатор', kk: 'Коммутатор' },
  circuit: { en: 'Circuit', ru: 'Линия питания', kk: 'Қуат желісі' },
};

/** Why, as a sentence: for programs in English and with ids, and for people by the names that they gave. */
export interface Reason {
  readonly plain: string;
  readonly said: Text;
}

/** The incident in one sentence; `reason` is what is wrong with its first screen. */
export function titleOf(
  cause: Cause,
  screens: number,
  screen: Screen,
  reason: Reason,
  names: Names,
): Pick<Incident, 'title' | 'said'> {
  if (cause.kind !== 'screen') {
    const said = common(cause.kind, cause.name, screens);
    return { title: said.en, said };
  }
  const { number, id } = screen;
  const of = (word: string, called: string, why: string): string =>
    `${word} ${number} ${called}: ${why}`.slice(0, mostLetters);
  const [called, why] = [names.screen(id), (language: keyof Said) => reason.said[language] ?? reason.plain];
  return {
    title: of('Screen', id, reason.plain),
    said: {
      en: of('Screen', called.en, why('en')),
      ru: of('Экран', called.ru, why('ru')),
      kk: of('Экран', called.kk, why('kk')),
    },
  };
}

/** What several screens share is called as the technician wrote it down. */
function common(kind: Exclude<Cause['kind'], 'screen'>, name: string, screens: number): Said {
  if (kind === 'hall')
    return {
      en: `All ${screens} screens of the hall are silent.`,
      ru: `Молчат все экраны зала (${screens}).`,
      kk: `Залдың барлық экраны (${screens}) үнсіз.`,
    };
  const { en, ru, kk } = kinds[kind];
  return {
    en: `${en} ${name}: its ${screens} screens are silent.`,
    ru: `${ru} ${name}: молчат все его экраны (${screens}).`,
    kk: `${kk} ${name}: барлық экраны (${screens}) үнсіз.`,
  };
}

const mostLetters = 300;
