import type { Link } from './seen.ts';
import type { Speech } from './speech.ts';

/** How the console hears the hall, in words; empty while all is well. */
export function linkText(link: Link, { words, duration }: Speech, now: number): string {
  switch (link.is) {
    case 'live':
      return '';
    case 'connecting':
      return words.link.connecting;
    case 'lost':
      return words.link.lost(duration(now - link.at));
  }
}
