import type { ScreenState } from '#shared/facts.ts';
import type { MarkShape } from '../look/marks.ts';
import type { Words } from '../words/words.ts';
import type { Link } from './seen.ts';

/** A screen's state as a person reads it: a shape, a word, and how long it has been so where that matters. */
export interface ScreenMark {
  readonly shape: MarkShape;
  readonly word: keyof Words['marks'];
  /** Shared time, ms, since when; null where nobody needs to know. */
  readonly since: number | null;
  /** How much it wants a person: 3 now, 2 soon, 1 watch, 0 quiet. */
  readonly urgency: 0 | 1 | 2 | 3;
}

const mark = (
  shape: MarkShape,
  word: ScreenMark['word'],
  urgency: ScreenMark['urgency'],
  since: number | null = null,
): ScreenMark => ({ shape, word, urgency, since });

/** Whether the screen shows something else than it should, although it was heard and had the time to change. */
export function disagrees({ agrees, health }: ScreenState): boolean {
  return agrees === false && health.state !== 'offline';
}

/** The one mark of a screen: what is wrong goes before what is unusual, and that before what is usual. */
export function screenMark(screen: ScreenState, link: Link): ScreenMark {
  if (link.is !== 'live') return mark('stale', 'stale', 0, screen.reportedAt);
  const { state, since } = screen.health;
  switch (state) {
    case 'offline':
      return mark('fault', 'offline', 3, since);
    case 'frozen':
      return mark('fault', 'frozen', 3, since);
    case 'wrong':
      return mark('fault', 'wrong', 3, since);
    case 'dark':
      return mark('resting', 'resting', 0);
    case 'maintenance':
      return mark('by-hand', 'maintenance', 1, since);
    case 'unknown':
      return mark('stale', 'unknown', 1, null);
    case 'late':
    case 'degraded':
    case 'unproved':
    case 'online':
      break;
  }
  if (disagrees(screen)) return mark('disagrees', 'disagrees', 2, screen.desired.since);
  if (state === 'late') return mark('warn', 'late', 2, since);
  if (state === 'degraded') return mark('warn', 'degraded', 2, since);
  if (state === 'unproved') return mark('stale', 'unproved', 1, since);
  if (screen.agrees === null) return mark('loading', 'changing', 0);
  switch (screen.desired.layer) {
    case 'emergency':
      return mark('emergency', 'emergency', 3, screen.desired.since);
    case 'maintenance':
      return mark('by-hand', 'maintenance', 1, screen.desired.since);
    case 'manual':
      return mark('by-hand', 'byHand', 1, null);
    case 'visitor':
      return mark('visitor', 'visitor', 0);
    case 'closed':
    case 'scheduled':
    case 'ambient':
      break;
  }
  if (screen.desired.power === 'standby' || screen.desired.layer === 'closed') return mark('resting', 'resting', 0);
  return screen.view?.touchedAt === undefined ? mark('on-air', 'onAir', 0) : mark('visitor', 'visitor', 0);
}

/** The mark that stands for several screens: the most urgent, and of those the first. */
export function worstMark(marks: readonly ScreenMark[]): ScreenMark {
  return marks.reduce(
    (worst, candidate) => (candidate.urgency > worst.urgency ? candidate : worst),
    marks[0] ?? mark('stale', 'unknown', 1),
  );
}
