import { gridOf, type LightSample } from '#shared/proof/luma-grid.ts';
import type { Cdp } from './cdp.ts';
import { decodePng } from './png.ts';

/** Looks at what the browser has composed; never more often than once in 10 s, for it costs frames. */
export interface Sight {
  /** The newest fingerprint, taken now where it may be. */
  light(cdp: Cdp): Promise<LightSample | null>;
  /** A JPEG for a person, as base64. Rejects where one was taken a moment ago. */
  picture(cdp: Cdp): Promise<string>;
}

const leastMs = 10_000;
/** Enough pixels for a fingerprint of 8 × 8 cells, and few enough to send through the DevTools. */
const fingerprintPx = 64;
const picturePx = 640;

export function createSight(now: () => number): Sight {
  let lookedAt = -Infinity;
  let newest: LightSample | null = null;

  async function shoot(cdp: Cdp, widthPx: number, format: object): Promise<string> {
    const { cssLayoutViewport } = (await cdp.call('Page.getLayoutMetrics')) as {
      readonly cssLayoutViewport: { readonly clientWidth: number; readonly clientHeight: number };
    };
    const { clientWidth: width, clientHeight: height } = cssLayoutViewport;
    const clip = { x: 0, y: 0, width, height, scale: Math.min(1, widthPx / Math.max(width, 1)) };
    const { data } = await cdp.call('Page.captureScreenshot', { ...format, clip, optimizeForSpeed: true });
    return String(data);
  }

  return {
    async light(cdp) {
      if (performance.now() - lookedAt < leastMs) return newest;
      lookedAt = performance.now();
      const at = now();
      const { data, width, height } = decodePng(
        Buffer.from(await shoot(cdp, fingerprintPx, { format: 'png' }), 'base64'),
      );
      newest = { at, source: 'host', grid: gridOf(data, width, height) };
      return newest;
    },
    async picture(cdp) {
      if (performance.now() - lookedAt < 1_000) await new Promise((resolve) => setTimeout(resolve, 1_000));
      lookedAt = performance.now();
      return shoot(cdp, picturePx, { format: 'jpeg', quality: 60 });
    },
  };
}
