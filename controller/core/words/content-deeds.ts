import { said, type Said } from '#shared/said.ts';
import { listed, type Names } from '#shared/words/names.ts';

// What was done to scenes, shows, media and the schedule. The arguments of a deed never change.

type Content = 'scene' | 'show';
type Document = Content | 'rule' | 'exception' | 'day';

const exceptions: Readonly<Record<'skip' | 'move' | 'replace', Said>> = {
  skip: said('skip', 'пропуск', 'өткізіп жіберу'),
  move: said('move', 'перенос', 'жылжыту'),
  replace: said('replace', 'замена', 'ауыстыру'),
};

export const contentDeeds = ({ named }: Names) => {
  const the = (kind: Document, id: string): string => {
    const { en } = named(kind, id);
    return kind === 'exception' || kind === 'day' ? `the ${en}` : en;
  };
  return {
    created: (kind: Document, id: string, version: number) =>
      said(
        `created ${the(kind, id)} (version ${version})`,
        `создано: ${named(kind, id).ru} (версия ${version})`,
        `жасалды: ${named(kind, id).kk} (${version}-нұсқа)`,
      ),
    changed: (kind: Document, id: string, version: number) =>
      said(
        `changed ${the(kind, id)} (version ${version})`,
        `изменено: ${named(kind, id).ru} (версия ${version})`,
        `өзгертілді: ${named(kind, id).kk} (${version}-нұсқа)`,
      ),
    deleted: (kind: Document, id: string) =>
      said(`deleted ${the(kind, id)}`, `удалено: ${named(kind, id).ru}`, `жойылды: ${named(kind, id).kk}`),
    leftAsItWas: (kind: Document, id: string) =>
      said(
        `left ${the(kind, id)} as it was`,
        `оставлено как было: ${named(kind, id).ru}`,
        `бұрынғыдай қалды: ${named(kind, id).kk}`,
      ),
    drafted: (kind: Content, id: string) =>
      said(
        `drafted ${named(kind, id).en}`,
        `написан черновик ${named(kind, id).ruOf}`,
        `${named(kind, id).kk}: жоба жазылды`,
      ),
    submitted: (kind: Content, id: string) =>
      said(
        `gave the draft of ${named(kind, id).en} to be reviewed`,
        `черновик ${named(kind, id).ruOf} отдан на проверку`,
        `${named(kind, id).kk}: жоба тексеруге берілді`,
      ),
    gaveBack: (kind: Content, id: string) =>
      said(
        `gave the draft of ${named(kind, id).en} back`,
        `черновик ${named(kind, id).ruOf} возвращён автору`,
        `${named(kind, id).kk}: жоба авторына қайтарылды`,
      ),
    published: (kind: Content, id: string, version: number, authors: readonly string[]) =>
      said(
        `published ${named(kind, id).en} (version ${version}), drafted by ${listed(authors)}`,
        `опубликовано: ${named(kind, id).ru} (версия ${version}), черновик: ${listed(authors)}`,
        `жарияланды: ${named(kind, id).kk} (${version}-нұсқа), жобаны жазған: ${listed(authors)}`,
      ),
    discarded: (kind: Content, id: string) =>
      said(
        `discarded the draft of ${named(kind, id).en}`,
        `черновик ${named(kind, id).ruOf} выброшен`,
        `${named(kind, id).kk}: жобадан бас тартылды`,
      ),
    restored: (kind: Content, id: string) =>
      said(
        `brought back the draft of ${named(kind, id).en}`,
        `черновик ${named(kind, id).ruOf} возвращён после того, как его выбросили`,
        `${named(kind, id).kk}: бас тартылған жоба қайтарылды`,
      ),
    addedMedium: (id: string, bytes: number, mime: string) =>
      said(
        `brought ${id} into the media (${bytes} bytes, ${mime})`,
        `добавлен файл ${id} (${bytes} Б, ${mime})`,
        `${id} файлы қосылды (${bytes} Б, ${mime})`,
      ),
    deletedMedium: (id: string) => said(`deleted ${id} from the media`, `файл ${id} удалён`, `${id} файлы жойылды`),
    setException: (rule: string, date: string, change: keyof typeof exceptions) => {
      const what = named('rule', rule);
      return said(
        `on ${date} ${what.en}: ${exceptions[change].en}`,
        `${what.ru}, ${date}: ${exceptions[change].ru}`,
        `${what.kk}, ${date}: ${exceptions[change].kk}`,
      );
    },
    droppedException: (rule: string, date: string) => {
      const what = named('rule', rule);
      return said(
        `on ${date} ${what.en} holds again`,
        `${what.ru}, ${date}: снова как обычно`,
        `${what.kk}, ${date}: қайтадан әдеттегідей`,
      );
    },
    setDay: (date: string, isMourning: boolean) =>
      isMourning
        ? said(`made ${date} a day of mourning`, `${date} — день траура`, `${date} — қаралы күн`)
        : said(
            `set what differs on ${date}`,
            `${date}: задано, чем этот день отличается`,
            `${date}: күннің ерекшелігі белгіленді`,
          ),
    droppedDay: (date: string) =>
      said(`${date} is a day like others again`, `${date} — снова обычный день`, `${date} — қайтадан кәдімгі күн`),
    changedHours: (version: number) =>
      said(
        `changed the opening hours (version ${version})`,
        `изменены часы работы (версия ${version})`,
        `жұмыс уақыты өзгертілді (${version}-нұсқа)`,
      ),
    leftHours: () =>
      said('left the opening hours as they were', 'часы работы оставлены как были', 'жұмыс уақыты бұрынғыдай қалды'),
  };
};
