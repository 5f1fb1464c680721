import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

/** The same shape with any words in it: a word that a language lacks fails the types. */
export type Spoken<T> = {
  readonly [K in keyof T]: T[K] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T[K] extends string
      ? string
      : Spoken<T[K]>;
};

export type Words = Spoken<typeof en>;

/** The languages of the console itself; what visitors read is the hall's affair. */
export const consoleLanguages = ['kk', 'ru', 'en'] as const;
export type ConsoleLanguage = (typeof consoleLanguages)[number];

export const dictionaries: Readonly<Record<ConsoleLanguage, Words>> = { kk, ru, en };
