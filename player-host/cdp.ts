import { z } from 'zod';

/** A connection to one page of the browser, by the DevTools protocol. */
export interface Cdp {
  /** Rejects when the browser refuses, is gone, or has not answered in time. */
  call(
    method: string,
    params?: Readonly<Record<string, unknown>>,
    patienceMs?: number,
  ): Promise<Record<string, unknown>>;
  isOpen(): boolean;
  close(): void;
}

const Targets = z.array(z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string().optional() }));
const Message = z.object({
  id: z.number().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
});
const usualMs = 8_000;

/** Opens the first page of the browser that listens on this port of the loopback. */
export async function openCdp(port: number): Promise<Cdp> {
  const response = await fetch(`http://127.0.0.1:${port}/json/list`, { signal: AbortSignal.timeout(usualMs) });
  const targets = Targets.parse(await response.json());
  const url = targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl;
  if (url === undefined) throw new Error('the browser has no page');
  const socket = new WebSocket(url);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error('the browser does not let us in')), { once: true });
  });
  const waiting = new Map<number, { resolve(result: Record<string, unknown>): void; reject(error: Error): void }>();
  let lastId = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = Message.parse(JSON.parse(String(data)));
    const asker = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || asker === undefined) return;
    waiting.delete(id);
    if (error === undefined) asker.resolve(result ?? {});
    else asker.reject(new Error(error.message));
  });
  socket.addEventListener('close', () => {
    for (const asker of waiting.values()) asker.reject(new Error('the browser is gone'));
    waiting.clear();
  });
  return {
    call: (method, params = {}, patienceMs = usualMs) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) return reject(new Error('the browser is gone'));
        const id = (lastId += 1);
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`the browser did not answer ${method} in ${patienceMs} ms`));
        }, patienceMs);
        const done = (): void => clearTimeout(timer);
        waiting.set(id, {
          resolve(result) {
            done();
            resolve(result);
          },
          reject(error) {
            done();
            reject(error);
          },
        });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    isOpen: () => socket.readyState === WebSocket.OPEN,
    close: () => socket.close(),
  };
}
