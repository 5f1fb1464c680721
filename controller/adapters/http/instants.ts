import { z } from 'zod';

/** How the API says an instant. */
export const Instant = z.iso.datetime().describe('ISO 8601, UTC');

/** An instant as a person or a program may give it; ms of shared time inside. */
export const GivenInstant = z.iso
  .datetime({ offset: true, error: 'an instant such as "2026-12-16T09:30:00Z"' })
  .transform((text) => Date.parse(text));

/** ms of shared time as the API says it. */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

export function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : iso(ms);
}
