import type { RunId } from '#shared/ids.ts';
import type { Run } from '#shared/schedule.ts';
import type { Text } from '#shared/text.ts';
import { runRefusals as no } from '#shared/words/run-refusals.ts';
import { problem } from '#shared/problem.ts';
import { actorName, refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import { compileSlate } from '../compile.ts';
import type { Change, HallState } from '../state.ts';
import { unknownTarget } from './subject.ts';

/** How a drill is told from the real thing. */
export const drillReason = 'drill';

const titles: Record<'evacuation' | 'announcement' | 'blackout', Text> = {
  evacuation: { en: 'Evacuation', ru: 'Эвакуация', kk: 'Эвакуация' },
  announcement: { en: 'Announcement', ru: 'Объявление', kk: 'Хабарландыру' },
  blackout: { en: 'Blackout', ru: 'Затемнение', kk: 'Қараңғылау' },
};

/** Puts a slate above everything. It asks nothing of the players: slates are built in, and a cut is a cut. */
export function raise(
  state: HallState,
  { body }: Extract<Command, { type: 'emergency.raise' }>,
  context: StepContext,
): Outcome {
  const targets = body.targets ?? ['all'];
  const unknown = unknownTarget(state, targets);
  if (unknown !== null) return unknown;
  const params = body.text === undefined ? {} : { text: body.text };
  const timeline = compileSlate(state, { id: body.kind, type: body.kind, title: titles[body.kind], params }, targets);
  const id = `emergency-${context.id}` as RunId;
  const run: Run = {
    id,
    layer: 'emergency',
    timeline: timeline.hash,
    targets: [...targets],
    except: [],
    from: context.at,
    until: null,
    segments: [{ zero: context.at, at: 0, rate: 1, cue: 0 }],
    owner: actorName(context.actor),
    reason: body.drill === true ? drillReason : null,
    language: null,
    touch: 'locked',
    transition: { type: 'cut', durationMs: 0 },
    priority: 0,
    outsideHours: true,
    rule: null,
  };
  return {
    ok: true,
    changes: [
      { kind: 'timeline', id: timeline.hash, body: timeline },
      { kind: 'run', id, body: run },
    ],
    answer: { run: id, at: new Date(context.at).toISOString() },
    deeds: [['raisedEmergency', body.kind, body.drill === true, targets]],
  };
}

/** Ends one emergency, or all that are on; what lies beneath comes back, another emergency too. */
export function end(
  state: HallState,
  { run: meant }: Extract<Command, { type: 'emergency.end' }>,
  context: StepContext,
): Outcome {
  const known = Object.values(state.run).filter(({ layer, id }) => layer === 'emergency' && id === (meant ?? id));
  if (meant !== undefined && known.length === 0) return refuse(problem('not-found', no.noRun(meant)));
  const active = known.filter(({ until }) => until === null || until > context.at);
  return {
    ok: true,
    changes: active.map((run): Change => ({ kind: 'run', id: run.id, body: { ...run, until: context.at } })),
    answer: { ended: active.map((run) => run.id) },
    deeds: active.length === 0 ? [] : [['endedSlatesOn', active.map((run) => slateOf(state, run))]],
  };
}

const slateOf = ({ timeline }: HallState, run: Run): readonly [kind: string, targets: readonly string[]] => [
  timeline[run.timeline]?.source.id ?? run.id,
  run.targets,
];
