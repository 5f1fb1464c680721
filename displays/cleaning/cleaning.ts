import { cleaningMs, longestPin } from '#shared/cleaning.ts';

/** Nobody at the keys for this long: they go, so that no visitor finds them. */
const patienceMs = 20_000;
/** After so many wrong PINs in a row each further one has to wait. */
const freeTries = 5;
const waitMs = { first: 60_000, most: 15 * 60_000 } as const;

export type Phase =
  | { readonly is: 'off' }
  /** The keys are there. `heard` is what became of the last PIN. */
  | {
      readonly is: 'asking';
      readonly digits: string;
      readonly heard: 'nothing' | 'checking' | 'wrong';
      readonly touchedAt: number;
    }
  | { readonly is: 'locked'; readonly until: number };

/** The lock of one panel's touch while somebody wipes it; instants are ms of the page's own monotonic clock. */
export interface Cleaning {
  readonly phase: Phase;
  /** Wrong PINs since the last right one. */
  readonly wrong: number;
  /** No PIN is heard before this. */
  readonly closedUntil: number;
}

export const noCleaning: Cleaning = { phase: { is: 'off' }, wrong: 0, closedUntil: -Infinity };

const asking = (cleaning: Cleaning, phase: Partial<Extract<Phase, { is: 'asking' }>>, now: number): Cleaning => ({
  ...cleaning,
  phase: { is: 'asking', digits: '', heard: 'nothing', ...phase, touchedAt: now },
});

/** The corner was held: the keys come, unless the panel is locked already. */
export function cornerHeld(cleaning: Cleaning, now: number): Cleaning {
  return cleaning.phase.is === 'off' ? asking(cleaning, {}, now) : cleaning;
}

export function digitTyped(cleaning: Cleaning, digit: string, now: number): Cleaning {
  const { phase } = cleaning;
  if (phase.is !== 'asking' || phase.heard === 'checking' || waitLeftMs(cleaning, now) > 0) return cleaning;
  return asking(cleaning, { digits: `${phase.digits}${digit}`.slice(0, longestPin) }, now);
}

export function digitErased(cleaning: Cleaning, now: number): Cleaning {
  const { phase } = cleaning;
  if (phase.is !== 'asking' || phase.heard === 'checking') return cleaning;
  return asking(cleaning, { digits: phase.digits.slice(0, -1) }, now);
}

/** The PIN is complete: it is being checked, if it may be heard at all. */
export function pinEntered(cleaning: Cleaning, now: number): Cleaning {
  const { phase } = cleaning;
  const isHeard = phase.is === 'asking' && phase.digits !== '' && waitLeftMs(cleaning, now) === 0;
  return isHeard ? asking(cleaning, { digits: phase.digits, heard: 'checking' }, now) : cleaning;
}

/** What became of the PIN that was being checked. */
export function pinChecked(cleaning: Cleaning, isRight: boolean, now: number): Cleaning {
  const { phase, wrong } = cleaning;
  if (phase.is !== 'asking' || phase.heard !== 'checking') return cleaning;
  if (isRight) return { ...noCleaning, phase: { is: 'locked', until: now + cleaningMs } };
  const tries = wrong + 1;
  const wait = tries < freeTries ? 0 : Math.min(waitMs.most, waitMs.first * 2 ** (tries - freeTries));
  return {
    ...asking(cleaning, { heard: 'wrong' }, now),
    wrong: tries,
    closedUntil: wait === 0 ? -Infinity : now + wait,
  };
}

/** The keys were put away. A lock only ends with its time. */
export function keysClosed(cleaning: Cleaning): Cleaning {
  return cleaning.phase.is === 'asking' ? { ...cleaning, phase: { is: 'off' } } : cleaning;
}

/** What time has made of it: a lock runs out, keys that nobody uses go. */
export function cleaningAt(cleaning: Cleaning, now: number): Cleaning {
  const { phase } = cleaning;
  const isOver =
    (phase.is === 'locked' && now >= phase.until) || (phase.is === 'asking' && now - phase.touchedAt >= patienceMs);
  return isOver ? { ...cleaning, phase: { is: 'off' } } : cleaning;
}

export function lockLeftMs({ phase }: Cleaning, now: number): number {
  return phase.is === 'locked' ? Math.max(0, phase.until - now) : 0;
}

/** How long no PIN is heard, after too many wrong ones. */
export function waitLeftMs({ closedUntil }: Cleaning, now: number): number {
  return Math.max(0, closedUntil - now);
}
