interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Room that is left between what is brought in sight and the edge, px. */
const margin = 14;

/**
 * How far to scroll so that `wanted` is in sight, px; down is positive. As little as does it, and never so far that what is
 * in sight of `kept` leaves: then `wanted` is seen in part.
 */
export function scrollBetween(frame: Extent, wanted: Extent, kept: Extent | null): number {
  const below = wanted.bottom + margin - frame.bottom;
  const above = frame.top - (wanted.top - margin);
  // Where it is taller than the frame its beginning is seen.
  if (below > 0 && above < 0) return Math.min(below, -above, room(kept === null ? null : kept.top - frame.top));
  if (above > 0 && below < 0) return -Math.min(above, -below, room(kept === null ? null : frame.bottom - kept.bottom));
  return 0;
}

const room = (left: number | null): number => (left === null ? Infinity : Math.max(left, 0));
