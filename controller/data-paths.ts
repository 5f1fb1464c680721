import { join } from 'node:path';

/** What lies where in a data folder. */
export interface DataPaths {
  /** The database of decisions. */
  readonly hall: string;
  readonly telemetry: string;
  /** When a controller last ran here. */
  readonly alive: string;
  /** What is still to be told of incidents. */
  readonly notices: string;
  /** The folder of media, each under its hash. */
  readonly media: string;
  /** The folder of uploads that are not finished; on the same disk as the media. */
  readonly uploads: string;
  /** The folder of the hall's own certificate. */
  readonly certificates: string;
}

export function dataPaths(dataDir: string): DataPaths {
  return {
    hall: join(dataDir, 'hall.db'),
    telemetry: join(dataDir, 'telemetry.db'),
    alive: join(dataDir, 'alive.json'),
    notices: join(dataDir, 'notices.json'),
    media: join(dataDir, 'media'),
    uploads: join(dataDir, 'uploads'),
    certificates: join(dataDir, 'tls'),
  };
}
