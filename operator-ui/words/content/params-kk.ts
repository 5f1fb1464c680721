import { paramLabels } from '#shared/words/param-words.ts';
import type { ContentWords } from '../content-words.ts';

export const paramsKk: Pick<ContentWords, 'params' | 'choices'> = {
  params: paramLabels('kk'),
  choices: {
    contain: 'түгел, айналасы фон',
    cover: 'орнын толтырады, қиылған',
    none: 'жоқ',
    drift: 'баяу қозғалыс',
    screen: 'экранның өз тілі',
    alternate: 'кезекпен',
    two: 'екеуі қатар',
    shanyraq: 'шаңырақ',
    sun: 'күн',
    political: 'саясат',
    economic: 'экономика',
    'socio-cultural': 'қоғам мен мәдениет',
    flat: 'салынған тас',
    carved: 'ойылған қабырға: тек жарық',
    chapters: 'тарауларды кезекпен айтады',
    chapter: 'бір тарауда қалады',
  },
};
