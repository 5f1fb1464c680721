import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Browser } from 'playwright';
import { startTestController, type TestController } from '../../support/controller.ts';
import type { LinkName } from '../../support/links.ts';
import type { ToProxy } from '../clock/proxy-thread.ts';
import { trueTime, type TrueTime } from '../clock/true-time.ts';
import { benchHall } from './hall.ts';
import { openBenchPage, type BenchPage } from './pages.ts';
import type { TrueFlip } from './simulated-thread.ts';
import type { SimulatedData } from './simulated.ts';

export interface TakesBed {
  readonly controller: TestController;
  readonly time: TrueTime;
  readonly pages: readonly BenchPage[];
  /** What the simulated players have done so far. */
  readonly simulated: readonly TrueFlip[];
  /** Opens one more page for a screen, on a link of its own. */
  join(screen: string, seed: number): Promise<BenchPage>;
  stop(): Promise<void>;
}

export interface BedOptions {
  readonly browser: Browser;
  readonly link: LinkName;
  /** All screens of the hall; those after the pages are played by simulated players, the last by nobody. */
  readonly screens: number;
  readonly pages: number;
}

/** A controller, pages and simulated players, each with a clock of its own behind a link of its own. */
export async function startTakesBed({ browser, link, screens, pages: pageCount }: BedOptions): Promise<TakesBed> {
  const startedNs = process.hrtime.bigint();
  const folder = benchHall(Array.from({ length: screens }, () => 0));
  const controller = await startTestController({ env: { CONFIG_DIR: folder, LOG_LEVEL: 'warn' } });
  const proxy = new Worker(new URL('../clock/proxy-thread.ts', import.meta.url));
  proxy.setMaxListeners(0);
  const cookie = controller.headers['cookie'] ?? '';
  let links = 0;

  function openLink(): Promise<number> {
    links += 1;
    const id = links;
    return new Promise((resolve) => {
      const listen = (message: { readonly id: number; readonly port: number }): void => {
        if (message.id !== id) return;
        proxy.off('message', listen);
        resolve(message.port);
      };
      proxy.on('message', listen);
      proxy.postMessage({ is: 'open', id, link, seed: id, targetPort: controller.port } satisfies ToProxy);
    });
  }
  const join = async (screen: string, seed: number): Promise<BenchPage> =>
    openBenchPage(browser, { screen, port: await openLink(), seed, cookie, startedNs });

  const pages: BenchPage[] = [];
  for (let index = 0; index < pageCount; index += 1) pages.push(await join(`s-${index + 1}`, 1_000 + index));
  const players: SimulatedData['players'][number][] = [];
  for (let index = pageCount; index < screens - 1; index += 1) {
    const screen = `s-${index + 1}`;
    players.push({ screen, port: await openLink(), seed: 1_000 + index });
  }
  const data: SimulatedData = { startedNs: String(startedNs), cookie, directUrl: controller.url, players };
  const thread = new Worker(new URL('./simulated-thread.ts', import.meta.url), { workerData: data });
  const simulated: TrueFlip[] = [];
  thread.on('message', (flip: TrueFlip) => simulated.push(flip));

  return {
    controller,
    time: trueTime(String(startedNs)),
    pages,
    simulated,
    join,
    async stop() {
      await Promise.all(pages.map(({ page }) => page.context().close()));
      await thread.terminate();
      await proxy.terminate();
      await controller.stop();
      await rm(folder, { recursive: true });
    },
  };
}
