import { easeInOut, inLoop, passage } from '../../look/motion.ts';

/** What a panel shows at a position while nobody touches. */
export interface AttractFrame {
  /** Index of the year. */
  readonly year: number;
  /** How often all years have gone by; the next round tells the next event of each year. */
  readonly round: number;
  /** 0.4 to 1: how much light falls on the stone. */
  readonly light: number;
  /** 0 to 1: how far the words are there. */
  readonly words: number;
}

const leastLight = 0.4;
const dimMs = 700;
const returnMs = 1100;

/**
 * Years go by, `yearMs` each. Before a year ends the light falls to 40 %; the figures change in the dark, and the light
 * returns. The same for every panel that is given the same position.
 */
export function attractAt(positionMs: number, count: number, yearMs: number): AttractFrame {
  const loopMs = count * yearMs;
  const at = inLoop(positionMs, loopMs);
  const year = Math.min(count - 1, Math.floor(at / yearMs));
  const within = at - year * yearMs;
  const here = Math.min(easeInOut(passage(within, 0, returnMs)), 1 - easeInOut(passage(within, yearMs - dimMs, dimMs)));
  return {
    year,
    round: Math.max(0, Math.floor(positionMs / loopMs)),
    light: leastLight + (1 - leastLight) * here,
    words: here,
  };
}

/** The light after a visitor has changed the year: it dips and returns. `sinceMs` may be infinite. */
export function lightAfterChange(sinceMs: number): number {
  return leastLight + (1 - leastLight) * easeInOut(passage(sinceMs, 0, 600));
}
