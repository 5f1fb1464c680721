import type { Text } from './text.ts';

/** One thing on today's programme, for the scenes that announce it. */
export interface ProgrammeEntry {
  readonly run: string;
  readonly title: Text;
  readonly from: number;
  readonly until: number | null;
  readonly language: string | null;
}

/** Everything a scene may know of the world. The player makes it; no scene reaches around it. */
export interface SceneContext {
  readonly screen: {
    readonly id: string;
    readonly number: number;
    readonly name: Text;
    readonly widthPx: number;
    readonly heightPx: number;
    readonly widthMm: number;
    readonly heightMm: number;
    readonly viewingDistanceMm: number;
    readonly touch: boolean;
  };
  /** CSS pixels of the scene's own canvas, and the part of it that this screen shows. */
  readonly canvas: { readonly width: number; readonly height: number };
  readonly viewport: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Every screen's rectangle when the scene spans a surface (keep letters off the bezels); empty otherwise. */
  readonly members: readonly {
    readonly screen: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly language: string;
  readonly languages: {
    readonly default: string;
    readonly order: readonly string[];
    readonly names: Readonly<Record<string, string>>;
  };
  readonly timeZone: string;
  /** Today's listed programme at an instant, from the plan. */
  programme(atMs: number): readonly ProgrammeEntry[];
  /**
   * Shared time at which the frame being drawn is seen, ms since the Unix epoch; for clocks and dates on the wall. The
   * screen's output delay is in it already, as it is in every position.
   */
  nowMs(): number;
  /** URL of a medium of this scene, by the id used in its params. */
  mediaUrl(id: string): string;
  /** A JSON medium, fetched and verified by the player, parsed once and shared between scenes. */
  mediaData(id: string): Promise<unknown>;
  /** How loud a scene on this screen may be, 0..1; null where it makes no sound: in mirrors, and without an output. */
  readonly sound: { readonly level: number; readonly muted: boolean } | null;
  /** `false` in mirrors and rehearsals, and where the screen has no touch or the show locks it. */
  readonly interactive: boolean;
  /** Mirrors and crowded machines draw less. */
  readonly quality: 'full' | 'light';
  readonly reducedMotion: boolean;
}
