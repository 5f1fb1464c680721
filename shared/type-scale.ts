/** What type sizes depend on: the picture in pixels and millimetres, and how far away the reader stands. */
export interface Seen {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly viewingDistanceMm: number;
}

/**
 * Three units in CSS pixels. The drawings are made on a 55" panel (0.63 mm per pixel, short side 1080 px) read from
 * 3 m, where all three are 1.
 */
export interface TypeScale {
  /** The composition: margins, figures, rules. */
  readonly px: number;
  /** Type read from the viewing distance; 44 units is the least. */
  readonly far: number;
  /** Type read at arm's length, by the hand that touches; 22 units is the least. */
  readonly near: number;
}

const reference = { shortSidePx: 1080, mmPerPx: 0.63, viewingDistanceMm: 3000 } as const;

/** How far type may grow or shrink against the composition before the drawing breaks. */
const room = { least: 0.8, most: 1.15 } as const;

/** Units for a canvas (a screen's own, or a surface's) seen on a screen. */
export function typeScale(seen: Seen, canvas: { readonly width: number; readonly height: number }): TypeScale {
  const px = Math.min(canvas.width, canvas.height) / reference.shortSidePx;
  const mmPerPx = seen.widthMm / seen.widthPx;
  const ideal = idealFar(seen.viewingDistanceMm, mmPerPx);
  return {
    px,
    far: clamp(ideal, px * room.least, px * room.most),
    near: clamp(reference.mmPerPx / mmPerPx, px * room.least, px * room.most),
  };
}

/** The least type that can be read from the viewing distance, in CSS pixels of this screen. */
export function leastReadablePx(seen: Seen): number {
  return 44 * idealFar(seen.viewingDistanceMm, seen.widthMm / seen.widthPx);
}

/** The farthest from which type can be read where it cannot grow any more, mm. */
export function readableFromMm(seen: Seen, canvas: { readonly width: number; readonly height: number }): number {
  const most = (Math.min(canvas.width, canvas.height) / reference.shortSidePx) * room.most;
  return most * reference.viewingDistanceMm * (seen.widthMm / seen.widthPx / reference.mmPerPx);
}

function idealFar(viewingDistanceMm: number, mmPerPx: number): number {
  return (viewingDistanceMm / reference.viewingDistanceMm) * (reference.mmPerPx / mmPerPx);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
