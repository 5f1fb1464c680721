import { said, type Said } from '../said.ts';
import type { ByName } from './names.ts';

// Why a file is not taken, by what it is: what it turned out to be, and what to do.

const accepted = said(
  'Pictures are taken as JPEG, PNG, WebP, AVIF and GIF, films as MP4 and WebM, sound as MP3, M4A, OGG and WAV.',
  'Картинки принимаются в JPEG, PNG, WebP, AVIF и GIF, фильмы в MP4 и WebM, звук в MP3, M4A, OGG и WAV.',
  'Сурет JPEG, PNG, WebP, AVIF және GIF, фильм MP4 және WebM, дыбыс MP3, M4A, OGG және WAV түрінде қабылданады.',
);

const noDrawings = said(
  'A drawing that can carry a program (SVG) is not taken. Save it as PNG or WebP.',
  'Рисунок, в котором может быть программа (SVG), не принимается. Сохраните его в PNG или WebP.',
  'Ішінде программа болуы мүмкін сызба (SVG) қабылданбайды. Оны PNG не WebP түрінде сақтаңыз.',
);

/** For what people send most often and players cannot show. */
const advice: Readonly<Record<string, Said>> = {
  'application/zip': said(
    'Unpack it, and upload the files in it.',
    'Распакуйте его и загрузите файлы по отдельности.',
    'Оны ашып, ішіндегі файлдарды жүктеңіз.',
  ),
  'application/xml': noDrawings,
  'image/svg+xml': noDrawings,
  'video/quicktime': said(
    'Save the film as MP4 with H.264.',
    'Сохраните фильм в MP4 с H.264.',
    'Фильмді H.264 кодегімен MP4 түрінде сақтаңыз.',
  ),
  'video/matroska': said(
    'Save the film as MP4 with H.264, or as WebM.',
    'Сохраните фильм в MP4 с H.264 или в WebM.',
    'Фильмді H.264 кодегімен MP4 не WebM түрінде сақтаңыз.',
  ),
  'image/heic': said('Save the picture as JPEG.', 'Сохраните картинку в JPEG.', 'Суретті JPEG түрінде сақтаңыз.'),
  'image/tiff': said(
    'Save the picture as PNG or JPEG.',
    'Сохраните картинку в PNG или JPEG.',
    'Суретті PNG не JPEG түрінде сақтаңыз.',
  ),
  'application/pdf': said(
    'Save its pages as PNG or JPEG.',
    'Сохраните его страницы в PNG или JPEG.',
    'Беттерін PNG не JPEG түрінде сақтаңыз.',
  ),
};

export const mediaRefusals = {
  empty: (name: string) =>
    said(
      `${name} is empty: it has 0 bytes. Save it again, and look at its size before.`,
      `Файл ${name} пуст: 0 Б. Сохраните его заново и проверьте размер.`,
      `${name} файлы бос: 0 Б. Оны қайта сақтап, көлемін тексеріңіз.`,
    ),
  otherType: (name: string, type: string, mime: string) => {
    const hint = advice[mime] ?? accepted;
    return said(
      `${name} is a file of type ${type} by its content. ${hint.en}`,
      `По содержимому ${name} — файл типа ${type}. ${hint.ru}`,
      `Мазмұны бойынша ${name} — ${type} түріндегі файл. ${hint.kk}`,
    );
  },
  otherName: (name: string, mime: string, ending: string) =>
    said(
      `${name} is ${mime} by its content, and its name says something else. Name it with .${ending}, or check whether it is the right file.`,
      `По содержимому ${name} — это ${mime}, а имя говорит другое. Дайте ему окончание .${ending} или проверьте, тот ли это файл.`,
      `Мазмұны бойынша ${name} — ${mime}, ал аты басқаны айтады. Оған .${ending} жалғауын беріңіз немесе дұрыс файл екенін тексеріңіз.`,
    ),
  cutOff: (name: string) =>
    said(
      `${name} is not whole: its end is missing, or nothing in it can be shown. Copy it again from where it was made, and upload that.`,
      `Файл ${name} не цел: нет конца или показать в нём нечего. Скопируйте его заново оттуда, где он сделан, и загрузите копию.`,
      `${name} файлы толық емес: соңы жоқ немесе көрсететін ештеңесі жоқ. Жасалған жерінен қайта көшіріп, соны жүктеңіз.`,
    ),
  tooManyPixels: (name: string, width: number, height: number) =>
    said(
      `${name} has ${width} × ${height} pixels, more than a player can hold. Make it smaller.`,
      `В ${name} ${width} × ${height} пикселей, плеер столько не удержит. Уменьшите картинку.`,
      `${name}: ${width} × ${height} пиксель, плеер мұнша көтере алмайды. Суретті кішірейтіңіз.`,
    ),
  thumbnailTooLarge: (px: number) =>
    said(
      `A thumbnail is a picture with at most ${px} pixels on a side. Make it smaller.`,
      `Миниатюра — картинка со стороной не больше ${px} пикселей. Уменьшите её.`,
      `Шағын сурет — қабырғасы ең көбі ${px} пиксель сурет. Оны кішірейтіңіз.`,
    ),
  page: (name: string) =>
    said(
      `${name} is a page or a drawing that can carry a program (SVG, HTML) by its content. Save it as PNG or WebP.`,
      `По содержимому ${name} — страница или рисунок, в которых может быть программа (SVG, HTML). Сохраните картинку в PNG или WebP.`,
      `Мазмұны бойынша ${name} — ішінде программа болуы мүмкін бет не сызба (SVG, HTML). Оны PNG не WebP түрінде сақтаңыз.`,
    ),
  unknown: (name: string) =>
    said(
      `What ${name} is cannot be told from its content. ${accepted.en}`,
      `По содержимому ${name} не понять, что это. ${accepted.ru}`,
      `${name} мазмұнынан оның не екені белгісіз. ${accepted.kk}`,
    ),
};

export const playerRefusals = {
  noAnswer: () => said('The player did not answer.', 'Плеер не ответил.', 'Плеер жауап бермеді.'),
  nobodyPlays:
    (id: string): ByName =>
    (names) => {
      const screen = names.screen(id);
      return said(
        `Nobody plays screen ${screen.en} now. Is its player on?`,
        `Экран ${screen.ru} сейчас никто не играет. Включён ли его плеер?`,
        `${screen.kk} экранын қазір ешкім ойнатып тұрған жоқ. Плеері қосулы ма?`,
      );
    },
  needsHost:
    (id: string, act: string): ByName =>
    (names) => {
      const screen = names.screen(id);
      return said(
        `Screen ${screen.en} is played by a page alone; ${act} needs a player host on its machine.`,
        `Экран ${screen.ru} играет одна страница; для этого (${act}) на машине нужен хост плеера.`,
        `${screen.kk} экранын тек бет ойнатады; бұл үшін (${act}) машинада плеер хосты керек.`,
      );
    },
  /** What a player itself answered; its words are a program's. */
  answered: (words: string) => said(words, `Ответ плеера: ${words}`, `Плеер жауабы: ${words}`),
};
