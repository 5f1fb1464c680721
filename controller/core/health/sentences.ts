import type { HostReport } from '#shared/host-report.ts';
import { asIs, type Said } from '#shared/said.ts';
import { comma } from '#shared/words/comma.ts';
import { keptOutWords } from '#shared/words/action-words.ts';
import type { ByName } from '#shared/words/names.ts';
import type { KeptOutFor } from './signs.ts';

// What is said of a screen, in the languages of the console. What programs and logs get is the English, with ids.

const said = (en: string, ru: string, kk: string): Said => ({ en: cut(en), ru: cut(ru), kk: cut(kk) });
const mostLetters = 300;
const cut = (sentence: string): string => sentence.slice(0, mostLetters);

export function keptOut(why: KeptOutFor): Said {
  const { en, ru, kk } = whyKeptOut(why);
  return said(`Its player is kept out: ${en}`, `Плеер не допускается: ${ru}`, `Плеер жіберілмейді: ${kk}`);
}

/** Why, as a clause that ends its sentence. */
export function whyKeptOut(why: KeptOutFor): Said {
  switch (why.is) {
    case 'by-hand':
      return keptOutWords.byHand(why.by);
    case 'flaps':
      return keptOutWords.connectsTooOften(why.times, why.withinS);
    case 'silent':
      return keptOutWords.answersNothing();
    case 'floods':
      return keptOutWords.floods(why.refused);
    case 'deaf':
      return keptOutWords.readsNothing();
  }
}

export const notHeardYet = said(
  'Its player has not been heard since the controller started.',
  'Плеер не отзывался с запуска контроллера.',
  'Контроллер іске қосылғалы плеер үн қатқан жоқ.',
);
export const notPaired = said(
  'No player is paired with it.',
  'С экраном не связан ни один плеер.',
  'Экранға ешбір плеер тіркелмеген.',
);
export const overdue = said(
  'Its last report is overdue.',
  'Очередной отчёт опаздывает.',
  'Кезекті есеп кешігіп жатыр.',
);
export const silent = said(
  'Its player has not been heard: no power, no network, or no player.',
  'Плеер молчит: нет питания, сети или самого плеера.',
  'Плеер үнсіз: қуат, желі немесе плеердің өзі жоқ.',
);
const browserStates: Readonly<Record<HostReport['browser']['state'], Said>> = {
  starting: { en: 'starting', ru: 'запускается', kk: 'іске қосылып жатыр' },
  running: { en: 'running', ru: 'запущен', kk: 'іске қосулы' },
  hung: { en: 'hung', ru: 'завис', kk: 'қатып қалды' },
  stopped: { en: 'stopped', ru: 'остановлен', kk: 'тоқтап тұр' },
};
/** As its player host has it. */
export function browserSilent(browser: HostReport['browser']['state']): Said {
  const { en, ru, kk } = browserStates[browser];
  return said(
    `Its browser has not been heard; its player host answers and says that it is ${en}.`,
    `Браузер молчит; хост плеера отвечает и сообщает, что браузер ${ru}.`,
    `Браузер үнсіз; плеер хосты жауап береді, оның айтуынша, браузер ${kk}.`,
  );
}

export const justCame = said(
  'Its page has just come, and has not said so far what it shows.',
  'Страница только что подключилась и ещё не сообщила, что показывает.',
  'Бет жаңа ғана қосылды, не көрсетіп тұрғанын әлі айтқан жоқ.',
);
export const hung = (seconds: number): Said =>
  said(
    `Its page has not answered for ${seconds} s.`,
    `Страница не отвечает ${seconds} с.`,
    `Бет ${seconds} с бойы жауап бермейді.`,
  );
export const drawsNothing = said(
  'It draws nothing: its page is behind another window, or the display is off.',
  'Ничего не рисуется: страница за другим окном или дисплей выключен.',
  'Ештеңе салынбайды: бет басқа терезенің артында немесе дисплей өшірулі.',
);
export const noNewFrames = said('It draws no new frames.', 'Новые кадры не рисуются.', 'Жаңа кадрлар салынбайды.');
export const stillPicture = said(
  'Its picture has not changed, although its scene moves.',
  'Картинка не меняется, хотя сцена движется.',
  'Сахна қозғалса да, сурет өзгермейді.',
);

export const notWanted =
  (id: string | null): ByName =>
  (names) => {
    if (id === null)
      return said(
        'It shows nothing, which is not what its plan wants.',
        'Ничего не показывает, а план велит другое.',
        'Ештеңе көрсетпей тұр, ал жоспарда басқа.',
      );
    const scene = names.scene(id);
    return said(
      `It shows ${scene.en}, which is not what its plan wants.`,
      `Показывает ${scene.ru}, а план велит другое.`,
      `${scene.kk} сахнасын көрсетіп тұр, ал жоспарда басқа.`,
    );
  };
export const black = said(
  'Its picture is black, although its plan wants something to be seen.',
  'Картинка чёрная, хотя по плану она должна быть видна.',
  'Жоспар бойынша көрінуі керек, бірақ сурет қара.',
);
export const lit = said(
  'Its picture is lit, although its plan wants it dark.',
  'Экран светится, хотя по плану должен быть тёмным.',
  'Жоспар бойынша қараңғы болуы керек, бірақ экран жарық.',
);
export const looksLike =
  (id: string): ByName =>
  (names) => {
    const scene = names.scene(id);
    return said(
      `Its picture looks like ${scene.en}, which is not on.`,
      `Картинка похожа на ${scene.ru}, а эта сцена сейчас не идёт.`,
      `Сурет ${scene.kk} сахнасына ұқсайды, бірақ ол қазір жүрмейді.`,
    );
  };

export const asleep = said('Its plan wants it to sleep.', 'По плану экран спит.', 'Жоспар бойынша экран ұйықтап тұр.');
export const blackByPlan = said(
  'Its plan wants it black, and it is.',
  'По плану экран тёмный, так и есть.',
  'Жоспар бойынша экран қараңғы, солай да.',
);
export const unseen = said(
  'It says that all is well, but nobody has seen its picture.',
  'Плеер говорит, что всё в порядке, но картинку никто не видел.',
  'Плеер бәрі дұрыс дейді, бірақ суретті ешкім көрген жоқ.',
);

/** `reason` is what a person wrote; empty where they wrote nothing. */
export function inMaintenance(reason: string, isSilent: boolean): Said {
  const own = reason.replace(/\.$/, '');
  const of = (otherwise: string, silence: string): string =>
    `${own === '' ? otherwise : own}.${isSilent ? ` ${silence}` : ''}`;
  return said(
    of('Somebody works on it', 'Its player is silent.'),
    of('С экраном работают', 'Плеер молчит.'),
    of('Экранмен жұмыс жүріп жатыр', 'Плеер үнсіз.'),
  );
}

export const twoPlaces = (places: readonly string[]): Said =>
  said(
    `Its token is used in two places at once (${places.join(' and ')}): revoke it, and pair its player again.`,
    `Его ключ используют сразу в двух местах (${places.join(' и ')}): отзовите ключ и свяжите плеер заново.`,
    `Кілті бір мезгілде екі жерде қолданылуда (${places.join(' және ')}): кілтті қайтарып алып, плеерді қайта тіркеңіз.`,
  );
export const oldToken = (from: string): Said =>
  said(
    `An old token of it, replaced before, was used from ${from}: somebody has a copy, or an old image of the player was put back. If nobody did that, pair its player again.`,
    `С адреса ${from} использован старый, уже заменённый ключ: у кого-то есть копия или восстановлен старый образ плеера. Если этого никто не делал, свяжите плеер заново.`,
    `${from} мекенжайынан бұрын ауыстырылған ескі кілт қолданылды: біреуде көшірмесі бар немесе плеердің ескі бейнесі қайтарылған. Мұны ешкім жасамаса, плеерді қайта тіркеңіз.`,
  );
export const clockJumped = said(
  'Its clock jumped: somebody set it, or the machine slept.',
  'Часы прыгнули: их перевели или машина спала.',
  'Сағаты секірді: біреу ауыстырған немесе машина ұйықтаған.',
);
export const standsIn =
  (id: string): ByName =>
  (names) => {
    const scene = names.scene(id);
    return said(
      `It cannot show ${scene.en}, and shows its title instead.`,
      `Не может показать ${scene.ru} и показывает название вместо сцены.`,
      `${scene.kk} сахнасын көрсете алмай, атауын ғана көрсетіп тұр.`,
    );
  };
export const noRoom = said(
  'Its browser has no room left for media.',
  'В браузере не осталось места для медиа.',
  'Браузерде медиаға орын қалмады.',
);
export const missing = (media: readonly string[]): Said =>
  said(`Missing: ${media.join(', ')}`, `Не хватает: ${media.join(', ')}`, `Жетіспейді: ${media.join(', ')}`);
/** What the player itself reported; its words are a program's, but for the scene in which it happened. */
export const reported =
  (where: string, what: string): ByName =>
  (names) => {
    const id = /^scene (\S+) \(\S+\)$/.exec(where)?.[1];
    const { en, ru, kk } = id === undefined ? asIs(where) : names.named('scene', id);
    return said(`${en}: ${what}`, `${ru}: ${what}`, `${kk}: ${what}`);
  };
export const mute = said(
  'Its browser does not let it play sound.',
  'Браузер не даёт включить звук.',
  'Браузер дыбыс шығаруға рұқсат бермейді.',
);
export const noPlan = said('It has no plan.', 'У экрана нет плана.', 'Экранда жоспар жоқ.');
export const noTime = said(
  'It has no shared time yet.',
  'У экрана ещё нет общего времени.',
  'Экранда әлі ортақ уақыт жоқ.',
);
export const unsure = (ms: string): Said =>
  said(
    `Its clock is certain to ${ms} ms only.`,
    `Часы точны только до ${comma(ms)} мс.`,
    `Сағаты тек ${comma(ms)} мс-ке дейін дәл.`,
  );
export const stoodStill = (seconds: string): Said =>
  said(
    `Its page stood still for ${seconds} s.`,
    `Страница замирала на ${comma(seconds)} с.`,
    `Бет ${comma(seconds)} с тұрып қалды.`,
  );
export const hidden = said(
  'Its page is behind another window.',
  'Страница за другим окном.',
  'Бет басқа терезенің артында.',
);
export const drops = (percent: number): Said =>
  said(`It drops ${percent} % of its frames.`, `Теряется ${percent} % кадров.`, `Кадрлардың ${percent} %-ы жоғалады.`);
export const hostSeesHang = said(
  'Its player host finds that the browser does not answer.',
  'Хост плеера видит, что браузер не отвечает.',
  'Плеер хосты браузердің жауап бермейтінін көріп тұр.',
);
export const hot = (degrees: number): Said =>
  said(`Its player is at ${degrees} °C.`, `Плеер нагрелся до ${degrees} °C.`, `Плеер ${degrees} °C-қа дейін қызды.`);
export const diskFull = said(
  'The disk of its player is almost full.',
  'Диск плеера почти заполнен.',
  'Плеердің дискісі толуға жақын.',
);
export const memoryFull = said(
  'The memory of its player is almost full.',
  'Память плеера почти занята.',
  'Плеердің жады толуға жақын.',
);
