import type { z } from 'zod';
import type { StandbyBody } from '#shared/commands.ts';
import type { Content } from '#shared/drafts.ts';
import type { HallDesk, HallFacts, Role, RunView, ScreenState } from '#shared/facts.ts';
import type { CornerPin } from '#shared/corner-pin.ts';
import type { HostReport } from '#shared/host-report.ts';
import type { RunId, ScreenId } from '#shared/ids.ts';
import type { Incident, IncidentView } from '#shared/incidents.ts';
import type { OrderDone, PlayerAct } from '#shared/orders.ts';
import type { Percentiles } from './view/ledger.ts';
import type { Problem } from '#shared/problem.ts';
import type { Plan } from '#shared/plan.ts';
import type { PlanPatch } from '#shared/plan-patch.ts';
import type { Applied, CornersMoved, Readiness, Report, Touch } from '#shared/report.ts';
import type { Layer, Power, Timeline } from '#shared/scene.ts';
import type { SceneView } from '#shared/scene-view.ts';
import type { Text } from '#shared/text.ts';
import type { Permission } from './authorize.ts';
import type { Rule } from '#shared/schedule.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import type { Command } from './command.ts';
import type { Explanation } from './resolve/explain.ts';
import type { AfterRelease } from './view/after-release.ts';
import type { Previewed } from './view/preview.ts';
import type { Trial } from './volatile.ts';
import type { Change, HallState } from './state.ts';
import type { Calendar } from './view/calendar.ts';
import type { DayReport } from './view/day-report.ts';
import type { Impact } from './view/impact.ts';
import type { Absence, Missed } from './view/missed.ts';
import type { RuleOutlook } from './view/rule-outlook.ts';

// What adapters and the store need of the core's own words; they see the core through this file alone.
export { authorize, keyPermissions, type Permission } from './authorize.ts';
export { canonicalJson } from './canonical.ts';
export { importedKinds, type Command, type ImportedDocuments, type ImportedKind } from './command.ts';
export { importChanges, importedOf } from './commands/library.ts';
export { contentFlaws } from './commands/drafts.ts';
export { editionsOf, revisionOf } from './editions.ts';
export { usersOf } from './references.ts';
export { holdings } from './view/holdings.ts';
export type { Explanation } from './resolve/explain.ts';
export type { Absence, Calendar, DayReport, Impact, Missed };
export { applyChanges, clockHold, emptyState, hallId, hallOf, kinds, table } from './state.ts';
export type { AfterRelease } from './view/after-release.ts';
export type { Previewed } from './view/preview.ts';
export type {
  ApiKey,
  Change,
  Documents,
  HallState,
  Kind,
  Person,
  ScreenToken,
  SecondFactor,
  Session,
  Tablet,
} from './state.ts';
export { flawsOf, type Flaw } from './flaw.ts';
export { checkDocuments } from './validate.ts';
export { letterOf, type LetterSettings } from './notices/letter.ts';
export {
  delivered,
  due,
  emptyOutbox,
  failed,
  noticeStates,
  openOutbox,
  takeNote,
  type Ended,
  type Notice,
  type NoticePolicy,
  type Outbox,
} from './notices/outbox.ts';
export { ledgerOf, percentilesOf, type LedgerTake, type Percentiles } from './view/ledger.ts';

/** Where a room writes down what happened; pino's logger is one. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Who is behind a command or a question. */
export type Actor =
  | {
      readonly is: 'person';
      readonly id: string;
      readonly name: string;
      readonly role: Role;
      /** Ids of the zones they are limited to; null: the whole hall. */
      readonly zones: readonly string[] | null;
      /** Signed in with a PIN on a shared tablet: good for running the hall, not for keys and people. */
      readonly byPin: boolean;
    }
  /** Another system, with an API key. */
  | {
      readonly is: 'key';
      readonly id: string;
      readonly name: string;
      readonly permissions: readonly Permission[];
      readonly zones: readonly string[] | null;
    }
  /** Whoever holds the phone that `by` gave GO of one run. */
  | { readonly is: 'guide'; readonly run: string; readonly by: string }
  | { readonly is: 'screen'; readonly screen: string }
  /** The controller itself and the person at its machine: import, wake-ups, the one-time link. */
  | { readonly is: 'hall' }
  | { readonly is: 'stranger' };

export interface JournalEntry {
  readonly revision: number;
  /** Shared time, ms. */
  readonly at: number;
  readonly command: string;
  readonly commandId: string;
  readonly actor: string;
  readonly reason: string | null;
  /** What happened, in one plain sentence. */
  readonly summary: string;
  /** Kind and id of every document it changed. */
  readonly changed: readonly { readonly kind: string; readonly id: string }[];
}

/** What one command did, to be made durable as a whole or not at all. */
export interface Decision {
  readonly entry: JournalEntry;
  readonly changes: readonly Change[];
  /** The answer, kept so that the same command id again gets the same answer. JSON. */
  readonly answer: unknown;
}

export interface JournalQuery {
  /** Only entries with a smaller sequence number: the way to the next page. */
  readonly before?: number;
  readonly limit: number;
  readonly actor?: string;
  /** Only entries of these commands. */
  readonly commands?: readonly string[];
  /** Shared time, ms; `from` is included, `to` is not. */
  readonly from?: number;
  readonly to?: number;
}

/** A stored journal entry: its sequence number and the chained hash over it and all before it. */
export type StoredEntry = JournalEntry & { readonly seq: number; readonly hash: string };

export type CommitResult = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

/** What the hall remembers with. Every implementation passes tests/contract/store. */
export interface Store {
  /** The whole state, as of the last commit. */
  load(): Promise<HallState>;
  /**
   * Resolves ok only when the decision is on disk; a full or read-only disk is an answer, not a throw, and leaves
   * everything as it was. The entry's revision is the stored one plus one; any other is a bug and throws, and so is
   * a command id that was answered already. A decision that was refused may be committed again later.
   */
  commit(decision: Decision): Promise<CommitResult>;
  /** The answer once given to a command id, or null; kept for the newest 10,000 commands of the last 7 days. */
  answered(commandId: string): Promise<{ readonly answer: unknown } | null>;
  /** Newest first. */
  journal(query: JournalQuery): Promise<readonly StoredEntry[]>;
  /** First sequence number that is changed or missing, or null when the journal is whole. */
  verifyJournal(): Promise<number | null>;
  close(): Promise<void>;
}

/** One line of telemetry; `at` is the controller's shared time, ms, when it heard of it. Bodies are JSON. */
export type TelemetryRecord =
  | { readonly kind: 'report'; readonly at: number; readonly screen: string; readonly body: unknown }
  | {
      readonly kind: 'applied';
      readonly at: number;
      readonly screen: string;
      readonly run: string;
      readonly body: unknown;
    }
  | { readonly kind: 'take'; readonly at: number; readonly run: string; readonly body: unknown }
  | { readonly kind: 'touch'; readonly at: number; readonly screen: string; readonly body: unknown }
  /** A screen's state became another. */
  | { readonly kind: 'state'; readonly at: number; readonly screen: string; readonly body: unknown }
  /** Its player came, went, or runs other software than before. */
  | { readonly kind: 'player'; readonly at: number; readonly screen: string; readonly body: unknown }
  | { readonly kind: 'host'; readonly at: number; readonly screen: string; readonly body: unknown }
  /** An incident as it is now: opened, changed or closed. */
  | { readonly kind: 'incident'; readonly at: number; readonly body: Incident };

/** One point of a screen's history; null where nothing is known. Over a minute or an hour the worst, or the mean of shares. */
export interface SeriesPoint {
  readonly at: number;
  /** Share of the known time in which it showed what it should. */
  readonly up: number | null;
  readonly droppedShare: number | null;
  readonly longTaskMs: number;
  readonly heapBytes: number | null;
  readonly roundTripMs: number | null;
  readonly boundMs: number | null;
  readonly errors: number;
  readonly touches: number;
  readonly temperatureC: number | null;
  readonly cpu: number | null;
  readonly latenessMs: number | null;
}

export interface Series {
  readonly grain: 'raw' | 'minute' | 'hour';
  readonly points: readonly SeriesPoint[];
}

/** How long a screen was what, ms. Time in which nobody could know counts nowhere; proved time is part of up. */
export interface Availability {
  readonly screen: string;
  readonly upMs: number;
  readonly provedMs: number;
  readonly downMs: number;
  readonly plannedMs: number;
}

export interface HistoryEvent {
  readonly kind: 'state' | 'player';
  readonly at: number;
  readonly body: unknown;
}

export interface IncidentQuery {
  /** Open in some of [from, until), ms; with `open` only those that have not ended. */
  readonly from: number;
  readonly until: number;
  readonly open: boolean;
}

/** The past of the hall's screens. The questions reject while it cannot be read. Times in ms of shared time. */
export interface History {
  series(screen: string, from: number, until: number): Promise<Series>;
  availability(from: number, until: number): Promise<readonly Availability[]>;
  events(screen: string, from: number, until: number): Promise<readonly HistoryEvent[]>;
  /** Bodies of `applied` records, newest first. */
  flips(screen: string, from: number, until: number): Promise<readonly unknown[]>;
  incidents(query: IncidentQuery): Promise<readonly Incident[]>;
}

/**
 * Runs in a worker with a file of its own; bounded, drops the oldest and counts them when it cannot keep up. Raw reports
 * are kept for a day, their minutes for a month, their hours, states and incidents for two years, the rest for 90 days. The questions reject while the telemetry cannot be read.
 */
export interface Telemetry extends History {
  /** Never waits and never fails the caller. */
  append(record: TelemetryRecord): void;
  /** Everything known of a take: its record and each screen's application, in the order in which they came. */
  ledger(run: string): Promise<readonly TelemetryRecord[]>;
  /** The last report of each screen, for a console that opens after a restart. */
  lastReports(): Promise<readonly { readonly screen: string; readonly at: number; readonly body: unknown }[]>;
  stats(): { readonly queued: number; readonly dropped: number };
  close(): Promise<void>;
}

/** A command on its way into the hall. The same `commandId` twice has one effect and one answer. */
export interface Order {
  readonly commandId: string;
  readonly actor: Actor;
  readonly command: Command;
}

export type Answer =
  | { readonly ok: true; readonly answer: Readonly<Record<string, unknown>>; readonly revision: number }
  | { readonly ok: false; readonly problem: Problem };

/** What changed in the hall, for those who show it. Absent: unchanged. */
export interface HallNews {
  readonly revision: number;
  readonly screens?: readonly ScreenState[];
  readonly desk?: Partial<HallDesk>;
  readonly applied?: readonly Applied[];
  readonly changed?: readonly { readonly kind: string; readonly id: string }[];
  readonly storage?: 'ok' | 'failing';
  /** Those that were opened, changed or closed. */
  readonly incidents?: readonly IncidentView[];
}

/** A stretch of one screen's future as people read it; times in ms of shared time. */
export interface PlannedStretch {
  readonly screen: ScreenId;
  readonly run: RunId;
  readonly layer: Layer;
  readonly source: Timeline['source'];
  readonly title: Text;
  readonly from: number;
  readonly until: number | null;
  readonly language: string | null;
  readonly power: Power;
}

/** Questions about the schedule, past and to come; instants in ms of shared time. None changes anything. */
export interface ScheduleViews {
  /** What comes in [from, until), ms, or why that is too much to look through. */
  calendar(
    from: number,
    until: number,
  ): { readonly ok: true; readonly calendar: Calendar } | { readonly ok: false; readonly problem: Problem };
  /** What the edits would do over [from, until), or why they cannot be made. */
  preview(
    edits: readonly ScheduleEdit[],
    from: number,
    until: number,
  ): { readonly ok: true; readonly impact: Impact } | { readonly ok: false; readonly problem: Problem };
  /** Whether a rule, saved or not, can stand, and when it would come next. */
  ruleOutlook(rule: Rule): RuleOutlook;
  /** Of a local date, `YYYY-MM-DD`. */
  dayReport(
    date: string,
  ): { readonly ok: true; readonly report: DayReport } | { readonly ok: false; readonly problem: Problem };
  /** What came while the controller was not there. */
  missed(): readonly Missed[];
}

/** How well the screens keep together; `lateness` and `spread` (ms) of the newest changes and takes, null before the first. */
export interface SkewSummary {
  /** Since the controller started. */
  readonly changes: number;
  readonly droppedFrames: number;
  readonly lateness: Percentiles | null;
  readonly spread: Percentiles | null;
}

/** The hall at work, as the adapters see it. Answers are plain data; nothing here waits except `order` and the lists. */
export interface HallEngine extends ScheduleViews {
  /** Shared time, ms. */
  now(): number;
  /** What has been decided and is durable. */
  state(): HallState;
  /** Resolves when the decision is on disk (an emergency: when it is on its way to the screens), or was refused. */
  order(order: Order): Promise<Answer>;
  /** Shows corners on the screen, with a test grid, without deciding them; null: its present ones. */
  tryCorners(actor: Actor, screen: string, cornerPin: CornerPin | null): Trial | Problem;
  /** The screen goes back to what is decided; null where it could be done. */
  endTrial(actor: Actor, screen: string): Problem | null;
  facts(): HallFacts;
  /** Whether decisions can be made durable. */
  storage(): 'ok' | 'failing';
  screen(id: string): ScreenState | null;
  runs(): readonly RunView[];
  /** What the screen will show in [from, until), ms; throws on a screen the hall does not have. */
  planned(screen: ScreenId, from: number, until: number): readonly PlannedStretch[];
  explain(screen: ScreenId, at: number): Explanation;
  /** The plans that its screens would have if this were taken now; nothing is decided. */
  previewTake(body: z.output<typeof StandbyBody>, actor: Actor): Previewed;
  /** The same, as if this content were published. */
  previewContent(content: Content, body: z.output<typeof StandbyBody>, actor: Actor): Previewed;
  /** What would have the runs' screens if these were released now; nothing is decided. */
  afterRelease(runs: readonly string[]): readonly AfterRelease[];
  /** A timeline that a run or a standby pins, or null. */
  timeline(hash: string): Timeline | null;
  /** The plans that the screens have now. */
  presentPlans(): readonly Plan[];
  /** The plans of all screens as they will be, or were, at another instant, ms. */
  plansAt(at: number): readonly Plan[];
  journal(query: JournalQuery): Promise<readonly StoredEntry[]>;
  ledger(run: string): Promise<readonly TelemetryRecord[]>;
  /** How well the screens have kept together of late. */
  skew(): SkewSummary;
  /** The open incidents, newest first. */
  incidents(): readonly IncidentView[];
  readonly history: History;
  /** How much waits for the telemetry's disk, and what it could not keep. */
  telemetryStats(): { readonly queued: number; readonly dropped: number };
  /** Takes over incidents that were open when the controller ended. */
  resumeIncidents(open: readonly Incident[]): void;
  /** Calls `listener` after every change. Returns its stop. */
  subscribe(listener: (news: HallNews) => void): () => void;
}

/** The plans of some screens have changed alike: each gets the patch, or its full plan where the patch does not fit. */
export interface PlanNews {
  readonly screens: readonly ScreenId[];
  readonly patch: PlanPatch;
}

/** Orders to the players of screens. */
export interface PlayerDesk {
  /** Resolves with what came of it, also when nobody was there to do it. */
  order(screen: ScreenId, act: PlayerAct): Promise<OrderDone>;
  /** Keeps the screen's player out until it is released. */
  keepOut(screen: ScreenId, why: string): void;
  /** False where it was not kept out. */
  release(screen: ScreenId): boolean;
}

export type PlayedBy = ScreenState['player'];

/** What the screens' sockets need of the hall. Everything here is immediate and never fails on a known screen. */
export interface ScreensPort {
  /** The present plan, or null where the hall has no such screen. */
  plan(screen: string): Plan | null;
  revision(): number;
  /** Calls `listener` at once whenever plans change. Returns its stop. */
  onPlans(listener: (news: readonly PlanNews[]) => void): () => void;
  /** Who plays for the screen from now on. */
  played(screen: ScreenId, by: PlayedBy): void;
  /** The addresses from which players hold the screen's token at once; null: there is one player at most. */
  twins(screen: ScreenId, addresses: readonly string[] | null): void;
  /** The address from which a token of the screen was used that had been replaced before; null: that is settled. */
  copied(screen: ScreenId, from: string | null): void;
  report(report: Report): void;
  applied(applied: Applied): void;
  readiness(readiness: Readiness): void;
  view(screen: ScreenId, view: SceneView): void;
  touch(touch: Touch): void;
  /** Dragged at the screen itself; counts only while its corners are on trial. */
  corners(moved: CornersMoved): void;
  host(report: HostReport): void;
  hostLeft(screen: ScreenId): void;
  /** Why the screen's player is kept out from now on; null: it may come back. */
  quarantined(screen: ScreenId, why: string | null): void;
}
