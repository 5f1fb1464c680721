import { readFileSync } from 'node:fs';

/** The longest of each since the last time it was asked, ms. */
export interface Stalls {
  /** That anybody had to wait for the event loop, by the clock, whatever else the machine was doing. */
  readonly byClockMs: number;
  /**
   * The same without the time in which the loop's thread was ready and the machine gave it no processor. What it spent
   * waiting for a disk or a lock counts: that is the controller's own. Null where the system does not tell (not Linux).
   */
  readonly ownMs: number | null;
  /** That the loop's thread was at work in one go, by its processor time. */
  readonly workMs: number;
}

const lookEveryMs = 5;

/** Watches the event loop of this process. Returns what it saw, and begins anew. */
export function watchEventLoop(): () => Stalls {
  const fresh = { byClockMs: 0, ownMs: 0, workMs: 0 };
  let longest = fresh;
  const look = () => ({ at: performance.now(), cpu: process.threadCpuUsage(), queuedMs: queuedMs() });
  let last = look();
  const isTold = last.queuedMs !== null;
  setInterval(() => {
    const now = look();
    const byClockMs = now.at - last.at - lookEveryMs;
    const spent = now.cpu.user + now.cpu.system - last.cpu.user - last.cpu.system;
    longest = {
      byClockMs: Math.max(longest.byClockMs, byClockMs),
      ownMs: Math.max(longest.ownMs, byClockMs - ((now.queuedMs ?? 0) - (last.queuedMs ?? 0))),
      workMs: Math.max(longest.workMs, spent / 1000),
    };
    last = now;
  }, lookEveryMs);
  return () => {
    const { byClockMs, ownMs, workMs } = longest;
    longest = fresh;
    return { byClockMs, ownMs: isTold ? ownMs : null, workMs };
  };
}

/** How long this process's first thread has stood in the line for a processor so far, ms (Linux: proc(5), schedstat). */
function queuedMs(): number | null {
  try {
    const [ran, waited] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'ascii').split(' ').map(Number);
    // A sandbox that has the file and does not count says that this process has never run.
    return ran === undefined || waited === undefined || ran === 0 ? null : waited / 1e6;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
