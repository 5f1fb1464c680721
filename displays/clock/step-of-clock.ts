const looks = 12;
const mostLooks = 200_000;

/** The smallest step that a clock was seen to make, ms: browsers round theirs, to 0.1 ms or to 5 µs or to 1 ms. */
export function stepOfClock(mono: () => number): number {
  let smallest = Infinity;
  let previous = mono();
  for (let look = 0, steps = 0; look < mostLooks && steps < looks; look += 1) {
    const now = mono();
    if (now > previous) {
      smallest = Math.min(smallest, now - previous);
      steps += 1;
    }
    previous = now;
  }
  return Math.min(smallest, 1);
}
