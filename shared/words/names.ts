import type { Role } from '#shared/facts.ts';
import { asIs, joined, said, type Said } from '#shared/said.ts';
import { saidList } from './name-list.ts';

/** What a document or a run is called by: its kind, and its title, or its id where no title is known. */
export type Kind =
  | 'hall'
  | 'scene'
  | 'slate'
  | 'show'
  | 'rule'
  | 'exception'
  | 'day'
  | 'medium'
  | 'draft'
  | 'run'
  | 'touch rule'
  | 'cue';

/** A document by name, in the nominative and (Russian) the genitive. Kazakh puts the id before the noun. */
export interface Name extends Said {
  readonly ruOf: string;
}

const byKind: Readonly<Record<Kind, readonly [en: string, ru: string, ruOf: string, kk: string]>> = {
  hall: ['hall', 'зал', 'зала', 'залы'],
  scene: ['scene', 'сцена', 'сцены', 'сахнасы'],
  slate: ['slate', 'заставка', 'заставки', 'тақтасы'],
  show: ['show', 'показ', 'показа', 'көрсетілімі'],
  rule: ['rule', 'правило', 'правила', 'ережесі'],
  exception: ['exception', 'исключение', 'исключения', 'ерекшелігі'],
  day: ['day', 'день', 'дня', 'күні'],
  medium: ['medium', 'файл', 'файла', 'файлы'],
  draft: ['draft', 'черновик', 'черновика', 'жобасы'],
  run: ['run', 'запуск', 'запуска', 'іске қосуы'],
  'touch rule': ['touch rule', 'правило касаний', 'правила касаний', 'жанасу ережесі'],
  cue: ['cue', 'реплика', 'реплики', 'белгісі'],
};

/** `title` is what people call it, an exception's is its rule's; null: only the id is known. */
export function named(kind: Kind, id: string, title: Said | null = null): Name {
  const [en, ru, ruOf, kk] = byKind[kind];
  // An exception is a rule on a date.
  const [rule = id, date = ''] = kind === 'exception' ? id.split('@') : [id];
  const called = title === null ? asIs(rule) : quoted(title);
  if (kind !== 'exception')
    return {
      en: `${en} ${called.en}`,
      ru: `${ru} ${called.ru}`,
      ruOf: `${ruOf} ${called.ru}`,
      kk: `${called.kk} ${kk}`,
    };
  return {
    en: `${en} ${called.en} on ${date}`,
    ru: `${ru} из правила ${called.ru} на ${date}`,
    ruOf: `${ruOf} из правила ${called.ru} на ${date}`,
    kk: `${called.kk} ережесінің ${date} күнгі ${kk}`,
  };
}

/** A title within a sentence. */
export const quoted = ({ en, ru, kk }: Said): Said => said(`“${en}”`, `«${ru}»`, `«${kk}»`);

/** At the beginning of a sentence. */
export const upper = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** What a kind is called in English. */
export const englishOf = (kind: Kind): string => byKind[kind][0];

const roles: Readonly<Record<Role, Said>> = {
  viewer: said('viewer', 'наблюдатель', 'бақылаушы'),
  operator: said('operator', 'оператор', 'оператор'),
  curator: said('curator', 'куратор', 'куратор'),
  technician: said('technician', 'техник', 'техник'),
  admin: said('admin', 'администратор', 'әкімші'),
};
export const roleWords = (role: Role): Said => roles[role];

/** Ids in a row. Of everything a language says its own word. */
export const listed = (ids: readonly string[]): string => ids.join(', ');
const everything = said('all', 'весь зал', 'бүкіл зал');
/** With ids, or by the names that `placeOf` gives. */
export function places(targets: readonly string[], placeOf?: (target: string) => Said): Said {
  if (targets.length === 1 && targets[0] === 'all') return everything;
  return placeOf === undefined ? joined(targets.map(asIs), ', ') : saidList(targets.map(placeOf));
}

/** How sentences call what ids stand for. */
export interface Names {
  readonly named: (kind: Kind, id: string) => Name;
  readonly places: (targets: readonly string[]) => Said;
  /** One place within a sentence about it: a zone, a surface, a screen. */
  readonly place: (id: string) => Said;
  /** A screen after its number or the word for it. */
  readonly screen: (id: string) => Said;
  /** A scene after the word for it, or alone. */
  readonly scene: (id: string) => Said;
  readonly outputs: (ids: readonly string[]) => Said;
  /** A show, a scene or a run whose kind was not kept. */
  readonly shown: (id: string) => Said;
  /** A cue of what is shown. */
  readonly cue: (show: string, id: string) => Said;
  /** What people know by words and programs by an id or a path; null: those who read this are programs. */
  readonly inWords: <Words extends Said | null>(words: Words) => Words | null;
}

/** By their ids alone: they stay the same whatever people rename. */
export const bareNames: Names = {
  named,
  places: (targets) => places(targets),
  place: asIs,
  screen: asIs,
  scene: asIs,
  outputs: (ids) => joined(ids.map(asIs), ', '),
  shown: asIs,
  cue: (_show, id) => named('cue', id),
  inWords: () => null,
};

/** A sentence that calls things by name; it is told where it is known by which names. */
export type ByName = (names: Names) => Said;

/** A sentence by these names, whether it calls anything by name or not. */
export const calling = (sentence: Said | ByName, names: Names): Said =>
  typeof sentence === 'function' ? sentence(names) : sentence;
