import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const Mark = z.object({ at: z.number() });
const markEveryMs = 5_000;

export interface AliveOptions {
  readonly file: string;
  /** Shared time, ms. */
  readonly now: () => number;
}

/** When a controller on this data last ran, ms of shared time; null: never, or its mark cannot be read. */
export function lastAlive(file: string): number | null {
  try {
    return Mark.parse(JSON.parse(readFileSync(file, 'utf8'))).at;
  } catch {
    // A mark that is missing or torn only means that nobody can say what was missed.
    return null;
  }
}

/** Marks every five seconds that the controller runs, so that the next one knows what it missed. Returns its stop. */
export function keepAlive({ file, now }: AliveOptions): () => void {
  const mark = (): void => {
    try {
      writeFileSync(file, JSON.stringify({ at: Math.round(now()) }), { mode: 0o600 });
    } catch {
      // A full disk is told by the store; this mark is worth no second alarm.
    }
  };
  mark();
  const timer = setInterval(mark, markEveryMs);
  return () => {
    clearInterval(timer);
    mark();
  };
}
