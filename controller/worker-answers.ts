import type { MessagePort } from 'node:worker_threads';
import type { Call, Reply } from './worker-calls.ts';

/** The worker's side: answers every call; what the function throws, or rejects with, is the caller's rejection. */
export function answerCalls<Request>(port: MessagePort, answer: (request: Request) => unknown): void {
  port.on('message', ({ id, request }: Call<Request>) => {
    void Promise.try(answer, request).then(
      (answered) => port.postMessage({ id, ok: true, answer: answered } satisfies Reply),
      (error: unknown) =>
        port.postMessage({
          id,
          ok: false,
          error: error instanceof Error ? error : new Error(String(error)),
        } satisfies Reply),
    );
  });
}
