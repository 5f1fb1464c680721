import { severityOf, type Incident, type Severity } from '#shared/incidents.ts';
import type { NoticeState, NoticeWay } from '#shared/notices.ts';

/** One thing to tell of one incident. Times in ms of shared time. */
export interface NoticeEvent {
  /** The same for the same event however often it is sent. */
  readonly id: string;
  readonly is: 'opened' | 'closed';
  /** Why it ended: `over` unless somebody works on it now, or another incident speaks for it. */
  readonly because: 'over' | 'maintenance' | 'merged' | null;
  readonly at: number;
  readonly incident: Incident;
}

/** What is sent at once; frozen when it is first tried, so that a second try is the same message. */
export interface Notice {
  readonly id: string;
  readonly at: number;
  readonly events: readonly NoticeEvent[];
}

/** What one way still has to tell. */
export interface Outlet {
  readonly waiting: readonly NoticeEvent[];
  readonly notice: Notice | null;
  /** When the last notice was taken, or null. */
  readonly sentAt: number | null;
  readonly lost: number;
  readonly failing: NoticeState['failing'];
  /** Not to be tried again before. */
  readonly notBefore: number;
}

/** Everything that has to survive a restart: of which open incidents people were told, and what is still to be told. */
export interface Outbox {
  readonly told: Readonly<Record<string, Incident>>;
  readonly outlets: Readonly<Partial<Record<NoticeWay, Outlet>>>;
}

export interface NoticePolicy {
  readonly least: Severity;
  /** What is over sooner is told to nobody, ms. */
  readonly afterMs: number;
  /** From one notice to the next, ms: whatever the hall does, nobody gets more. */
  readonly apartMs: number;
}

/** Events that come close together become one notice. */
const gatherMs = 5_000;
const mostWaiting = 500;
const mostInNotice = 50;
const firstRetryMs = 5_000;
const lastRetryMs = 10 * 60_000;

export const emptyOutbox: Outbox = { told: {}, outlets: {} };
const freshOutlet: Outlet = { waiting: [], notice: null, sentAt: null, lost: 0, failing: null, notBefore: 0 };

/** The outbox with these ways and no others; what waited is tried at once. */
export function openOutbox({ told, outlets }: Outbox, ways: readonly NoticeWay[]): Outbox {
  const kept = ways.map((way) => [way, { ...(outlets[way] ?? freshOutlet), notBefore: 0, sentAt: null }] as const);
  return { told, outlets: Object.fromEntries(kept) };
}

/** An incident as it was when it ended. */
export interface Ended {
  readonly incident: Incident;
  /** Whether it ended because somebody works on its screens now. */
  readonly isWorkedOn: boolean;
}

/**
 * The outbox after a look at the open incidents: one event when an incident has lasted, one when it is over. It compares
 * what is with what was told, so that a controller that was killed in between tells it at its next start.
 */
export function takeNote(
  outbox: Outbox,
  open: readonly Incident[],
  ended: ReadonlyMap<string, Ended>,
  policy: NoticePolicy,
  now: number,
): Outbox {
  const openIds = new Set<string>(open.map(({ id }) => id));
  const news = open.filter(
    ({ id, trouble, openedAt }) =>
      outbox.told[id] === undefined && isTold(severityOf(trouble), policy.least) && now - openedAt >= policy.afterMs,
  );
  const gone = Object.values(outbox.told).filter(({ id }) => !openIds.has(id));
  if (news.length === 0 && gone.length === 0) return outbox;
  const events = [
    ...gone.map((told) => closing(ended.get(told.id) ?? { incident: told, isWorkedOn: false }, open, now)),
    ...news.map((incident): NoticeEvent => ({
      id: `${incident.id}/opened`,
      is: 'opened',
      because: null,
      at: incident.openedAt,
      incident,
    })),
  ];
  const still = Object.entries(outbox.told).filter(([id]) => openIds.has(id));
  return {
    told: Object.fromEntries([...still, ...news.map((incident) => [incident.id, incident] as const)]),
    outlets: Object.fromEntries(
      Object.entries(outbox.outlets).map(([way, outlet]) => [way, withEvents(outlet, events, now)]),
    ),
  };
}

const isTold = (severity: Severity, least: Severity): boolean => severity === 'fault' || least === 'warning';

function closing({ incident, isWorkedOn }: Ended, open: readonly Incident[], now: number): NoticeEvent {
  const closedAt = incident.closedAt ?? now;
  const isMerged = open.some(
    ({ trouble, still }) =>
      trouble === incident.trouble && incident.screens.some((screen) => still.some((one) => one === screen)),
  );
  const because = isWorkedOn ? 'maintenance' : isMerged ? 'merged' : 'over';
  return {
    id: `${incident.id}/closed`,
    is: 'closed',
    because,
    at: closedAt,
    incident: { ...incident, still: [], closedAt },
  };
}

function withEvents(outlet: Outlet, events: readonly NoticeEvent[], now: number): Outlet {
  const all = [...outlet.waiting, ...events];
  const over = Math.max(0, all.length - mostWaiting);
  // After the first event the way waits a little for others that belong to it.
  const isFirst = outlet.waiting.length === 0 && outlet.notice === null;
  const notBefore = isFirst ? now + gatherMs : outlet.notBefore;
  return { ...outlet, waiting: all.slice(over), lost: outlet.lost + over, notBefore };
}

/** The way's outlet with the notice that is to be sent now, or null while there is nothing to send. */
export function due(
  outlet: Outlet,
  { apartMs }: Pick<NoticePolicy, 'apartMs'>,
  now: number,
  freshId: () => string,
): (Outlet & { readonly notice: Notice }) | null {
  const { waiting, notice, sentAt, notBefore } = outlet;
  if (now < notBefore) return null;
  if (notice !== null) return { ...outlet, notice };
  const [oldest] = waiting;
  if (oldest === undefined || (sentAt !== null && now - sentAt < apartMs)) return null;
  const events = waiting.slice(0, mostInNotice);
  return { ...outlet, waiting: waiting.slice(events.length), notice: { id: freshId(), at: now, events } };
}

export function delivered(outlet: Outlet, now: number): Outlet {
  return { ...outlet, notice: null, sentAt: now, failing: null, notBefore: 0 };
}

/** Tried again later, each time twice as much later, until it is taken. */
export function failed(outlet: Outlet, why: string, now: number): Outlet {
  const attempts = (outlet.failing?.attempts ?? 0) + 1;
  return {
    ...outlet,
    failing: { since: outlet.failing?.since ?? now, attempts, why: why.slice(0, 300) },
    notBefore: now + Math.min(lastRetryMs, firstRetryMs * 2 ** Math.min(attempts - 1, 20)),
  };
}

export function noticeStates({ outlets }: Outbox): readonly NoticeState[] {
  return Object.entries(outlets).map(([way, { waiting, notice, lost, failing }]) => ({
    way: way as NoticeWay,
    waiting: waiting.length + (notice?.events.length ?? 0),
    lost,
    failing,
  }));
}
