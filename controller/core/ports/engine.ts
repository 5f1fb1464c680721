import type { StandbyBody } from '#shared/commands.ts';
import type { CornerPin } from '#shared/corner-pin.ts';
import type { Content } from '#shared/drafts.ts';
import type { HallDesk, HallFacts, RunView, ScreenState } from '#shared/facts.ts';
import type { RunId, ScreenId } from '#shared/ids.ts';
import type { Incident, IncidentView } from '#shared/incidents.ts';
import type { Plan } from '#shared/plan.ts';
import type { Problem } from '#shared/problem.ts';
import type { Applied } from '#shared/report.ts';
import type { Layer, Power, Timeline } from '#shared/scene.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import type { Rule } from '#shared/schedule.ts';
import type { Text } from '#shared/text.ts';
import type { z } from 'zod';
import type { Command } from '../command.ts';
import type { Explanation } from '../resolve/explain.ts';
import type { HallState } from '../state.ts';
import type { AfterRelease } from '../view/after-release.ts';
import type { Calendar } from '../view/calendar.ts';
import type { DayReport } from '../view/day-report.ts';
import type { Impact } from '../view/impact.ts';
import type { Percentiles } from '../view/ledger.ts';
import type { Missed } from '../view/missed.ts';
import type { Previewed } from '../view/preview.ts';
import type { RuleOutlook } from '../view/rule-outlook.ts';
import type { Trial } from '../volatile.ts';
import type { Actor } from './actor.ts';
import type { JournalQuery, StoredEntry } from './store.ts';
import type { History, TelemetryRecord } from './telemetry.ts';

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

/** `page` is null where none has come so far. */
export interface PlayingPage {
  readonly page: string | null;
  readonly hasReported: boolean;
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
  /** The page that plays the screen, or the last one that did, and whether it has been heard since it came. */
  pageOf(screen: string): PlayingPage;
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
  /** What was answered to a command, or null where that is not remembered. */
  answered(commandId: string): Promise<unknown>;
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
  /**
   * Calls `listener` after every change with all that people see of it; for as long as somebody looks, as it is much to
   * put together. Returns its stop.
   */
  subscribe(listener: (news: HallNews) => void): () => void;
  /** Calls `listener` with the documents that a decision changed, once it is in force. Returns its stop. */
  onDecided(listener: (changed: NonNullable<HallNews['changed']>) => void): () => void;
  /** Calls `listener` with incidents that were opened, changed or closed. Returns its stop. */
  onIncidents(listener: (incidents: readonly IncidentView[]) => void): () => void;
}
