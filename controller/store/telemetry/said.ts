import type { HealthState } from '#shared/facts.ts';

/** What reports, player hosts, applications and states say, as far as history keeps it; read leniently, for older versions wrote it too. */
export interface Said {
  readonly frames?: { readonly drawn?: number; readonly dropped?: number };
  readonly clock?: { readonly boundMs?: number | null; readonly roundTripMs?: number | null };
  readonly page?: { readonly heapBytes?: number | null; readonly longTaskMs?: number };
  readonly errors?: readonly unknown[];
  readonly touch?: { readonly count?: number };
  readonly temperatureC?: number | null;
  readonly cpu?: number;
  readonly latenessMs?: number;
  readonly is?: HealthState;
}
