import { runRefusals as no } from '#shared/words/run-refusals.ts';
import type { Hall, Screen, SoundOutput } from '#shared/hall.ts';
import type { Overlay } from '#shared/scene.ts';
import { Text } from '#shared/text.ts';
import { problem } from '#shared/problem.ts';
import { refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import { keysOf } from '../keys-of.ts';
import { hallId, hallOf, type HallState } from '../state.ts';
import { targetScreens } from '../targets.ts';
import { unknownTarget } from './subject.ts';

export const noScreen = (id: string): Outcome =>
  refuse(problem('not-found', no.noScreen(id), [{ path: 'screen', message: `unknown: ${id}` }]));

const withHall = (state: HallState, change: Partial<Hall>): Outcome & { ok: true } => ({
  ok: true,
  changes: [{ kind: 'hall', id: hallId, body: { ...hallOf(state), ...change } }],
  answer: {},
  deeds: [],
});

export function calibrate(
  state: HallState,
  { screen: id, body }: Extract<Command, { type: 'screen.calibrate' }>,
): Outcome {
  const { screens } = hallOf(state);
  const before = screens.find((candidate) => candidate.id === id);
  if (before === undefined) return noScreen(id);
  const { cornerPin: _, ...bare } = before;
  const after: Screen = {
    ...(body.cornerPin === null ? bare : before),
    ...(body.outputDelayMs === undefined ? {} : { outputDelayMs: body.outputDelayMs }),
    ...(body.cornerPin === undefined || body.cornerPin === null ? {} : { cornerPin: body.cornerPin }),
    ...(body.touchOff === undefined ? {} : { touchOff: body.touchOff }),
  };
  return {
    ...withHall(state, { screens: screens.map((screen) => (screen.id === id ? after : screen)) }),
    answer: {
      screen: id,
      outputDelayMs: after.outputDelayMs,
      cornerPin: after.cornerPin ?? null,
      touchOff: after.touchOff ?? false,
    },
    deeds: [['calibrated', after.number, id, keysOf(body)]],
  };
}

export function setCleaningPin(state: HallState, { pinHash }: Extract<Command, { type: 'cleaning.set' }>): Outcome {
  const { cleaning, ...bare } = hallOf(state);
  const answer = { isSet: pinHash !== null };
  if (pinHash === null && cleaning === undefined) return { ok: true, changes: [], answer, deeds: [] };
  const body: Hall = pinHash === null ? bare : { ...bare, cleaning: { pinHash } };
  return {
    ok: true,
    changes: [{ kind: 'hall', id: hallId, body }],
    answer,
    deeds: [['setCleaningPin', pinHash !== null]],
  };
}

/** `all`: every output. `mine`: every one that the actor may set, who may be limited to zones. */
export function setSound(
  state: HallState,
  { output: id, body }: Extract<Command, { type: 'sound.set' }>,
  { actor }: StepContext,
): Outcome {
  const outputs = hallOf(state).soundOutputs;
  const chosen = outputs.filter(
    (output) => id === 'all' || id === output.id || (id === 'mine' && isWithin(state, output, actor)),
  );
  if (chosen.length === 0) return refuse(problem('not-found', id === 'mine' ? no.noOutputOfYours() : no.noOutput(id)));
  const change = (output: SoundOutput): SoundOutput => ({
    ...output,
    ...(body.level === undefined ? {} : { level: Math.min(body.level, output.maxLevel) }),
    ...(body.muted === undefined ? {} : { muted: body.muted }),
  });
  return {
    ...withHall(state, { soundOutputs: outputs.map((output) => (chosen.includes(output) ? change(output) : output)) }),
    answer: { outputs: chosen.map((output) => output.id) },
    deeds: [['setSound', chosen.map((output) => output.id), body.level ?? null, body.muted ?? null]],
  };
}

function isWithin(state: HallState, { zone, screen }: SoundOutput, actor: StepContext['actor']): boolean {
  if ((actor.is !== 'person' && actor.is !== 'key') || actor.zones === null) return true;
  const theirs = targetScreens(hallOf(state), actor.zones, []);
  return [...targetScreens(hallOf(state), [zone, screen], []).keys()].every((reached) => theirs.has(reached));
}

export function showOverlay(
  state: HallState,
  { body }: Extract<Command, { type: 'overlay.show' }>,
  context: StepContext,
): Outcome {
  const unknown = unknownTarget(state, body.targets);
  if (unknown !== null) return unknown;
  const overlay: Overlay & { targets: string[] } = {
    id: `overlay-${context.id}`,
    type: body.type,
    from: context.at,
    until: body.holdFor === undefined ? null : context.at + body.holdFor,
    params: {
      ...(body.text === undefined ? {} : { text: body.text }),
      ...(body.link === undefined ? {} : { link: body.link }),
    },
    targets: [...body.targets],
  };
  return {
    ok: true,
    changes: [{ kind: 'overlay', id: overlay.id, body: overlay }],
    answer: { overlay: overlay.id, at: new Date(context.at).toISOString() },
    deeds: [
      body.text === undefined ? ['showedOverlay', body.type, body.targets] : ['announced', body.text, body.targets],
    ],
  };
}

export function hideOverlay(state: HallState, id: string, context: StepContext): Outcome {
  const overlay = state.overlay[id];
  if (overlay === undefined) return refuse(problem('not-found', no.noOverlay(id)));
  const text = Text.safeParse(overlay.params['text']);
  return {
    ok: true,
    changes: [{ kind: 'overlay', id, body: { ...overlay, until: context.at } }],
    answer: { overlay: id },
    deeds: [
      text.success
        ? ['tookAnnouncementOff', text.data, overlay.targets]
        : ['tookOverlayOff', overlay.type, overlay.targets],
    ],
  };
}
