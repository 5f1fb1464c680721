import { said, type Said } from '../said.ts';
import type { PlayerAct } from '../orders.ts';
import { actorWords } from '../actor-words.ts';
import type { ByName } from './names.ts';

// What came of something a technician did to a screen, and why a player is kept out.

export const actionWords = {
  shown: () => said('The screen shows it.', 'Экран это показывает.', 'Экран оны көрсетіп тұр.'),
  notShownYet: () =>
    said(
      'It is decided, but the screen has not said that it shows it.',
      'Решено, но экран ещё не подтвердил, что показывает это.',
      'Шешілді, бірақ экран мұны көрсетіп тұрғанын әлі растаған жоқ.',
    ),
  keptOut: (id: string) =>
    ofPlayer(id, (screen) =>
      said(
        `The player of ${screen.en} is kept out until it is let in.`,
        `Плеер экрана ${screen.ru} не впускается, пока его не допустят снова.`,
        `${screen.kk} экранының плеері қайта рұқсат берілгенше жіберілмейді.`,
      ),
    ),
  notOutYet: (id: string) =>
    ofPlayer(id, (screen) =>
      said(
        `The player of ${screen.en} is to be kept out, but is still there.`,
        `Плеер экрана ${screen.ru} не должен впускаться, но он ещё здесь.`,
        `${screen.kk} экранының плеері жіберілмеуі керек, бірақ ол әлі осында.`,
      ),
    ),
  cameBack: (id: string) =>
    ofPlayer(id, (screen) =>
      said(
        `The player of ${screen.en} has come back.`,
        `Плеер экрана ${screen.ru} вернулся.`,
        `${screen.kk} экранының плеері қайтты.`,
      ),
    ),
  notBackYet: (id: string) =>
    ofPlayer(id, (screen) =>
      said(
        `The player of ${screen.en} may come back; it has not yet.`,
        `Плееру экрана ${screen.ru} можно вернуться; его ещё нет.`,
        `${screen.kk} экранының плеері қайта алады; ол әлі жоқ.`,
      ),
    ),
  machineDown: () =>
    said(
      'The machine has gone down, and comes back by itself.',
      'Машина выключилась и включится сама.',
      'Машина өшті, өзі қайта қосылады.',
    ),
  machineNotDownYet: () =>
    said(
      'The machine is to restart, but has not gone down yet.',
      'Машина должна перезагрузиться, но ещё не выключилась.',
      'Машина қайта жүктелуі керек, бірақ әлі өшкен жоқ.',
    ),
  pageBack: () => said('The page has come back.', 'Страница вернулась.', 'Бет қайтты.'),
  pageNotBackYet: (done: Said) =>
    said(`${done.en} It has not come back yet.`, `${done.ru} Она ещё не вернулась.`, `${done.kk} Ол әлі қайтқан жоқ.`),
  /** What the player has begun; its own words are a program's. */
  begun: (act: PlayerAct) => begunWords(act),
};

const ofPlayer =
  (id: string, tell: (screen: Said) => Said): ByName =>
  (names) =>
    tell(names.screen(id));

function begunWords(act: PlayerAct): Said {
  switch (act.is) {
    case 'reload':
      return said('The page loads anew.', 'Страница загружается заново.', 'Бет қайта жүктелуде.');
    case 'clear-cache':
      return said(
        'Everything fetched is forgotten; the page loads anew.',
        'Всё скачанное забыто; страница загружается заново.',
        'Жүктелгеннің бәрі ұмытылды; бет қайта жүктелуде.',
      );
    case 'restart-player':
      return said('The browser is started anew.', 'Браузер запускается заново.', 'Браузер қайта іске қосылуда.');
    case 'reboot':
      return said('The machine restarts.', 'Машина перезагружается.', 'Машина қайта жүктелуде.');
    case 'screenshot':
      return said(
        'This is what the browser shows.',
        'Это то, что показывает браузер.',
        'Браузер көрсетіп тұрғаны осы.',
      );
    case 'brightness':
      return said(
        `Brightness is ${percent(act.level)}.`,
        `Яркость: ${percent(act.level)}.`,
        `Жарықтық: ${percent(act.level)}.`,
      );
    case 'volume':
      return said(
        `Volume is ${percent(act.level)}.`,
        `Громкость: ${percent(act.level)}.`,
        `Дыбыс: ${percent(act.level)}.`,
      );
    case 'controller':
      return said(
        `The player serves ${act.url} from here on.`,
        `Теперь плеер служит контроллеру ${act.url}.`,
        `Енді плеер ${act.url} контроллеріне қызмет етеді.`,
      );
  }
}

const percent = (level: number): string => `${Math.round(level * 100)} %`;

export const keptOutWords = {
  /** `by`: whose decision it is, as the journal names them. */
  byHand: (by: string) => {
    const who = actorWords(by);
    return said(
      `${who.en} wants it so.`,
      `так решено (автор решения: ${who.ru}).`,
      `солай шешілген (шешім авторы: ${who.kk}).`,
    );
  },
  connectsTooOften: (times: number, seconds: number) =>
    said(
      `it connected ${times} times in ${seconds} s.`,
      `он подключался слишком часто (${times} за ${seconds} с).`,
      `ол тым жиі қосылды (${seconds} с ішінде ${times} рет).`,
    ),
  answersNothing: () =>
    said(
      'it answers nothing that it is sent.',
      'он не отвечает ни на что из посланного.',
      'ол жіберілгеннің ешқайсысына жауап бермейді.',
    ),
  readsNothing: () =>
    said('it does not read what it is sent.', 'он не читает того, что ему шлют.', 'ол өзіне жіберілгенді оқымайды.'),
  floods: (how: Said) =>
    said(
      `it floods the hall (${how.en})`,
      `он заваливает зал сообщениями (${how.ru})`,
      `ол залға тым көп хабар жіберіп жатыр (${how.kk})`,
    ),
};
