import type { Text } from '#shared/text.ts';

export const statehoodWords = {
  title: { kk: 'Мемлекет осылай көтерілді', ru: 'Так поднималось государство', en: 'How the state rose' },
  count: {
    kk: 'Тәуелсіз елдің институттары, құрылған жылдары бойынша',
    ru: 'Институты независимой страны по годам их основания',
    en: 'The institutions of an independent country, by the years of their foundation',
  },
} as const satisfies Record<string, Text>;
