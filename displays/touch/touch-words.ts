import type { Text } from '#shared/text.ts';

/** What every scene says to the hand that touches it. */
export const touchWords = {
  languages: { kk: 'Тіл', ru: 'Язык', en: 'Language' },
  textSize: { kk: 'Мәтін өлшемі', ru: 'Размер текста', en: 'Text size' },
  normalText: { kk: 'Қалыпты мәтін', ru: 'Обычный текст', en: 'Normal text' },
  largeText: { kk: 'Ірі мәтін', ru: 'Крупный текст', en: 'Large text' },
  lower: { kk: 'Төменірек', ru: 'Ниже', en: 'Lower' },
  higher: { kk: 'Жоғарырақ', ru: 'Выше', en: 'Higher' },
  tools: { kk: 'Баптау', ru: 'Настройки', en: 'Settings' },
  returns: { kk: 'Экран басына оралады', ru: 'Экран вернётся к началу', en: 'This screen returns to its start' },
  stay: { kk: 'Жалғастыру', ru: 'Продолжить', en: 'Continue' },
  outOfOrder: {
    kk: 'Көрші панельді пайдаланыңыз',
    ru: 'Воспользуйтесь соседней панелью',
    en: 'Please use the next panel',
  },
} as const satisfies Record<string, Text>;
