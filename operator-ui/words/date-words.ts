import type { ConsoleLanguage } from './words.ts';

export interface DateWords {
  /** What stands between day, month and year. */
  readonly between: string;
  /** An empty field says in which order it is typed. */
  readonly date: string;
  readonly dateTime: string;
  readonly calendar: string;
  /** What was typed is no date. */
  readonly slip: (example: string) => string;
}

export const dateWords: Readonly<Record<ConsoleLanguage, DateWords>> = {
  kk: {
    between: '.',
    date: 'кк.аа.жжжж',
    dateTime: 'кк.аа.жжжж сс:мм',
    calendar: 'Күнтізбені ашу',
    slip: (example) => `Мұндай күн жоқ. Былай теріңіз: ${example}`,
  },
  ru: {
    between: '.',
    date: 'дд.мм.гггг',
    dateTime: 'дд.мм.гггг чч:мм',
    calendar: 'Открыть календарь',
    slip: (example) => `Такой даты нет. Наберите её так: ${example}`,
  },
  en: {
    between: '/',
    date: 'dd/mm/yyyy',
    dateTime: 'dd/mm/yyyy hh:mm',
    calendar: 'Open the calendar',
    slip: (example) => `There is no such date. Type it as ${example}`,
  },
};
