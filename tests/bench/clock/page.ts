import { startPageClock } from '../../../displays/clock/page-clock.ts';
import { monoMs } from '#shared/time.ts';

/** Time of the page, what the clock said of it, the bound, the last round trip; NaN before the first estimate. */
export type PageLook = readonly [pageMs: number, saidMs: number, boundMs: number, roundTripMs: number];

declare global {
  interface Window {
    looks: PageLook[];
  }
}

const { clock } = startPageClock({ url: location.origin });
window.looks = [];
setInterval(() => {
  const now = performance.now();
  const said = clock.state().generation === 0 ? Number.NaN : clock.at(monoMs(now));
  window.looks.push([now, said, clock.boundMs(), clock.state().roundTripMs ?? Infinity]);
}, 50);
