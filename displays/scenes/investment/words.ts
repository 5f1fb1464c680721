import type { InvestmentEntry } from '#shared/content.ts';
import type { Text } from '#shared/text.ts';
import { words } from '../../look/words.ts';

type Unit = NonNullable<InvestmentEntry['unit']>;

export const unitNames: Readonly<Record<Unit, Text>> = {
  'billion-usd': words.billionDollars,
  'billion-eur': { kk: 'млрд еуро', ru: 'млрд евро', en: 'billion euros' },
};

export const investmentWords = {
  gap: {
    kk: 'Бұл жылдар бойынша қалғандарымен қатар қоюға болатын дерек жоқ',
    ru: 'За эти годы нет данных, которые можно поставить рядом с остальными',
    en: 'For these years there are no figures that could stand beside the others',
  },
  source: { kk: 'Дереккөз', ru: 'Источник', en: 'Source' },
} as const satisfies Record<string, Text>;

/** The amount with the decimal sign of the language: a comma in Kazakh and Russian. */
export function amountText(amount: number, language: string): string {
  const digits = amount < 10 && !Number.isInteger(amount * 10) ? 2 : amount < 100 && !Number.isInteger(amount) ? 1 : 0;
  const text = amount.toFixed(digits);
  return language === 'en' || language.startsWith('en-') ? text : text.replace('.', ',');
}
