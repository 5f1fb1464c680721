import type { Text } from '#shared/text.ts';

export const chronicleWords = {
  invite: { kk: 'Жылды таңдау үшін түртіңіз', ru: 'Коснитесь, чтобы выбрать год', en: 'Touch to choose a year' },
  year: { kk: 'Жыл', ru: 'Год', en: 'Year' },
  events: { kk: 'Жыл оқиғалары', ru: 'События года', en: 'Events of the year' },
  earlier: { kk: 'Алдыңғы оқиға', ru: 'Предыдущее событие', en: 'Previous event' },
  later: { kk: 'Келесі оқиға', ru: 'Следующее событие', en: 'Next event' },
  decades: { kk: 'Онжылдықтар', ru: 'Десятилетия', en: 'Decades' },
  noEvents: {
    kk: 'Бұл жылға жазба әлі енгізілмеген',
    ru: 'За этот год записей пока нет',
    en: 'No entry for this year yet',
  },
} as const satisfies Record<string, Text>;
