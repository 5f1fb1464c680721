import type { Category } from '#shared/content.ts';
import type { Text } from '#shared/text.ts';

/** The three fields of life by name; a glyph never stands without it for long. */
export const categoryNames: Readonly<Record<Category, Text>> = {
  political: { kk: 'Саясат', ru: 'Политика', en: 'Politics' },
  economic: { kk: 'Экономика', ru: 'Экономика', en: 'Economy' },
  'socio-cultural': { kk: 'Қоғам және мәдениет', ru: 'Общество и культура', en: 'Society and culture' },
};
