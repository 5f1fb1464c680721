import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright';
import { build } from 'vite';
import type { LinkName } from '../../support/links.ts';
import type { Looks } from './client-thread.ts';
import type { Bed } from './threads.ts';
import { driftPpm, serverStartMs } from './true-time.ts';

/** Builds the page that runs our clock as the player does, Worker and all. */
export async function buildPage(outDir: string): Promise<void> {
  const root = import.meta.dirname;
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2024', rolldownOptions: { input: `${root}/page.html` } },
  });
}

/** Lets the page's clock run on a link, and holds what it said against true time. */
export async function runPage(
  browser: Browser,
  bed: Bed,
  of: { readonly link: LinkName; readonly seed: number; readonly forMs: number },
): Promise<Looks> {
  const { port, cut } = await bed.open(of.link, of.seed, true);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    // Both clocks of the browser and of Node count from the same beginning on Linux; the page's own zero is here.
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    const navigationS = metrics.find(({ name }) => name === 'NavigationStart')?.value ?? Number.NaN;
    const zeroMs = navigationS * 1000 - Number(bed.startedNs) / 1e6;
    const before = Number(process.hrtime.bigint() - bed.startedNs) / 1e6;
    const pageMs = zeroMs + (await page.evaluate(() => performance.now()));
    const after = Number(process.hrtime.bigint() - bed.startedNs) / 1e6;
    if (!(pageMs > before - 0.2 && pageMs < after + 0.2)) {
      throw new Error(`The page's clock cannot be placed: ${pageMs} is not within ${before} and ${after} ms.`);
    }
    await wait(of.forMs);
    const looks = await page.evaluate(() => window.looks);
    const backward = looks.slice(1).map(([at, said], index) => {
      const [atBefore, saidBefore] = looks[index] ?? [at, said];
      const drop = saidBefore - atBefore - (said - at);
      return drop > 1e-3 * (at - atBefore) + 0.002 ? drop : 0;
    });
    const truth = (at: number): number => serverStartMs + (zeroMs + at) * (1 + driftPpm * 1e-6);
    return {
      at: looks.map(([at]) => at),
      error: looks.map(([at, said]) => said - truth(at)),
      bound: looks.map(([, , bound]) => bound),
      smallestRoundTripMs: Math.min(...looks.map(([, , , roundTrip]) => roundTrip)),
      backwardStepMs: Math.max(0, ...backward.filter((drop) => !Number.isNaN(drop))),
    };
  } finally {
    cut();
    await context.close();
  }
}
