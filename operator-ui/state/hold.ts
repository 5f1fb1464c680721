/** How long a dangerous act is held before it happens, ms: longer than a slip, shorter than a doubt. */
export const holdMs = 700;

/**
 * Whether what went down and came up at these instants of the events' own clock, ms, was held for long enough. A page
 * that has just been busy hears of both late, and its timers later still: how long it was held, only the events know.
 */
export const wasHeld = (downAt: number, upAt: number): boolean => upAt - downAt >= holdMs;
