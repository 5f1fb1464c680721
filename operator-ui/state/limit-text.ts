import type { Speech } from './speech.ts';

/** What a player cannot have where it runs, in words; one that this console does not know, as the player says it. */
export function limitText(limit: string, { words }: Pick<Speech, 'words'>): string {
  const { limit: known } = words.details;
  return Object.hasOwn(known, limit) ? known[limit as keyof typeof known] : limit;
}
