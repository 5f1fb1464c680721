import type { Text } from '#shared/text.ts';

/** The few words that scenes say by themselves; everything else is content. */
export const words = {
  today: { kk: 'Бүгін', ru: 'Сегодня', en: 'Today' },
  now: { kk: 'Қазір', ru: 'Сейчас', en: 'Now' },
  programmeOver: {
    kk: 'Бүгінгі бағдарлама аяқталды. Көрмені аралап көріңіз.',
    ru: 'Программа на сегодня завершена. Экспозиция открыта.',
    en: 'Today’s programme is over. The exhibition goes on.',
  },
  billionDollars: { kk: 'млрд АҚШ доллары', ru: 'млрд долларов США', en: 'billion US dollars' },
} as const satisfies Record<string, Text>;
