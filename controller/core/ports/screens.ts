import type { Offence } from '../health/signs.ts';
import type { ScreenState } from '#shared/facts.ts';
import type { HostReport } from '#shared/host-report.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { OrderAnswer, PlayerAct } from '#shared/orders.ts';
import type { PlanPatch } from '#shared/plan-patch.ts';
import type { Plan } from '#shared/plan.ts';
import type { Applied, CornersMoved, Readiness, Report, Touch } from '#shared/report.ts';
import type { SceneView } from '#shared/scene-view.ts';

/** The plans of some screens have changed alike: each gets the patch, or its full plan where the patch does not fit. */
export interface PlanNews {
  readonly screens: readonly ScreenId[];
  readonly patch: PlanPatch;
}

/** Orders to the players of screens. */
export interface PlayerDesk {
  /** Resolves with what came of it, also when nobody was there to do it. */
  order(screen: ScreenId, act: PlayerAct): Promise<OrderAnswer>;
  /** Lets a player in that is kept out for a while; false where it is not. */
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
  /** Who plays for the screen from now on, and on which page, by any name that no other page has; null where nobody plays. */
  played(screen: ScreenId, by: PlayedBy, page: string | null): void;
  /** The addresses from which players hold the screen's token at once; null: there is one player at most. */
  twins(screen: ScreenId, addresses: readonly string[] | null): void;
  report(report: Report): void;
  applied(applied: Applied): void;
  readiness(readiness: Readiness): void;
  view(screen: ScreenId, view: SceneView): void;
  touch(touch: Touch): void;
  /** Dragged at the screen itself; counts only while its corners are on trial. */
  corners(moved: CornersMoved): void;
  host(report: HostReport): void;
  hostLeft(screen: ScreenId): void;
  /** For what the screen's player is kept out for a while from now on; null: it may come back. */
  quarantined(screen: ScreenId, offence: Offence | null): void;
}
