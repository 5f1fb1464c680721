import type { Health, ScreenState } from '#shared/facts.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { Readiness, Report } from '#shared/report.ts';
import type { SceneView } from '#shared/scene-view.ts';
import type { Plan } from '#shared/plan.ts';
import { agreement } from '../core/view/agreement.ts';
import { desiredAt } from '../core/view/desired.ts';
import { healthAt } from '../core/view/health.ts';
import type { PlayedBy } from '../core/ports.ts';
import { createRecent, type Recent } from './recent.ts';

/** What is known of one screen beside its plan; lost with the process, and heard again within seconds. */
interface Entry {
  player: PlayedBy;
  report: Report | null;
  reportedAt: number | null;
  readiness: Readiness | null;
  view: SceneView | null;
  health: Health | null;
  readonly delays: Recent;
}

export interface ScreenBook {
  played(screen: ScreenId, by: PlayedBy): void;
  report(report: Report, now: number): void;
  readiness(readiness: Readiness): void;
  view(screen: ScreenId, view: SceneView): void;
  /** The screens that answered READY, as `standby/screen`. */
  ready(): ReadonlySet<string>;
  /** 99th percentile of the one-way delay of each connected screen, ms. */
  delaysMs(): readonly number[];
  /** The screen as people see it at `now`. */
  state(plan: Plan, planChangedAt: number, isPaired: boolean, now: number): ScreenState;
}

/** Half of what a round trip takes is the best that is known of one way. */
const oneWay = 0.5;

export function createScreenBook(): ScreenBook {
  const entries = new Map<string, Entry>();
  const entryOf = (screen: string): Entry => {
    const known = entries.get(screen);
    if (known !== undefined) return known;
    const entry: Entry = {
      player: 'none',
      report: null,
      reportedAt: null,
      readiness: null,
      view: null,
      health: null,
      delays: createRecent(60),
    };
    entries.set(screen, entry);
    return entry;
  };
  return {
    played(screen, by) {
      const entry = entryOf(screen);
      entry.player = by;
      if (by === 'none') entry.readiness = null;
    },
    report(report, now) {
      const entry = entryOf(report.screen);
      entry.report = report;
      entry.reportedAt = now;
      if (report.clock.roundTripMs !== null) entry.delays.add(report.clock.roundTripMs * oneWay);
    },
    readiness(readiness) {
      entryOf(readiness.screen).readiness = readiness;
    },
    view(screen, view) {
      entryOf(screen).view = view;
    },
    ready: () =>
      new Set(
        [...entries].flatMap(([screen, { readiness }]) =>
          readiness?.state.is === 'ready' ? [`${readiness.standby}/${screen}`] : [],
        ),
      ),
    delaysMs: () =>
      [...entries.values()].filter(({ player }) => player !== 'none').map(({ delays }) => delays.percentile(0.99, 0)),
    state(plan, planChangedAt, isPaired, now) {
      const entry = entryOf(plan.screen);
      const { report, reportedAt, player, readiness, view } = entry;
      const agrees = agreement(plan, report, planChangedAt, now);
      entry.health = healthAt(
        { report, reportedAt, agrees, isPaired, isConnected: player !== 'none' },
        entry.health,
        now,
      );
      const isArmed = plan.armed.some((armed) => armed.standby === readiness?.standby);
      return {
        id: plan.screen,
        paired: isPaired,
        player,
        desired: desiredAt(plan, now),
        reported: report,
        reportedAt,
        agrees,
        health: entry.health,
        readiness: isArmed ? (readiness?.state ?? null) : null,
        view,
      };
    },
  };
}
