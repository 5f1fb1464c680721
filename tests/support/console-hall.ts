import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { applyChanges, emptyState, importChanges, type HallState } from '#core/ports.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { Plan } from '#shared/plan.ts';
import type { Report } from '#shared/report.ts';
import { sceneAt } from '#shared/scene-at.ts';
import { readConfigFolder } from '../../controller/adapters/config/read-folder.ts';
import { actorOfCookie } from '../../controller/adapters/identity/actors.ts';
import { serveOperators } from '../../controller/adapters/operators/operators.ts';
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
    namespace: io.of('/operators'),
    hall: hall.engine,
    actorOf: (cookie) => actorOfCookie(hall.engine, cookie),
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

/** What a player on which all is well would report of its plan at `at`, ms. */
export function reportOf(plan: Plan, at: number): Report {
  const { item, cue, shown, power, language } = sceneAt(plan, at);
  const { revision, sequence, until } = plan;
  return {
    screen: plan.screen,
    at,
    plan: { revision, sequence, until },
    shown:
      shown === null
        ? null
        : {
            run: item.run,
            scene: shown.scene.scene,
            type: shown.scene.type,
            key: randomUUID(),
            cue,
            positionMs: 0,
            language: language ?? plan.setup.screen.defaultLanguage,
          },
    power,
    frames: { drawn: 120, dropped: 0, refreshHz: 60 },
    clock: { status: 'locked', boundMs: 0.4, roundTripMs: 1.2 },
    media: { held: 12, missing: [] },
    sound: 'none',
    limits: [],
    errors: [],
    page: {
      visible: true,
      width: plan.setup.screen.widthPx,
      height: plan.setup.screen.heightPx,
      pixelRatio: 1,
      heapBytes: 90e6,
      longTaskMs: 0,
      browser: 'Chromium',
      build: 'test',
    },
  };
}

/** Screens that obey at once and report, without a browser; the ids in `silent` never say anything. Returns its stop. */
export function simulateScreens({ engine }: RunningHall, silent: ReadonlySet<string> = new Set()): () => void {
  const ids = engine.facts().screens.map(({ id }) => id);
  const speaking = ids.filter((id) => !silent.has(id));
  for (const id of speaking) engine.played(id, 'screen');
  const shown = new Map<string, string>();
  const say = (id: ScreenId): void => {
    const plan = engine.plan(id);
    if (plan === null) return;
    const now = engine.now();
    const { item, cue } = sceneAt(plan, now);
    const seen = `${item.run}/${cue}`;
    if (shown.has(id) && shown.get(id) !== seen) {
      const latenessMs = ((plan.setup.screen.number * 37) % 13) / 2 - 2;
      engine.applied({
        screen: id,
        run: item.run,
        cue,
        plannedAt: item.from,
        shownAt: item.from + latenessMs,
        latenessMs,
        boundMs: 0.4,
        droppedFrames: 0,
      });
    }
    shown.set(id, seen);
    engine.report(reportOf(plan, now));
    const [armed] = plan.armed;
    if (armed !== undefined) {
      engine.readiness({
        screen: id,
        standby: armed.standby,
        state: { is: 'ready', boundMs: 0.4, outputDelayMs: 20, vsyncPhaseMs: 3, vsyncPeriodMs: 16.7 },
      });
    }
  };
  const sayAll = (): void => speaking.forEach(say);
  sayAll();
  const stopListening = engine.onPlans((plans) => {
    for (const screen of plans.flatMap(({ screens }) => screens)) {
      if (speaking.includes(screen)) setTimeout(() => say(screen), 30);
    }
  });
  const timer = setInterval(() => {
    engine.look();
    sayAll();
  }, 2000);
  return () => {
    clearInterval(timer);
    stopListening();
  };
}
