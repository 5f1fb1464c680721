import { asIs, said, type Said } from '../said.ts';
import { calling, listed, type ByName, type Kind } from './names.ts';
import { placeInDocument } from './place-in-document.ts';

const allRules = said('rule (all)', 'все правила', 'барлық ережелер');
/** There is but one. */
const theHall = said('hall', 'зал', 'зал');

const wholeFile = said('(the whole file)', 'весь файл', 'бүкіл файл');

interface Told {
  readonly kind: Kind;
  readonly id: string;
  readonly path: string;
  readonly found: Said | ByName;
  readonly expected: Said | ByName;
}

/**
 * Something wrong in a document, as a sentence: which document, where in it, what was found and what was expected.
 * Programs find the path there, people what stands over the field.
 */
export const flawWords =
  ({ kind, id, path, found, expected }: Told, document: unknown): ByName =>
  (names) => {
    const of = kind === 'hall' ? theHall : id === '(all)' ? allRules : names.named(kind, id);
    const inForm = names.inWords(placeInDocument(path, kind, document, names));
    const at = path === wholeFile.en ? wholeFile : (inForm ?? asIs(path));
    const [is, shouldBe] = [calling(found, names), calling(expected, names)];
    return said(
      `${of.en}, ${at.en}: found ${is.en}, expected ${shouldBe.en}`,
      `${of.ru}, ${at.ru}: найдено ${is.ru}, ожидается ${shouldBe.ru}`,
      `${of.kk}, ${at.kk}: бары — ${is.kk}, керегі — ${shouldBe.kk}`,
    );
  };

export const nothing = said('nothing', 'ничего', 'ештеңе');

const cronFields: Readonly<
  Record<'expression' | 'second' | 'minute' | 'hour' | 'day of month' | 'month' | 'day of week', Said>
> = {
  expression: said('expression', 'выражение', 'өрнек'),
  second: said('second', 'секунды', 'секунд'),
  minute: said('minute', 'минуты', 'минут'),
  hour: said('hour', 'часы', 'сағат'),
  'day of month': said('day of month', 'день месяца', 'ай күні'),
  month: said('month', 'месяц', 'ай'),
  'day of week': said('day of week', 'день недели', 'апта күні'),
};
type CronField = keyof typeof cronFields;

/** What should stand where something else was found. */
export const expected = {
  hall: () => said('a hall description', 'описание зала', 'зал сипаттамасы'),
  everything: () => said('the zone of everything', 'зона всего зала', 'бүкіл зал аймағы'),
  /** `taken`: the path of the one that has it, and who that is. */
  freeId:
    (taken: string, by: Said): ByName =>
    (names) => {
      const owner = names.inWords(by) ?? asIs(taken);
      return said(
        `an id that is not taken (${owner.en})`,
        `свободный код (занят: ${owner.ru})`,
        `бос код (орны алынған: ${owner.kk})`,
      );
    },
  ownNumber:
    (earlier: number, by: Said): ByName =>
    (names) => {
      const owner = names.inWords(by) ?? asIs(`screens.${earlier}`);
      return said(
        `a number of its own; ${owner.en} has it already`,
        `свой номер; этот уже занят: ${owner.ru}`,
        `өз нөмірі; бұл нөмір бос емес: ${owner.kk}`,
      );
    },
  hallLanguage: (order: readonly string[]) =>
    said(
      `one of the hall's languages: ${listed(order)}`,
      `один из языков зала: ${listed(order)}`,
      `зал тілдерінің бірі: ${listed(order)}`,
    ),
  oneOf: (values: readonly string[]) =>
    said(`one of ${listed(values)}`, `одно из ${listed(values)}`, `мыналардың бірі: ${listed(values)}`),
  hallScreen: () => said('the id of a screen of this hall', 'код экрана этого зала', 'осы залдағы экранның коды'),
  oneSurface:
    (other: string): ByName =>
    (names) => {
      const surface = names.place(other);
      return said(
        `a screen of one surface only; ${surface.en} has it`,
        `экран только одной поверхности; он уже в другой: ${surface.ru}`,
        `тек бір беттің экраны; ол ${surface.kk} бетінде`,
      );
    },
  rectangle: (width: number, height: number) =>
    said(
      `a rectangle inside ${width}×${height}`,
      `прямоугольник внутри ${width}×${height}`,
      `${width}×${height} ішіндегі тіктөртбұрыш`,
    ),
  zoneMember: () =>
    said(
      'the id of a screen, a surface or another zone',
      'код экрана, поверхности или другой зоны',
      'экранның, беттің немесе басқа аймақтың коды',
    ),
  place: () =>
    said(
      'the id of a zone, surface or screen',
      'код зоны, поверхности или экрана',
      'аймақтың, беттің немесе экранның коды',
    ),
  target: () =>
    said(
      'the id of a screen, surface or zone',
      'код экрана, поверхности или зоны',
      'экранның, беттің немесе аймақтың коды',
    ),
  timeZone: () =>
    said(
      'an IANA time zone such as "Asia/Almaty"',
      'часовой пояс IANA, например «Asia/Almaty»',
      'IANA уақыт белдеуі, мысалы «Asia/Almaty»',
    ),
  ownTouchId: () =>
    said(
      'an id of its own among the rules for touches',
      'свой код среди правил касаний',
      'жанасу ережелерінің арасында өз коды',
    ),
  scene: () => said('the id of a scene', 'код сцены', 'сахнаның коды'),
  show: () => said('the id of a show', 'код показа', 'көрсетілімнің коды'),
  rule: () => said('the id of a rule', 'код правила', 'ереженің коды'),
  zone: () => said('the id of a zone of this hall', 'код зоны этого зала', 'осы залдағы аймақтың коды'),
  sceneType: () =>
    said('a scene type this version knows', 'вид сцены, известный этой версии', 'осы нұсқа білетін сахна түрі'),
  file: () => said('a file under the media folder', 'файл из папки медиа', 'медиа қалтасындағы файл'),
  ownCueId: () => said('an id of its own within the show', 'свой код внутри показа', 'көрсетілім ішінде өз коды'),
  cueDuration: () =>
    said(
      'a duration, because the next cue follows by itself',
      'длительность: следующая реплика идёт сама',
      'ұзақтық: келесі белгі өздігінен жүреді',
    ),
  loopable: () =>
    said(
      'cues that all follow by themselves and have a duration, because the show loops',
      'реплики, которые идут сами и имеют длительность: показ идёт по кругу',
      'өздігінен жүретін, ұзақтығы бар белгілер: көрсетілім айналып тұрады',
    ),
  fewerRules: () =>
    said('fewer: delete those that are over', 'меньше: удалите те, что прошли', 'азырақ: өткендерін жойыңыз'),
  fewerStarts: () =>
    said(
      'fewer: let them come less often, or switch some off',
      'меньше: пусть приходят реже, или отключите часть',
      'азырақ: сирек келсін немесе кейбірін өшіріңіз',
    ),
  eitherShowOrScene: () =>
    said(
      'exactly one of show and scene',
      'либо показ, либо сцена, одно из двух',
      'не көрсетілім, не сахна, екеуінің бірі',
    ),
  notMoved: () =>
    said(
      'skip or replace, because the rule is always on',
      'пропуск или замена: правило действует всегда',
      'өткізіп жіберу не ауыстыру: ереже әрқашан күшінде',
    ),
  zoneOnce: () => said('each zone once', 'каждая зона один раз', 'әр аймақ бір рет'),
  zoneApart:
    (other: string, screen: string): ByName =>
    (names) => {
      const [zone, both] = [names.place(other), names.screen(screen)];
      return said(
        `a zone that shares no screen with ${zone.en}, which has hours of its own too (${both.en})`,
        `зона без общих экранов с зоной ${zone.ru}, у которой тоже свои часы (${both.ru})`,
        `${zone.kk} аймағымен ортақ экраны жоқ аймақ, оның да өз уақыты бар (${both.kk})`,
      );
    },
  notBefore: (date: string) =>
    said(`a date not before ${date}`, `дата не раньше ${date}`, `${date} күнінен ерте емес күн`),
  someScreen: () =>
    said(
      'at least one screen that is not excepted',
      'хотя бы один не исключённый экран',
      'алынып тасталмаған кемінде бір экран',
    ),
  withinDates: () =>
    said(
      'a time between the first date and the last',
      'время между первым и последним днём',
      'бірінші және соңғы күннің арасындағы уақыт',
    ),
  noEnd: () =>
    said(
      'no end, because the rule is always on',
      'без конца: правило действует всегда',
      'соңсыз: ереже әрқашан күшінде',
    ),
  endOrDuration: () =>
    said(
      'either an end or a duration, not both',
      'либо конец, либо длительность, но не то и другое',
      'не соңы, не ұзақтығы, екеуі бірдей емес',
    ),
  timeOfDay: () =>
    said('a time of day such as "18:00"', 'время дня, например «18:00»', 'тәулік уақыты, мысалы «18:00»'),
  timeAfter: (at: string) => said(`a time after ${at}`, `время позже ${at}`, `${at} мезгілінен кейінгі уақыт`),
  timeWithin: (days: number, at: string) =>
    said(
      `a time within ${days} days of ${at}`,
      `время не дальше чем через ${days} дней после ${at}`,
      `${at} мезгілінен кейін ${days} күннен аспайтын уақыт`,
    ),
  cronField: (field: CronField, words: string, example: string) =>
    said(
      `${cronFields[field].en} ${words}, for example ${example}`,
      `${cronFields[field].ru}, например ${example}`,
      `${cronFields[field].kk}, мысалы ${example}`,
    ),
  atMost: (most: number) => said(`at most ${most}`, `не больше ${most}`, `ең көбі ${most}`),
  dayBetween: (from: string, to: string) =>
    said(`a day from ${from} to ${to}`, `день с ${from} по ${to}`, `${from} және ${to} аралығындағы күн`),
};

/** What was found where something else should stand, as far as it is not the value itself. */
export const found = {
  tooManyRules: (most: number) =>
    said(`more than ${most} rules`, `правил больше ${most}`, `ереже саны ${most}-нан көп`),
  tooManyStarts: (most: number) =>
    said(
      `more than ${most} starts a day, all repeating rules together`,
      `больше ${most} запусков в день у всех повторяющихся правил вместе`,
      `барлық қайталанатын ережелерде күніне ${most}-нан көп іске қосу`,
    ),
};
