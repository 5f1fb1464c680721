import type { Report } from '#shared/report.ts';
import type { Reading } from '#shared/clock/reading.ts';

/** Page → Worker. */
export type ToWorker =
  | { readonly is: 'start'; readonly url: string; readonly auth: Readonly<Record<string, unknown>> }
  /** What the socket says of itself has changed. */
  | { readonly is: 'auth'; readonly auth: Readonly<Record<string, unknown>> }
  | { readonly is: 'still'; readonly isStill: boolean }
  /** The page lives; while it says so nobody has to speak for it. */
  | { readonly is: 'alive' }
  /** What the page has last said of itself: the Worker repeats it when the page hangs. */
  | { readonly is: 'report'; readonly report: Report };

/** Worker → page: the reading is on the Worker's `performance.now()`, whose zero is at `timeOrigin`. */
export interface FromWorker {
  readonly reading: Reading;
  /** The half round trip that the reading comes from, ms; null where no answer has led to it. */
  readonly delayMs: number | null;
  /** When it was said. */
  readonly at: number;
  readonly timeOrigin: number;
}
