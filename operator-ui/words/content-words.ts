import { contentEn } from './content/content-en.ts';
import { contentKk } from './content/content-kk.ts';
import { contentRu } from './content/content-ru.ts';
import type { ConsoleLanguage, Spoken } from './words.ts';

export type ContentWords = Spoken<typeof contentEn>;

/** The words of scenes, shows and media; the console's others are in the dictionaries. */
export const contentWords: Readonly<Record<ConsoleLanguage, ContentWords>> = {
  en: contentEn,
  ru: contentRu,
  kk: contentKk,
};
