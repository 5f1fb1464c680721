import type { Seen } from './seen.ts';
import type { Speech } from './speech.ts';

/** How the console hears the hall, in words; empty while all is well. */
export function linkText(
  { link, isOutdated }: Pick<Seen, 'link' | 'isOutdated'>,
  { words, duration }: Speech,
  now: number,
): string {
  switch (link.is) {
    case 'live':
      return isOutdated ? words.link.outdated : '';
    case 'unread':
      return words.link.unread;
    case 'connecting':
      return words.link.connecting;
    case 'lost':
      return words.link.lost(duration(now - link.at));
  }
}
