import { isCleaningPin } from '#shared/cleaning.ts';
import { contextKey, contextOf, overScreen, type ContextSource } from '../player/scene-context.ts';
import {
  cleaningAt,
  cornerHeld,
  digitErased,
  digitTyped,
  keysClosed,
  lockLeftMs,
  noCleaning,
  pinChecked,
  pinEntered,
  waitLeftMs,
  type Cleaning,
} from './cleaning.ts';
import { CleaningKeys } from './cleaning-keys.ts';

export interface CleaningOptions {
  /** Lies over the whole picture and takes no touch itself. */
  readonly box: HTMLElement;
  /** What cannot be touched, or reached by keys, while the panel is asked or locked. */
  readonly beneath: HTMLElement;
  /** The page's own monotonic clock, ms. */
  readonly now: () => number;
  /** The hall's PIN as the plan carries it; null: none has been set. */
  readonly pinHash: () => string | null;
  /** The lock came or went. */
  readonly onChange: () => void;
}

/** The cleaning lock of one panel. It needs nobody: neither the controller nor the network. */
export function createCleaning({ box, beneath, now, pinHash, onChange }: CleaningOptions) {
  let cleaning: Cleaning = noCleaning;
  let element: CleaningKeys | null = null;
  let told: string | null = null;

  function become(next: Cleaning): void {
    const wasLocked = cleaning.phase.is === 'locked';
    cleaning = next;
    beneath.inert = cleaning.phase.is !== 'off';
    draw();
    if (wasLocked !== (cleaning.phase.is === 'locked')) onChange();
  }

  function draw(): void {
    if (element === null) return;
    const leftMs = cleaning.phase.is === 'locked' ? lockLeftMs(cleaning, now()) : waitLeftMs(cleaning, now());
    element.phase = cleaning.phase;
    element.leftS = Math.ceil(leftMs / 1000);
    element.hasPin = pinHash() !== null;
  }

  async function check(): Promise<void> {
    const { phase } = cleaning;
    const known = pinHash();
    if (phase.is !== 'asking' || phase.heard !== 'checking' || known === null) return;
    const isRight = await isCleaningPin(phase.digits, known);
    become(pinChecked(cleaning, isRight, now()));
  }

  const acts = {
    hold: () => become(cornerHeld(cleaning, now())),
    digit: (digit: string) => become(digitTyped(cleaning, digit, now())),
    erase: () => become(digitErased(cleaning, now())),
    close: () => become(keysClosed(cleaning)),
    enter() {
      become(pinEntered(cleaning, now()));
      void check();
    },
  };

  return {
    /** Once per frame, where the screen has touch and nobody only mirrors it. */
    show(language: string, source: ContextSource, isHidden: boolean): void {
      const next = cleaningAt(cleaning, now());
      const subject = overScreen(language);
      const key = contextKey(subject, source);
      if (element === null) {
        element = new CleaningKeys();
        element.acts = acts;
        box.append(element);
      }
      if (told !== key) element.context = contextOf(subject, source);
      told = key;
      element.hidden = isHidden;
      if (next !== cleaning) become(next);
      else if (cleaning.phase.is !== 'off') draw();
    },
    /** The screen has no touch, or nobody may touch it here. */
    leave(): void {
      element?.remove();
      element = null;
      told = null;
      if (cleaning.phase.is !== 'off') become(noCleaning);
    },
    /** How long the panel stays locked, ms; 0 where it is not. */
    lockedMs: () => lockLeftMs(cleaning, now()),
  };
}
