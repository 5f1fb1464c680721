import type { Text } from '#shared/text.ts';
import { actWords } from '../words/act-words.ts';
import type { Speech } from './speech.ts';

/** What comes after a release in one line: the titles, the commonest first; of many only that one. Empty: not known. */
export function afterText(after: readonly { readonly title: Text | null }[] | null, speech: Speech): string {
  const counts = new Map<string, number>();
  for (const { title } of after ?? []) {
    const name = title === null ? speech.words.marks.resting : speech.text(title);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  return names.length > 1 ? `${names[0]} ${actWords[speech.language].back.more(names.length - 1)}` : (names[0] ?? '');
}
