import type { Worker } from 'node:worker_threads';

/** A question to a worker thread, and its answer. */
export interface Call<Request> {
  readonly id: number;
  readonly request: Request;
}
export type Reply =
  | { readonly id: number; readonly ok: true; readonly answer: unknown }
  | { readonly id: number; readonly ok: false; readonly error: Error };

export interface WorkerCalls<Request> {
  /** Rejects when the worker's function threw, or when the worker ended before it answered. */
  ask(request: Request): Promise<unknown>;
}

/**
 * Asks questions of a worker that answers with `answerCalls`. The worker itself belongs to the caller, and keeps the
 * process alive only while it owes an answer.
 */
export function createWorkerCalls<Request>(worker: Worker): WorkerCalls<Request> {
  const waiting = new Map<
    number,
    { readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void }
  >();
  let lastId = 0;
  let ended: Error | null = null;
  worker.unref();
  const end = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
    worker.unref();
  };
  worker.on('message', (reply: Reply) => {
    const asker = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
    if (reply.ok) asker?.resolve(reply.answer);
    else asker?.reject(reply.error);
  });
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => end(new Error('the worker has ended')));
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (ended !== null) {
          reject(ended);
          return;
        }
        lastId += 1;
        worker.ref();
        waiting.set(lastId, { resolve, reject });
        worker.postMessage({ id: lastId, request } satisfies Call<Request>);
      }),
  };
}
