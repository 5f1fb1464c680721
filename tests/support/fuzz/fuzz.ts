import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { FuzzedHall, FuzzedState } from './controller-process.ts';
import type { Stalls } from './event-loop-watch.ts';
import { fuzzBytes } from './fuzz-bytes.ts';
import { fuzzRest, type Fuzzed } from './fuzz-rest.ts';
import { fuzzSockets, socketEntrances, type SocketEntrance } from './fuzz-sockets.ts';

export const entrances = ['rest', 'bytes', ...(Object.keys(socketEntrances) as SocketEntrance[])] as const;
export type Entrance = (typeof entrances)[number];

export interface FuzzResult extends Fuzzed {
  readonly seconds: number;
  readonly stalls: Stalls;
  /** Of a process beside it that did nothing. */
  readonly idleStalls: Stalls;
  /** Its journal before and after: the newest entry's hash. */
  readonly before: string;
  readonly after: string;
  readonly logged: readonly string[];
}

export interface FuzzBed {
  readonly hall: FuzzedHall;
  fuzz(entrance: Entrance, seed: number, count: number): Promise<FuzzResult>;
  /** Resolves with the exit code. */
  stop(): Promise<number | null>;
}

const open = (file: string): ChildProcess =>
  fork(join(import.meta.dirname, file), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });

/** The next message of a process; rejects where it ends instead. */
function message<T>(of: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const failed = (code: number | null): void => reject(new Error(`the process ended with ${code}`));
    of.once('exit', failed);
    of.once('message', (value: unknown) => {
      of.off('exit', failed);
      resolve(value as T);
    });
  });
}

/** A controller in a process of its own, to be sent what it should never see. */
export async function openFuzzBed(): Promise<FuzzBed> {
  const child = open('controller-process.ts');
  const idle = open('idle-process.ts');
  const [hall] = await Promise.all([message<FuzzedHall>(child), message(idle)]);
  const ask = <T>(of: ChildProcess): Promise<T> => {
    const answer = message<T>(of);
    of.send('state');
    return answer;
  };
  const state = () => Promise.all([ask<FuzzedState>(child), ask<Stalls>(idle)]);
  const journalHead = async (): Promise<string> => {
    const response = await fetch(`${hall.origin}/api/journal?limit=1`, { headers: { ...hall.headers.admin } });
    const [newest] = (await response.json()) as { seq: number; hash: string }[];
    return `${newest?.seq} ${newest?.hash}`;
  };
  const run = (entrance: Entrance, seed: number, count: number): Promise<Fuzzed> => {
    switch (entrance) {
      case 'rest':
        return fuzzRest(hall, seed, count);
      case 'bytes':
        return fuzzBytes(hall, seed, count);
      case '/displays':
      case '/operators':
      case '/clock':
        return fuzzSockets(hall, entrance, seed, count);
    }
  };
  return {
    hall,
    async fuzz(entrance, seed, count) {
      const before = await journalHead();
      await state();
      const startedAt = performance.now();
      const fuzzed = await run(entrance, seed, count);
      const seconds = (performance.now() - startedAt) / 1000;
      const [{ stalls, logged }, idleStalls] = await state();
      return { ...fuzzed, seconds, stalls, idleStalls, logged, before, after: await journalHead() };
    },
    stop() {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      idle.send('stop');
      child.send('stop');
      return ended;
    },
  };
}
