import { createFace } from '#shared/clock/face.ts';
import { createFilter, defaultConfig } from '#shared/clock/filter.ts';
import type { SharedClock } from '#shared/clock/shared-clock.ts';
import type { Report } from '#shared/report.ts';
import { monoMs } from '#shared/time.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { createTakeIn } from './take-in.ts';

export interface PageClockOptions {
  /** The controller's origin, for example `location.origin`. */
  readonly url: string;
  /** What the clock's socket says of itself; opaque here. Absent: cookies alone. */
  readonly auth?: Readonly<Record<string, unknown>>;
}

const lookMs = 500;

/** Starts the shared clock of a page: measured in a Worker, read on the page at every frame. */
export function startPageClock({ url, auth = {} }: PageClockOptions): {
  readonly clock: SharedClock;
  /** What a screen's page says of itself, for the Worker to repeat while the page hangs. */
  readonly tell: (report: Report) => void;
  /** What the socket says of itself from its next connection on. */
  readonly introduce: (auth: Readonly<Record<string, unknown>>) => void;
  readonly stop: () => void;
} {
  const worker = new Worker(new URL('./clock.worker.ts', import.meta.url), { type: 'module', name: 'shared-clock' });
  const tell = (message: ToWorker): void => worker.postMessage(message);
  const takeIn = createTakeIn();
  const face = createFace({
    mono: () => monoMs(performance.now()),
    first: createFilter(defaultConfig, Date.now() - performance.now()).reading,
    onStill: (isStill) => tell({ is: 'still', isStill }),
    onBusy: (isBusy) => takeIn.setBusy(isBusy, performance.now()),
    delayMs: () => takeIn.usualMs(),
  });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const { reading, delayMs, at, timeOrigin } = data;
    const shiftMs = performance.timeOrigin - timeOrigin;
    if (delayMs !== null) takeIn.heard(delayMs, at - shiftMs, performance.now());
    face.show(reading, shiftMs);
  });
  const looking = setInterval(() => {
    face.look();
    tell({ is: 'alive' });
  }, lookMs);
  tell({ is: 'start', url, auth });
  return {
    clock: face.clock,
    introduce: (as) => tell({ is: 'auth', auth: as }),
    tell: (report) => tell({ is: 'report', report }),
    stop() {
      clearInterval(looking);
      worker.terminate();
    },
  };
}
