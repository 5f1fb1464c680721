declare const scale: unique symbol;

/** Shared time: ms since the Unix epoch on the hall's clock, fractional. */
export type EpochMs = number & { readonly [scale]: 'epoch' };

/** An instant of one machine's own monotonic clock (`performance.now()`), ms, fractional. Means nothing elsewhere. */
export type MonoMs = number & { readonly [scale]: 'mono' };

export const epochMs = (ms: number): EpochMs => ms as EpochMs;
export const monoMs = (ms: number): MonoMs => ms as MonoMs;

/** A rate as parts per million: 40 ppm is 40 µs in a second. */
export const ppm = (parts: number): number => parts * 1e-6;
