import { contentRefusals } from '#shared/words/content-refusals.ts';
import { placeRefusals } from '#shared/words/place-refusals.ts';
import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Namespace } from 'socket.io';
import { importChanges, importedOf, applyChanges, emptyState, type HallState, type Log } from '../core/ports.ts';
import { problem } from '#shared/problem.ts';
import { createHttp } from '../adapters/http/create-http.ts';
import { trainingRoutes } from '../adapters/http/training.ts';
import { serveDisplays, type DisplaysOptions } from '../adapters/displays/displays.ts';
import { actorOfGuide } from '../adapters/identity/actors.ts';
import type { Identity } from '../adapters/identity/identity.ts';
import { serveOperators } from '../adapters/operators/operators.ts';
import type { MediaLibrary } from '../adapters/media/media-library.ts';
import type { Pairing } from '../adapters/pairing.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { createMemoryStore } from '../store/memory.ts';
import { obedientScreens } from './obedient-screens.ts';
import { createStage, type Stage } from './stage.ts';
import { forgetfulTelemetry } from './forgetful-telemetry.ts';

export interface TrainingOptions {
  /** The hall that is copied. */
  readonly hall: Pick<Engine, 'state' | 'now'>;
  /** People are the hall's own: who may do what there may do it here. */
  readonly identity: Identity;
  readonly operators: Namespace;
  readonly displays: Namespace;
  readonly actorOf: DisplaysOptions['actorOf'];
  readonly pages: string;
  readonly media: string;
  /** The hall's own files: the copy shows them, and touches none. */
  readonly files: MediaLibrary;
  readonly build: string;
  readonly version: string;
  readonly log: Log;
}

export interface Training {
  /** Serves what lies beneath `/training`. */
  readonly handler: RequestListener;
  stop(): void;
}

const lookEveryMs = 500;
/** Without anybody at a console this long, the copy is thrown away. */
const idleMs = 10 * 60_000;
/** A screen needs so long to make something ready, so that waiting for a light can be practised as well. */
const readyAfterMs = (number: number): number => 400 + ((number * 7) % 13) * 250;

/** A copy of the hall to practise in, in memory alone; made when somebody enters, gone when nobody is there. */
export function createTraining(options: TrainingOptions): Training {
  const { hall, identity, operators, displays, actorOf, log } = options;
  let seenAt = hall.now();
  const stage = createStage(() => {
    seenAt = hall.now();
    const { engine, end } = beginCopy(hall, log);
    const looking = setInterval(() => {
      engine.look();
      if (operators.sockets.size > 0) seenAt = hall.now();
      else if (hall.now() - seenAt > idleMs) stage.clear();
    }, lookEveryMs);
    return {
      engine,
      end() {
        clearInterval(looking);
        end();
      },
    };
  }, hall.now);
  const { engine } = stage;
  const stops = [
    serveOperators({
      namespace: operators,
      hall: engine,
      notices: null,
      media: options.files,
      actorOf: (cookie) => identity.identify({ cookie }).actor,
      build: options.build,
    }),
    serveDisplays({
      namespace: displays,
      hall: engine,
      pairing: noPairing,
      actorOf,
      now: () => performance.now(),
      build: options.build,
      log,
    }).stop,
  ];
  const handler = createHttp({
    engine,
    identity: withGuides(identity, stage),
    pairing: noPairing,
    desk: {
      order: () => Promise.resolve({ ok: false, problem: problem('not-ready', placeRefusals.noPlayersInTraining()) }),
      release: () => false,
    },
    log,
    pages: options.pages,
    media: options.media,
    uploads: null,
    files: onlySeen(options.files),
    version: options.version,
    notices: () => [],
    waitingFor: () => null,
    routes: trainingRoutes(() => stage.renew()),
  });
  return {
    handler,
    stop() {
      for (const stop of stops) stop();
      stage.clear();
    },
  };
}

/** Who is who in the copy: people as in the hall, guides by the codes that the copy gave. Asking begins no copy. */
function withGuides(identity: Identity, stage: Stage): Identity {
  return {
    ...identity,
    identify(credentials) {
      const { authorization } = credentials;
      const guide = authorization !== undefined && stage.isOn() ? actorOfGuide(stage.engine, authorization) : null;
      if (guide !== null) return { actor: guide, signedIn: null };
      const found = identity.identify(credentials);
      return found.actor.is === 'guide' ? { actor: { is: 'stranger' }, signedIn: null } : found;
    },
  };
}

/** The copy at work, with screens that obey. It begins before opening, so that a whole day can be played. */
function beginCopy({ state, now }: TrainingOptions['hall'], log: Log): { engine: Engine; end: () => void } {
  const copy = copyOf(state());
  const engine = createEngine({
    store: createMemoryStore({ state: copy }),
    telemetry: forgetfulTelemetry(),
    log,
    state: copy,
    now,
    freshId: randomUUID,
    after(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  const numbers = new Map<string, number>(
    Object.values(copy.hall).flatMap(({ screens }) => screens.map(({ id, number }) => [id, number])),
  );
  const stopScreens = obedientScreens(engine, {
    readyAfterMs: (id) => readyAfterMs(numbers.get(id) ?? 0),
    seen: true,
  });
  if (engine.facts().doors.is === 'open')
    engine
      .order({ commandId: randomUUID(), actor: { is: 'hall' }, command: { type: 'doors.set', body: { is: 'closed' } } })
      .catch((error: unknown) => log.error({ error }, 'the training copy could not begin with closed doors'));
  return {
    engine,
    end() {
      stopScreens();
      engine.stop();
    },
  };
}

/** What the hall is and shows; none of its people, tokens, runs or history. */
function copyOf(state: HallState): HallState {
  return applyChanges(emptyState(), importChanges(emptyState(), importedOf(state)), 1);
}

const noFiles = problem('not-allowed', contentRefusals.noFilesInTraining());

function onlySeen(files: MediaLibrary): MediaLibrary {
  const refused = { ok: false, problem: noFiles } as const;
  return {
    facts: (medium) => files.facts(medium),
    hasThumbnail: (medium) => files.hasThumbnail(medium),
    subscribe: (listener) => files.subscribe(listener),
    keepThumbnail: () => Promise.resolve(noFiles),
    take: () => Promise.resolve(refused),
    forget: () => Promise.resolve(refused),
  };
}

const refusal = problem('not-allowed', placeRefusals.nothingToPair());

const noPairing: Pairing = {
  askCode: () => refusal,
  confirm: () => Promise.resolve({ ok: false, problem: refusal }),
  offer: () => refusal,
  claimWithCode: () => Promise.resolve(refusal),
  withdrawOffers: () => undefined,
};
