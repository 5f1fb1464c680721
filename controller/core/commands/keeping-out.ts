import { problem } from '#shared/problem.ts';
import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import { actorName, refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import { hallOf, type Change, type HallState } from '../state.ts';
import { noScreen } from './screens.ts';

export function keepOut(
  state: HallState,
  { screen: id }: Extract<Command, { type: 'screen.keep-out' }>,
  { now, actor }: StepContext,
): Outcome {
  const screen = hallOf(state).screens.find((candidate) => candidate.id === id);
  if (screen === undefined) return noScreen(id);
  const answer = { screen: id };
  if (state.keptOut[id] !== undefined) return { ok: true, changes: [], answer, deeds: [] };
  return {
    ok: true,
    changes: [{ kind: 'keptOut', id, body: { id, by: actorName(actor), since: now } }],
    answer,
    deeds: [['keptPlayerOut', screen.number, id]],
  };
}

export function letIn(state: HallState, { screen: id }: Extract<Command, { type: 'screen.let-in' }>): Outcome {
  if (state.keptOut[id] === undefined) return refuse(problem('not-found', no.notKeptOut(id)));
  return {
    ok: true,
    changes: noMore(state, id),
    answer: { screen: id },
    deeds: [['letPlayerIn', id]],
  };
}

/** What it takes for a screen's player to be kept out no more. */
export function noMore(state: HallState, id: string): readonly Change[] {
  return state.keptOut[id] === undefined ? [] : [{ kind: 'keptOut', id, body: null }];
}
