import type { Page } from 'playwright';
import type { ConsoleStory } from '../console-story.ts';
import type { Hands } from './hands.ts';

/** Who is at which keyboard. */
export interface People {
  readonly story: ConsoleStory;
  /** An operator at a Russian keyboard. */
  readonly aliya: Hands;
  /** An operator at a Kazakh keyboard. */
  readonly dana: Hands;
  /** A curator at a Kazakh keyboard. */
  readonly aigul: Hands;
  /** A technician at a Russian keyboard. */
  readonly erlan: Hands;
  /** A technician at a Kazakh keyboard. */
  readonly daulet: Hands;
  /** A player that belongs to no screen yet. */
  readonly player: Page;
}

/** A task of a handbook, done by keys, its effect seen in the hall. */
export interface Task {
  readonly handbook: 'operator' | 'content' | 'schedule' | 'technician';
  readonly task: string;
  /** Throws where a key leads nowhere or the hall does not follow. */
  readonly does: (people: People) => Promise<void>;
}
