import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

const priority = -15;
const sessionPriority = '/proc/self/autogroup';

export interface Precedence {
  readonly has: boolean;
  /** To be called once the pages are open. */
  readonly pagesAreOpen: () => void;
  /** Gives the session back its place. */
  readonly end: () => void;
}

/**
 * The controller, the links and the simulated players stand for machines of their own: they do not wait for a core until
 * the pages have drawn. What is started after this goes first too; the browser was started before. Linux shares the cores
 * between sessions before it looks at priorities within one, and a browser is a session of its own: so the session goes
 * first too. Each page stands for a machine of its own as well: the browser's network and the clocks of all pages do not
 * wait until other pages have drawn. The pages draw, and take in their plans, as they come.
 */
export function goFirst(say: (line: string) => void): Precedence {
  const before = read(sessionPriority).match(/nice (-?\d+)/u)?.[1];
  if (before === undefined || !mayGoFirst()) {
    say('no right to a higher priority: the links are slower than they say, by what the pages take of the cores');
    return { has: false, pagesAreOpen: () => undefined, end: () => undefined };
  }
  return { has: true, pagesAreOpen: putLinksFirst, end: () => writeFileSync(sessionPriority, before) };
}

function mayGoFirst(): boolean {
  try {
    writeFileSync(sessionPriority, String(priority));
    setPriority(priority);
    return true;
  } catch {
    return false;
  }
}

function putLinksFirst(): void {
  for (const pid of children(process.pid)) {
    const isNetwork = read(`/proc/${pid}/cmdline`).includes('network.mojom.NetworkService');
    for (const tid of threads(pid)) {
      if (!isNetwork && !read(`/proc/${pid}/task/${tid}/comm`).startsWith('DedicatedWorker')) continue;
      try {
        setPriority(Number(tid), priority);
      } catch {
        // The thread has just ended.
      }
    }
  }
}

/** None where the process has just ended. */
function threads(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** All that a process has started, and what that has started. */
function children(pid: number): readonly number[] {
  const own = threads(pid).flatMap((tid) =>
    read(`/proc/${pid}/task/${tid}/children`).split(' ').filter(Boolean).map(Number),
  );
  return own.flatMap((child) => [child, ...children(child)]);
}

/** Empty where the process has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
