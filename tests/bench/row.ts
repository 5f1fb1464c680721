/** One measured figure. Our own subject is `shanyraq`; a peer's is its package name. */
export type Row = {
  readonly case: string;
  readonly subject: string;
  readonly metric: string;
  readonly unit: string;
} & (
  | { readonly n: number; readonly p50: number; readonly p99: number; readonly max: number }
  | { readonly value: number }
);

export interface BenchOptions {
  /** Shorter than what the figures in the docs are made with: for development. */
  readonly quick: boolean;
  /** The cases to run, where a bench can run them one by one; null: all. */
  readonly only: readonly string[] | null;
  /** The long watch over the memory instead of the figures. */
  readonly soak: boolean;
  /** For a person who waits; never on stdout. */
  readonly say: (line: string) => void;
}

/** What each file beside this one exports as `bench`. */
export type Bench = (options: BenchOptions) => Promise<readonly Row[]> | readonly Row[];

/** A distribution as a row; ranks are nearest-rank. */
export function distribution(head: Pick<Row, 'case' | 'subject' | 'metric' | 'unit'>, samples: readonly number[]): Row {
  const sorted = samples.toSorted((a, b) => a - b);
  const rank = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  return { ...head, n: sorted.length, p50: rank(0.5), p99: rank(0.99), max: sorted.at(-1) ?? NaN };
}

/** ms that each of `n` calls took, after `warmUps` that do not count. */
export function timed(n: number, warmUps: number, call: (index: number) => void): readonly number[] {
  const samples: number[] = [];
  for (let index = -warmUps; index < n; index++) {
    const startedMs = performance.now();
    call(index);
    if (index >= 0) samples.push(performance.now() - startedMs);
  }
  return samples;
}
