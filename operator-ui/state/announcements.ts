import type { AnnouncedView } from '#shared/facts.ts';
import type { Text } from '#shared/text.ts';

/** A text, and for how many minutes it is true. */
export interface Announcement {
  readonly text: Text;
  readonly minutes: number;
}

/** What is said in every museum, ready to be said. */
export const announcements: readonly Announcement[] = [
  {
    minutes: 15,
    text: {
      kk: 'Көрме 15 минуттан кейін жабылады',
      ru: 'Экспозиция закрывается через 15 минут',
      en: 'The exhibition closes in 15 minutes',
    },
  },
  {
    minutes: 5,
    text: {
      kk: 'Көрме 5 минуттан кейін жабылады. Шығуға бет алуыңызды сұраймыз',
      ru: 'Экспозиция закрывается через 5 минут. Просим пройти к выходу',
      en: 'The exhibition closes in 5 minutes. Please make your way to the exit',
    },
  },
  {
    minutes: 5,
    text: {
      kk: 'Көрсетілім 5 минуттан кейін басталады',
      ru: 'Показ начнётся через 5 минут',
      en: 'The show begins in 5 minutes',
    },
  },
];

/** What is on at the instant, ms, the newest first: the hall tells of an end when it looks, a clock here sees it at once. */
export function announcedOn(announced: readonly AnnouncedView[], now: number): readonly AnnouncedView[] {
  return announced.filter(({ until }) => until === null || until > now).toSorted((a, b) => b.from - a.from);
}
