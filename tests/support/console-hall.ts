import { join } from 'node:path';
import { Server } from 'socket.io';
import { applyChanges, emptyState, importChanges, type HallState } from '#core/ports.ts';
import type { ScreenId } from '#shared/ids.ts';
import { readConfigFolder } from '../../controller/adapters/config/read-folder.ts';
import { actorOfCookie } from '../../controller/adapters/identity/actors.ts';
import { serveOperators } from '../../controller/adapters/operators/operators.ts';
import { obedientScreens } from '../../controller/training/obedient-screens.ts';
import { peopleOf, startHall, type RunningHall } from './running-hall.ts';

/** The shipped hall with one person of each role; `copies` screens more, all like the entrance, to fill a large hall. */
export async function shippedHall(copies = 0): Promise<HallState> {
  const read = await readConfigFolder(join(import.meta.dirname, '../../config'));
  if (!read.ok) throw new Error(read.flaws.map((flaw) => `${flaw.file} ${flaw.path}: ${flaw.expected}`).join('\n'));
  const state = applyChanges(emptyState(), importChanges(emptyState(), read.config.documents), 1);
  return peopleOf(copies === 0 ? state : withCopies(state, copies));
}

function withCopies(state: HallState, copies: number): HallState {
  const hall = state.hall['hall'];
  const like = hall?.screens[0];
  if (hall === undefined || like === undefined) throw new Error('the shipped hall has no screens');
  const { widthM, heightM } = hall.floorPlan;
  const more = Array.from({ length: copies }, (_, index) => ({
    ...like,
    id: `copy-${index + 1}` as ScreenId,
    number: 100 + index,
    place: { ...like.place, xM: 1 + ((index * 1.37) % (widthM - 2)), yM: 1 + ((index * 2.11) % (heightM - 2)) },
  }));
  const body = { ...hall, screens: [...hall.screens, ...more] };
  return applyChanges(state, [{ kind: 'hall', id: 'hall', body }], state.revision);
}

/** A running hall that serves consoles as well. */
export async function startConsoleHall(
  state: HallState,
  options: Parameters<typeof startHall>[1] = {},
): Promise<RunningHall> {
  const hall = await startHall(state, options);
  const io = new Server(hall.server, { transports: ['websocket'], pingInterval: 2000, pingTimeout: 4000 });
  const stop = serveOperators({
    notices: null,
    media: hall.files,
    namespace: io.of('/operators'),
    hall: hall.engine,
    actorOf: (cookie) => actorOfCookie(hall.engine, cookie),
    build: 'b1',
  });
  return {
    ...hall,
    async stop() {
      stop();
      await io.close();
      await hall.stop();
    },
  };
}

/** Screens that obey at once and report, without a browser; the ids in `silent` never say anything. Returns its stop. */
export function simulateScreens({ engine }: RunningHall, silent: ReadonlySet<string> = new Set()): () => void {
  const stop = obedientScreens(engine, { silent });
  const timer = setInterval(() => engine.look(), 2000);
  return () => {
    clearInterval(timer);
    stop();
  };
}
