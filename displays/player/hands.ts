import type { Report } from '#shared/report.ts';

/** A finger that rests moves less than this, in CSS px. */
const restPx = 12;

/** Counts the touches on an element, and how long one point has been held: a stuck touch controller holds for ever. */
export function watchHands(root: HTMLElement) {
  const held = new Map<number, { x: number; y: number; since: number }>();
  let count = 0;
  const down = (event: PointerEvent): void => {
    count += 1;
    held.set(event.pointerId, { x: event.clientX, y: event.clientY, since: performance.now() });
  };
  const move = (event: PointerEvent): void => {
    const known = held.get(event.pointerId);
    if (known === undefined || Math.hypot(event.clientX - known.x, event.clientY - known.y) <= restPx) return;
    held.set(event.pointerId, { x: event.clientX, y: event.clientY, since: performance.now() });
  };
  const up = (event: PointerEvent): void => void held.delete(event.pointerId);
  const options = { capture: true, passive: true } as const;
  root.addEventListener('pointerdown', down, options);
  root.addEventListener('pointermove', move, options);
  for (const ends of ['pointerup', 'pointercancel'] as const) root.addEventListener(ends, up, options);
  return {
    /** Since the last time this was asked. */
    told(): NonNullable<Report['touch']> {
      const now = performance.now();
      const heldMs = Math.max(0, ...[...held.values()].map(({ since }) => now - since));
      const said = { count, heldMs };
      count = 0;
      return said;
    },
    stop(): void {
      root.removeEventListener('pointerdown', down, options);
      root.removeEventListener('pointermove', move, options);
      for (const ends of ['pointerup', 'pointercancel'] as const) root.removeEventListener(ends, up, options);
    },
  };
}
