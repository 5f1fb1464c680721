import type { Text } from '#shared/text.ts';

export const diplomacyWords = {
  states: {
    kk: 'күні расталған мемлекет',
    ru: {
      one: 'государство с подтверждённой датой отношений',
      few: 'государства с подтверждённой датой отношений',
      many: 'государств с подтверждённой датой отношений',
    },
    en: { one: 'state with a confirmed date of relations', other: 'states with a confirmed date of relations' },
  },
  move: {
    kk: 'Ел астанасы Алматыдан Ақмолаға көшті',
    ru: 'Столица переехала из Алматы в Акмолу',
    en: 'The capital moved from Almaty to Akmola',
  },
  almaty: { kk: 'Алматы', ru: 'Алматы', en: 'Almaty' },
  astana: { kk: 'Астана', ru: 'Астана', en: 'Astana' },
  undated: {
    kk: 'Картада күні әлі расталмаған мемлекеттер де жарықтандырылған',
    ru: 'Освещены и государства, день отношений с которыми ещё не подтверждён',
    en: 'States whose day is still to be confirmed are lit as well',
  },
} as const;

/** What the number counts, in the form that each language takes after it: `1 государство`, `2 государства`, `11 государств`. */
export function statesText(count: number): Text {
  const { kk, ru, en } = diplomacyWords.states;
  return {
    kk,
    ru: ru[new Intl.PluralRules('ru').select(count) as 'one' | 'few' | 'many'],
    en: count === 1 ? en.one : en.other,
  };
}
