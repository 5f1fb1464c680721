import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import type { Namespace, Socket } from 'socket.io';
import { authorize, namesIn, type Actor, type HallEngine, type HallNews } from '#core/ports.ts';
import type { MediaLibrary } from '../media/media-library.ts';
import type { Notices } from '../notices/notices.ts';
import { createBudget } from '../budget.ts';
import { createCompany } from './company.ts';
import { problem, problemFromZod, told as toldIn, type Problem } from '#shared/problem.ts';
import { asIs } from '#shared/said.ts';
import {
  OperatorHandshake,
  operatorToController,
  type ControllerToOperator,
  type OperatorToController,
} from '#shared/protocol.ts';

/** What a page says of itself; null where a program watches that has none. */
function handshakeOf({ handshake }: Socket): OperatorHandshake | null {
  const parsed = OperatorHandshake.safeParse(handshake.auth);
  return parsed.success ? parsed.data : null;
}

export interface OperatorsOptions {
  readonly namespace: Namespace<OperatorToController, ControllerToOperator>;
  readonly hall: HallEngine;
  readonly notices: Pick<Notices, 'states' | 'subscribe'> | null;
  readonly media: Pick<MediaLibrary, 'subscribe'> | null;
  readonly actorOf: (cookie: string | undefined) => Actor;
  /** Of the pages that the controller carries. */
  readonly build: string;
}

const watching = 'watching';
/** A console asks once when it connects; the facts are much work to put together. */
const limits = { burst: 10, perSecond: 2 };
/** A console says what is open a while after it was opened, so that whoever leafs through the library says it once. */
const openLimits = { burst: 20, perSecond: 5 };

/** Serves `/operators`: the hall's facts to signed-in consoles. Commands come over REST. Returns its stop. */
export function serveOperators({ namespace, hall, notices, media, actorOf, build }: OperatorsOptions): () => void {
  const company = createCompany();
  /** Sockets that watch; while there is none, the hall puts nothing together for them. */
  const consoles = new Set<string>();
  let stopWatching: (() => void) | null = null;
  let told = '';

  /** As people read it: by the names that they gave, in each of their languages. */
  const inWords = (refused: Problem) => toldIn(refused, namesIn(hall.state()));
  const refusal = (refused: Problem) => ({ ok: false, problem: inWords(refused) }) as const;

  const present = () => ({ at: hall.now(), revision: hall.state().revision });

  function tellPeople(): void {
    const people = [...company.people()];
    const text = JSON.stringify(people);
    if (text === told) return;
    told = text;
    namespace.to(watching).emit('facts', { ...present(), people });
  }

  namespace.use((socket, next) => {
    const forbidden = authorize(actorOf(socket.handshake.headers.cookie), 'hall.see');
    next(forbidden === null ? undefined : Object.assign(new Error(forbidden.detail), { data: inWords(forbidden) }));
  });
  namespace.on('connection', (socket) => {
    const budget = createBudget(limits, hall.now());
    socket.on('watch', (payload: unknown, ack: unknown) => {
      if (typeof ack !== 'function') return;
      if (!budget.spend(hall.now())) return;
      const answer = ack as Parameters<OperatorToController['watch']>[1];
      if (!operatorToController.watch.payload.safeParse(payload).success)
        return answer(refusal(problem('invalid', no.watchIsEmpty())));
      // A session that has ended since the socket was opened sees nothing more.
      const forbidden = authorize(actorOf(socket.handshake.headers.cookie), 'hall.see');
      if (forbidden !== null) return answer(refusal(forbidden));
      const actor = actorOf(socket.handshake.headers.cookie);
      const said = handshakeOf(socket);
      const known =
        actor.is === 'person'
          ? {
              console: company.come(
                socket.id,
                { id: actor.id, name: actor.name, role: actor.role },
                said?.page ?? null,
                hall.now(),
              ),
            }
          : {};
      void socket.join(watching);
      consoles.add(socket.id);
      stopWatching ??= hall.subscribe(tellNews);
      const toldBy = notices === null ? {} : { notices: [...notices.states()] };
      answer({ ok: true, value: { ...hall.facts(), ...toldBy, ...known, people: [...company.people()] } });
      if (said?.build !== undefined && said.build !== build) socket.emit('outdated', { build });
      tellPeople();
    });
    const opening = createBudget(openLimits, hall.now());
    socket.on('open', (payload: unknown, ack: unknown) => {
      if (typeof ack !== 'function') return;
      if (!opening.spend(hall.now())) return;
      const answer = ack as Parameters<OperatorToController['open']>[1];
      const parsed = operatorToController.open.payload.safeParse(payload);
      if (!parsed.success) return answer(refusal(problemFromZod(parsed.error, asIs('open'))));
      // Only who may write in it has it open to write.
      const forbidden = authorize(actorOf(socket.handshake.headers.cookie), 'draft.save');
      if (forbidden !== null) return answer(refusal(forbidden));
      company.open(socket.id, parsed.data.content, hall.now());
      answer({ ok: true, value: null });
      tellPeople();
    });
    socket.on('disconnect', () => {
      if (company.leave(socket.id, hall.now())) tellPeople();
      if (consoles.delete(socket.id) && consoles.size === 0) endWatching();
    });
  });
  function tellNews(news: HallNews): void {
    const { screens, desk, applied, changed, incidents, ...rest } = news;
    namespace.to(watching).emit('facts', {
      ...rest,
      ...desk,
      at: hall.now(),
      ...(screens === undefined ? {} : { screens: [...screens] }),
      ...(applied === undefined ? {} : { applied: [...applied] }),
      ...(changed === undefined ? {} : { changed: [...changed] }),
      ...(incidents === undefined ? {} : { incidents: [...incidents] }),
    });
  }
  function endWatching(): void {
    stopWatching?.();
    stopWatching = null;
  }
  const stopNotices = notices?.subscribe(() => {
    namespace.to(watching).emit('facts', { ...present(), notices: [...notices.states()] });
  });
  const stopMedia = media?.subscribe((id) => {
    // A copy to train on begins when it is asked for anything: not for nobody.
    if (consoles.size === 0) return;
    namespace.to(watching).emit('facts', { ...present(), changed: [{ kind: 'medium', id }] });
  });
  return () => {
    endWatching();
    stopNotices?.();
    stopMedia?.();
    namespace.disconnectSockets(true);
  };
}
