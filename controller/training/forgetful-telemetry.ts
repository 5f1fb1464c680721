import type { Telemetry, TelemetryRecord } from '../core/ports.ts';

/** How many of the newest records the ledger of a take is put together from. */
const kept = 2000;

/** Telemetry that keeps the newest of everything in memory, and no history: a copy to train on has none. */
export function forgetfulTelemetry(): Telemetry {
  const records: TelemetryRecord[] = [];
  return {
    append(record) {
      if (record.kind !== 'applied' && record.kind !== 'take') return;
      records.push(record);
      if (records.length > kept) records.splice(0, records.length - kept);
    },
    ledger: (run) => Promise.resolve(records.filter((record) => 'run' in record && record.run === run)),
    lastReports: () => Promise.resolve([]),
    series: () => Promise.resolve({ grain: 'raw', points: [] }),
    availability: () => Promise.resolve([]),
    events: () => Promise.resolve([]),
    flips: () => Promise.resolve([]),
    incidents: () => Promise.resolve([]),
    stats: () => ({ queued: 0, dropped: 0 }),
    close: () => Promise.resolve(),
  };
}
