import { Worker } from 'node:worker_threads';
import type { LinkName } from '../../support/links.ts';
import type { ClientData, Looks } from './client-thread.ts';
import type { ServerData, ServerPorts } from './server-thread.ts';
import type { ToProxy } from './proxy-thread.ts';
import type { Subject } from './subjects.ts';

const thread = (name: string, workerData?: unknown): Worker =>
  new Worker(new URL(`./${name}.ts`, import.meta.url), { workerData });

/** The first message of a thread; its error, if it ends before. */
function answer<T>(worker: Worker, isIt: (message: T) => boolean = () => true): Promise<T> {
  return new Promise((resolve, reject) => {
    const listen = (message: T): void => {
      if (!isIt(message)) return;
      worker.off('message', listen);
      resolve(message);
    };
    worker.on('message', listen);
    worker.once('error', reject);
  });
}

export interface Bed {
  readonly startedNs: bigint;
  /** Opens a link of its own for a client. */
  open(
    link: LinkName,
    seed: number,
    toDrifting?: boolean,
  ): Promise<{ readonly port: number; readonly cut: () => void }>;
  /** Lets a clock run on a link of its own, in a thread of its own. */
  run(of: { subject: Subject; link: LinkName; seed: number; forMs: number; cutAfterMs?: number }): Promise<Looks>;
  stop(): Promise<void>;
}

/** One server and one proxy, each in its thread, for all subjects of a run. */
export async function startBed(pages: string | null): Promise<Bed> {
  const startedNs = process.hrtime.bigint();
  const server = thread('server-thread', { startedNs: String(startedNs), pages } satisfies ServerData);
  const ports = await answer<ServerPorts>(server);
  const proxy = thread('proxy-thread');
  // One listener for every client's link.
  proxy.setMaxListeners(0);
  let links = 0;
  const tell = (message: ToProxy): void => proxy.postMessage(message);

  const open: Bed['open'] = async (link, seed, toDrifting = false) => {
    links += 1;
    const id = links;
    const opened = answer<{ id: number; port: number }>(proxy, (message) => message.id === id);
    tell({ is: 'open', id, link, seed, targetPort: toDrifting ? ports.driftingPort : ports.port });
    const { port } = await opened;
    return { port, cut: () => tell({ is: 'cut', id }) };
  };

  return {
    startedNs,
    open,
    async run({ subject, link, seed, forMs, cutAfterMs }) {
      const { port, cut } = await open(link, seed);
      const data: ClientData = { startedNs: String(startedNs), subject, port, seed, forMs };
      const client = thread('client-thread', data);
      const cutting = cutAfterMs === undefined ? undefined : setTimeout(cut, cutAfterMs);
      try {
        return await answer<Looks>(client);
      } finally {
        clearTimeout(cutting);
        cut();
        await client.terminate();
      }
    },
    async stop() {
      await Promise.all([server.terminate(), proxy.terminate()]);
    },
  };
}
