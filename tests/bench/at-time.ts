/** A timer is good to 1 ms; the last of a wait is waited out turn by turn, between which sockets are heard. */
const lastMs = 1.5;
/** One such turn. The thread sleeps through it: spinning would take a core from what is measured. */
const napMs = 0.1;
const never = new Int32Array(new SharedArrayBuffer(4));

interface Due {
  readonly atMs: number;
  readonly act: () => void;
}

/** What is to be done, the next one last. */
const waiting: Due[] = [];
let timer: NodeJS.Timeout | undefined;
let isNapping = false;

/** Calls `act` at `atMs` (of `performance.now()`) or a tenth of a millisecond after it; what is due together, in order. */
export function atTime(atMs: number, act: () => void): void {
  let place = waiting.length;
  while (place > 0 && (waiting[place - 1]?.atMs ?? Infinity) <= atMs) place -= 1;
  waiting.splice(place, 0, { atMs, act });
  if (place === waiting.length - 1 && !isNapping) wake();
}

function wake(): void {
  clearTimeout(timer);
  isNapping = false;
  for (;;) {
    const next = waiting.at(-1);
    if (next === undefined) return;
    const leftMs = next.atMs - performance.now();
    if (leftMs > lastMs) {
      timer = setTimeout(wake, leftMs - lastMs);
      return;
    }
    if (leftMs > 0) {
      isNapping = true;
      Atomics.wait(never, 0, 0, Math.min(leftMs, napMs));
      setImmediate(wake);
      return;
    }
    waiting.pop();
    next.act();
  }
}
