// The one door of the core: adapters and the store see it through this file alone.

// What the core needs of them, and they of it.
export type { Actor } from './ports/actor.ts';
export type {
  Answer,
  HallEngine,
  HallNews,
  Order,
  PlannedStretch,
  PlayingPage,
  ScheduleViews,
  SkewSummary,
} from './ports/engine.ts';
export type { Log } from './ports/log.ts';
export type { PlanNews, PlayedBy, PlayerDesk, ScreensPort } from './ports/screens.ts';
export type { CommitResult, Decision, JournalEntry, JournalQuery, Store, StoredEntry } from './ports/store.ts';
export type {
  Availability,
  History,
  HistoryEvent,
  IncidentQuery,
  Series,
  SeriesPoint,
  Telemetry,
  TelemetryRecord,
} from './ports/telemetry.ts';

// What they need of its own words.
export { authorize, keyPermissions, type Permission } from './authorize.ts';
export { whyKeptOut } from './health/sentences.ts';
export type { KeptOutFor, Offence } from './health/signs.ts';
export { importedKinds, type Command, type ImportedDocuments, type ImportedKind } from './command.ts';
export { importChanges, importedOf, lostBy, type Loss } from './commands/importing.ts';
export { contentFlaws } from './commands/drafts.ts';
export { editionsOf, revisionOf, showIn } from './editions.ts';
export { usersOf } from './references.ts';
export { userViews } from './view/users.ts';
export { holdings } from './view/holdings.ts';
export type { Explanation } from './resolve/explain.ts';
export type { Calendar } from './view/calendar.ts';
export type { DayReport } from './view/day-report.ts';
export type { Impact } from './view/impact.ts';
export type { Absence, Missed } from './view/missed.ts';
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
export { namesIn } from './words/call.ts';
export { tell, tellIn, type Deed, type Tell } from './words/deeds.ts';
export { flawsOf, plainFlaw, type Flaw } from './flaw.ts';
export { checkDocuments } from './validate.ts';
export { letterOf, titleOf, type LetterSettings } from './notices/letter.ts';
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
