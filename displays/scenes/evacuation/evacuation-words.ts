import type { Text } from '#shared/text.ts';

/** Built in, so that they are there when nothing else is. No direction: the nearest exit differs from where one stands. */
export const evacuationWords = {
  heading: { kk: 'Залдан шығыңыз', ru: 'Покиньте зал', en: 'Leave the hall' },
  instruction: {
    kk: 'Ең жақын шығу есігі арқылы асықпай, сабырмен шығыңыз',
    ru: 'Пожалуйста, спокойно выйдите через ближайший выход',
    en: 'Please leave calmly by the nearest exit',
  },
} as const satisfies Record<string, Text>;
