import { actorWords } from '#shared/actor-words.ts';
import type { Hall } from '#shared/hall.ts';
import { asIs, type Said } from '#shared/said.ts';
import type { AbsentAnswer, BlockAnswer } from '#shared/schedule-answers.ts';
import type { Rule } from '#shared/schedule.ts';
import type { Scene, Show } from '#shared/scene.ts';
import { scheduleWords } from '../words/schedule-words.ts';
import type { Speech } from './speech.ts';

/** What people call a target: a zone, a surface, a screen, the whole hall. */
export function placeName(target: string, hall: Hall, speech: Speech): string {
  if (target === 'all') return scheduleWords[speech.language].wholeHall;
  const place = [...hall.zones, ...hall.surfaces, ...hall.screens].find(({ id }) => id === target);
  return place === undefined ? target : speech.text(place.name);
}

/** What people call whoever acted: a screen that acts by itself has the name that they gave it. */
export function actorName(actor: string, hall: Hall, speech: Speech): string {
  const screenOf = (id: string): Said => {
    const screen = hall.screens.find((one) => one.id === id);
    return asIs(screen === undefined ? id : speech.quoted(speech.text(screen.name)));
  };
  return actorWords(actor, screenOf)[speech.language];
}

/** What people call a rule: its own name, or that of what it shows. */
export function ruleName(
  rule: Pick<Rule, 'id' | 'title' | 'show' | 'scene'>,
  library: readonly (Show | Scene)[],
  speech: Speech,
): string {
  // A show and a scene may have the same id.
  const isSubject = (one: Show | Scene): boolean => one.id === ('cues' in one ? rule.show : rule.scene);
  const named = rule.title ?? library.find(isSubject)?.title;
  return named === undefined ? rule.id : speech.text(named);
}

/** What a block says under its name: language, places, group. */
export function blockDetail(
  { language, targets, booking }: BlockAnswer | AbsentAnswer,
  hall: Hall,
  speech: Speech,
): string {
  // The whole hall is where shows go: only another place needs its room in a block.
  const isEverywhere = targets.length === 1 && targets[0] === 'all';
  const places = isEverywhere ? null : speech.names(targets.map((target) => placeName(target, hall, speech)));
  const parts = [language, places, booking?.group];
  return parts.filter((part) => part !== null && part !== undefined).join(' · ');
}

/** Titles to choose from; the id stands behind one only where another is called the same. */
export function choiceNames(library: readonly (Show | Scene)[], speech: Speech): (one: Show | Scene) => string {
  const count = new Map<string, number>();
  for (const { title } of library) count.set(speech.text(title), (count.get(speech.text(title)) ?? 0) + 1);
  return ({ id, title }) => {
    const name = speech.text(title);
    return (count.get(name) ?? 0) > 1 ? `${name} (${id})` : name;
  };
}
