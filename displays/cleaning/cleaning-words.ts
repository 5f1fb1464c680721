import type { Text } from '#shared/text.ts';

/** What a panel says to whoever cleans it, and to the visitors who wait. */
export const cleaningWords = {
  heading: { kk: 'Экранды тазалау', ru: 'Уборка экрана', en: 'Cleaning this screen' },
  enter: { kk: 'ПИН-кодты теріңіз', ru: 'Введите ПИН-код', en: 'Enter the PIN' },
  checking: { kk: 'Тексерілуде…', ru: 'Проверка…', en: 'Checking…' },
  wrong: { kk: 'ПИН-код дұрыс емес', ru: 'Неверный ПИН-код', en: 'That PIN is wrong' },
  wait: { kk: 'Тым көп қате. Күтіңіз:', ru: 'Слишком много ошибок. Подождите:', en: 'Too many wrong PINs. Wait:' },
  noPin: {
    kk: 'ПИН-код әлі қойылмаған. Оны техник пульттің «Күйі» бөлімінде қояды.',
    ru: 'ПИН-код ещё не задан. Его задаёт техник на пульте, в разделе «Состояние».',
    en: 'No PIN has been set yet. A technician sets it in the console, under Health.',
  },
  erase: { kk: 'Өшіру', ru: 'Стереть', en: 'Erase' },
  lock: { kk: 'Бекіту', ru: 'Закрыть', en: 'Lock' },
  close: { kk: 'Жабу', ru: 'Отмена', en: 'Cancel' },
  cleaned: { kk: 'Экран тазаланып жатыр', ru: 'Экран протирают', en: 'This screen is being cleaned' },
  again: {
    kk: 'Жанасу жақында қайта іске қосылады',
    ru: 'Скоро касания снова заработают',
    en: 'Touch will work again soon',
  },
} as const satisfies Record<string, Text>;
