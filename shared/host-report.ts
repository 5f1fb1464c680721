import { z } from 'zod';
import { ScreenId } from './ids.ts';
import { LightSample } from './proof/luma-grid.ts';

/** What the program that keeps a player's browser alive says of its machine, every 5 s and when something changes. */
export const HostReport = z.strictObject({
  screen: ScreenId,
  /** Share of all cores in use, 0 to 1, since the last report. */
  cpu: z.number().min(0).max(1),
  memory: z.strictObject({ usedBytes: z.number().min(0), totalBytes: z.number().min(0) }),
  /** The hottest sensor; null where the machine has none. */
  temperatureC: z.number().nullable(),
  /** The disk that holds the player's cache. */
  disk: z.strictObject({ freeBytes: z.number().min(0), totalBytes: z.number().min(0) }),
  uptimeS: z.number().min(0),
  browser: z.strictObject({
    name: z.string().max(200),
    state: z.enum(['starting', 'running', 'hung', 'stopped']),
    restarts: z.int().min(0),
    /** Why it was started anew the last time; null where it never was. */
    lastRestart: z.string().max(200).nullable(),
  }),
  /** From the newest screenshot. */
  light: LightSample.nullable(),
  /** What this host can do beside keeping the browser. */
  can: z.array(z.enum(['brightness', 'volume', 'reboot'])),
  /** The controller it serves. */
  controller: z.string().max(300),
  build: z.string().max(64),
});
export type HostReport = z.infer<typeof HostReport>;
