import type { Text } from '#shared/text.ts';

export const mapWords = {
  title: { kk: 'Жетістіктер картасы', ru: 'Карта достижений', en: 'Map of achievements' },
  invite: { kk: 'Картаны түртіңіз', ru: 'Коснитесь карты', en: 'Touch the map' },
  year: { kk: 'Жыл', ru: 'Год', en: 'Year' },
  fields: { kk: 'Салалар', ru: 'Сферы', en: 'Fields' },
  close: { kk: 'Жабу', ru: 'Закрыть', en: 'Close' },
  closer: { kk: 'Жақындату', ru: 'Приблизить', en: 'Zoom in' },
  farther: { kk: 'Алыстату', ru: 'Отдалить', en: 'Zoom out' },
  scale: { kk: 'Масштаб', ru: 'Масштаб', en: 'Scale' },
  home: { kk: 'Бүкіл карта', ru: 'Вся карта', en: 'Whole map' },
  schematic: {
    kk: '2022 жылғы жаңа облыстардың шекарасы схема түрінде',
    ru: 'Границы новых областей 2022 года показаны схематично',
    en: 'Borders of the new regions of 2022 are schematic',
  },
  nothingYet: {
    kk: 'Бұл жылға дейін картада белгі жоқ',
    ru: 'К этому году на карте отметок нет',
    en: 'No entry on the map up to this year',
  },
} as const satisfies Record<string, Text>;

/** Words that a map leaves out of a region's name. */
const common = / облысы$| область$|^область | Region$/u;

export function shortName(name: string): string {
  return name.replace(common, '');
}
