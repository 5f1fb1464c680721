import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Hooked {
  readonly body: string;
  readonly key: string;
  readonly signature: string;
  /** What was answered. */
  readonly status: number;
}

export interface HookServer {
  readonly url: string;
  readonly calls: readonly Hooked[];
  /** Answers with this until told otherwise. */
  answer(status: number): void;
  stop(): Promise<void>;
}

/** Another system that hears webhooks, at an address with a secret in its path. */
export async function startHookServer(status = 200): Promise<HookServer> {
  const calls: Hooked[] = [];
  let answer = status;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { headers } = request;
      calls.push({
        body: Buffer.concat(chunks).toString(),
        key: String(headers['idempotency-key']),
        signature: String(headers['x-shanyraq-signature']),
        status: answer,
      });
      response.writeHead(answer).end('noted');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/path-that-is-secret`,
    calls,
    answer(next) {
      answer = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
