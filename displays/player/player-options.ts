import type { SharedClock } from '#shared/clock/shared-clock.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { Plan } from '#shared/plan.ts';
import type { PlayerMode } from '#shared/protocol.ts';
import type { Applied, CornersMoved, Readiness, Report, Touch } from '#shared/report.ts';
import type { SceneContext } from '#shared/scene-context.ts';
import type { SceneView } from '#shared/scene-view.ts';
import type { PlayerMedia } from '../media/media.ts';
import type { FrameLoop } from './frame-loop.ts';
import type { PageState } from './page-state.ts';

/** Where a player's words go. Mirrors and rehearsals are silent: they are never called for those. */
export interface PlayerOutput {
  report(report: Report): void;
  applied(applied: Applied): void;
  readiness(readiness: Readiness): void;
  view(screen: ScreenId, view: SceneView): void;
  touch(touch: Touch): void;
  /** Corners that are dragged on this picture while they are on trial. */
  corners(moved: CornersMoved): void;
}

/** Plans by screen, kept by the connection. */
export interface PlanSource {
  get(screen: ScreenId): Plan | null;
  /** Calls `listener` at every change. Returns its stop. */
  subscribe(screen: ScreenId, listener: () => void): () => void;
}

/** How much a player draws. Changes of scene are never held back by `everyMs`. */
export interface Pace {
  readonly quality: SceneContext['quality'];
  /** The least time between two drawn frames, ms. */
  readonly everyMs: number;
}

export interface PlayerOptions {
  readonly screen: ScreenId;
  readonly mode: PlayerMode;
  /** An empty element; the picture fits itself into it. */
  readonly root: HTMLElement;
  readonly clock: SharedClock;
  readonly plans: PlanSource;
  readonly media: PlayerMedia;
  readonly frames: FrameLoop;
  readonly page: PageState;
  readonly out: PlayerOutput;
  /** The page fills the panel or the projector itself: mounting and corners count. */
  readonly isPhysical: boolean;
  readonly pace: Pace;
}

export interface Player {
  setMode(mode: PlayerMode): void;
  /** What a visitor chose at the screen that this player mirrors. */
  setView(view: SceneView): void;
  setPace(pace: Pace): void;
  /** Something around the player went wrong; it is in its reports for a while, or until it is mended. */
  trouble(where: string, what: string): void;
  mended(where: string): void;
  /** Key of what is on the glass; null before the first picture. */
  shown(): string | null;
  stop(): void;
}
