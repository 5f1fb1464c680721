import { actorWords } from '../actor-words.ts';
import { joined, said } from '../said.ts';
import { englishOf, listed, upper, type ByName, type Kind } from './names.ts';

// Why something could not be done with runs, screens and sound.

export const runRefusals = {
  noRun:
    (id: string): ByName =>
    ({ named }) => {
      const run = named('run', id);
      return said(
        `No ${run.en} is on or to come.`,
        `Нет ни сейчас, ни впереди: ${run.ru}.`,
        `${run.kk} қазір де, алда да жоқ.`,
      );
    },
  runEndedAlready:
    (id: string): ByName =>
    ({ named }) => {
      const run = named('run', id);
      return said(
        `${upper(run.en)} has ended already.`,
        `${upper(run.ru)} уже закончился.`,
        `${upper(run.kk)} аяқталып қойған.`,
      );
    },
  runEnded:
    (id: string): ByName =>
    ({ named }) => {
      const run = named('run', id);
      return said(`${upper(run.en)} has ended.`, `${upper(run.ru)} закончился.`, `${upper(run.kk)} аяқталды.`);
    },
  cueIsOn:
    (show: string, id: string): ByName =>
    ({ cue: cueOf }) => {
      const cue = cueOf(show, id);
      return said(
        `${upper(cue.en)} is on already; somebody was quicker.`,
        `${upper(cue.ru)} уже идёт: кто-то успел раньше.`,
        `${upper(cue.kk)} жүріп тұр: біреу бұрын үлгерді.`,
      );
    },
  runNotBegun:
    (id: string): ByName =>
    ({ named }) => {
      const run = named('run', id);
      return said(
        `${upper(run.en)} has not begun yet. Cancel it, or wait until it has.`,
        `${upper(run.ru)}: ещё не начато. Отмените или дождитесь начала.`,
        `${upper(run.kk)} әлі басталған жоқ. Болдырмаңыз немесе басталуын күтіңіз.`,
      );
    },
  timePast: () =>
    said(
      'This time is past. Give one that is to come, or take it now.',
      'Это время уже прошло. Назовите будущее или поставьте сейчас.',
      'Бұл уақыт өтіп кетті. Алдағы уақытты жазыңыз немесе қазір қойыңыз.',
    ),
  timeFar: (hours: number) =>
    said(
      `A take can be set at most ${hours} hours ahead. Put what is farther off into the schedule.`,
      `Поставить на время можно не дальше чем на ${hours} ч вперёд. Более далёкое внесите в расписание.`,
      `Уақытқа ең көбі ${hours} сағат бұрын қоюға болады. Одан әрісін кестеге енгізіңіз.`,
    ),
  lastCue: () =>
    said(
      'This is the last cue; there is nothing to GO to.',
      'Это последняя реплика, дальше GO идти некуда.',
      'Бұл соңғы белгі, GO баратын жер жоқ.',
    ),
  pausedAlready: () => said('The run is paused already.', 'Показ уже на паузе.', 'Көрсетілім кідіртіліп қойған.'),
  notPaused: () => said('The run is not paused.', 'Показ не на паузе.', 'Көрсетілім кідіртілмеген.'),
  noCue: (cue: string) =>
    said(`The show has no cue called ${cue}.`, `В показе нет реплики ${cue}.`, `Көрсетілімде ${cue} белгісі жоқ.`),
  notHeld:
    (id: string): ByName =>
    ({ named }) => {
      const run = named('run', id);
      return said(
        `Nobody holds ${run.en} by hand.`,
        `${upper(run.ru)} никто не держит вручную.`,
        `${upper(run.kk)}н ешкім қолмен ұстап тұрған жоқ.`,
      );
    },
  yoursAlready: () => said('You have this run already.', 'Этот показ уже у вас.', 'Бұл көрсетілім онсыз да сізде.'),
  nobodyAsked:
    (id: string): ByName =>
    ({ named }) => {
      const run = named('run', id);
      return said(
        `Nobody has asked for ${run.en}.`,
        `${upper(run.ru)} никто не просил.`,
        `${upper(run.kk)}н ешкім сұраған жоқ.`,
      );
    },
  needsReason:
    (id: string, owner: string): ByName =>
    ({ named }) => {
      const [run, who] = [named('run', id), actorWords(owner)];
      return said(
        `${who.en} holds ${run.en}. Ask for it, or give a reason, which ${who.en} is told.`,
        `${upper(run.ru)}: держит ${who.ru}. Попросите или назовите причину: её увидит ${who.ru}.`,
        `${upper(run.kk)}: оны ${who.kk} ұстап тұр. Сұраңыз немесе себебін айтыңыз: оны ${who.kk} көреді.`,
      );
    },
  needsReasonToCover:
    (held: readonly { readonly run: string; readonly owner: string; readonly screens: readonly string[] }[]): ByName =>
    ({ named, places }) => {
      const each = held.map(({ run: id, owner, screens }) => {
        const [run, who, where] = [named('run', id), actorWords(owner), places(screens)];
        return said(
          `${who.en} holds ${run.en} (${where.en})`,
          `${who.ru} держит ${run.ru} (${where.ru})`,
          `${who.kk} ${run.kk}н ұстап тұр (${where.kk})`,
        );
      });
      const all = joined(each, '; ');
      return said(
        `${upper(all.en)}. Ask for it, or give a reason, which its owner is told.`,
        `${upper(all.ru)}. Попросите или назовите причину: её увидит, кто держит.`,
        `${upper(all.kk)}. Сұраңыз немесе себебін айтыңыз: оны ұстап тұрған адам көреді.`,
      );
    },
  othersRun: (owner: string | null) => {
    if (owner === null)
      return said(
        'Nobody has this run. Take it over if you must.',
        'Этот показ ни за кем. Если нужно, возьмите его на себя.',
        'Бұл көрсетілім ешкімде емес. Керек болса, өзіңізге алыңыз.',
      );
    const who = actorWords(owner);
    return said(
      `${who.en} has this run. Take it over if you must.`,
      `Владелец этого показа: ${who.ru}. Если необходимо, возьмите его на себя.`,
      `Бұл көрсетілімнің иесі: ${who.kk}. Қажет болса, өзіңізге алыңыз.`,
    );
  },
  noLoss: () =>
    said(
      'Nothing like this waits to be read by you; you may have read it already.',
      'Такого непрочитанного у вас нет: возможно, вы это уже прочли.',
      'Сізде мұндай оқылмаған хабар жоқ: мүмкін, оны оқып қойғансыз.',
    ),
  noTarget: (ids: readonly string[]) =>
    said(
      `The hall has no screen, surface or zone called ${listed(ids)}.`,
      `В зале нет экрана, поверхности или зоны с именем ${listed(ids)}.`,
      `Залда ${listed(ids)} деген экран, бет немесе аймақ жоқ.`,
    ),
  nothingFor:
    (kind: 'scene' | 'show', id: string, targets: readonly string[]): ByName =>
    ({ named, places }) => {
      const [what, where] = [named(kind, id), places(targets)];
      const other =
        kind === 'show'
          ? said('another show', 'другой показ', 'басқа көрсетілімді')
          : said('another scene', 'другую сцену', 'басқа сахнаны');
      return said(
        `${upper(what.en)} has nothing for ${where.en}. Choose ${other.en} or other screens.`,
        `${upper(what.ru)}: ничего нет для: ${where.ru}. Выберите ${other.ru} или другие экраны.`,
        `${upper(what.kk)}: мыналарға арналған ештеңе жоқ: ${where.kk}. ${upper(other.kk)} немесе басқа экрандарды таңдаңыз.`,
      );
    },
  standbyGone: () =>
    said(
      'What was armed has been taken or stood down by somebody already.',
      'То, что было в готовности, кто-то уже поставил или снял.',
      'Дайындалғанды біреу қойып та, алып та үлгерген.',
    ),
  standbyOther: () =>
    said(
      'What is armed there is something else than what GO asks for. Look at what is armed, and press GO of that.',
      'В готовности там другое, а не то, что велит поставить GO. Посмотрите, что в готовности, и нажмите GO у него.',
      'Онда дайындалғаны басқа, GO қойғызғысы келгені емес. Не дайындалғанын қарап, соның GO түймесін басыңыз.',
    ),
  standbyNotFor:
    (screens: readonly string[]): ByName =>
    ({ places }) => {
      const where = places(screens);
      return said(
        `What is armed was not armed for ${where.en}. Take it where it is armed, or arm it there as well.`,
        `Это подготовлено не для этих экранов: ${where.ru}. Поставьте там, где готово, или подготовьте и здесь.`,
        `Бұл мына экрандарға дайындалмаған: ${where.kk}. Дайын жерге қойыңыз немесе мұнда да дайындаңыз.`,
      );
    },
  standbyNothingLeft: () =>
    said(
      'Nothing of what is armed is left on these screens: it has nothing for them, or something else was armed there since. Arm it anew.',
      'От подготовленного на этих экранах ничего не осталось: оно не для них, или там с тех пор подготовили другое. Подготовьте заново.',
      'Бұл экрандарда дайындалғаннан ештеңе қалмады: ол бұларға арналмаған немесе содан бері басқасы дайындалған. Қайта дайындаңыз.',
    ),
  notReady:
    (screens: readonly string[]): ByName =>
    ({ places }) => {
      const who = places(screens);
      return said(
        `Not ready: ${who.en}. Arm it, wait for their lights, or take with policy "go".`,
        `Не готовы: ${who.ru}. Подготовьте и дождитесь огней или ставьте без отстающих.`,
        `Дайын емес: ${who.kk}. Дайындап, шамдарын күтіңіз немесе кешіккендерсіз қойыңыз.`,
      );
    },
  nothingArmed: (id: string) =>
    said(
      `Nothing is armed under ${id}.`,
      `Под именем ${id} ничего не подготовлено.`,
      `${id} атымен ештеңе дайындалмаған.`,
    ),
  actSuperseded: () =>
    said(
      'Something else was done since; look at the hall before you take anything back.',
      'С тех пор сделано что-то ещё: посмотрите на зал, прежде чем отменять.',
      'Содан бері тағы бірдеңе жасалды: болдырмас бұрын залға қараңыз.',
    ),
  actTooOld: (seconds: number) =>
    said(
      `This was more than ${seconds} s ago and stays as it is.`,
      `Прошло больше ${seconds} с, это остаётся как есть.`,
      `${seconds} с-тан көп өтті, бұл сол күйінде қалады.`,
    ),
  actChangedSince: () =>
    said(
      'What was done has been changed since, and stays as it is.',
      'Сделанное с тех пор изменили, оно остаётся как есть.',
      'Жасалғаны содан бері өзгертілді, сол күйінде қалады.',
    ),
  noOutput: (id: string) =>
    said(
      `The hall has no sound output called ${id}.`,
      `В зале нет звукового выхода ${id}.`,
      `Залда ${id} деген дыбыс шығысы жоқ.`,
    ),
  noOutputOfYours: () =>
    said(
      'No sound output of the hall lies in your zones alone. Ask somebody who has the whole hall.',
      'Ни один звуковой выход зала не лежит целиком в ваших зонах. Обратитесь к тому, у кого весь зал.',
      'Залдың ешбір дыбыс шығысы түгелімен сіздің аймақтарыңызда емес. Бүкіл зал қолындағы адамға айтыңыз.',
    ),
  noOverlay: (id: string) =>
    said(`No overlay ${id} is on.`, `Наложения ${id} на экранах нет.`, `Экрандарда ${id} қабаты жоқ.`),
  noScreen: (id: string) =>
    said(`The hall has no screen called ${id}.`, `В зале нет экрана ${id}.`, `Залда ${id} экраны жоқ.`),
  noMaintenance: (id: string) =>
    said(`No maintenance ${id} is under way.`, `Работы ${id} не ведутся.`, `${id} жұмысы жүріп жатқан жоқ.`),
  tooManyComments: (most: number) =>
    said(
      `This incident has ${most} comments already.`,
      `Замечаний к этому происшествию уже ${most}, больше не принимается.`,
      `Бұл оқиғада ${most} ескертпе бар, одан көп қабылданбайды.`,
    ),
  noTimeline: (hash: string) =>
    said(
      `No run that is on or to come has the timeline ${hash}.`,
      `Хронологии ${hash} нет ни у одного запуска, нынешнего или будущего.`,
      `${hash} уақыт желісі қазіргі де, болашақ та іске қосуда жоқ.`,
    ),
  runUnknown: (id: string) =>
    said(
      `Nothing is known of a run called ${id}.`,
      `О запуске ${id} ничего не известно.`,
      `${id} іске қосуы туралы ештеңе белгісіз.`,
    ),
  noIncident: (id: string) =>
    said(`There is no incident called ${id}.`, `Происшествия ${id} нет.`, `${id} оқиғасы жоқ.`),
  noSuch:
    (kind: Kind, id: string): ByName =>
    ({ named }) =>
      said(
        `There is no ${englishOf(kind)} called ${id}.`,
        `Не найдено: ${named(kind, id).ru}.`,
        `Табылмады: ${named(kind, id).kk}.`,
      ),
};
