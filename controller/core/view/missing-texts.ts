import type { Timeline } from '#shared/scene.ts';
import type { Text } from '#shared/text.ts';

/** A text for visitors that some of the hall's languages do not have. */
export interface MissingText {
  readonly source: Timeline['source'];
  /** What people call that. */
  readonly title: Text;
  /** The scene in which it is, by its title; null: in what is shown itself. */
  readonly scene: Text | null;
  /** The path within that. */
  readonly field: string;
  /** Where in it: `title`, or a scene's id and the path into its params. */
  readonly path: string;
  readonly languages: readonly string[];
}

/** The texts of these timelines that are not in all of `languages`, each once. */
export function missingTexts(timelines: readonly Timeline[], languages: readonly string[]): readonly MissingText[] {
  const known = new Set(languages);
  const found = new Map<string, MissingText>();
  for (const { source, title, scenes } of timelines) {
    const look = (value: unknown, scene: { readonly id: string; readonly title: Text } | null, field: string): void => {
      if (value === null || typeof value !== 'object') return;
      const entries = Object.entries(value);
      if (!isText(entries, known)) {
        for (const [key, inner] of entries) look(inner, scene, field === '' ? key : `${field}.${key}`);
        return;
      }
      const missing = languages.filter((language) => !Object.hasOwn(value, language));
      if (missing.length === 0) return;
      const path = [scene?.id, field].filter((part) => part !== undefined && part !== '').join('.');
      found.set(`${source.id} ${path}`, {
        source,
        title,
        scene: scene?.title ?? null,
        field,
        path,
        languages: missing,
      });
    };
    look(title, null, 'title');
    for (const scene of Object.values(scenes)) {
      const within = { id: scene.scene, title: scene.title };
      look(scene.title, within, 'title');
      look(scene.params, within, '');
    }
  }
  return [...found.values()];
}

/** A map from languages of the hall to words, and nothing else. */
function isText(entries: readonly (readonly [string, unknown])[], languages: ReadonlySet<string>): boolean {
  return entries.length > 0 && entries.every(([key, value]) => languages.has(key) && typeof value === 'string');
}
