import { screenMark } from './screen-mark.ts';
import type { Seen } from './seen.ts';

/** How many screens want a person now, are to be watched, and are held by hand. */
export function countsOf({ screens, link }: Seen): {
  readonly faults: number;
  readonly warnings: number;
  readonly byHand: number;
} {
  let [faults, warnings, byHand] = [0, 0, 0];
  for (const screen of Object.values(screens)) {
    const { urgency, shape } = screenMark(screen, link);
    if (shape === 'fault') faults += 1;
    else if (urgency === 2) warnings += 1;
    if (screen.desired.layer === 'manual') byHand += 1;
  }
  return { faults, warnings, byHand };
}
