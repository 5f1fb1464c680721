import type { MessagePort } from 'node:worker_threads';
import type { Call, Reply } from './worker-calls.ts';

/** The worker's side: answers every call in order; what the function throws is the caller's rejection. */
export function answerCalls<Request>(port: MessagePort, answer: (request: Request) => unknown): void {
  port.on('message', ({ id, request }: Call<Request>) => {
    port.postMessage(reply(id, () => answer(request)));
  });
}

function reply(id: number, work: () => unknown): Reply {
  try {
    return { id, ok: true, answer: work() };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
