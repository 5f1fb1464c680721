import { said, type Said } from '../said.ts';
import type { ByName } from './names.ts';

// Why a request could not be answered, and what players, tokens, pairing and the disk have to do with it.

/** What a disk or a damaged file does to a decision. */
type DiskTrouble = 'full' | 'read-only' | 'locked' | 'damaged' | 'failing';

const troubles: Readonly<Record<DiskTrouble, (file: string) => Said>> = {
  full: (file) =>
    said(
      `the disk that holds ${file} is full. Make room on it; the hall then works again by itself.`,
      `диск, на котором лежит ${file}, заполнен. Освободите место, и зал заработает сам.`,
      `${file} жатқан диск толды. Орын босатыңыз, зал өзі қайта жұмыс істейді.`,
    ),
  'read-only': (file) =>
    said(
      `${file} cannot be written. Give the user that runs the controller the right to write to it and to its folder.`,
      `в ${file} нельзя писать. Дайте пользователю, под которым работает контроллер, право писать в файл и его папку.`,
      `${file} файлына жазуға болмайды. Контроллерді іске қосқан пайдаланушыға файл мен қалтасына жазу құқығын беріңіз.`,
    ),
  locked: (file) =>
    said(
      `another program holds a lock on ${file}. Close whatever has it open.`,
      `${file} держит другая программа. Закройте ту, в которой он открыт.`,
      `${file} файлын басқа программа ұстап тұр. Оны ашқан программаны жабыңыз.`,
    ),
  damaged: (file) =>
    said(
      `${file} is damaged. Stop the controller and restore a backup over it, or move it aside to start with an empty hall.`,
      `${file} повреждён. Остановите контроллер и восстановите копию или уберите файл, чтобы начать с пустого зала.`,
      `${file} бүлінген. Контроллерді тоқтатып, көшірмеден қалпына келтіріңіз немесе бос залдан бастау үшін файлды алып қойыңыз.`,
    ),
  failing: (file) =>
    said(
      `the disk fails to read or write ${file}. Look at the disk and its file system.`,
      `диск не читает или не пишет ${file}. Проверьте диск и его файловую систему.`,
      `диск ${file} файлын оқи не жаза алмайды. Дискіні және оның файлдық жүйесін тексеріңіз.`,
    ),
};

export const troubleWords = (trouble: DiskTrouble, file: string): Said => troubles[trouble](file);

export const placeRefusals = {
  notDecided: (trouble: DiskTrouble, file: string, error: string) => {
    const why = troubleWords(trouble, file);
    return said(
      `The decision was not made: ${why.en} (${error})`,
      `Решение не принято: ${why.ru} (${error})`,
      `Шешім қабылданбады: ${why.kk} (${error})`,
    );
  },
  notPaired:
    (id: string): ByName =>
    (names) => {
      const screen = names.screen(id);
      return said(
        `Screen ${screen.en} is not paired.`,
        `К экрану ${screen.ru} плеер не привязан.`,
        `${screen.kk} экранына плеер байланыстырылмаған.`,
      );
    },
  tokenSuperseded: (screen: string) =>
    said(
      `Screen ${screen} was given another token since; this one was never used.`,
      `Экрану ${screen} с тех пор дали другой токен; этот не использован.`,
      `${screen} экранына содан бері басқа токен берілді; бұл қолданылмады.`,
    ),
  tokenInvalid: (screen: string) =>
    said(
      `The token of screen ${screen} is not valid any more. Pair the player again.`,
      `Токен экрана ${screen} больше не действует. Привяжите плеер заново.`,
      `${screen} экранының токені енді жарамсыз. Плеерді қайта байланыстырыңыз.`,
    ),
  tooManyCodes: () =>
    said(
      'Too many pairing codes from this address. Wait a minute, then try again.',
      'С этого адреса слишком много кодов привязки. Подождите минуту и повторите.',
      'Бұл мекенжайдан байланыстыру коды тым көп. Бір минут күтіп, қайталаңыз.',
    ),
  tooManyPlayers: () =>
    said(
      'Too many players wait to be paired. Pair one of them, or wait ten minutes.',
      'Привязки ждёт слишком много плееров. Привяжите один из них или подождите десять минут.',
      'Байланыстыруды күткен плеер тым көп. Біреуін байланыстырыңыз немесе он минут күтіңіз.',
    ),
  noSuchCode: (code: string) =>
    said(
      `No player shows the code ${code} now. Codes change after ten minutes.`,
      `Кода ${code} сейчас нет ни на одном плеере. Коды меняются каждые десять минут.`,
      `Қазір ешбір плеер ${code} кодын көрсетіп тұрған жоқ. Кодтар он минут сайын ауысады.`,
    ),
  tooManyLinks: () =>
    said(
      'Too many pairing links are open. Wait ten minutes, then try again.',
      'Открыто слишком много ссылок для привязки. Подождите десять минут и повторите.',
      'Байланыстыру сілтемелері тым көп ашылған. Он минут күтіп, қайталаңыз.',
    ),
  linkSpent: () =>
    said(
      'This pairing link was used already, or is too old. Ask for a new one.',
      'Эта ссылка для привязки уже использована или устарела. Попросите новую.',
      'Бұл байланыстыру сілтемесі қолданылып қойған немесе ескірген. Жаңасын сұраңыз.',
    ),
  nothingToPair: () =>
    said(
      'In training there is nothing to pair.',
      'В учебном режиме привязывать нечего.',
      'Жаттығу режимінде байланыстыратын ештеңе жоқ.',
    ),
  noPlayersInTraining: () =>
    said(
      'In training no screen has a player.',
      'В учебном режиме у экранов нет плееров.',
      'Жаттығу режимінде экрандарда плеер жоқ.',
    ),
  otherProtocol: (theirs: number, ours: number) =>
    said(
      `The player speaks protocol ${theirs}, the controller ${ours}. Reload it.`,
      `Плеер говорит по протоколу ${theirs}, контроллер по ${ours}. Перезагрузите плеер.`,
      `Плеер хаттамасы ${theirs}, контроллердікі ${ours}. Плеерді қайта жүктеңіз.`,
    ),
  keptOut: (why: Said) =>
    said(
      `This player is kept out for now: ${why.en}`,
      `Плеер пока не допускается: ${why.ru}`,
      `Плеер әзірге жіберілмейді: ${why.kk}`,
    ),
  keptOutByHand: () =>
    said(
      'This player is kept out until a technician lets it in.',
      'Плеер не допускается, пока техник не впустит его снова.',
      'Техник қайта рұқсат бергенше плеер жіберілмейді.',
    ),
  notKeptOut:
    (id: string): ByName =>
    (names) => {
      const screen = names.screen(id);
      return said(
        `The player of ${screen.en} is not kept out.`,
        `Плеер экрана ${screen.ru} и так допущен.`,
        `${screen.kk} экранының плеері онсыз да жіберілген.`,
      );
    },
  playsAnother: (screen: string) =>
    said(
      `This player does not play screen ${screen}.`,
      `Этот плеер не играет экран ${screen}.`,
      `Бұл плеер ${screen} экранын ойнатпайды.`,
    ),
  isNotScreen: (screen: string) =>
    said(`This player is not screen ${screen}.`, `Этот плеер не экран ${screen}.`, `Бұл плеер ${screen} экраны емес.`),
  noScreenHere: (screen: string) =>
    said(`The hall has no screen ${screen}.`, `В зале нет экрана ${screen}.`, `Залда ${screen} экраны жоқ.`),
  pairedAlone: () =>
    said(
      'Only a paired player plays as the screen itself; a person stands in as virtual.',
      'Самим экраном играет только привязанный плеер; человек подменяет его виртуальным.',
      'Экранның өзін тек байланыстырылған плеер ойнатады; адам оны виртуалды түрде алмастырады.',
    ),
  tooManyMessages: (name: string) =>
    said(
      `Too many messages; ${name} was dropped.`,
      `Слишком много сообщений; ${name} пропущено.`,
      `Хабар тым көп; ${name} тасталды.`,
    ),
  timeForKnown: () =>
    said(
      'The time is told to paired screens and to those who are signed in.',
      'Время сообщается привязанным экранам и тем, кто вошёл.',
      'Уақыт байланыстырылған экрандарға және кіргендерге айтылады.',
    ),
  watchIsEmpty: () =>
    said('watch takes an empty object.', 'watch принимает пустой объект.', 'watch бос нысан қабылдайды.'),
  otherSite: () =>
    said(
      'This request came from a page of another site. Use the console of this controller.',
      'Этот запрос пришёл со страницы другого сайта. Откройте пульт этого контроллера.',
      'Бұл сұрау басқа сайттың бетінен келді. Осы контроллердің пультін ашыңыз.',
    ),
  needsTls: () =>
    said(
      'This controller speaks to other machines over TLS only. Use https.',
      'С другими машинами этот контроллер говорит только по TLS. Откройте адрес с https.',
      'Бұл контроллер басқа машиналармен тек TLS арқылы сөйлеседі. https мекенжайын ашыңыз.',
    ),
  tooManyRequests: () =>
    said(
      'Too many requests. Ask less often, or wait a second.',
      'Слишком много запросов. Спрашивайте реже или подождите секунду.',
      'Сұрау тым көп. Сирек сұраңыз немесе бір секунд күтіңіз.',
    ),
  needsJson: () =>
    said(
      'Send the body as JSON, with Content-Type: application/json.',
      'Тело должно быть в JSON, с Content-Type: application/json.',
      'Дене JSON түрінде, Content-Type: application/json белгісімен жіберілуі керек.',
    ),
  bug: () =>
    said(
      'The controller made a mistake; its log says which. Nothing was changed.',
      'Контроллер ошибся; какая это ошибка, написано в его журнале работы. Ничего не изменено.',
      'Контроллер қателесті; қандай қате екені оның жұмыс журналында. Ештеңе өзгерген жоқ.',
    ),
  badAddress: () =>
    said(
      'The address is not valid: a % in it stands alone.',
      'Адрес неверен: в нём есть одинокий знак %.',
      'Мекенжай дұрыс емес: онда жалғыз % белгісі бар.',
    ),
  bodyTooLarge: (mb: number) =>
    said(`The body is larger than ${mb} MB.`, `Тело больше ${mb} МБ.`, `Дене ${mb} МБ-тан үлкен.`),
  bodyNotJson: (error: string) =>
    said(`The body is not valid JSON: ${error}`, `Тело — не верный JSON: ${error}`, `Дене дұрыс JSON емес: ${error}`),
  bodyUnread: (error: string) =>
    said(`The body cannot be read: ${error}`, `Тело не читается: ${error}`, `Дене оқылмайды: ${error}`),
  noRoute: (method: string, path: string) =>
    said(
      `There is no ${method} ${path} here.`,
      `Здесь нет адреса ${method} ${path}.`,
      `Мұнда ${method} ${path} мекенжайы жоқ.`,
    ),
  backwards: () =>
    said('from has to be before to.', 'from должно быть раньше to.', 'from мәні to мәнінен бұрын болуы керек.'),
  tooLongAgo: () =>
    said(
      'At most two years are remembered; ask for less.',
      'Помнится не больше двух лет; спросите о меньшем.',
      'Ең көбі екі жыл есте сақталады; азырақ сұраңыз.',
    ),
};
