import type { Edge } from '../state/plan-view.ts';
import { counted } from './counted-ru.ts';
import type { ConsoleLanguage } from './words.ts';

/** Words for coming closer to the plan. */
export interface FloorWords {
  readonly heading: string;
  readonly closer: string;
  readonly farther: string;
  readonly whole: string;
  /** Screens in need of help that are not in sight, with their numbers. */
  readonly troubled: (n: number, edge: Edge, numbers: string) => string;
}

const sides: Readonly<Record<ConsoleLanguage, Readonly<Record<Edge, string>>>> = {
  en: { left: 'to the left', right: 'to the right', up: 'above', down: 'below' },
  ru: { left: 'слева', right: 'справа', up: 'выше', down: 'ниже' },
  kk: { left: 'сол жақта', right: 'оң жақта', up: 'жоғарыда', down: 'төменде' },
};

export const floorWords: Readonly<Record<ConsoleLanguage, FloorWords>> = {
  en: {
    heading: 'Size of the plan',
    closer: 'Closer to the plan',
    farther: 'Farther from the plan',
    whole: 'The whole plan',
    troubled: (n, edge, numbers) =>
      `${n === 1 ? '1 screen needs' : `${n} screens need`} help out of sight, ${sides.en[edge]}: ${numbers}. Go there`,
  },
  ru: {
    heading: 'Размер плана',
    closer: 'Ближе к плану',
    farther: 'Дальше от плана',
    whole: 'План целиком',
    troubled: (n, edge, numbers) =>
      `Нужна помощь ${counted(n, 'экрану', 'экранам', 'экранам')} вне видимой части, ${sides.ru[edge]}: ${numbers}. Перейти`,
  },
  kk: {
    heading: 'Жоспардың өлшемі',
    closer: 'Жоспарға жақындау',
    farther: 'Жоспардан алыстау',
    whole: 'Бүкіл жоспар',
    troubled: (n, edge, numbers) =>
      `Көрінбейтін бөлікте ${sides.kk[edge]} ${n} экранға көмек керек: ${numbers}. Сол жерге өту`,
  },
};
