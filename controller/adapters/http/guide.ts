import { peopleRefusals as no } from '#shared/words/people-refusals.ts';
import { z } from 'zod';
import { OpaqueId } from '#shared/ids.ts';
import { notesOf } from '#shared/cue-note.ts';
import { GuideAnswer, GuideGoBody } from '#shared/guide.ts';
import type { RunView, ScreenState } from '#shared/facts.ts';
import { nextCueOf } from '#shared/next-cue.ts';
import { enteringOf, insistsOn, nextReadiness } from '#shared/next-readiness.ts';
import { problem } from '#shared/problem.ts';
import type { Timeline } from '#shared/scene.ts';
import { runPosition } from '#shared/scene-at.ts';
import { hallOf, showIn, type HallEngine } from '#core/ports.ts';
import { freshSecret, hashSecret } from '../identity/secrets.ts';
import { Instant } from './instants.ts';
import { obey, route, type Reply, type Route } from './route.ts';

const over: Reply = { problem: problem('not-found', no.guideOver()) };

/** A guide with a phone: GO of one run, what to say next, and the time that is left. */
export const guideRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/runs/:id/guide',
    summary: 'Give GO of a run to a guide’s phone; the code is shown once, and the one before it is good no more',
    needs: 'guide.give',
    params: z.strictObject({ id: OpaqueId }),
    body: z.strictObject({}),
    repeat: 'memory',
    answer: { status: 201, schema: z.strictObject({ run: z.string(), code: z.string() }) },
    async handle(asked, parts) {
      const code = freshSecret();
      const { id: run } = asked.params;
      const reply = await obey(asked, parts, { type: 'guide.give', run, tokenHash: hashSecret(code) }, 201);
      return 'problem' in reply ? reply : { status: 201, body: { run, code } };
    },
  }),
  route({
    method: 'get',
    path: '/api/guide',
    summary: 'For a guide’s phone: its run, the notes of its cues, and the time that is left',
    needs: 'guide.see',
    answer: { status: 200, schema: GuideAnswer },
    handle({ actor }, { engine }) {
      const body = actor.is === 'guide' ? guideAnswer(engine, actor.run) : null;
      return body === null ? over : { status: 200, body };
    },
  }),
  route({
    method: 'post',
    path: '/api/guide/go',
    summary: 'For a guide’s phone: the next cue of its run',
    needs: 'guide.go',
    body: GuideGoBody,
    answer: {
      status: 200,
      schema: z.strictObject({
        run: z.string(),
        at: Instant,
        cue: z.string().nullable(),
        ready: z.array(z.string()),
        late: z.array(z.string()),
      }),
    },
    handle(asked, parts) {
      if (asked.actor.is !== 'guide') return over;
      const { from, policy } = asked.body;
      return obey(asked, parts, {
        type: 'run.control',
        run: asked.actor.run,
        action: 'go',
        from,
        ...(policy === undefined ? {} : { policy }),
      });
    },
  }),
];

function guideAnswer(engine: HallEngine, id: string): GuideAnswer | null {
  const run = engine.runs().find((candidate) => candidate.id === id);
  const timeline = run === undefined ? null : engine.timeline(run.timeline);
  if (run === undefined || timeline === null) return null;
  const state = engine.state();
  const { screens, languages } = hallOf(state);
  // What may be said belongs to the version that is shown; of later ones nobody here has heard.
  const show = run.source.kind === 'show' ? showIn(state, run.source.id, run.source.version) : undefined;
  const numbersOf = (ids: readonly string[]) =>
    screens.filter(({ id: one }) => ids.includes(one)).map(({ number }) => number);
  return {
    title: run.title,
    by: state.guide[id]?.by ?? '',
    now: engine.now(),
    from: run.from,
    until: run.until,
    paused: run.paused,
    segments: [...run.segments],
    timeline,
    notes: notesOf(show),
    languages: [...languages.order],
    missing: numbersOf(run.screens.filter((screen) => engine.screen(screen)?.player === 'none')),
    next: nextOf(engine, run, timeline, numbersOf),
  };
}

function nextOf(
  engine: HallEngine,
  run: RunView,
  timeline: Timeline,
  numbersOf: (ids: readonly string[]) => number[],
): GuideAnswer['next'] {
  const index = nextCueOf(timeline, runPosition(timeline, run.segments, engine.now()).cue);
  const cue = index === null ? undefined : timeline.cues[index];
  if (index === null || cue === undefined) return null;
  const stateOf = (id: string): ScreenState | undefined => engine.screen(id) ?? undefined;
  const named = new Set<string>(cue.parts.flatMap(({ screens }) => screens));
  const late = enteringOf(
    run,
    run.screens.filter((id) => named.has(id)),
    stateOf,
    engine.runs(),
  ).filter((id) => {
    const screen = stateOf(id);
    return screen === undefined || nextReadiness(screen, run.id, index)?.is !== 'ready';
  });
  return { cue: cue.id, late: numbersOf(late), insists: insistsOn(cue, late).length > 0 };
}
