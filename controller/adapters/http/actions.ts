import type { Said } from '#shared/said.ts';
import { actionWords as words } from '#shared/words/action-words.ts';
import { bareNames, type ByName } from '#shared/words/names.ts';
import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import { z } from 'zod';
import type { ScreenState } from '#shared/facts.ts';
import { ScreenId } from '#shared/ids.ts';
import { ActionAnswer, ActionBody, actionPatienceMs as patienceMs } from '#shared/orders.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { authorize, namesIn, type Command, type HallEngine } from '#core/ports.ts';
import { noScreen } from './screens.ts';
import { route, type Asked, type HttpParts, type Reply, type Route } from './route.ts';

type Asking = Asked<{ readonly id: ScreenId }, undefined, ActionBody>;

export const actionRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/screens/:id/actions',
    summary: 'Have a screen do something, and hear whether it did: identify, reload, restart, a screenshot …',
    needs: 'screen.identify',
    params: z.strictObject({ id: ScreenId }),
    body: ActionBody,
    repeat: 'memory',
    answer: { status: 200, schema: ActionAnswer },
    async handle(asked, parts) {
      const { params, body, actor } = asked;
      if (parts.engine.screen(params.id) === null) return { problem: noScreen(params.id) };
      // Identifying disturbs nobody's work; everything else is a technician's.
      const forbidden = body.act === 'identify' ? null : authorize(actor, 'screen.act', params.id);
      return forbidden === null ? carryOut(asked, parts) : { problem: forbidden };
    },
  }),
];

function carryOut(asked: Asking, parts: HttpParts): Promise<Reply> {
  const { body, params, origin } = asked;
  const screen = params.id;
  switch (body.act) {
    case 'identify':
    case 'test-grid': {
      const type = body.act === 'identify' ? 'ident' : 'grid';
      const link = body.act === 'identify' ? { link: `${origin}/#screen=${screen}` } : {};
      return throughPlan(asked, parts, {
        type: 'overlay.show',
        body: { type, targets: [screen], holdFor: body.holdFor, ...link },
      });
    }
    case 'touch-off':
    case 'touch-on':
      return throughPlan(asked, parts, {
        type: 'screen.calibrate',
        screen,
        body: { touchOff: body.act === 'touch-off' },
      });
    case 'quarantine':
      return keepOut(asked, parts);
    case 'release':
      return letIn(asked, parts);
    case 'reload':
    case 'clear-cache':
    case 'restart-player':
      return throughPlayer(asked, parts, { is: body.act });
    case 'reboot':
    case 'screenshot':
      return throughPlayer(asked, parts, { is: body.act });
    case 'brightness':
    case 'volume':
      return throughPlayer(asked, parts, { is: body.act, level: body.level });
    case 'controller':
      return throughPlayer(asked, parts, { is: 'controller', url: body.url });
  }
}

/** Something to see, or a setup: decided as always, and confirmed by what the screen reports. */
async function throughPlan(asked: Asking, { engine }: HttpParts, command: Command): Promise<Reply> {
  const startedAt = performance.now();
  const answer = await engine.order({ commandId: asked.commandId, actor: asked.actor, command });
  if (!answer.ok) return { problem: answer.problem };
  const { overlay } = answer.answer as { readonly overlay?: string };
  const shows = ({ reported }: ScreenState): boolean =>
    overlay === undefined
      ? (reported?.plan?.revision ?? -1) >= answer.revision
      : (reported?.overlays ?? []).includes(overlay);
  const confirmed = await until(engine, asked.params.id, shows, patienceMs.plan);
  const said = confirmed ? words.shown() : words.notShownYet();
  return done(asked.body.act, confirmed, performance.now() - startedAt, said);
}

async function keepOut(asked: Asking, parts: HttpParts): Promise<Reply> {
  const { id: screen } = asked.params;
  const refused = await decide(asked, parts, { type: 'screen.keep-out', screen });
  if (refused !== null) return { problem: refused };
  return seen(asked, parts, ({ player }) => player !== 'screen', [words.keptOut(screen), words.notOutYet(screen)]);
}

/** Whether somebody keeps it out, or it is kept out by itself: this ends both. */
async function letIn(asked: Asking, parts: HttpParts): Promise<Reply> {
  const { id: screen } = asked.params;
  const isByHand = parts.engine.state().keptOut[screen] !== undefined;
  const refused = isByHand ? await decide(asked, parts, { type: 'screen.let-in', screen }) : null;
  if (refused !== null) return { problem: refused };
  if (!parts.desk.release(screen) && !isByHand) return { problem: problem('not-found', no.notKeptOut(screen)) };
  return seen(asked, parts, ({ player }) => player === 'screen', [words.cameBack(screen), words.notBackYet(screen)]);
}

async function decide({ commandId, actor }: Asking, { engine }: HttpParts, command: Command): Promise<Problem | null> {
  const answer = await engine.order({ commandId, actor, command });
  return answer.ok ? null : answer.problem;
}

/** Something that the hall does to a player: confirmed when it is seen to be so; one sentence for either case. */
async function seen(
  { params, body }: Asking,
  { engine }: HttpParts,
  holds: (state: ScreenState) => boolean,
  [itIs, itIsNot]: readonly [ByName, ByName],
): Promise<Reply> {
  const startedAt = performance.now();
  const confirmed = await until(engine, params.id, holds, patienceMs.player);
  const sentence = confirmed ? itIs : itIsNot;
  // Programs find the id in `said`.
  const named = { words: sentence(namesIn(engine.state())) };
  return done(body.act, confirmed, performance.now() - startedAt, sentence(bareNames), named);
}

type Act = Parameters<HttpParts['desk']['order']>[1];

/** Something the player does: confirmed by its answer, and where its page starts anew by the new page. */
async function throughPlayer({ params, body }: Asking, { engine, desk }: HttpParts, order: Act): Promise<Reply> {
  const startedAt = performance.now();
  const before = engine.pageOf(params.id).page;
  const answer = await desk.order(params.id, order);
  if (!answer.ok) return { problem: answer.problem };
  const picture = answer.picture === undefined ? {} : { picture: answer.picture };
  const startsAnew = order.is === 'reload' || order.is === 'clear-cache' || order.is === 'restart-player';
  if (order.is === 'reboot') {
    const isDown = await until(engine, params.id, ({ host }) => host === undefined, patienceMs.reboot);
    const said = isDown ? words.machineDown() : words.machineNotDownYet();
    return done(body.act, isDown, performance.now() - startedAt, said);
  }
  if (!startsAnew) return done(body.act, true, performance.now() - startedAt, words.begun(order), picture);
  const isNew = (): boolean => {
    const { page, hasReported } = engine.pageOf(params.id);
    return page !== before && hasReported;
  };
  const waitMs = order.is === 'restart-player' ? patienceMs.restart : patienceMs.reload;
  const confirmed = await until(engine, params.id, isNew, waitMs);
  const said = confirmed ? words.pageBack() : words.pageNotBackYet(words.begun(order));
  return done(body.act, confirmed, performance.now() - startedAt, said, picture);
}

function done(act: string, confirmed: boolean, afterMs: number, said: Said, more: object = {}): Reply {
  return { status: 200, body: { act, confirmed, afterMs: Math.round(afterMs), said: said.en, words: said, ...more } };
}

/** Whether the screen comes to be so in time. */
function until(
  engine: HallEngine,
  screen: string,
  holds: (state: ScreenState) => boolean,
  patience: number,
): Promise<boolean> {
  const holdsNow = (): boolean => {
    const state = engine.screen(screen);
    return state !== null && holds(state);
  };
  if (holdsNow()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (result: boolean): void => {
      clearTimeout(timer);
      stop();
      resolve(result);
    };
    const timer = setTimeout(() => end(false), patience);
    const stop = engine.subscribe(({ screens }) => {
      if (screens?.some(({ id }) => id === screen) === true && holdsNow()) end(true);
    });
  });
}
