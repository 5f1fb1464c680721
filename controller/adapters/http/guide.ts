import { peopleRefusals as no } from '#shared/words/people-refusals.ts';
import { z } from 'zod';
import { OpaqueId } from '#shared/ids.ts';
import { GuideAnswer, GuideGoBody } from '#shared/guide.ts';
import { problem } from '#shared/problem.ts';
import { hallOf, type HallEngine } from '#core/ports.ts';
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
  const cues = run.source.kind === 'show' ? (state.show[run.source.id]?.cues ?? []) : [];
  return {
    title: run.title,
    by: state.guide[id]?.by ?? '',
    now: engine.now(),
    from: run.from,
    until: run.until,
    paused: run.paused,
    segments: [...run.segments],
    timeline,
    notes: cues.flatMap(({ id: cue, note }) => (note === undefined ? [] : [{ cue, note }])),
    languages: [...languages.order],
    missing: screens
      .filter((screen) => run.screens.includes(screen.id) && engine.screen(screen.id)?.player === 'none')
      .map(({ number }) => number),
  };
}
