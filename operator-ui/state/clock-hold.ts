import type { Role } from '#shared/facts.ts';
import type { ClockAnswer } from '#shared/schedule-answers.ts';

/** Who is offered to say that the clock is right; the hall itself asks again. */
export function mayTrustClock(role: Role): boolean {
  return role === 'operator' || role === 'technician' || role === 'admin';
}

/** What the machine's clock says when the hall's time is `now`, ms: it was set away from it, or is followed still. */
export function machineClock({ byMs, why }: NonNullable<ClockAnswer['hold']>, now: number): number {
  return why === 'step' ? now + byMs : now;
}
