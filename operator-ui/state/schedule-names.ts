import type { Hall } from '#shared/hall.ts';
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

/** What people call a rule: its own name, or that of what it shows. */
export function ruleName(rule: Rule, library: readonly (Show | Scene)[], speech: Speech): string {
  const named = rule.title ?? library.find(({ id }) => id === (rule.show ?? rule.scene))?.title;
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
  const places = isEverywhere ? null : targets.map((target) => placeName(target, hall, speech)).join(', ');
  const parts = [language, places, booking?.group];
  return parts.filter((part) => part !== null && part !== undefined).join(' · ');
}
