import type { ClockState } from '#shared/clock/shared-clock.ts';
import { identityOf, type Plan } from '#shared/plan.ts';
import { mostLacks, type Report } from '#shared/report.ts';
import type { SceneView } from '#shared/scene-view.ts';
import type { MediaStatus } from '../media/media.ts';
import type { Wanted } from './appearance.ts';
import { phaseOf, type Refresh } from './refresh.ts';
import type { Stage } from './stage.ts';

export interface ReportInput {
  readonly plan: Plan;
  readonly at: number;
  readonly stage: Stage;
  readonly wanted: Wanted | null;
  /** Whether the quiet title stands in for that appearance. */
  readonly isFallback: (key: string) => boolean;
  readonly view: SceneView;
  /** What became of the sound of the scene on top. */
  readonly sound: Report['sound'];
  readonly refresh: Refresh;
  /** Shared time of an instant of the page's own monotonic clock. */
  readonly shared: (at: number) => number;
  readonly clock: ClockState;
  readonly media: MediaStatus;
  readonly errors: Report['errors'];
  readonly limits: readonly string[];
  readonly page: Report['page'];
  readonly jumps: number;
  readonly light: NonNullable<Report['light']> | null;
  readonly touch: NonNullable<Report['touch']>;
}

const mostMissing = 50;

/** What a player says of itself. */
export function reportOf(input: ReportInput): Report {
  const { plan, at, wanted, refresh, clock, media, errors, limits, page, light, touch, jumps } = input;
  const phase = phaseOf(refresh);
  return {
    screen: plan.setup.screen.id,
    at,
    plan: identityOf(plan),
    shown: shownIn(input),
    power: wanted?.power ?? 'on',
    frames: {
      drawn: refresh.drawn,
      dropped: refresh.dropped,
      refreshHz: phase === null ? null : Math.min(1000, 1000 / phase.periodMs),
      refreshAt: phase === null ? null : input.shared(phase.at),
    },
    clock: {
      status: clock.status,
      boundMs: Number.isFinite(clock.boundMs) ? clock.boundMs : null,
      roundTripMs: clock.roundTripMs,
      delayMs: clock.delayMs,
      generation: clock.generation,
      jumps,
    },
    media: {
      held: media.held,
      missing: media.missing.slice(0, mostMissing),
      lacks: media.lacks.slice(0, mostLacks),
      secondsLeft: media.secondsLeft,
    },
    sound: input.sound,
    limits: [...limits],
    errors,
    light,
    overlays: (wanted === null || wanted.power === 'standby' ? [] : wanted.overlays).map(({ id }) => id).slice(0, 50),
    touch,
    page,
  };
}

function shownIn({ stage, isFallback, view }: ReportInput): Report['shown'] {
  const top = stage.at(-1)?.appearance;
  if (top === undefined) return null;
  return {
    run: top.run,
    scene: top.scene.scene,
    type: isFallback(top.key) ? 'fallback' : top.scene.type,
    key: top.key,
    cue: top.cue,
    positionMs: top.positionMs,
    language: view.language ?? top.language,
  };
}
