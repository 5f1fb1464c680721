import type { Text } from '#shared/text.ts';

export const diplomacyWords = {
  states: {
    kk: 'күні расталған мемлекет',
    ru: 'государств с подтверждённой датой отношений',
    en: 'states with a confirmed date of relations',
  },
  state: {
    kk: 'күні расталған мемлекет',
    ru: 'государство с подтверждённой датой отношений',
    en: 'state with a confirmed date of relations',
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
} as const satisfies Record<string, Text>;

/** `1 государство`, `21 государство`, but `2`, `11`, `78 государств`: the rest of the languages need one form or two. */
export function statesText(count: number): Text {
  const { state, states } = diplomacyWords;
  const isOneInRussian = count % 10 === 1 && count % 100 !== 11;
  return { kk: states.kk, ru: isOneInRussian ? state.ru : states.ru, en: count === 1 ? state.en : states.en };
}
