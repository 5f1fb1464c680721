import { calendarEn } from './schedule/calendar-en.ts';
import { calendarKk } from './schedule/calendar-kk.ts';
import { calendarRu } from './schedule/calendar-ru.ts';
import { hoursEn } from './schedule/hours-en.ts';
import { hoursKk } from './schedule/hours-kk.ts';
import { hoursRu } from './schedule/hours-ru.ts';
import { ruleEn } from './schedule/rule-en.ts';
import { ruleKk } from './schedule/rule-kk.ts';
import { ruleRu } from './schedule/rule-ru.ts';
import { whyEn } from './schedule/why-en.ts';
import { whyKk } from './schedule/why-kk.ts';
import { whyRu } from './schedule/why-ru.ts';
import type { ConsoleLanguage, Spoken } from './words.ts';

export type CalendarWords = Spoken<typeof calendarEn>;
export type RuleWords = Spoken<typeof ruleEn>;
export type HoursWords = Spoken<typeof hoursEn>;
export type WhyWords = Spoken<typeof whyEn>;

export type ScheduleWords = CalendarWords & {
  readonly rule: RuleWords;
  readonly hours: HoursWords;
  readonly why: WhyWords;
};

/** The schedule's own words; the console's others are in the dictionaries. */
export const scheduleWords: Readonly<Record<ConsoleLanguage, ScheduleWords>> = {
  en: { ...calendarEn, rule: ruleEn, hours: hoursEn, why: whyEn },
  ru: { ...calendarRu, rule: ruleRu, hours: hoursRu, why: whyRu },
  kk: { ...calendarKk, rule: ruleKk, hours: hoursKk, why: whyKk },
};
