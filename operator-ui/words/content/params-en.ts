import { paramLabels } from '#shared/words/param-words.ts';
/** The parameters of scene types, and what can be chosen for them. */
export const paramsEn = {
  params: paramLabels('en'),
  choices: {
    contain: 'all of it, ground around it',
    cover: 'fills its place, cropped',
    none: 'none',
    drift: 'slow drift',
    screen: 'the screen’s own',
    alternate: 'one after the other',
    two: 'two side by side',
    shanyraq: 'shanyraq',
    sun: 'sun',
    political: 'political',
    economic: 'economic',
    'socio-cultural': 'socio-cultural',
    flat: 'drawn stone',
    carved: 'carved wall: light alone',
    chapters: 'tells the chapters in turn',
    chapter: 'stays with one chapter',
  },
};
