import { describe, expect, it } from 'vitest';
import type { Command } from '#core/command.ts';
import type { Actor, HallState } from '#core/ports.ts';
import { step } from '#core/step.ts';
import { aState } from '../../../support/hall-state.ts';

const whole: Actor = { is: 'person', id: 'p', name: 'Aliya', role: 'operator', zones: null, byPin: false };
/** Zone `left` is p1, w1 and w2. */
const limited: Actor = { ...whole, name: 'Dana', zones: ['left'] };

const given = (state: HallState, id: string, command: Command, now: number, actor: Actor = whole) =>
  step(state, `command-${id}`, command, { now, at: now, id, actor, ready: new Set() }, () => []);

function after(state: HallState, id: string, command: Command, now: number): HallState {
  const made = given(state, id, command, now);
  if (!made.ok) throw new Error(made.problem.detail);
  return made.state;
}

const onAt = (state: HallState, t: number): readonly string[] =>
  Object.values(state.run).flatMap(({ id, until }) => (until === null || until > t ? [id] : []));

const evacuation: Command = { type: 'emergency.raise', body: { kind: 'evacuation', targets: ['left'] } };
const blackout: Command = { type: 'emergency.raise', body: { kind: 'blackout' } };
const both = after(after(aState({}), 'left', evacuation, 10), 'all', blackout, 20);
const endOf = (id: string): Command => ({ type: 'emergency.end', run: `emergency-${id}` });

describe('two emergencies', () => {
  it('are both on, and end one by one or together', () => {
    expect(onAt(both, 30)).toEqual(['emergency-left', 'emergency-all']);
    const made = given(both, 'c', endOf('all'), 30);
    expect(made).toMatchObject({ ok: true, decision: { answer: { ended: ['emergency-all'] } } });
    expect(onAt(after(both, 'c', endOf('all'), 30), 30)).toEqual(['emergency-left']);
    expect(onAt(after(both, 'c', { type: 'emergency.end' }, 30), 30)).toEqual([]);
  });

  it('say in the journal which of them has ended, and where', () => {
    const made = given(both, 'c', endOf('left'), 30);
    expect(made.ok && made.decision?.entry.summary).toBe('ended the emergency (evacuation on left)');
  });

  it('are ended twice without harm, and nothing else is ended as one', () => {
    const left = after(both, 'c', endOf('all'), 30);
    expect(given(left, 'd', endOf('all'), 40)).toMatchObject({ ok: true, decision: null, answer: { ended: [] } });
    expect(given(left, 'd', endOf('nothing'), 40)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('are those alone whose screens somebody has', () => {
    expect(given(both, 'c', endOf('left'), 30, limited)).toMatchObject({ ok: true });
    for (const command of [endOf('all'), { type: 'emergency.end' } as const])
      expect(given(both, 'c', command, 30, limited)).toMatchObject({ ok: false, problem: { code: 'not-allowed' } });
    // The one of the whole hall is over: the end of all that are on is theirs again.
    const left = after(both, 'c', endOf('all'), 30);
    expect(given(left, 'd', { type: 'emergency.end' }, 40, limited)).toMatchObject({ ok: true });
  });
});
