import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { FuzzedHall, FuzzedState } from './controller-process.ts';
import { fuzzBytes } from './fuzz-bytes.ts';
import { fuzzRest, type Fuzzed } from './fuzz-rest.ts';
import { fuzzSockets, socketEntrances, type SocketEntrance } from './fuzz-sockets.ts';

export const entrances = ['rest', 'bytes', ...(Object.keys(socketEntrances) as SocketEntrance[])] as const;
export type Entrance = (typeof entrances)[number];

export interface FuzzResult extends Fuzzed {
  readonly seconds: number;
  /** See FuzzedState. */
  readonly longestStallMs: number;
  readonly longestWorkMs: number;
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

/** A controller in a process of its own, to be sent what it should never see. */
export async function openFuzzBed(): Promise<FuzzBed> {
  const child = fork(join(import.meta.dirname, 'controller-process.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const message = <T>(): Promise<T> =>
    new Promise((resolve, reject) => {
      const failed = (code: number | null): void => reject(new Error(`the controller ended with ${code}`));
      child.once('exit', failed);
      child.once('message', (value: unknown) => {
        child.off('exit', failed);
        resolve(value as T);
      });
    });
  const hall = await message<FuzzedHall>();
  const state = (): Promise<FuzzedState> => {
    const answer = message<FuzzedState>();
    child.send('state');
    return answer;
  };
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
      const { longestStallMs, longestWorkMs, logged } = await state();
      return { ...fuzzed, seconds, longestStallMs, longestWorkMs, logged, before, after: await journalHead() };
    },
    stop() {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      child.send('stop');
      return ended;
    },
  };
}
