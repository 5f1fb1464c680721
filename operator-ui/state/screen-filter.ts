import type { Hall } from '#shared/hall.ts';
import type { ScreenMark } from './screen-mark.ts';
import type { ScreenRead } from './screen-read.ts';
import type { Speech } from './speech.ts';
import { screensOf } from './targets.ts';
import { twoDigits, unitsOf } from './units.ts';

/** Which screens are looked at, on the plan and in the list alike; empty: all of them. */
export interface ScreenFilter {
  /** In a number, a name, a state, or what is on. */
  readonly words: string;
  readonly state: ScreenMark['word'] | '';
  /** A zone's id. */
  readonly zone: string;
}

export const noFilter: ScreenFilter = { words: '', state: '', zone: '' };

export function isFiltering({ words, state, zone }: ScreenFilter): boolean {
  return words.trim() !== '' || state !== '' || zone !== '';
}

/** Ids of the screens that fit. */
export function fitting(
  filter: ScreenFilter,
  hall: Hall,
  read: ReadonlyMap<string, ScreenRead>,
  speech: Speech,
): ReadonlySet<string> {
  if (!isFiltering(filter)) return new Set(read.keys());
  const wanted = filter.words.trim().toLocaleLowerCase();
  const inZone = filter.zone === '' ? null : new Set(screensOf(hall, filter.zone));
  const fits = (id: string, unit: string): boolean => {
    const found = read.get(id);
    if (found === undefined || (inZone !== null && !inZone.has(id))) return false;
    if (filter.state !== '' && found.mark.word !== filter.state) return false;
    return wanted === '' || wordsOf(found, unit, speech).includes(wanted);
  };
  return new Set(
    unitsOf(hall).flatMap(({ name, members }) =>
      members.map(({ screen }) => screen.id as string).filter((id) => fits(id, speech.text(name))),
    ),
  );
}

function wordsOf({ screen, mark, want, shown }: ScreenRead, unit: string, speech: Speech): string {
  return [twoDigits(screen.number), speech.text(screen.name), unit, speech.words.marks[mark.word], want, shown]
    .join(' ')
    .toLocaleLowerCase();
}

/** The states that screens are in now, in the order in which they want a person. */
export function statesOf(read: ReadonlyMap<string, ScreenRead>): readonly ScreenMark['word'][] {
  const found = new Map([...read.values()].map(({ mark }) => [mark.word, mark.urgency]));
  return [...found].toSorted(([, one], [, other]) => other - one).map(([word]) => word);
}
