import type { Telemetry } from '#core/ports.ts';

/** The questions after the past, of telemetry that has none. */
export const noHistory: Pick<Telemetry, 'series' | 'availability' | 'events' | 'flips' | 'incidents'> = {
  series: () => Promise.resolve({ grain: 'raw', points: [] }),
  availability: () => Promise.resolve([]),
  events: () => Promise.resolve([]),
  flips: () => Promise.resolve([]),
  incidents: () => Promise.resolve([]),
};
