import type { Migration } from '../../sqlite/migrate.ts';
import { telemetry001 } from './001-telemetry.ts';

/** What the telemetry's database went through, oldest first. */
export const telemetryMigrations: readonly Migration[] = [telemetry001];
