import type { Hall, Screen } from './hall.ts';
import { leastReadablePx, readableFromMm, typeScale, type Seen } from './type-scale.ts';

/** What keeps a screen from being read or touched as it should; numbers in the unit that their name says. */
export type LegibilityWarning =
  /** Type as large as the composition allows reads from here, but visitors stand farther away. */
  | { readonly is: 'too-far'; readonly readableFromMm: number; readonly viewingDistanceMm: number }
  /** The least letter that reads from the viewing distance has so few pixels that its shape is lost. */
  | { readonly is: 'too-coarse'; readonly leastPx: number }
  /** Width and height in millimetres and in pixels disagree: circles become ovals, or a measure is wrong. */
  | { readonly is: 'not-square'; readonly ratio: number }
  /** What a finger has to hit is smaller than 15 mm. */
  | { readonly is: 'small-targets'; readonly targetMm: number };

export interface Legibility {
  /** The least type that reads from the viewing distance. */
  readonly leastPx: number;
  readonly leastMm: number;
  /** What the scenes' floor for reading from afar comes to on this screen. */
  readonly setPx: number;
  readonly warnings: readonly LegibilityWarning[];
}

/** The look's floor for what is read from afar, and its targets for fingers, in units of the composition. */
const floorUnits = 44;
const targetUnits = 96;

const leastTargetMm = 15;
/** Cyrillic with its descenders keeps its shape down to about this many pixels. */
const coarsePx = 16;
/** Data sheets round; more than this is a mistake. */
const squareWithin = 0.03;

/**
 * What can be read and touched on a screen, from its millimetres, its pixels and its viewing distance. `canvas` is the
 * picture it shows a part of, where that is a surface; otherwise its own.
 */
export function legibilityOf(
  screen: Seen & { readonly touch: boolean },
  canvas: { readonly width: number; readonly height: number } = { width: screen.widthPx, height: screen.heightPx },
): Legibility {
  const mmPerPx = screen.widthMm / screen.widthPx;
  const leastPx = leastReadablePx(screen);
  const scale = typeScale(screen, canvas);
  const fromMm = readableFromMm(screen, canvas);
  const ratio = mmPerPx / (screen.heightMm / screen.heightPx);
  const targetMm = targetUnits * scale.px * mmPerPx;
  const warnings: LegibilityWarning[] = [];
  if (fromMm < screen.viewingDistanceMm) {
    warnings.push({ is: 'too-far', readableFromMm: fromMm, viewingDistanceMm: screen.viewingDistanceMm });
  }
  if (leastPx < coarsePx) warnings.push({ is: 'too-coarse', leastPx });
  if (Math.abs(ratio - 1) > squareWithin) warnings.push({ is: 'not-square', ratio });
  if (screen.touch && targetMm < leastTargetMm) warnings.push({ is: 'small-targets', targetMm });
  return { leastPx, leastMm: leastPx * mmPerPx, setPx: floorUnits * scale.far, warnings };
}

/** The same for a screen in its hall: where it is part of a surface, that is the picture it is seen with. */
export function legibilityIn({ surfaces }: Pick<Hall, 'surfaces'>, screen: Screen): Legibility {
  const surface = surfaces.find(({ members }) => members.some((member) => member.screen === screen.id));
  return legibilityOf(screen, surface && { width: surface.widthPx, height: surface.heightPx });
}
