import type { Migration } from '../../sqlite/migrate.ts';
import { telemetry001 } from './001-telemetry.ts';
import { telemetry002 } from './002-history.ts';

/** What the telemetry's database went through, oldest first. */
export const telemetryMigrations: readonly Migration[] = [telemetry001, telemetry002];
