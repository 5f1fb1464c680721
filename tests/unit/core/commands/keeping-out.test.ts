import { describe, expect, it } from 'vitest';
import type { Command } from '#core/command.ts';
import type { Actor, HallState } from '#core/ports.ts';
import { step } from '#core/step.ts';
import type { Role } from '#shared/facts.ts';
import { aState } from '../../../support/hall-state.ts';

const hour = 3_600_000;

function person(role: Role, zones: readonly string[] | null = null): Actor {
  return { is: 'person', id: 'p', name: 'Aliya', role, zones, byPin: false };
}

const given = (state: HallState, command: Command, actor: Actor = person('technician'), now = 0) =>
  step(state, 'c', command, { now, at: now, id: 'id', actor, ready: new Set() }, () => []);

function after(state: HallState, command: Command, actor?: Actor, now?: number): HallState {
  const made = given(state, command, actor, now);
  if (!made.ok) throw new Error(made.problem.detail);
  return made.state;
}

const keepOut: Command = { type: 'screen.keep-out', screen: 'p1' };
const letIn: Command = { type: 'screen.let-in', screen: 'p1' };
const pair: Command = { type: 'screen.pair', screen: 'p1', tokenHash: 'a' };

describe('a player that is kept out', () => {
  it('is so until it is let in, and the journal knows by whom', () => {
    const made = given(aState({}), keepOut, undefined, 7);
    expect(made).toMatchObject({ ok: true, decision: { entry: { actor: 'Aliya', command: 'screen.keep-out' } } });
    const state = after(aState({}), keepOut, undefined, 7);
    expect(state.keptOut).toEqual({ p1: { id: 'p1', by: 'Aliya', since: 7 } });
    // Once more is no news; and the first is who it was.
    expect(given(state, keepOut, person('admin'))).toMatchObject({ ok: true, decision: null });
    expect(after(state, letIn).keptOut).toEqual({});
    expect(given(aState({}), letIn)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('is kept out no more when another is paired, or its pairing ends', () => {
    const state = after(after(aState({}), pair), keepOut);
    expect(after(state, { ...pair, tokenHash: 'b' }).keptOut).toEqual({});
    expect(after(state, { type: 'screen.unpair', screen: 'p1' }).keptOut).toEqual({});
  });

  it('is one of this hall, and of the technician’s own zone', () => {
    expect(given(aState({}), { type: 'screen.keep-out', screen: 'p9' })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
    for (const actor of [person('operator'), person('viewer')])
      expect(given(aState({}), keepOut, actor)).toMatchObject({ ok: false, problem: { code: 'not-allowed' } });
    expect(given(aState({}), keepOut, person('technician', ['nowhere']))).toMatchObject({
      ok: false,
      problem: { code: 'not-allowed' },
    });
  });
});

describe('the copy of a token', () => {
  const tell = (from: string): Command => ({ type: 'screen.tell-copy', screen: 'p1', from });
  const hall: Actor = { is: 'hall' };

  it('is written down once an hour at most, however often it is tried and from wherever', () => {
    const state = after(after(aState({}), pair), tell('10.0.0.9'), hall, 5);
    expect(state.screenToken['p1']?.copy).toEqual({ from: '10.0.0.9', at: 5 });
    expect(given(state, tell('10.0.0.8'), hall, hour)).toMatchObject({ ok: true, decision: null });
    expect(after(state, tell('10.0.0.8'), hall, hour + 5).screenToken['p1']?.copy).toEqual({
      from: '10.0.0.8',
      at: hour + 5,
    });
  });

  it('is told by the hall alone, and settled by pairing anew', () => {
    const state = after(after(aState({}), pair), tell('10.0.0.9'), hall);
    expect(given(state, tell('10.0.0.8'), person('admin'))).toMatchObject({ ok: false });
    expect(after(state, { ...pair, tokenHash: 'b' }).screenToken['p1']?.copy).toBeNull();
    expect(given(aState({}), tell('10.0.0.8'), hall)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });
});
