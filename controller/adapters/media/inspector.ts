import { Worker } from 'node:worker_threads';
import type { MediumFacts } from '#shared/media.ts';
import { createWorkerCalls } from '../../worker-calls.ts';
import type { Inspected } from './inspect.ts';

export type InspectorRequest =
  | { readonly is: 'inspect'; readonly file: string; readonly name: string }
  | { readonly is: 'measure'; readonly file: string; readonly mime: string };

/** Looks into files in a thread of its own: gigabytes to hash never delay a decision. */
export interface Inspector {
  inspect(file: string, name: string): Promise<Inspected>;
  measure(file: string, mime: string): Promise<MediumFacts>;
  stop(): Promise<void>;
}

/** The thread starts with the first file, and again after it has failed. */
export function createInspector(): Inspector {
  let current: { readonly worker: Worker; ask(request: InspectorRequest): Promise<unknown> } | null = null;
  const start = () => {
    const worker = new Worker(new URL('./inspector-worker.ts', import.meta.url));
    const started = { worker, ...createWorkerCalls<InspectorRequest>(worker) };
    worker.once('exit', () => {
      if (current === started) current = null;
    });
    return started;
  };
  const ask = (request: InspectorRequest): Promise<unknown> => (current ??= start()).ask(request);
  return {
    inspect: async (file, name) => (await ask({ is: 'inspect', file, name })) as Inspected,
    measure: async (file, mime) => (await ask({ is: 'measure', file, mime })) as MediumFacts,
    stop: async () => {
      await current?.worker.terminate();
    },
  };
}
