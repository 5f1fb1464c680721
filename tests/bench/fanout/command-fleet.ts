import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { FromFleet, ToFleet } from './fleet.ts';

export const reportEveryMs = 2_000;
/** What a clock that has settled needs on a wired link; at first it asks more often. */
export const probeEveryMs = 1_000;

/** The fleet's process, as its parent commands it. */
export interface Fleet {
  tell(message: ToFleet): void;
  /** The next message of that kind. */
  hears<K extends FromFleet['is']>(is: K): Promise<Extract<FromFleet, { is: K }>>;
  stop(): Promise<void>;
}

export function startFleet(): Fleet {
  const child: ChildProcess = fork(new URL('./fleet.ts', import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    tell: (message) => void child.send(message),
    hears: (is) =>
      new Promise((resolve) => {
        const hear = (message: FromFleet): void => {
          if (message.is !== is) return;
          child.off('message', hear);
          resolve(message as never);
        };
        child.on('message', hear);
      }),
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
