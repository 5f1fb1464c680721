import type { z } from 'zod';
import type { Documents, ImportedKind } from '#core/ports.ts';
import { Rule, RuleException, SpecialDay } from '#shared/schedule.ts';
import { Scene, Show } from '#shared/scene.ts';

type ListedKind = Exclude<ImportedKind, 'hall' | 'medium'>;

export interface FolderKind<Kind extends ListedKind = ListedKind> {
  readonly kind: Kind;
  /** The folder its files lie in, one document each, named `<id>.json`. */
  readonly folder: string;
  readonly schema: z.ZodType<Documents[Kind]>;
  /** The id under which the hall keeps it. */
  readonly idOf: (document: Documents[Kind]) => string;
}

const folderKind = <Kind extends ListedKind>(kind: FolderKind<Kind>): FolderKind<Kind> => kind;

/** The folders of a config, each with what its files hold. */
export const folderKinds = {
  scene: folderKind({ kind: 'scene', folder: 'scenes', schema: Scene, idOf: (scene) => scene.id }),
  show: folderKind({ kind: 'show', folder: 'shows', schema: Show, idOf: (show) => show.id }),
  rule: folderKind({ kind: 'rule', folder: 'rules', schema: Rule, idOf: (rule) => rule.id }),
  exception: folderKind({
    kind: 'exception',
    folder: 'exceptions',
    schema: RuleException,
    idOf: (exception) => `${exception.rule}@${exception.date}`,
  }),
  day: folderKind({ kind: 'day', folder: 'days', schema: SpecialDay, idOf: (day) => day.date }),
} as const;

export const hallFile = 'hall.json';
export const mediaFolder = 'media';
