import { actorName, type Command, type Outcome, type StepContext } from '../command.ts';
import { clockHold, type ClockHold, type HallState } from '../state.ts';

/**
 * Holds the ambient until somebody says that the clock is right. A hold that stands already goes on since it began; a
 * further step is kept in it, so that whoever judges the clock is told what it says now.
 */
export function holdClock(
  state: HallState,
  { byMs, why }: Extract<Command, { type: 'clock.hold' }>,
  context: StepContext,
): Outcome {
  const held = clockHold(state);
  const isNews = held === null || (why === 'step' && (held.why !== why || held.byMs !== Math.round(byMs)));
  if (!isNews) return { ok: true, changes: [], answer: { since: iso(held.since) }, deeds: [] };
  const since = held?.since ?? context.now;
  const hold: ClockHold = { id: 'clock', since, byMs: Math.round(byMs), why };
  return {
    ok: true,
    changes: [{ kind: 'hold', id: 'clock', body: hold }],
    answer: { since: iso(since) },
    deeds: [why === 'step' ? ['clockStepped', byMs] : ['clockBehind', -byMs]],
  };
}

/** The schedule holds again. */
export function trustClock(state: HallState, context: StepContext): Outcome {
  const held = clockHold(state);
  return {
    ok: true,
    changes: held === null ? [] : [{ kind: 'hold', id: 'clock', body: null }],
    answer: { held: held !== null },
    deeds: held === null ? [] : [['trustedClock', actorName(context.actor)]],
  };
}

const iso = (ms: number): string => new Date(ms).toISOString();
