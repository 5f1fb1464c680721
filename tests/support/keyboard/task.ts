import type { Page } from 'playwright';
import type { ConsoleStory } from '../console-story.ts';
import type { PlayerMachine } from '../player-machine.ts';
import type { PlayerProcess } from '../player-process.ts';
import type { Hands } from './hands.ts';

/** Who runs the hall, and who writes for it, each at a keyboard. */
export interface People {
  readonly story: ConsoleStory;
  /** An operator at a Russian keyboard. */
  readonly aliya: Hands;
  /** An operator at a Kazakh keyboard. */
  readonly dana: Hands;
  /** A curator at a Kazakh keyboard. */
  readonly aigul: Hands;
}

/** Who keeps the hall, each at a keyboard. */
export interface Keepers {
  readonly story: Pick<ConsoleStory, 'controller' | 'until' | 'browser'>;
  /** A technician at a Russian keyboard. */
  readonly erlan: Hands;
  /** A technician at a Kazakh keyboard. */
  readonly daulet: Hands;
  /** An administrator at a Kazakh keyboard. */
  readonly asel: Hands;
  /** A player that belongs to no screen yet. */
  readonly player: Page;
  /** A player host on a machine of its own, which plays for a screen. */
  readonly wall: Wall;
}

export interface Wall {
  readonly screen: string;
  readonly machine: PlayerMachine;
  /** The host that was started last. */
  host(): PlayerProcess;
  /** As when somebody presses the machine's button. */
  switchOn(): void;
}

/** A task of a handbook, done by keys, its effect seen in the hall. */
export interface Task<Who = People> {
  readonly handbook: 'operator' | 'content' | 'schedule' | 'technician' | 'administrator';
  readonly task: string;
  /** Throws where a key leads nowhere or the hall does not follow. */
  readonly does: (who: Who) => Promise<void>;
}
