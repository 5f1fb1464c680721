import type { Desired, Health, ScreenState } from '#shared/facts.ts';
import type { HostReport } from '#shared/host-report.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { Readiness, Report } from '#shared/report.ts';
import type { SceneView } from '#shared/scene-view.ts';
import type { Plan } from '#shared/plan.ts';
import type { Names } from '#shared/words/names.ts';
import type { Said } from '#shared/said.ts';
import { closedEye, droppedShare, judge, remember, seeLight, seeReport, type Eye } from '../core/health/eye.ts';
import type { KeptOutFor, Offence, Signs } from '../core/health/signs.ts';
import { tokenTrouble } from '../core/health/degraded.ts';
import { healthAt } from '../core/health/state.ts';
import { agreement } from '../core/view/agreement.ts';
import { tellAheadMs, type ScreensTiming } from '../core/take-instant.ts';
import { desiredAt } from '../core/view/desired.ts';
import { actorName } from '../core/command.ts';
import type { PlayedBy, PlayingPage } from '../core/ports.ts';
import type { Trial } from '../core/volatile.ts';
import { keepNext } from './kept-next.ts';

/** What is known of one screen beside its plan; lost with the process, and heard again within seconds. */
interface Entry {
  player: PlayedBy;
  /** The page that plays, or the last one that did. */
  page: string | null;
  report: Report | null;
  /** The page that the report is of. */
  reportedBy: string | null;
  reportedAt: number | null;
  host: { readonly report: HostReport; readonly at: number } | null;
  readiness: Readiness | null;
  /** Of next cues, by run: one for each run that may bring one. */
  readonly next: Map<string, Readiness>;
  view: SceneView | null;
  health: Health | null;
  eye: Eye;
  clockJumpedAt: number | null;
  twins: readonly string[] | null;
  offence: Offence | null;
}

/** What was decided about who may play a screen. */
export interface ShutOut {
  readonly copied: Signs['copied'];
  /** Who wants its player kept out, or null. */
  readonly keptOutBy: string | null;
}

/** What the hall's documents say of a screen, beside its plan. */
export interface Standing extends ShutOut {
  readonly isPaired: boolean;
  readonly maintenance: Signs['maintenance'];
  /** When the plan last changed, ms. */
  readonly planChangedAt: number;
  /** The corners that are tried on it. */
  readonly trial: Trial | null;
  /** What people call things by. */
  readonly names: Names;
}

/** What calls for somebody beside how a screen plays: its player is shut out, or somebody else may have its token. */
export interface Alarms {
  readonly keptOut: KeptOutFor | null;
  readonly token: Said | null;
}

export interface ScreenBook {
  played(screen: ScreenId, by: PlayedBy, page: string | null): void;
  pageOf(screen: string): PlayingPage;
  twins(screen: ScreenId, addresses: readonly string[] | null): void;
  /** `plan` is the screen's own; without one a picture cannot be judged, and is only kept. */
  report(report: Report, plan: Plan | undefined, now: number): void;
  /** What runs on the player now, where that is new; null where it is known. To be asked before the report is taken in. */
  software(report: Report): { readonly is: 'software'; readonly browser: string; readonly build: string } | null;
  host(report: HostReport, plan: Plan | undefined, now: number): void;
  hostLeft(screen: ScreenId): void;
  quarantined(screen: ScreenId, offence: Offence | null): void;
  readiness(readiness: Readiness): void;
  view(screen: ScreenId, view: SceneView): void;
  /** When a visitor last touched the screen, ms; null where nobody stands. */
  touchedAt(screen: string): number | null;
  /** The screens that answered READY, as `standby/screen` and `nextCueId/screen`. */
  ready(): ReadonlySet<string>;
  /** What the instant of a take depends on, of those among these screens that somebody plays, ms. */
  timing(
    screens: ReadonlySet<string>,
    outputDelaysMs: ReadonlyMap<string, number>,
    now: number,
    isUrgent: boolean,
  ): ScreensTiming;
  /** What calls for somebody beside how the screen plays. */
  alarms(screen: ScreenId, decided: ShutOut, now: number): Alarms;
  /** The screen as people see it at `now`. */
  state(plan: Plan, standing: Standing, now: number): ScreenState;
}

/** Two displays part by some µs with every refresh; after this long the phase is not what it was. */
const phaseLastsMs = 10_000;
/** A host reports every 5 s; what it said before this is history. */
const hostLastsMs = 15_000;

/** The machine's clock was set, or time was set anew on a page that already had it; the first setting is no jump. */
function hasJumped(before: Report | null, after: Report): boolean {
  if (before === null || after.frames.drawn < before.frames.drawn) return false;
  if ((after.clock.jumps ?? 0) > (before.clock.jumps ?? 0)) return true;
  const hadTime = before.clock.status === 'synced' || before.clock.status === 'holdover';
  return hadTime && (after.clock.generation ?? 0) > (before.clock.generation ?? 0);
}

export function createScreenBook(): ScreenBook {
  const entries = new Map<string, Entry>();
  const entryOf = (screen: string): Entry => {
    const known = entries.get(screen);
    if (known !== undefined) return known;
    const entry: Entry = {
      player: 'none',
      page: null,
      report: null,
      reportedBy: null,
      reportedAt: null,
      host: null,
      readiness: null,
      next: new Map(),
      view: null,
      health: null,
      eye: closedEye,
      clockJumpedAt: null,
      twins: null,
      offence: null,
    };
    entries.set(screen, entry);
    return entry;
  };

  /** A picture of a screen where all is well is what the scene looks like. */
  function learn(entry: Entry, plan: Plan | undefined, now: number): void {
    if (plan === undefined || entry.health?.state !== 'online') return;
    const desired = desiredAt(plan, now);
    // What a visitor has chosen is not what the scene looks like.
    if (entry.view?.touchedAt !== undefined) return;
    entry.eye = remember(entry.eye, desired, judge(entry.eye, desired, now));
  }

  function signsOf(entry: Entry, desired: Desired, plan: Plan, standing: Standing, now: number): Signs {
    const { report, reportedAt, player, eye, clockJumpedAt, twins, host } = entry;
    const hasJustCome = entry.page !== entry.reportedBy;
    return {
      isPaired: standing.isPaired,
      isConnected: player !== 'none',
      isStandIn: player === 'virtual',
      report,
      reportedAt,
      host: host === null || now - host.at > hostLastsMs ? null : host.report,
      hasJustCome,
      agrees: hasJustCome ? null : agreement(plan, report, desired, standing.planChangedAt, now),
      frames: eye.frames,
      droppedShare: droppedShare(eye),
      verdict: judge(eye, desired, now),
      clockJumpedAt,
      twins,
      copied: standing.copied,
      keptOut: keptOutFor(entry, standing),
      maintenance: standing.maintenance,
    };
  }

  return {
    twins(screen, addresses) {
      entryOf(screen).twins = addresses;
    },
    played(screen, by, page) {
      const entry = entryOf(screen);
      entry.player = by;
      if (by === 'none' || page !== entry.page) {
        entry.readiness = null;
        entry.next.clear();
      }
      if (by === 'none' || page === entry.page) return;
      entry.page = page;
      // Another page counts its frames from the beginning.
      entry.eye = { ...entry.eye, frames: null };
    },
    pageOf(screen) {
      const { page = null, reportedBy = null } = entries.get(screen) ?? {};
      return { page, hasReported: page !== null && page === reportedBy };
    },
    report(report, plan, now) {
      const entry = entryOf(report.screen);
      if (hasJumped(entry.report, report)) entry.clockJumpedAt = now;
      const hasNewLight = (report.light?.at ?? 0) > (entry.eye.samples.at(-1)?.at ?? 0);
      entry.report = report;
      entry.reportedBy = entry.page;
      entry.reportedAt = now;
      entry.eye = seeReport(entry.eye, report, now);
      if (hasNewLight) learn(entry, plan, now);
    },
    software(report) {
      const before = entryOf(report.screen).report?.page;
      const { browser, build } = report.page;
      return before?.browser === browser && before.build === build ? null : { is: 'software', browser, build };
    },
    host(report, plan, now) {
      const entry = entryOf(report.screen);
      entry.host = { report, at: now };
      if (report.light === null || report.light.at <= (entry.eye.samples.at(-1)?.at ?? 0)) return;
      entry.eye = seeLight(entry.eye, report.light);
      learn(entry, plan, now);
    },
    hostLeft(screen) {
      entryOf(screen).host = null;
    },
    quarantined(screen, offence) {
      entryOf(screen).offence = offence;
    },
    alarms: (screen, decided, now) => alarms(entryOf(screen), decided, now),
    readiness(readiness) {
      const entry = entryOf(readiness.screen);
      if (!keepNext(entry.next, readiness)) entry.readiness = readiness;
    },
    view(screen, view) {
      entryOf(screen).view = view;
    },
    touchedAt: (screen) => entries.get(screen)?.view?.touchedAt ?? null,
    ready: () =>
      new Set(
        [...entries].flatMap(([screen, { readiness, next }]) =>
          [readiness, ...next.values()].flatMap((told) =>
            told?.state.is === 'ready' ? [`${told.standby}/${screen}`] : [],
          ),
        ),
      ),
    timing(screens, outputDelaysMs, now, isUrgent) {
      const played = [...entries].filter(([screen, { player }]) => screens.has(screen) && player !== 'none');
      return {
        // A display that takes its time is drawn for earlier, and so has to hear earlier.
        delaysMs: played.map(([screen, { report }]) =>
          tellAheadMs(delayOf(report), isUrgent ? 0 : (outputDelaysMs.get(screen) ?? 0)),
        ),
        phases: played.flatMap(([screen, { report, reportedAt }]) => {
          const { refreshHz = null, refreshAt = null } = report?.frames ?? {};
          if (refreshHz === null || refreshAt === null || refreshHz <= 0 || now - (reportedAt ?? 0) > phaseLastsMs)
            return [];
          const at = refreshAt + (outputDelaysMs.get(screen) ?? 0);
          return { at, periodMs: 1000 / refreshHz, boundMs: report?.clock.boundMs ?? 0 };
        }),
      };
    },
    state(plan, standing, now) {
      const entry = entryOf(plan.screen);
      const { report, reportedAt, player, readiness, next, view } = entry;
      const desired = desiredAt(plan, now);
      const signs = signsOf(entry, desired, plan, standing, now);
      entry.health = healthAt(signs, entry.health, now, standing.names);
      const isArmed = plan.armed.some((armed) => armed.standby === readiness?.standby);
      return {
        id: plan.screen,
        paired: standing.isPaired,
        player,
        desired,
        reported: report,
        reportedAt,
        agrees: signs.agrees,
        health: entry.health,
        readiness: isArmed ? (readiness?.state ?? null) : null,
        ...(next.size === 0 ? {} : { next: [...next.values()].map(({ standby: cue, state }) => ({ cue, state })) }),
        view,
        ...(signs.host === null ? {} : { host: signs.host }),
        ...(standing.trial === null ? {} : { trial: trialView(standing.trial) }),
      };
    },
  };
}

/** How long a player takes until it has taken in what it is told, ms; nothing of one that has not said so. */
function delayOf(report: Report | null): number {
  const { delayMs, roundTripMs } = report?.clock ?? { roundTripMs: null };
  return delayMs ?? (roundTripMs ?? 0) / 2;
}

function trialView({ cornerPin, by, until }: Trial): NonNullable<ScreenState['trial']> {
  return { cornerPin, by: actorName(by), until };
}

function keptOutFor({ offence }: Entry, { keptOutBy }: ShutOut): KeptOutFor | null {
  return keptOutBy === null ? offence : { is: 'by-hand', by: keptOutBy };
}

function alarms(entry: Entry, decided: ShutOut, now: number): Alarms {
  const { twins } = entry;
  return { keptOut: keptOutFor(entry, decided), token: tokenTrouble({ twins, copied: decided.copied }, now) };
}
