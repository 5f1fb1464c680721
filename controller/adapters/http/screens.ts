import { runRefusals as no } from '#shared/words/run-refusals.ts';
import { z } from 'zod';
import { CalibrationBody } from '#shared/commands.ts';
import { CornerPin } from '#shared/corner-pin.ts';
import { ScreenId } from '#shared/ids.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { ScreenAnswer, screenAnswer } from './answers.ts';
import { Instant, iso } from './instants.ts';
import { answered, obey, route, type Route } from './route.ts';

const OneScreen = z.strictObject({ id: ScreenId });
const Named = z.strictObject({ screen: z.string() });

export function noScreen(id: string, field = 'id'): Problem {
  return problem('not-found', no.noScreen(id), [{ path: field, message: `unknown: ${id}` }]);
}

export const screenRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/screens',
    summary: 'Every screen: what is desired, what is reported, and how it is',
    needs: 'hall.see',
    answer: { status: 200, schema: z.array(ScreenAnswer) },
    handle: (_asked, { engine }) => ({ status: 200, body: engine.facts().screens.map(screenAnswer) }),
  }),
  route({
    method: 'get',
    path: '/api/screens/:id',
    summary: 'One screen',
    needs: 'hall.see',
    params: OneScreen,
    answer: { status: 200, schema: ScreenAnswer },
    handle({ params }, { engine }) {
      const screen = engine.screen(params.id);
      return screen === null ? { problem: noScreen(params.id) } : { status: 200, body: screenAnswer(screen) };
    },
  }),
  route({
    method: 'patch',
    path: '/api/screens/:id',
    summary: 'Calibrate a screen: its output delay, its corners',
    needs: 'screen.calibrate',
    params: OneScreen,
    body: CalibrationBody,
    answer: {
      status: 200,
      schema: z.strictObject({
        screen: z.string(),
        outputDelayMs: z.number(),
        cornerPin: z.unknown().nullable(),
        touchOff: z.boolean(),
      }),
    },
    handle: (asked, parts) =>
      obey(asked, parts, { type: 'screen.calibrate', screen: asked.params.id, body: asked.body }),
  }),
  route({
    method: 'put',
    path: '/api/screens/:id/corners',
    summary: 'Try corners on a screen: it shows them with a test grid for ten minutes, until they are kept by PATCH',
    needs: 'screen.calibrate',
    params: OneScreen,
    body: z.strictObject({ cornerPin: CornerPin.nullable() }),
    answer: {
      status: 200,
      schema: z.strictObject({ screen: z.string(), cornerPin: CornerPin, until: Instant }),
    },
    handle({ params, body, actor }, { engine }) {
      const trial = engine.tryCorners(actor, params.id, body.cornerPin);
      if ('status' in trial) return { problem: trial };
      return { status: 200, body: { screen: params.id, cornerPin: trial.cornerPin, until: iso(trial.until) } };
    },
  }),
  route({
    method: 'delete',
    path: '/api/screens/:id/corners',
    summary: 'End the trial: the screen goes back to the corners that were kept last',
    needs: 'screen.calibrate',
    params: OneScreen,
    answer: { status: 200, schema: Named },
    handle({ params, actor }, { engine }) {
      const refused = engine.endTrial(actor, params.id);
      return refused === null ? { status: 200, body: { screen: params.id } } : { problem: refused };
    },
  }),
  route({
    method: 'post',
    path: '/api/screens/:id/pairing',
    summary: 'A one-time URL that makes the browser which opens it the player of this screen',
    needs: 'screen.pair',
    params: OneScreen,
    repeat: 'memory',
    answer: { status: 201, schema: z.strictObject({ url: z.url(), code: z.string(), expiresAt: Instant }) },
    handle({ params, actor, origin }, { engine, pairing }) {
      if (engine.screen(params.id) === null) return { problem: noScreen(params.id) };
      const offer = pairing.offer(params.id, actor);
      if ('status' in offer) return { problem: offer };
      const { code, expiresAt } = offer;
      return { status: 201, body: { url: `${origin}/display/#pair=${code}`, code, expiresAt: iso(expiresAt) } };
    },
  }),
  route({
    method: 'delete',
    path: '/api/screens/:id/pairing',
    summary: 'Revoke the token of the screen’s player, and its one-time URLs',
    needs: 'screen.unpair',
    params: OneScreen,
    answer: { status: 200, schema: Named },
    handle(asked, parts) {
      if (parts.engine.screen(asked.params.id) === null) return { problem: noScreen(asked.params.id) };
      parts.pairing.withdrawOffers(asked.params.id);
      return obey(asked, parts, { type: 'screen.unpair', screen: asked.params.id });
    },
  }),
  route({
    method: 'post',
    path: '/api/screens/:id/token',
    summary: 'Have the screen’s player change its token, now or as soon as it is there; nothing is seen of it',
    needs: 'screen.renew-token',
    params: OneScreen,
    answer: { status: 202, schema: Named },
    handle(asked, parts) {
      if (parts.engine.screen(asked.params.id) === null) return { problem: noScreen(asked.params.id) };
      return obey(asked, parts, { type: 'screen.renew-token', screen: asked.params.id }, 202);
    },
  }),
  route({
    method: 'post',
    path: '/api/pairings/:code',
    summary: 'Make the player that shows this code the player of a screen',
    needs: 'screen.pair',
    params: z.strictObject({ code: z.string().min(1).max(64) }),
    body: z.strictObject({ screen: ScreenId }),
    repeat: 'memory',
    answer: { status: 201, schema: Named },
    handle: async ({ params, body, actor }, { pairing }) =>
      answered(await pairing.confirm(params.code, body.screen, actor), 201),
  }),
];
