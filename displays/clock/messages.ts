import type { Reading } from '#shared/clock/reading.ts';

/** Page → Worker. */
export type ToWorker =
  | { readonly is: 'start'; readonly url: string; readonly auth: Readonly<Record<string, unknown>> }
  | { readonly is: 'still'; readonly isStill: boolean };

/** Worker → page: the reading is on the Worker's `performance.now()`, whose zero is at `timeOrigin`. */
export interface FromWorker {
  readonly reading: Reading;
  readonly timeOrigin: number;
}
