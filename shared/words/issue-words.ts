import type { z } from 'zod';
import { comma } from './comma.ts';
import { said, type Said } from '../said.ts';

/** What is wrong with a value, in words. What a schema says in a sentence of its own goes first. */
export function issueWords(issue: z.core.$ZodIssue): Said {
  const en = issue.message;
  const words = sentences[en];
  if (words !== undefined) return said(en, ...words);
  switch (issue.code) {
    case 'invalid_type':
      return said(en, 'значения нет или оно другого рода', 'мән жоқ немесе оның түрі басқа');
    case 'too_small':
      return bound(en, issue.origin, 'не меньше', 'кемінде', comma(issue.minimum));
    case 'too_big':
      return bound(en, issue.origin, 'не больше', 'ең көбі', comma(issue.maximum));
    case 'unrecognized_keys':
      return said(en, `лишнее: ${issue.keys.join(', ')}`, `артық: ${issue.keys.join(', ')}`);
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return said(en, `одно из: ${values}`, `мыналардың бірі: ${values}`);
    }
    case 'not_multiple_of':
      return said(en, `кратно ${comma(issue.divisor)}`, `${comma(issue.divisor)} санына еселік`);
    case 'custom':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_union':
      return own(en);
  }
}

function bound(en: string, origin: string, ru: string, kk: string, value: string): Said {
  switch (origin) {
    case 'string':
      return said(en, `знаков: ${ru} ${value}`, `таңба саны: ${kk} ${value}`);
    case 'array':
    case 'set':
    case 'map':
    case 'object':
      return said(en, `всего: ${ru} ${value}`, `барлығы: ${kk} ${value}`);
    default:
      return said(en, `${ru} ${value}`, `${kk} ${value}`);
  }
}

/** The sentences of schemas that people meet in a form. */
const sentences: Readonly<Record<string, readonly [ru: string, kk: string]>> = {
  'at least one language': ['хотя бы на одном языке', 'кемінде бір тілде'],
  'at least 8 characters': ['не короче 8 знаков', 'кемінде 8 таңба'],
  'at least 5 different characters': ['не меньше 5 разных знаков', 'кемінде 5 түрлі таңба'],
  '4 to 8 digits': ['от 4 до 8 цифр', '4–8 цифр'],
  'at least 3 different digits': ['не меньше 3 разных цифр', 'кемінде 3 түрлі цифр'],
  'six digits': ['шесть цифр', 'алты цифр'],
  'letters, digits and signs, on one line': [
    'буквы, цифры и знаки, в одну строку',
    'бір жолда әріп, цифр және белгілер',
  ],
  'lower-case letters, digits and single dashes, for example "wall-1"': [
    'строчные латинские буквы, цифры и одиночные дефисы, например «wall-1»',
    'кіші латын әріптері, цифрлар және жалғыз сызықша, мысалы «wall-1»',
  ],
  'a BCP 47 tag, for example "kk" or "kk-Latn"': [
    'обозначение языка по BCP 47, например «kk» или «kk-Latn»',
    'BCP 47 бойынша тіл белгісі, мысалы «kk» не «kk-Latn»',
  ],
  'exactly one of scene and show': ['либо сцена, либо показ, одно из двух', 'не сахна, не көрсетілім, екеуінің бірі'],
  'nothing to change': ['менять нечего', 'өзгертетін ештеңе жоқ'],
  'nothing to note': ['отмечать нечего', 'белгілейтін ештеңе жоқ'],
  'an announcement needs a text': ['объявлению нужен текст', 'хабарландыруға мәтін керек'],
  'only an ident shows a link': [
    'ссылку показывает только опознавательный знак',
    'сілтемені тек танитын белгі көрсетеді',
  ],
  'the last year comes before the first': ['последний год раньше первого', 'соңғы жыл біріншісінен бұрын'],
  'a year between the first and the last': ['год между первым и последним', 'бірінші мен соңғысының арасындағы жыл'],
  'four corners that make a picture: it may lean, but neither fold nor lie in a mirror': [
    'четыре угла картины: ей можно наклониться, но не сложиться и не отразиться',
    'суреттің төрт бұрышы: ол еңкеюі мүмкін, бірақ бүктелмеуі және айнадағыдай болмауы керек',
  ],
  'a local time such as "10:00"': ['местное время, например «10:00»', 'жергілікті уақыт, мысалы «10:00»'],
  'a date such as "1992", "1992-03" or "1992-03-02"': [
    'дата, например «1992», «1992-03» или «1992-03-02»',
    'күн, мысалы «1992», «1992-03» не «1992-03-02»',
  ],
  'a date of every year such as "--12-16"': [
    'дата каждого года, например «--12-16»',
    'жыл сайынғы күн, мысалы «--12-16»',
  ],
  'a day that exists': ['день, который бывает', 'болатын күн'],
  'a unit where there is an amount, and only there': [
    'единица нужна там, где есть сумма, и только там',
    'бірлік мөлшер бар жерде ғана керек',
  ],
  'the source for visitors, because an amount or a rank is never shown without one': [
    'источник для посетителей: без него не показывают ни сумму, ни место',
    'келушілерге арналған дереккөз: онсыз мөлшер де, орын да көрсетілмейді',
  ],
  'an instant such as "2026-12-16T09:30:00Z"': [
    'момент времени, например «2026-12-16T09:30:00Z»',
    'уақыт сәті, мысалы «2026-12-16T09:30:00Z»',
  ],
  'later than from, by 62 days at most': [
    'позже from, не больше чем на 62 дня',
    'from мәнінен кейін, ең көбі 62 күнге',
  ],
  'later than from, by 31 days at most': [
    'позже from, не больше чем на 31 день',
    'from мәнінен кейін, ең көбі 31 күнге',
  ],
  'the version you started from': ['версия, с которой вы начали', 'сіз бастаған нұсқа'],
  'a whole number': ['целое число', 'бүтін сан'],
  'from 1 to 1000': ['от 1 до 1000', '1-ден 1000-ға дейін'],
  '1 to 200 visible ASCII characters': ['от 1 до 200 видимых знаков ASCII', '1–200 көрінетін ASCII таңбасы'],
};

/** A sentence of a schema's own that has values in it. One that has no words here is said to be of the wrong form, never in English. */
function own(en: string): Said {
  const most = /^at most (\d+) characters in each language$/.exec(en)?.[1];
  return most === undefined
    ? said(en, 'форма неверна', 'түрі дұрыс емес')
    : said(en, `не больше ${most} знаков на каждом языке`, `әр тілде ең көбі ${most} таңба`);
}
