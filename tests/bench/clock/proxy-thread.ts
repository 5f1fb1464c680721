import { parentPort } from 'node:worker_threads';
import { links, type LinkName } from '../../support/links.ts';
import { startDelayProxy, type DelayProxy } from '../delay-proxy.ts';

export type ToProxy =
  | {
      readonly is: 'open';
      readonly id: number;
      readonly link: LinkName;
      readonly targetPort: number;
      readonly seed: number;
    }
  | { readonly is: 'cut'; readonly id: number };

const proxies = new Map<number, DelayProxy>();

async function open({ id, link, targetPort, seed }: Extract<ToProxy, { is: 'open' }>): Promise<void> {
  const proxy = await startDelayProxy({ targetPort, seed, link: links[link] });
  proxies.set(id, proxy);
  parentPort?.postMessage({ id, port: proxy.port });
}

parentPort?.on('message', (message: ToProxy) => {
  switch (message.is) {
    case 'open':
      void open(message);
      return;
    case 'cut':
      proxies.get(message.id)?.cut();
  }
});
