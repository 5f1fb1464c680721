import {
  delivered,
  due,
  failed,
  noticeStates,
  openOutbox,
  takeNote,
  type Ended,
  type HallEngine,
  type Log,
  type NoticePolicy,
  type Outbox,
} from '#core/ports.ts';
import { createListeners } from '#shared/listeners.ts';
import type { Incident, IncidentView } from '#shared/incidents.ts';
import type { NoticeState } from '#shared/notices.ts';
import { readOutbox, writeOutbox } from './outbox-file.ts';
import type { Way } from './way.ts';

export interface NoticesOptions {
  readonly engine: Pick<HallEngine, 'incidents' | 'now' | 'screen' | 'onIncidents'>;
  /** Where what nobody has taken yet outlives the controller. */
  readonly file: string;
  readonly ways: readonly Way[];
  readonly policy: NoticePolicy;
  readonly freshId: () => string;
  readonly log: Log;
  readonly lookEveryMs?: number;
}

export interface Notices {
  states(): readonly NoticeState[];
  /** Calls `listener` when something about the ways changed. Returns its stop. */
  subscribe(listener: () => void): () => void;
  stop(): Promise<void>;
}

/** Tells people of incidents: what is to be told is on disk before it is sent, and stays there until it is taken. */
export function startNotices(options: NoticesOptions): Notices {
  const { engine, file, ways, policy, freshId, log, lookEveryMs = 1_000 } = options;
  const ended = new Map<string, Ended>();
  const busy = new Set<string>();
  const listeners = createListeners<void>();
  let outbox = openOutbox(
    readOutbox(file, log),
    ways.map(({ way }) => way),
  );
  let saving: Promise<void> = Promise.resolve();
  let isUnsaved = false;
  let told = '';
  let isOver = false;

  /** Resolves when this state or a newer one is on disk, or could not be written, which is said once. */
  function save(): Promise<void> {
    const before = saving;
    saving = write();
    return saving;

    async function write(): Promise<void> {
      await before;
      try {
        await writeOutbox(file, outbox);
        isUnsaved = false;
      } catch (error) {
        if (!isUnsaved) log.error({ error, file }, 'notices of incidents cannot be kept; a restart would lose them');
        isUnsaved = true;
      }
    }
  }

  async function change(next: Outbox): Promise<void> {
    if (next === outbox) return;
    outbox = next;
    const states = JSON.stringify(noticeStates(outbox));
    if (states !== told) listeners.tell();
    told = states;
    await save();
  }

  const withOutlet = (way: Way['way'], outlet: NonNullable<Outbox['outlets'][Way['way']]>): Outbox => ({
    ...outbox,
    outlets: { ...outbox.outlets, [way]: outlet },
  });

  async function send(way: Way): Promise<void> {
    const outlet = outbox.outlets[way.way];
    const ready = outlet === undefined ? null : due(outlet, policy, engine.now(), freshId);
    if (ready === null) return;
    const { notice } = ready;
    if (outlet?.notice !== notice) await change(withOutlet(way.way, ready));
    const why = await way.send(notice);
    const after = outbox.outlets[way.way];
    // What the end of the controller cut off is tried again by the next one.
    if (after === undefined || (isOver && why !== null)) return;
    if (why === null) log.info({ way: way.way, notice: notice.id, events: notice.events.length }, 'notice taken');
    else if (after.failing === null) log.warn({ way: way.way, notice: notice.id, why }, 'a notice was not taken');
    const now = engine.now();
    await change(withOutlet(way.way, why === null ? delivered(after, now) : failed(after, why, now)));
  }

  async function look(): Promise<void> {
    const open = engine.incidents().map(bare);
    const next = takeNote(outbox, open, ended, policy, engine.now());
    ended.clear();
    await change(next);
    for (const way of ways) {
      if (busy.has(way.way)) continue;
      busy.add(way.way);
      void send(way)
        .catch((error: unknown) => log.error({ error, way: way.way }, 'a notice could not be sent'))
        .finally(() => busy.delete(way.way));
    }
  }

  const isWorkedOn = (incident: IncidentView, before: readonly string[]): boolean =>
    (before.length > 0 ? before : incident.screens).every(
      (screen) => engine.screen(screen)?.health.state === 'maintenance',
    );
  const stopHearing = engine.onIncidents((incidents) => {
    for (const incident of incidents) {
      if (incident.closedAt === null) continue;
      const before = outbox.told[incident.id]?.still ?? [];
      ended.set(incident.id, { incident: bare(incident), isWorkedOn: isWorkedOn(incident, before) });
    }
  });
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ error }, 'notices of incidents could not be looked after'));
  }, lookEveryMs);

  return {
    states: () => noticeStates(outbox),
    subscribe: (listener) => listeners.add(listener),
    async stop() {
      isOver = true;
      clearInterval(timer);
      stopHearing();
      for (const way of ways) way.stop();
      await saving;
    },
  };
}

/** Without what people said of it: that stays in the hall. */
const bare = ({ note: _note, ...incident }: IncidentView): Incident => incident;
