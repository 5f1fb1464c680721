import { runRefusals as no } from '#shared/words/run-refusals.ts';
import { z } from 'zod';
import { StandbyBody } from '#shared/commands.ts';
import { AnswerAskBody, AskBody, DoorsBody, TakeBackBody, TakeOverBody } from '#shared/desk.ts';
import { DoorsView } from '#shared/facts.ts';
import { OpaqueId, TimelineHash } from '#shared/ids.ts';
import { Plan } from '#shared/plan.ts';
import { problem } from '#shared/problem.ts';
import { Layer, Timeline } from '#shared/scene.ts';
import { Text } from '#shared/text.ts';
import { Instant, isoOrNull } from './instants.ts';
import { obey, route, type Route } from './route.ts';

const OneRun = z.strictObject({ id: OpaqueId });
const AfterReleaseAnswer = z.strictObject({
  screen: z.string(),
  run: z.string(),
  layer: Layer,
  title: Text.nullable(),
});
const DoorsAnswer = DoorsView.extend({ until: Instant.nullable() });

/** What operators share: who has a run, what was done last, the doors, and what a take would look like. */
export const deskRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/runs/:id/ask',
    summary: 'Ask the owner of a run for it',
    needs: 'run.ask',
    params: OneRun,
    body: AskBody,
    answer: { status: 200, schema: z.looseObject({ run: z.string() }) },
    handle: (asked, parts) =>
      obey(asked, parts, { type: 'run.ask', run: asked.params.id, message: asked.body.message ?? null }),
  }),
  route({
    method: 'post',
    path: '/api/runs/:id/answer',
    summary: 'Give a run to who asked for it, or keep it',
    needs: 'run.answer',
    params: OneRun,
    body: AnswerAskBody,
    answer: { status: 200, schema: z.looseObject({ run: z.string() }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'run.answer', run: asked.params.id, give: asked.body.give }),
  }),
  route({
    method: 'post',
    path: '/api/runs/:id/take-over',
    summary: 'Take a run from its owner',
    needs: 'run.take-over',
    params: OneRun,
    body: TakeOverBody,
    answer: { status: 200, schema: z.looseObject({ run: z.string() }) },
    handle: (asked, parts) =>
      obey(asked, parts, { type: 'run.take-over', run: asked.params.id, reason: asked.body.reason ?? null }),
  }),
  route({
    method: 'delete',
    path: '/api/losses/:id',
    summary: 'Have read what somebody else did with what one held or had armed',
    needs: 'loss.read',
    params: OneRun,
    answer: { status: 200, schema: z.strictObject({ loss: z.string() }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'loss.read', loss: asked.params.id }),
  }),
  route({
    method: 'post',
    path: '/api/take-back',
    summary: 'Have the hall back as it was before the newest act on its runs, within a minute of it',
    needs: 'act.take-back',
    body: TakeBackBody,
    answer: { status: 200, schema: z.strictObject({ act: z.string(), at: Instant }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'act.take-back', act: asked.body.act }),
  }),
  route({
    method: 'get',
    path: '/api/doors',
    summary: 'Whether the hall is open, until when, and who decided it',
    needs: 'hall.see',
    answer: { status: 200, schema: DoorsAnswer },
    handle(_asked, { engine }) {
      const { doors } = engine.facts();
      return { status: 200, body: { ...doors, until: isoOrNull(doors.until) } };
    },
  }),
  route({
    method: 'put',
    path: '/api/doors',
    summary: 'Open or close the hall by hand, until its hours would do the same',
    needs: 'doors.set',
    body: DoorsBody,
    answer: { status: 200, schema: z.looseObject({ is: z.enum(['open', 'closed']), by: z.enum(['hours', 'hand']) }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'doors.set', body: asked.body }),
  }),
  route({
    method: 'post',
    path: '/api/previews',
    summary: 'The plans that screens would have if this were taken now; nothing is decided',
    needs: 'hall.see',
    body: StandbyBody,
    repeat: 'memory',
    answer: { status: 200, schema: z.array(Plan) },
    handle({ body, actor }, { engine }) {
      const preview = engine.previewTake(body, actor);
      return preview.ok ? { status: 200, body: preview.plans } : { problem: preview.problem };
    },
  }),
  route({
    method: 'get',
    path: '/api/after-release',
    summary:
      'What would come on the screens of runs if they were released now; commas join those that go together, semicolons part several such questions, answered in their order; nothing is decided',
    needs: 'hall.see',
    query: z.strictObject({ runs: z.string().min(1).max(4000) }),
    answer: { status: 200, schema: z.array(z.array(AfterReleaseAnswer)) },
    handle: ({ query }, { engine }) => ({
      status: 200,
      body: query.runs.split(';').map((together) => engine.afterRelease(together.split(','))),
    }),
  }),
  route({
    method: 'get',
    path: '/api/timelines/:hash',
    summary: 'The cues that a run or a standby has pinned',
    needs: 'hall.see',
    params: z.strictObject({ hash: TimelineHash }),
    answer: { status: 200, schema: Timeline },
    handle({ params: { hash } }, { engine }) {
      const timeline = engine.timeline(hash);
      return timeline === null
        ? { problem: problem('not-found', no.noTimeline(hash)) }
        : { status: 200, body: timeline };
    },
  }),
];
