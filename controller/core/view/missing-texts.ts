import type { Timeline } from '#shared/scene.ts';

/** A text for visitors that some of the hall's languages do not have. */
export interface MissingText {
  readonly source: Timeline['source'];
  /** Where in it: `title`, or a scene's id and the path into its params. */
  readonly path: string;
  readonly languages: readonly string[];
}

/** The texts of these timelines that are not in all of `languages`, each once. */
export function missingTexts(timelines: readonly Timeline[], languages: readonly string[]): readonly MissingText[] {
  const known = new Set(languages);
  const found = new Map<string, MissingText>();
  for (const { source, title, scenes } of timelines) {
    const look = (value: unknown, path: string): void => {
      if (value === null || typeof value !== 'object') return;
      const entries = Object.entries(value);
      if (!isText(entries, known)) {
        for (const [key, inner] of entries) look(inner, `${path}.${key}`);
        return;
      }
      const missing = languages.filter((language) => !Object.hasOwn(value, language));
      if (missing.length > 0) found.set(`${source.id} ${path}`, { source, path, languages: missing });
    };
    look(title, 'title');
    for (const scene of Object.values(scenes)) {
      look(scene.title, `${scene.scene}.title`);
      look(scene.params, scene.scene);
    }
  }
  return [...found.values()];
}

/** A map from languages of the hall to words, and nothing else. */
function isText(entries: readonly (readonly [string, unknown])[], languages: ReadonlySet<string>): boolean {
  return entries.length > 0 && entries.every(([key, value]) => languages.has(key) && typeof value === 'string');
}
