import { z } from 'zod';
import { GoQuery, ReleaseBody, ReleaseQuery } from '#shared/desk.ts';
import { JumpBody, RunPatchBody, StandbyBody, TakeBody } from '#shared/commands.ts';
import { OpaqueId } from '#shared/ids.ts';
import { Standby } from '#shared/schedule.ts';
import { Instant } from './instants.ts';
import { obey, route, type Route } from './route.ts';

const OneRun = z.strictObject({ id: OpaqueId });
/** Commands on runs say which run, and whatever else they changed. */
const RunChanged = z.looseObject({ run: z.string() });
const Cleared = z.strictObject({ cleared: z.array(z.string()) });

export const takeRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/standby',
    summary: 'Arm a scene or a cue on its screens, for a take without waiting',
    needs: 'standby.arm',
    body: StandbyBody,
    answer: {
      status: 201,
      schema: z.strictObject({
        standby: z.string(),
        screens: z.array(z.string()),
        /** Screens that were armed for something else until now. */
        taken: z.array(
          z.strictObject({ standby: z.string(), owner: z.string().nullable(), screens: z.array(z.string()) }),
        ),
      }),
    },
    handle: (asked, parts) => obey(asked, parts, { type: 'standby.arm', body: asked.body }, 201),
  }),
  route({
    method: 'get',
    path: '/api/standby',
    summary: 'What is armed',
    needs: 'hall.see',
    answer: { status: 200, schema: z.array(Standby) },
    handle: (_asked, { engine }) => ({ status: 200, body: Object.values(engine.state().standby) }),
  }),
  route({
    method: 'delete',
    path: '/api/standby',
    summary: 'Disarm everything',
    needs: 'standby.clear',
    answer: { status: 200, schema: Cleared },
    handle: (asked, parts) => obey(asked, parts, { type: 'standby.clear', standby: null }),
  }),
  route({
    method: 'delete',
    path: '/api/standby/:id',
    summary: 'Disarm one',
    needs: 'standby.clear',
    params: OneRun,
    answer: { status: 200, schema: Cleared },
    handle: (asked, parts) => obey(asked, parts, { type: 'standby.clear', standby: asked.params.id }),
  }),
  route({
    method: 'post',
    path: '/api/takes',
    summary: 'Start a scene or a show on its targets, on all of them in the same frame',
    needs: 'run.take',
    conflict:
      'It lies over what somebody else holds by hand, in whichever cue, and says no reason (`fields` names `reason`, whose it is and where); or what is armed as `standby` is there no more, or is not armed for these targets',
    body: TakeBody,
    answer: {
      status: 201,
      schema: z.strictObject({
        run: z.string(),
        at: Instant,
        ready: z.array(z.string()),
        late: z.array(z.string()),
      }),
    },
    handle: (asked, parts) => obey(asked, parts, { type: 'run.take', body: asked.body }, 201),
  }),
  ...(['go', 'pause', 'resume', 'back'] as const).map((action) =>
    route({
      method: 'post',
      path: `/api/runs/:id/${action}`,
      summary: {
        go: 'Start the next cue of a run, as its policy allows with screens that are not ready',
        pause: 'Hold a run where it is',
        resume: 'Let a held run go on',
        back: 'Go back a cue',
      }[action],
      needs: 'run.control',
      params: OneRun,
      query: GoQuery,
      answer: { status: 200, schema: RunChanged },
      handle: ({ params, query, ...asked }, parts) =>
        obey(asked, parts, {
          type: 'run.control',
          run: params.id,
          action,
          ...(query.from === undefined ? {} : { from: query.from }),
          ...(query.policy === undefined ? {} : { policy: query.policy }),
        }),
    }),
  ),
  route({
    method: 'post',
    path: '/api/runs/:id/jump',
    summary: 'Go to a cue of a run, as its policy allows with screens that are not ready',
    needs: 'run.control',
    params: OneRun,
    body: JumpBody,
    answer: { status: 200, schema: RunChanged },
    handle: (asked, parts) =>
      obey(asked, parts, { type: 'run.control', run: asked.params.id, action: 'jump', body: asked.body }),
  }),
  route({
    method: 'patch',
    path: '/api/runs/:id',
    summary: 'Change how long a run holds, its reason or its language',
    needs: 'run.edit',
    params: OneRun,
    body: RunPatchBody,
    answer: { status: 200, schema: RunChanged },
    handle: (asked, parts) => obey(asked, parts, { type: 'run.edit', run: asked.params.id, body: asked.body }),
  }),
  route({
    method: 'post',
    path: '/api/releases',
    summary: 'Release several runs at one instant and in one act; those that have ended already are left out',
    needs: 'run.release',
    conflict: 'Somebody else holds one of them, and no reason is said (`fields` names `reason`); or they have ended',
    body: ReleaseBody,
    answer: { status: 200, schema: z.looseObject({ runs: z.array(z.string()), at: Instant }) },
    handle: (asked, parts) =>
      obey(asked, parts, { type: 'run.release', runs: asked.body.runs, reason: asked.body.reason ?? null }),
  }),
  route({
    method: 'delete',
    path: '/api/runs/:id',
    summary: 'Release a run: its screens go back to what the schedule says, at the right position',
    needs: 'run.release',
    params: OneRun,
    query: ReleaseQuery,
    answer: { status: 200, schema: RunChanged },
    handle: ({ params, query, ...asked }, parts) =>
      obey(asked, parts, { type: 'run.release', runs: [params.id], reason: query.reason ?? null }),
  }),
];
