/** Runs jobs one at a time, in the order in which they came; a job that throws does not stop those behind it. */
export interface Queue {
  run<Result>(job: () => Promise<Result>): Promise<Result>;
  /** Resolves when everything that was asked before is done. */
  settled(): Promise<void>;
}

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  const run = <Result>(job: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(job);
    last = mine.catch((error: unknown) => error);
    return mine;
  };
  return {
    run,
    settled: async () => {
      await last;
    },
  };
}
