import type { Text } from '#shared/text.ts';

/** What is said in every museum, ready to be said. */
export const announcements: readonly Text[] = [
  {
    kk: 'Көрме 15 минуттан кейін жабылады',
    ru: 'Экспозиция закрывается через 15 минут',
    en: 'The exhibition closes in 15 minutes',
  },
  {
    kk: 'Көрме 5 минуттан кейін жабылады. Шығуға бет алуыңызды сұраймыз',
    ru: 'Экспозиция закрывается через 5 минут. Просим пройти к выходу',
    en: 'The exhibition closes in 5 minutes. Please make your way to the exit',
  },
  {
    kk: 'Көрсетілім 5 минуттан кейін басталады',
    ru: 'Показ начнётся через 5 минут',
    en: 'The show begins in 5 minutes',
  },
];
