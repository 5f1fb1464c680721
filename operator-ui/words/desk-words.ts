import type { JournalKind } from '#shared/journal-kinds.ts';
import type { ConsoleLanguage } from './words.ts';

/** Words for what operators do beside taking scenes: guides, what comes after a release, the journal, training. */
export interface DeskWords {
  readonly guide: {
    readonly heading: string;
    readonly lead: string;
    readonly make: string;
    readonly anew: string;
    readonly scan: string;
    readonly expires: (until: string) => string;
    readonly notReachable: string;
    readonly offline: (age: string) => string;
    readonly over: string;
    readonly overHint: string;
    readonly from: (by: string) => string;
    readonly now: string;
    readonly next: string;
    readonly last: string;
    readonly left: string;
    readonly toEnd: string;
    readonly waits: string;
    readonly missing: (numbers: string) => string;
    readonly go: string;
    readonly gone: string;
  };
  /** What comes after a release. */
  readonly afterwards: (what: string) => string;
  readonly journal: {
    readonly from: string;
    readonly to: string;
    readonly export: string;
    readonly undo: string;
    readonly takeOff: string;
    readonly nothing: string;
    readonly clear: string;
    readonly kinds: Readonly<Record<JournalKind, string>>;
  };
  readonly training: {
    readonly band: string;
    readonly bandLong: string;
    readonly mark: string;
    readonly enter: string;
    readonly enterHint: string;
    readonly leave: string;
    readonly anew: string;
  };
}

export const deskWords: Readonly<Record<ConsoleLanguage, DeskWords>> = {
  en: {
    guide: {
      heading: 'A guide’s phone',
      lead: 'The guide scans the code and has GO of this run alone, with the notes and the time left. It ends with the run.',
      make: 'Show a code',
      anew: 'A new code; the old one ends',
      scan: 'Scan with the phone’s camera',
      expires: (until) => (until === '' ? 'Good until the run is released.' : `Good until ${until}, or the release.`),
      notReachable:
        'This console was opened as “localhost”, which no phone can reach. Open it by the controller’s address in the hall’s network.',
      offline: (age) => `No connection, seen ${age} ago`,
      over: 'This tour is over',
      overHint: 'Ask at the desk for a new code.',
      from: (by) => `given by ${by}`,
      now: 'Now',
      next: 'Next',
      last: 'This is the last part.',
      left: 'left',
      toEnd: 'to the end of the tour',
      waits: 'waits for you',
      missing: (numbers) => `No answer from screen ${numbers}; it follows later.`,
      go: 'GO',
      gone: 'Going…',
    },
    afterwards: (what) => `then ${what}`,
    journal: {
      from: 'From',
      to: 'To',
      export: 'Save as CSV',
      undo: 'Back as it was',
      takeOff: 'Take off',
      nothing: 'Nothing fits these filters.',
      clear: 'Show everything',
      kinds: {
        runs: 'takes and shows',
        emergencies: 'emergencies',
        announcements: 'announcements',
        doors: 'doors and hours',
        sound: 'sound',
        content: 'scenes, shows and media edited',
        schedule: 'schedule',
        screens: 'screens',
        people: 'people and keys',
      },
    },
    training: {
      band: 'Training',
      bandLong: 'This is a copy to practise in. No screen of the hall follows, and it forgets everything.',
      mark: 'Training',
      enter: 'Practise',
      enterHint: 'A copy of the hall that no screen follows',
      leave: 'Back to the hall',
      anew: 'Start over',
    },
  },
  ru: {
    guide: {
      heading: 'Телефон гида',
      lead: 'Гид сканирует код и получает GO только этого показа, заметки и остаток времени. Код кончается вместе с показом.',
      make: 'Показать код',
      anew: 'Новый код; прежний кончится',
      scan: 'Наведите камеру телефона',
      expires: (until) =>
        until === '' ? 'Действует, пока показ не вернут.' : `Действует до ${until} или до возврата.`,
      notReachable:
        'Пульт открыт как «localhost», телефон туда не попадёт. Откройте его по адресу контроллера в сети зала.',
      offline: (age) => `Нет связи, данные ${age} назад`,
      over: 'Экскурсия закончена',
      overHint: 'Новый код — у оператора.',
      from: (by) => `дал(а) ${by}`,
      now: 'Сейчас',
      next: 'Далее',
      last: 'Это последняя часть.',
      left: 'осталось',
      toEnd: 'до конца экскурсии',
      waits: 'ждёт вас',
      missing: (numbers) => `Не отвечает экран ${numbers}; он войдёт позже.`,
      go: 'GO',
      gone: 'Идёт…',
    },
    afterwards: (what) => `затем ${what}`,
    journal: {
      from: 'С',
      to: 'По',
      export: 'Сохранить CSV',
      undo: 'Как было',
      takeOff: 'Снять',
      nothing: 'Под эти условия ничего не подходит.',
      clear: 'Показать всё',
      kinds: {
        runs: 'переходы и показы',
        emergencies: 'тревоги',
        announcements: 'объявления',
        doors: 'двери и часы работы',
        sound: 'звук',
        content: 'правка сцен, показов и медиа',
        schedule: 'расписание',
        screens: 'экраны',
        people: 'люди и ключи',
      },
    },
    training: {
      band: 'Учебный режим',
      bandLong: 'Это копия для тренировки. Ни один экран зала её не видит, и она всё забудет.',
      mark: 'Учебный',
      enter: 'Тренировка',
      enterHint: 'Копия зала, которую не видит ни один экран',
      leave: 'Вернуться в зал',
      anew: 'Начать заново',
    },
  },
  kk: {
    guide: {
      heading: 'Гидтің телефоны',
      lead: 'Гид кодты сканерлеп, тек осы көрсетілімнің GO-сын, ескертпелер мен қалған уақытты алады. Көрсетілім біткенде код та бітеді.',
      make: 'Кодты көрсету',
      anew: 'Жаңа код; бұрынғысы бітеді',
      scan: 'Телефон камерасын бағыттаңыз',
      expires: (until) =>
        until === '' ? 'Көрсетілім қайтарылғанша жарамды.' : `${until}-ге не қайтарылғанша жарамды.`,
      notReachable:
        'Пульт «localhost» болып ашылған, телефон оған жете алмайды. Оны зал желісіндегі контроллер мекенжайымен ашыңыз.',
      offline: (age) => `Байланыс жоқ, ${age} бұрынғы дерек`,
      over: 'Экскурсия аяқталды',
      overHint: 'Жаңа кодты оператордан сұраңыз.',
      from: (by) => `берген: ${by}`,
      now: 'Қазір',
      next: 'Келесі',
      last: 'Бұл соңғы бөлім.',
      left: 'қалды',
      toEnd: 'экскурсия соңына дейін',
      waits: 'сізді күтуде',
      missing: (numbers) => `${numbers} экран жауап бермейді; кейін қосылады.`,
      go: 'GO',
      gone: 'Басталуда…',
    },
    afterwards: (what) => `кейін ${what}`,
    journal: {
      from: 'Бастап',
      to: 'Дейін',
      export: 'CSV сақтау',
      undo: 'Бұрынғыдай',
      takeOff: 'Алу',
      nothing: 'Бұл сүзгілерге ештеңе сай келмейді.',
      clear: 'Бәрін көрсету',
      kinds: {
        runs: 'ауысымдар мен көрсетілімдер',
        emergencies: 'дабылдар',
        announcements: 'хабарландырулар',
        doors: 'есік пен жұмыс уақыты',
        sound: 'дыбыс',
        content: 'сахна, көрсетілім және медианы өңдеу',
        schedule: 'кесте',
        screens: 'экрандар',
        people: 'адамдар мен кілттер',
      },
    },
    training: {
      band: 'Жаттығу режимі',
      bandLong: 'Бұл жаттығуға арналған көшірме. Залдың бірде-бір экраны оны көрмейді, бәрін ұмытады.',
      mark: 'Жаттығу',
      enter: 'Жаттығу',
      enterHint: 'Бірде-бір экран көрмейтін зал көшірмесі',
      leave: 'Залға қайту',
      anew: 'Қайта бастау',
    },
  },
};
