import { actorWords } from '#shared/actor-words.ts';
import { fullDate } from '#shared/dates.ts';
import { asIs, joined, said, type Said } from '#shared/said.ts';
import type { Text } from '#shared/text.ts';
import type { Names } from '#shared/words/names.ts';

// What was done to runs. The arguments of a deed are stored with its name: they never change, a new deed does.

/** A run by what it shows, or by its own id where that is not known any more. */
type Subject = 'scene' | 'show' | 'slate' | 'run';

const runFields: Readonly<Record<'holdFor' | 'reason' | 'language', Said>> = {
  holdFor: said('the time', 'срок', 'мерзімі'),
  reason: said('the reason', 'причина', 'себебі'),
  language: said('the language', 'язык', 'тілі'),
};

type RunField = keyof typeof runFields;
const fieldWords = (fields: readonly RunField[]): Said =>
  joined(
    fields.map((field) => runFields[field]),
    ', ',
  );

const controls: Readonly<Record<'go' | 'pause' | 'resume' | 'back' | 'jump', Said>> = {
  go: said('go', 'GO', 'GO'),
  pause: said('pause', 'пауза', 'кідіріс'),
  resume: said('resume', 'дальше', 'жалғастыру'),
  back: said('back', 'на реплику назад', 'бір белгі кері'),
  jump: said('jump', 'переход', 'өту'),
};

const taken: Readonly<Record<string, Said>> = {
  'run.take': said('what was taken', 'что поставлено', 'қойылғаны'),
  'run.release': said('what was released', 'что возвращено', 'қайтарылғаны'),
  'run.edit': said('what was changed', 'что изменено', 'өзгертілгені'),
  'run.control': said('a step of the show', 'ход показа', 'көрсетілім жүрісі'),
  'doors.set': said('the doors', 'двери', 'есік'),
  'run.take-over': said('what was taken over', 'что перенято', 'өзіне алынғаны'),
  'act.take-back': said('what was taken back', 'отмена', 'болдырмау'),
};

const slates: Readonly<Record<'evacuation' | 'announcement' | 'blackout', Said>> = {
  evacuation: said('evacuation', 'эвакуация', 'эвакуация'),
  announcement: said('announcement', 'объявление', 'хабарландыру'),
  blackout: said('blackout', 'затемнение', 'қараңғылау'),
};

function ended(what: readonly Said[]): Said {
  const called = joined(what, '; ');
  return said(`ended the emergency (${called.en})`, `тревога снята (${called.ru})`, `дабыл тоқтатылды (${called.kk})`);
}

/** What the hall shows by itself: outside its hours, and when nothing else wants a screen. */
const ownSlates: Readonly<Record<'closed' | 'rest', Said>> = {
  closed: said('The hall is closed', 'Зал закрыт', 'Зал жабық'),
  rest: said('Name of the hall', 'Название зала', 'Залдың атауы'),
};

const slateNames: Readonly<Record<string, Said>> = { ...slates, ...ownSlates };

/** What a slate is called, an emergency's or the hall's own; null: it is none. */
export const slateName = (id: string): Said | null => (Object.hasOwn(slateNames, id) ? (slateNames[id] ?? null) : null);

const overlays: Readonly<Record<'ribbon' | 'notice' | 'ident' | 'grid', Said>> = {
  ribbon: said('ribbon', 'лента', 'таспа'),
  notice: said('notice', 'табличка', 'тақтайша'),
  ident: said('ident', 'опознавательный знак', 'танитын белгі'),
  grid: said('grid', 'настроечная таблица', 'баптау кестесі'),
};

const isEverywhere = (targets: readonly string[]): boolean => targets.length === 1 && targets[0] === 'all';

/** What was announced, to each reader in their language; what it lacks in one is read in the first there is. */
function wordsOf(text: Text): Said {
  const [first = ''] = Object.values(text);
  return said(text['en'] ?? first, text['ru'] ?? first, text['kk'] ?? first);
}

const nobody = said('nobody', 'нет', 'жоқ');
const whose = (owner: string | null): Said => (owner === null ? nobody : actorWords(owner));

export const runDeeds = ({ named, places, shown, cue: cueOf }: Names) => ({
  took: (kind: Subject, id: string, targets: readonly string[]) => {
    const [what, where] = [named(kind, id), places(targets)];
    return said(
      `took ${what.en} to ${where.en}`,
      `поставлено (${where.ru}): ${what.ru}`,
      `қойылды (${where.kk}): ${what.kk}`,
    );
  },
  setForTime: (kind: Subject, id: string, targets: readonly string[], date: string, time: string) => {
    const [what, where] = [named(kind, id), places(targets)];
    return said(
      `set ${what.en} for ${time} on ${fullDate(date, 'en')} (${where.en})`,
      `назначено на ${time}, ${fullDate(date, 'ru')} (${where.ru}): ${what.ru}`,
      `${fullDate(date, 'kk')}, ${time} уақытына қойылды (${where.kk}): ${what.kk}`,
    );
  },
  released: (kind: Subject, id: string, targets: readonly string[]) => {
    const [what, where] = [named(kind, id), places(targets)];
    return said(
      `released ${what.en} from ${where.en}`,
      `возвращено (${where.ru}): ${what.ru}`,
      `қайтарылды (${where.kk}): ${what.kk}`,
    );
  },
  editedRun: (fields: readonly RunField[], run: string) => {
    const [what, of] = [named('run', run), fieldWords(fields)];
    return said(`changed ${of.en} of ${what.en}`, `${what.ru}, изменено: ${of.ru}`, `${what.kk}, өзгертілді: ${of.kk}`);
  },
  editedShown: (fields: readonly RunField[], kind: Subject, id: string, targets: readonly string[]) => {
    const [what, where, of] = [named(kind, id), places(targets), fieldWords(fields)];
    return said(
      `changed ${of.en} of ${what.en} on ${where.en}`,
      `изменено (${where.ru}): ${what.ru}, ${of.ru}`,
      `өзгертілді (${where.kk}): ${what.kk}, ${of.kk}`,
    );
  },
  controlled: (action: keyof typeof controls, id: string, cue: string) => {
    const [what, at] = [shown(id), cueOf(id, cue)];
    return said(
      `${controls[action].en} in ${what.en}: ${at.en}`,
      `${what.ru}: ${controls[action].ru}, ${at.ru}`,
      `${what.kk}: ${controls[action].kk}, ${at.kk}`,
    );
  },
  armed: (kind: Subject, id: string, targets: readonly string[]) => {
    const [what, where] = [named(kind, id), places(targets)];
    return said(
      `armed ${what.en} on ${where.en}`,
      `в готовности (${where.ru}): ${what.ru}`,
      `дайындалды (${where.kk}): ${what.kk}`,
    );
  },
  stoodDown: (kind: Subject, id: string, targets: readonly string[]) => {
    const [what, where] = [named(kind, id), places(targets)];
    return said(
      `stood down ${what.en} on ${where.en}`,
      `готовность снята (${where.ru}): ${what.ru}`,
      `дайындық тоқтатылды (${where.kk}): ${what.kk}`,
    );
  },
  tookFromStandby: (owner: string | null, kind: Subject, id: string, screens: readonly string[]) => {
    const [what, where, of] = [named(kind, id), places(screens), whose(owner)];
    return said(
      `${where.en} is no longer in the standby of ${of.en} (${what.en})`,
      `больше не в готовности (${where.ru}): ${what.ru}; чьё: ${of.ru}`,
      `енді дайындықта емес (${where.kk}): ${what.kk}; иесі: ${of.kk}`,
    );
  },
  askedFor: (owner: string | null, kind: Subject, id: string, targets: readonly string[]) => {
    const [what, where, of] = [named(kind, id), places(targets), whose(owner)];
    return said(
      `asked ${owner === null ? 'nobody in particular' : of.en} for ${what.en} on ${where.en}`,
      `запрошено: ${what.ru} (${where.ru}); владелец: ${of.ru}`,
      `сұралды: ${what.kk} (${where.kk}); иесі: ${of.kk}`,
    );
  },
  gaveRun: (kind: Subject, id: string, targets: readonly string[], to: string) => {
    const [what, where, of] = [named(kind, id), places(targets), actorWords(to)];
    return said(
      `gave ${what.en} on ${where.en} to ${of.en}`,
      `передано: ${what.ru} (${where.ru}); новый владелец: ${of.ru}`,
      `берілді: ${what.kk} (${where.kk}); жаңа иесі: ${of.kk}`,
    );
  },
  keptRun: (kind: Subject, id: string, targets: readonly string[], by: string) => {
    const [what, where, of] = [named(kind, id), places(targets), actorWords(by)];
    return said(
      `kept ${what.en} on ${where.en}; ${of.en} had asked for it`,
      `не передано: ${what.ru} (${where.ru}); просьба от: ${of.ru}`,
      `берілмеді: ${what.kk} (${where.kk}); сұраған: ${of.kk}`,
    );
  },
  tookOver: (kind: Subject, id: string, targets: readonly string[], from: string | null) => {
    const [what, where, of] = [named(kind, id), places(targets), whose(from)];
    return said(
      `took ${what.en} on ${where.en} over from ${of.en}`,
      `перенято: ${what.ru} (${where.ru}); прежний владелец: ${of.ru}`,
      `өзіне алды: ${what.kk} (${where.kk}); бұрынғы иесі: ${of.kk}`,
    );
  },
  readLoss: (by: string, targets: readonly string[]) => {
    const [who, where] = [actorWords(by), places(targets)];
    return said(
      `read what ${who.en} had done on ${where.en}`,
      `прочитано, что сделано (${where.ru}); кем: ${who.ru}`,
      `оқылды: не істелгені (${where.kk}); кім істеген: ${who.kk}`,
    );
  },
  gaveGuide: (kind: Subject, id: string, targets: readonly string[]) => {
    const [what, where] = [named(kind, id), places(targets)];
    return said(
      `gave GO of ${what.en} on ${where.en} to a guide’s phone`,
      `GO отдано на телефон гида: ${what.ru} (${where.ru})`,
      `GO гидтің телефонына берілді: ${what.kk} (${where.kk})`,
    );
  },
  tookBack: (by: string, command: string) => {
    const [who, what] = [actorWords(by), taken[command] ?? said(command, command, command)];
    return said(
      `took back what ${who.en} had done (${what.en})`,
      `отменено последнее действие (${what.ru}), автор: ${who.ru}`,
      `соңғы әрекет болдырылмады (${what.kk}), авторы: ${who.kk}`,
    );
  },
  raisedEmergency: (kind: keyof typeof slates, isDrill: boolean, targets: readonly string[]) => {
    const [slate, where] = [slates[kind], places(targets)];
    return said(
      `raised ${slate.en}${isDrill ? ' as a drill' : ''} on ${where.en}`,
      `${isDrill ? 'учебная тревога' : 'тревога'} (${where.ru}): ${slate.ru}`,
      `${isDrill ? 'оқу дабылы' : 'дабыл'} (${where.kk}): ${slate.kk}`,
    );
  },
  /** As older versions wrote it. */
  endedEmergency: (runs: readonly string[]) => ended(runs.map(shown)),
  /** As older versions wrote it. */
  endedSlates: (kinds: readonly string[]) => ended(kinds.map((kind) => slateName(kind) ?? asIs(kind))),
  endedSlatesOn: (what: readonly (readonly [kind: string, targets: readonly string[]])[]) =>
    ended(
      what.map(([kind, targets]) => {
        const [slate, where] = [slateName(kind) ?? asIs(kind), places(targets)];
        return said(`${slate.en} on ${where.en}`, `${slate.ru}, ${where.ru}`, `${slate.kk}, ${where.kk}`);
      }),
    ),
  announced: (text: Text, targets: readonly string[]) => {
    const [what, where] = [wordsOf(text), places(targets)];
    return said(
      `announced “${what.en}” on ${isEverywhere(targets) ? 'all screens' : where.en}`,
      `объявлено (${where.ru}): «${what.ru}»`,
      `хабарланды (${where.kk}): «${what.kk}»`,
    );
  },
  tookAnnouncementOff: (text: Text, targets: readonly string[]) => {
    const [what, where] = [wordsOf(text), places(targets)];
    return said(
      `took “${what.en}” off ${isEverywhere(targets) ? 'all screens' : where.en}`,
      `объявление снято (${where.ru}): «${what.ru}»`,
      `хабарландыру алынды (${where.kk}): «${what.kk}»`,
    );
  },
  showedOverlay: (type: keyof typeof overlays, targets: readonly string[]) => {
    const [what, where] = [overlays[type], places(targets)];
    return said(
      `showed ${what.en} on ${where.en}`,
      `выведено (${where.ru}): ${what.ru}`,
      `шығарылды (${where.kk}): ${what.kk}`,
    );
  },
  tookOverlayOff: (type: keyof typeof overlays, targets: readonly string[]) => {
    const [what, where] = [overlays[type], places(targets)];
    return said(
      `took ${what.en} off ${where.en}`,
      `снято (${where.ru}): ${what.ru}`,
      `алынды (${where.kk}): ${what.kk}`,
    );
  },
});
