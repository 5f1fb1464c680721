import { describe, expect, it } from 'vitest';
import { createCompile } from '#core/compile.ts';
import type { Command } from '#core/command.ts';
import { planFor } from '#core/resolve/plan.ts';
import { hallOf, type HallState } from '#core/state.ts';
import { step } from '#core/step.ts';
import type { Role } from '#shared/facts.ts';
import { Plan } from '#shared/plan.ts';
import { aHall, aState, screen } from '../../../support/hall-state.ts';

const pinHash = `scrypt$${'0'.repeat(32)}$${'1'.repeat(64)}`;
const set: Command = { type: 'cleaning.set', pinHash };
const remove: Command = { type: 'cleaning.set', pinHash: null };
const compile = createCompile();

/** A hall in which p1 alone can be touched. */
function touchable(change: { readonly touchOff?: boolean } = {}): HallState {
  const hall = aHall();
  const screens = hall.screens.map((one) => (one.id === 'p1' ? { ...one, touch: true, ...change } : one));
  return aState({ hall: { ...hall, screens } });
}

function given(state: HallState, command: Command, role: Role = 'technician') {
  const actor = { is: 'person', id: 'p', name: 'Aliya', role, zones: null, byPin: false } as const;
  return step(state, 'c', command, { now: 0, at: 0, id: 'id', actor, ready: new Set() }, () => []);
}

function stateAfter(state: HallState, command: Command): HallState {
  const outcome = given(state, command);
  if (!outcome.ok) throw new Error(outcome.problem.detail);
  return outcome.state;
}

const setupOf = (state: HallState, id: string) => Plan.parse(planFor(state, compile, screen(id), 0)).setup;

describe('the PIN for cleaning', () => {
  it('goes to the screens that can be touched, and to no other', () => {
    const state = stateAfter(touchable(), set);
    expect(setupOf(state, 'p1').cleaning).toEqual({ pinHash });
    expect(setupOf(state, 'p2')).not.toHaveProperty('cleaning');
  });

  it('is nothing to a screen whose touch is out of order', () => {
    expect(setupOf(stateAfter(touchable({ touchOff: true }), set), 'p1')).not.toHaveProperty('cleaning');
  });

  it('can be taken away', () => {
    const state = stateAfter(stateAfter(touchable(), set), remove);
    expect(hallOf(state)).toEqual(hallOf(touchable()));
    expect(given(state, remove)).toMatchObject({ ok: true, decision: null });
  });

  it('is set by technicians and admins, and never told to the journal', () => {
    expect(given(touchable(), set, 'operator')).toMatchObject({ ok: false, problem: { code: 'not-allowed' } });
    const outcome = given(touchable(), set);
    expect(outcome).toMatchObject({ ok: true, decision: { answer: { isSet: true } } });
    expect(JSON.stringify(outcome.ok && outcome.decision?.entry)).not.toContain(pinHash);
  });
});
