import { drift, easeInOut, inLoop, passage, presence } from '../../look/motion.ts';

/** From one sunrise to the next. */
export const loopMs = 120_000;
const duskMs = 12_000;
const rayMs = 2600;
const betweenRaysMs = 1700;

/** What of the wall is lit at a position, 0 to 1 each. */
export interface WallFrame {
  readonly sun: number;
  readonly glow: number;
  /** From the ray at the zenith to the one at the horizon; the same on both sides. */
  readonly rays: readonly number[];
  readonly land: number;
  /** The words, from the left. */
  readonly words: readonly number[];
  /** The lines below them, in the languages in turn. */
  readonly line: { readonly part: number; readonly opacity: number };
}

/** Light comes out of the sun ray by ray, then over the land, then into the words; it wanders, and goes at dusk. */
export function wallAt(
  positionMs: number,
  { rays, words, parts }: Record<'rays' | 'words' | 'parts', number>,
): WallFrame {
  const at = inLoop(positionMs, loopMs);
  const staying = 1 - easeInOut(passage(at, loopMs - duskMs, duskMs));
  const rising = (fromMs: number, lastsMs: number): number => easeInOut(passage(at, fromMs, lastsMs)) * staying;
  const raysFromMs = 4000;
  const landFromMs = raysFromMs + rays * betweenRaysMs;
  const wordsFromMs = landFromMs + 2500;
  const linesFromMs = wordsFromMs + words * 3000 + 2000;
  const partMs = (loopMs - duskMs - linesFromMs) / parts;
  const part = Math.min(parts - 1, Math.max(0, Math.floor((at - linesFromMs) / partMs)));
  const wandering = 0.86 + 0.14 * drift(at, loopMs / 5);
  return {
    sun: rising(0, 7000),
    glow: rising(1500, 22_000) * wandering,
    rays: Array.from({ length: rays }, (_, index) => rising(raysFromMs + index * betweenRaysMs, rayMs)),
    land: rising(landFromMs, 6000) * wandering,
    words: Array.from({ length: words }, (_, index) => rising(wordsFromMs + index * 3000, 4200)),
    line: { part, opacity: presence(at, linesFromMs + part * partMs, linesFromMs + (part + 1) * partMs, 1200) },
  };
}
