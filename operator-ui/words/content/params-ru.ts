import { paramLabels } from '#shared/words/param-words.ts';
import type { ContentWords } from '../content-words.ts';

export const paramsRu: Pick<ContentWords, 'params' | 'choices'> = {
  params: paramLabels('ru'),
  choices: {
    contain: 'целиком, вокруг фон',
    cover: 'заполняет место, обрезана',
    none: 'нет',
    drift: 'медленное движение',
    screen: 'язык экрана',
    alternate: 'по очереди',
    two: 'два рядом',
    shanyraq: 'шанырак',
    sun: 'солнце',
    political: 'политика',
    economic: 'экономика',
    'socio-cultural': 'общество и культура',
    flat: 'нарисованный камень',
    carved: 'резная стена: только свет',
    chapters: 'рассказывает главы по очереди',
    chapter: 'остаётся с одной главой',
  },
};
