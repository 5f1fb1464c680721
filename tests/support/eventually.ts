/** Asks until `look` returns something other than null, or fails with what it was waiting for. */
export async function eventually<T>(what: string, look: () => Promise<T | null>, withinMs = 10_000): Promise<T> {
  const startedAt = performance.now();
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() - startedAt > withinMs) throw new Error(`within ${withinMs} ms: ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The same, for a condition. Returns how long it took, ms. */
export async function until(what: string, look: () => Promise<boolean>, withinMs = 10_000): Promise<number> {
  const startedAt = performance.now();
  await eventually(what, async () => ((await look()) ? true : null), withinMs);
  return performance.now() - startedAt;
}
