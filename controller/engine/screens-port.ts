import type { PlanNews, ScreensPort, Telemetry } from '../core/ports.ts';
import type { HealthWatch } from './health-watch.ts';
import type { Listeners } from '#shared/listeners.ts';
import type { News } from './news.ts';
import type { PlanKeeper } from './plan-keeper.ts';
import type { ScreenBook } from './screen-book.ts';
import type { Skew } from './skew.ts';
import type { Trials } from './trials.ts';
import type { Visitors } from './visitors.ts';

export interface ScreensPortOptions {
  /** Shared time, ms. */
  readonly now: () => number;
  readonly revision: () => number;
  readonly telemetry: Telemetry;
  readonly plans: PlanKeeper;
  readonly planListeners: Listeners<readonly PlanNews[]>;
  readonly book: ScreenBook;
  readonly skew: Skew;
  readonly health: HealthWatch;
  readonly visitors: Visitors;
  readonly trials: Trials;
  readonly news: News;
}

/** What players say, passed on to whom it concerns: the book of screens, telemetry, those who watch. */
export function createScreensPort(options: ScreensPortOptions): ScreensPort {
  const { now, revision, telemetry, plans, planListeners, book, skew, health, visitors, trials, news } = options;
  return {
    plan: (of) => plans.get(of) ?? null,
    revision,
    onPlans: (listener) => planListeners.add(listener),
    twins(of, addresses) {
      book.twins(of, addresses);
      news.heard(of);
    },
    played(of, by, page) {
      book.played(of, by, page);
      telemetry.append({ kind: 'player', at: now(), screen: of, body: { is: by === 'none' ? 'left' : 'came', by } });
      news.heard(of);
    },
    report(report) {
      const at = now();
      const software = book.software(report);
      if (software !== null) telemetry.append({ kind: 'player', at, screen: report.screen, body: software });
      book.report(report, plans.get(report.screen), at);
      health.hands(report, at);
      telemetry.append({ kind: 'report', at, screen: report.screen, body: report });
      news.heard(report.screen);
    },
    applied(applied) {
      skew.add(applied);
      telemetry.append({ kind: 'applied', at: now(), screen: applied.screen, run: applied.run, body: applied });
      news.applied(applied);
    },
    readiness(readiness) {
      book.readiness(readiness);
      news.heard(readiness.screen);
    },
    view(of, view) {
      book.view(of, view);
      news.heard(of);
    },
    touch(touch) {
      telemetry.append({ kind: 'touch', at: now(), screen: touch.screen, body: touch });
      visitors.touch(touch);
    },
    corners: (moved) => trials.moved(moved),
    host(report) {
      const at = now();
      book.host(report, plans.get(report.screen), at);
      telemetry.append({ kind: 'host', at, screen: report.screen, body: report });
      news.heard(report.screen);
    },
    hostLeft(of) {
      book.hostLeft(of);
      news.heard(of);
    },
    quarantined(of, offence) {
      book.quarantined(of, offence);
      news.heard(of);
    },
  };
}
