import { contentRefusals as no } from '#shared/words/content-refusals.ts';
import { said } from '#shared/said.ts';
import { z } from 'zod';
import {
  contentId,
  DiscardedKey,
  Draft,
  DraftBody,
  OneContent,
  PreviewBody,
  PublishBody,
  RestoreBody,
  ReturnBody,
  ReviewBody,
  Unfinished,
  type ContentKind,
} from '#shared/drafts.ts';
import { Plan } from '#shared/plan.ts';
import { Problem, problem, problemFromZod, told } from '#shared/problem.ts';
import { contentFlaws, namesIn, type Command, type HallEngine, type Permission } from '#core/ports.ts';
import { Instant, iso } from './instants.ts';
import { obey, route, type Route } from './route.ts';

const State = z.discriminatedUnion('is', [
  Draft.shape.state.options[0],
  Draft.shape.state.options[1].extend({ at: Instant }),
]);
const DraftAnswer = Draft.extend({
  state: State,
  changedAt: Instant,
  /** What keeps it from being published, field by field; null when nothing does. */
  flaws: Problem.nullable(),
});
const Saved = z.strictObject({ id: z.string(), version: z.int(), flaws: Problem.nullable() });
const Kept = z.strictObject({ id: z.string(), version: z.int() });
const path = '/api/drafts/:kind/:id';

/** Scenes and shows before they are published: written by one person, published by another. */
export const draftRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/drafts',
    summary: 'All drafts of scenes and shows',
    needs: 'hall.see',
    answer: { status: 200, schema: z.array(DraftAnswer) },
    handle: (_asked, { engine }) => ({
      status: 200,
      body: Object.values(engine.state().draft).map((draft) => answerOf(engine, draft)),
    }),
  }),
  route({
    method: 'post',
    path: '/api/drafts/preview',
    summary: 'The plans that screens would have if this draft were published and taken now; nothing is decided',
    needs: 'hall.see',
    body: PreviewBody,
    repeat: 'memory',
    answer: { status: 200, schema: z.array(Plan) },
    handle({ body: { content, targets, cue, language }, actor }, { engine }) {
      const preview = engine.previewContent(
        content,
        {
          targets,
          [content.kind]: content.body.id,
          ...(cue === undefined ? {} : { cue }),
          ...(language === undefined ? {} : { language }),
        },
        actor,
      );
      return preview.ok ? { status: 200, body: preview.plans } : { problem: preview.problem };
    },
  }),
  route({
    method: 'get',
    path,
    summary: 'The draft of a scene or show, and what keeps it from being published',
    needs: 'hall.see',
    params: OneContent,
    answer: { status: 200, schema: DraftAnswer },
    handle({ params: { kind, id } }, { engine }) {
      const draft = engine.state().draft[contentId(kind, id)];
      return draft === undefined
        ? { problem: problem('not-found', no.noDraft(kind, id)) }
        : { status: 200, body: answerOf(engine, draft) };
    },
  }),
  route({
    method: 'put',
    path,
    summary: 'Save a draft; it may have gaps, which are answered',
    needs: 'draft.save',
    params: OneContent,
    body: DraftBody,
    answer: { status: 200, schema: Saved },
    async handle(asked, parts) {
      const { kind, id } = asked.params;
      const { document, base, version } = asked.body;
      const content = Unfinished.safeParse({ kind, body: { ...document, id } });
      if (!content.success) return { problem: problemFromZod(content.error, said('The draft', 'Черновик', 'Жоба')) };
      const reply = await obey(asked, parts, { type: 'draft.save', content: content.data, base, seen: version });
      if ('problem' in reply) return reply;
      const flaws = flawsFor(parts.engine, content.data);
      return { status: 200, body: { ...(reply.body as z.infer<typeof Kept>), flaws } };
    },
  }),
  route({
    method: 'delete',
    path,
    summary: 'Discard a draft',
    needs: 'draft.discard',
    params: OneContent,
    answer: { status: 200, schema: z.strictObject({ id: z.string() }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'draft.discard', draft: draftId(asked.params) }),
  }),
  route({
    method: 'get',
    path: '/api/discarded-drafts',
    summary: 'The drafts that were discarded and can be brought back',
    needs: 'hall.see',
    answer: { status: 200, schema: z.array(z.strictObject({ id: DiscardedKey })) },
    handle: (_asked, { engine }) => ({
      status: 200,
      body: Object.values(engine.state().discarded).map(({ id }) => ({ id })),
    }),
  }),
  route({
    method: 'post',
    path: '/api/discarded-drafts',
    summary: 'Bring a discarded draft back, as it was',
    needs: 'draft.restore',
    body: RestoreBody,
    answer: { status: 200, schema: Kept },
    handle: (asked, parts) => obey(asked, parts, { type: 'draft.restore', discarded: asked.body.discarded }),
  }),
  handOn({
    to: 'review',
    summary: 'Give a draft to be reviewed',
    needs: 'draft.submit',
    body: ReviewBody,
    command: (draft, { version, note }) => ({ type: 'draft.submit', draft, seen: version, note: note ?? null }),
  }),
  handOn({
    to: 'return',
    summary: 'Give a draft back to its authors, with what is wrong with it',
    needs: 'draft.return',
    body: ReturnBody,
    command: (draft, { version, note }) => ({ type: 'draft.return', draft, seen: version, note }),
  }),
  handOn({
    to: 'publish',
    summary: 'Publish a draft: from the next run on it is what the hall shows. A curator publishes what others wrote',
    needs: 'draft.publish',
    body: PublishBody,
    command: (draft, { version }) => ({ type: 'draft.publish', draft, seen: version }),
  }),
];

interface HandOn<Body extends z.ZodType> {
  readonly to: string;
  readonly summary: string;
  readonly needs: Permission;
  readonly body: Body;
  readonly command: (draft: string, body: z.output<Body>) => Command;
}

/** A step of a draft from one person to the next, or to the hall. */
function handOn<Body extends z.ZodType>({ to, summary, needs, body, command }: HandOn<Body>): Route {
  return route({
    method: 'post',
    path: `${path}/${to}`,
    summary,
    needs,
    params: OneContent,
    body,
    answer: { status: 200, schema: Kept },
    handle: (asked, parts) => obey(asked, parts, command(draftId(asked.params), asked.body)),
  });
}

const draftId = ({ kind, id }: { readonly kind: ContentKind; readonly id: string }): string => contentId(kind, id);

/** What keeps it from being published, as it is told to people. */
function flawsFor(engine: HallEngine, content: Parameters<typeof contentFlaws>[1]): z.infer<typeof Problem> | null {
  const flaws = contentFlaws(engine.state(), content);
  return flaws === null ? null : told(flaws, namesIn(engine.state()));
}

function answerOf(engine: HallEngine, draft: Draft): z.input<typeof DraftAnswer> {
  const { state } = draft;
  return {
    ...draft,
    state: state.is === 'review' ? { ...state, at: iso(state.at) } : state,
    changedAt: iso(draft.changedAt),
    flaws: flawsFor(engine, draft.content),
  };
}
