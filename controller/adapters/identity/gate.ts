/** Lets `atOnce` jobs run, and `waiting` more wait their turn; the rest are turned away with null. */
export interface Gate {
  run<T>(job: () => Promise<T>): Promise<T | null>;
}

export function createGate(atOnce: number, waiting: number): Gate {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    async run(job) {
      if (running >= atOnce) {
        if (queue.length >= waiting) return null;
        await new Promise<void>((resolve) => queue.push(resolve));
      } else running += 1;
      try {
        return await job();
      } finally {
        // The place goes straight to who waits, so that nobody slips in between.
        const next = queue.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}
