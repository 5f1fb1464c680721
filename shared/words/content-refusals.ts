import { actorWords } from '../actor-words.ts';
import type { User } from '../drafts.ts';
import { joined, said } from '../said.ts';
import { comma } from './comma.ts';
import { englishOf, upper, type ByName, type Kind, type Names } from './names.ts';

// Why something could not be done with scenes, shows, drafts, files and the schedule.

/** The users as people read them: `show welcome, rule morning`. */
export const userNames =
  (users: readonly User[]): ByName =>
  ({ named }) =>
    joined(
      users.map(({ kind, id }) => named(kind, id)),
      ', ',
    );

/** A document as English names it: `rule morning`, `the day 2026-12-16`. */
const the = ({ named }: Names, kind: Kind, id: string): string =>
  kind === 'exception' || kind === 'day' ? `the ${named(kind, id).en}` : named(kind, id).en;

export const contentRefusals = {
  taken:
    (kind: Kind, id: string): ByName =>
    (names) =>
      said(
        kind === 'exception' || kind === 'day'
          ? `There is already ${the(names, kind, id)}.`
          : `There is already a ${englishOf(kind)} called ${id}.`,
        `Уже есть: ${names.named(kind, id).ru}.`,
        `Бұрыннан бар: ${names.named(kind, id).kk}.`,
      ),
  gone:
    (kind: Kind, id: string): ByName =>
    ({ named }) =>
      said(
        `There is no ${named(kind, id).en}. Somebody may have deleted it.`,
        `Не найдено: ${named(kind, id).ru}. Возможно, это кто-то удалил.`,
        `Табылмады: ${named(kind, id).kk}. Мүмкін, біреу жойған.`,
      ),
  changedInBetween:
    (kind: Kind, id: string, base: number, version: number): ByName =>
    (names) =>
      said(
        `${kind === 'scene' || kind === 'show' ? names.named(kind, id).en : upper(the(names, kind, id))} was changed in between: you edited version ${base}, the hall has ${version}. Load it again and repeat your change.`,
        `Тем временем изменено: ${names.named(kind, id).ru}. Вы правили версию ${base}, в зале уже ${version}. Загрузите снова и повторите правку.`,
        `Осы арада өзгертілді: ${names.named(kind, id).kk}. Сіз ${base}-нұсқаны өңдедіңіз, залда енді ${version}-нұсқа. Қайта жүктеп, түзетуді қайталаңыз.`,
      ),
  hoursChanged: (base: number, version: number) =>
    said(
      `The opening hours were changed in between: you edited version ${base}, the hall has ${version}. Load them again and repeat your change.`,
      `Тем временем часы работы изменили: вы правили версию ${base}, в зале уже ${version}. Загрузите снова и повторите правку.`,
      `Осы арада жұмыс уақыты өзгертілді: сіз ${base}-нұсқаны өңдедіңіз, залда енді ${version}-нұсқа. Қайта жүктеп, түзетуді қайталаңыз.`,
    ),
  stillUsed:
    (kind: Kind, id: string, users: readonly User[]): ByName =>
    (names) => {
      const [what, by] = [names.named(kind, id), userNames(users)(names)];
      return said(
        `${upper(what.en)} is used by ${by.en}. Change those first.`,
        `Ещё используется: ${what.ru}. Сначала измените: ${by.ru}.`,
        `Әлі қолданылады: ${what.kk}. Алдымен мыналарды өзгертіңіз: ${by.kk}.`,
      );
    },
  draftGone:
    (kind: Kind, id: string): ByName =>
    ({ named }) =>
      said(
        `The draft of ${named(kind, id).en} is gone: it was published or discarded.`,
        `Черновика ${named(kind, id).ruOf} больше нет: его опубликовали или выбросили.`,
        `${named(kind, id).kk}: жоба енді жоқ, ол жарияланған немесе одан бас тартылған.`,
      ),
  draftInTheWay:
    (kind: Kind, id: string): ByName =>
    ({ named }) =>
      said(
        `There is another draft of ${named(kind, id).en} by now. Publish or discard that one first.`,
        `Уже есть другой черновик ${named(kind, id).ruOf}. Сначала опубликуйте или выбросьте его.`,
        `${named(kind, id).kk}: басқа жоба бар. Алдымен оны жариялаңыз немесе одан бас тартыңыз.`,
      ),
  noDraftAnyMore:
    (kind: Kind, id: string): ByName =>
    ({ named }) =>
      said(
        `There is no draft of ${named(kind, id).en}: it was published or discarded.`,
        `Черновика ${named(kind, id).ruOf} нет: его опубликовали или выбросили.`,
        `${named(kind, id).kk}: жоба жоқ, ол жарияланған немесе одан бас тартылған.`,
      ),
  noDraft:
    (kind: Kind, id: string): ByName =>
    ({ named }) =>
      said(
        `There is no draft of ${named(kind, id).en}.`,
        `Черновика ${named(kind, id).ruOf} нет.`,
        `${named(kind, id).kk}: жоба жоқ.`,
      ),
  noVersion:
    (version: number, kind: Kind, id: string): ByName =>
    ({ named }) =>
      said(
        `There is no version ${version} of a ${englishOf(kind)} called ${id}.`,
        `Версии ${version} ${named(kind, id).ruOf} нет.`,
        `${named(kind, id).kk}: ${version}-нұсқа жоқ.`,
      ),
  notInReview:
    (kind: Kind, id: string): ByName =>
    ({ named }) =>
      said(
        `The draft of ${named(kind, id).en} is not in review.`,
        `Черновик ${named(kind, id).ruOf} не на проверке.`,
        `${named(kind, id).kk}: жоба тексеруде емес.`,
      ),
  notReviewedYet:
    (kind: Kind, id: string): ByName =>
    ({ named }) =>
      said(
        `The draft of ${named(kind, id).en} was not given to be reviewed yet.`,
        `Черновик ${named(kind, id).ruOf} ещё не отдан на проверку.`,
        `${named(kind, id).kk}: жоба тексеруге әлі берілмеген.`,
      ),
  secondPerson:
    (by: string, kind: Kind, id: string): ByName =>
    ({ named }) =>
      said(
        `${by} wrote in the draft of ${named(kind, id).en}: a second person publishes it. Give it to be reviewed.`,
        `Среди авторов черновика ${named(kind, id).ruOf}: ${actorWords(by).ru}. Публикует другой человек, отдайте на проверку.`,
        `${named(kind, id).kk}: жоба авторларының бірі ${actorWords(by).kk}. Оны басқа адам жариялайды, тексеруге беріңіз.`,
      ),
  draftOfOthers:
    (kind: Kind, id: string): ByName =>
    ({ named }) =>
      said(
        `The draft of ${named(kind, id).en} is of others; give it back with a note instead.`,
        `Черновик ${named(kind, id).ruOf} писали другие: верните его с замечанием.`,
        `${named(kind, id).kk}: жобаны басқалар жазған, оны ескертпемен қайтарыңыз.`,
      ),
  draftChanged:
    (kind: Kind, id: string, by: string, seen: number | null, version: number): ByName =>
    ({ named }) =>
      said(
        `The draft of ${named(kind, id).en} was changed by ${by} in between: ${seen === null ? 'there was none' : `you had its version ${seen}`}, the hall has ${version}. Load it again and repeat your change.`,
        `Черновик ${named(kind, id).ruOf} тем временем изменили (${actorWords(by).ru}): ${seen === null ? 'у вас его не было' : `у вас версия ${seen}`}, в зале уже ${version}. Загрузите снова и повторите правку.`,
        `${named(kind, id).kk}: жоба осы арада өзгертілді (${actorWords(by).kk}). ${seen === null ? 'Сізде ол болмаған' : `Сізде ${seen}-нұсқа`}, залда енді ${version}-нұсқа. Қайта жүктеп, түзетуді қайталаңыз.`,
      ),
  otherId: (found: string, expected: string) =>
    said(
      `The body names ${found}, the address ${expected}. An id never changes.`,
      `В теле назван код ${found}, в адресе ${expected}. Код не меняется.`,
      `Денесінде ${found} коды, мекенжайда ${expected}. Код өзгермейді.`,
    ),
  nothingToChange: () => said('There is nothing to change.', 'Менять здесь нечего.', 'Мұнда өзгертетін ештеңе жоқ.'),
  undoForgotten: () =>
    said(
      'What takes this back is not remembered: it is older than a week, or was no edit of the schedule.',
      'Как это отменить, уже не помнится: прошло больше недели или это не правка расписания.',
      'Мұны қалай болдырмау керегі есте жоқ: бір аптадан көп өтті немесе бұл кестені өңдеу емес.',
    ),
  fileTaken: (id: string) =>
    said(`There is already a file called ${id}.`, `Файл ${id} уже есть.`, `${id} файлы бұрыннан бар.`),
  otherFileTaken: (id: string) =>
    said(
      `There is already another file called ${id}. Give this one another name.`,
      `Другой файл с именем ${id} уже есть. Назовите этот иначе.`,
      `${id} деген басқа файл бұрыннан бар. Мұны басқаша атаңыз.`,
    ),
  noFile: (id: string) => said(`There is no file called ${id}.`, `Файла ${id} нет.`, `${id} файлы жоқ.`),
  noThumbnail: (id: string) =>
    said(
      `There is no thumbnail of ${id} yet.`,
      `Миниатюры файла ${id} ещё нет.`,
      `${id} файлының шағын суреті әлі жоқ.`,
    ),
  noThumbnailOf: (id: string, mime: string) =>
    said(
      `${id} is ${mime}: only pictures and films have a thumbnail.`,
      `Файл ${id} — ${mime}: миниатюры бывают только у картинок и фильмов.`,
      `${id} файлы — ${mime}: шағын сурет тек суреттер мен фильмдерде болады.`,
    ),
  noMediumCalled: (id: string) =>
    said(`The hall has no medium called ${id}.`, `В зале нет файла ${id}.`, `Залда ${id} файлы жоқ.`),
  noMedium: () => said('The hall has no such medium.', 'В зале нет такого файла.', 'Залда мұндай файл жоқ.'),
  mediumMissing: (hash: string) =>
    said(
      `The file of medium ${hash} is missing from the data folder. Import the config again.`,
      `В папке данных нет файла ${hash}. Импортируйте зал заново.`,
      `Деректер қалтасында ${hash} файлы жоқ. Залды қайта импорттаңыз.`,
    ),
  uploadNotWhole: (offset: number, bytes: number) =>
    said(
      `Of the file ${offset} of ${bytes} bytes are here. Go on with the upload.`,
      `Получено ${offset} Б из ${bytes}. Продолжите загрузку.`,
      `${bytes} Б файлдың ${offset} Б бөлігі келді. Жүктеуді жалғастырыңыз.`,
    ),
  uploadBusy: () =>
    said('This upload is being looked at already.', 'Этот файл уже проверяется.', 'Бұл файл тексеріліп жатыр.'),
  uploadElsewhere: (stands: number, asked: number) =>
    said(
      `The upload stands at ${stands} bytes, not at ${asked}. Go on from there.`,
      `Загружено ${stands} Б, а не ${asked}. Продолжайте оттуда.`,
      `${asked} Б емес, ${stands} Б жүктелген. Содан әрі жалғастырыңыз.`,
    ),
  emptyFile: () =>
    said(
      'The file is empty: it has 0 bytes. Save it again.',
      'Файл пуст: 0 Б. Сохраните его заново.',
      'Файл бос: 0 Б. Оны қайта сақтаңыз.',
    ),
  /** Sizes in GB. */
  fileTooLarge: (has: string, most: string) =>
    said(
      `The file has ${has} GB; at most ${most} GB are taken.`,
      `Файл слишком велик: ${comma(has)} ГБ, принимается не больше ${comma(most)} ГБ.`,
      `Файл тым үлкен: ${comma(has)} ГБ, ең көбі ${comma(most)} ГБ қабылданады.`,
    ),
  uploadsUnfinished: (n: number) =>
    said(
      `${n} of your uploads are not finished. Finish them, or wait a day until they go.`,
      `Незаконченных загрузок у вас: ${n}. Закончите их или подождите сутки, они исчезнут.`,
      `Аяқталмаған жүктеулеріңіз: ${n}. Аяқтаңыз немесе бір тәулік күтіңіз, олар жойылады.`,
    ),
  /** Sizes in GB. */
  noRoom: (free: string, has: string) =>
    said(
      `The controller's disk has ${free} GB left for media, and the file has ${has} GB. Delete media that nothing uses, or ask for a larger disk.`,
      `На диске контроллера для медиа осталось ${comma(free)} ГБ, а в файле ${comma(has)} ГБ. Удалите лишние файлы или попросите диск побольше.`,
      `Контроллер дискісінде медиаға ${comma(free)} ГБ қалды, ал файл ${comma(has)} ГБ. Керексіз файлдарды жойыңыз немесе үлкенірек диск сұраңыз.`,
    ),
  noUpload: () =>
    said(
      'There is no such upload: it was finished, or nobody went on with it for a day. Begin again.',
      'Такой загрузки нет: она закончена или её сутки никто не продолжал. Начните заново.',
      'Мұндай жүктеу жоқ: ол аяқталған немесе бір тәулік жалғастырылмаған. Басынан бастаңыз.',
    ),
  diskFull: () =>
    said(
      'The controller’s disk is full. Delete media that nothing uses, then go on.',
      'Диск контроллера заполнен. Удалите лишние файлы и продолжите.',
      'Контроллер дискісі толды. Керексіз файлдарды жойып, жалғастырыңыз.',
    ),
  diskFails: (code: string) =>
    said(
      `The controller cannot write to its disk (${code}). Tell a technician.`,
      `Контроллер не может писать на свой диск (${code}). Позовите техника.`,
      `Контроллер өз дискісіне жаза алмайды (${code}). Техникке хабарлаңыз.`,
    ),
  moreThanAnnounced: (bytes: number) =>
    said(
      `More came than the ${bytes} bytes that were announced.`,
      `Пришло больше, чем было объявлено: ${bytes} Б.`,
      `Жарияланған ${bytes} Б-тан көп келді.`,
    ),
  pathInName: (name: string) =>
    said(
      `The file cannot be called “${name}”: a name has no folders in it. Choose the file again, or rename it.`,
      `Файл не может называться «${name}»: в имени не бывает папок. Выберите файл ещё раз или переименуйте его.`,
      `Файл «${name}» деп атала алмайды: атауда қалталар болмайды. Файлды қайта таңдаңыз немесе атын өзгертіңіз.`,
    ),
  uploadHeader: (header: string, en: string, ru: string, kk: string) =>
    said(`${header} ${en}.`, `${header}: ${ru}.`, `${header}: ${kk}.`),
  tooMuchAhead: () =>
    said(
      'More comes in these dates than can be looked through at once without keeping the hall from its screens. Ask about fewer days.',
      'За эти дни происходит больше, чем можно просмотреть за раз, не отвлекая зал от экранов. Спросите о меньшем числе дней.',
      'Бұл күндері болатыны залды экрандардан алаңдатпай бірден қарап шығатыннан көп. Азырақ күн туралы сұраңыз.',
    ),
  noFilesInTraining: () =>
    said(
      'In training files are neither taken nor deleted: they are the real hall’s.',
      'В учебном режиме файлы не принимаются и не удаляются: они принадлежат настоящему залу.',
      'Жаттығу режимінде файл қабылданбайды да, жойылмайды да: олар нағыз залдікі.',
    ),
};
