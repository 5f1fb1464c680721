import type { Browser, BrowserContext, Page } from 'playwright';
import { seededRandom } from '../../support/random.ts';

/** What is laid over a page's clocks: its own offset and drift, in the page and in its Worker alike. */
export interface Crystal {
  readonly offsetMs: number;
  readonly driftPpm: number;
  /** How long after the browser's refresh the page's own comes, for all pages of one browser refresh together. */
  readonly phaseMs: number;
}

declare global {
  interface Window {
    /** Changes of what is on the glass: the run, and the timestamp of the frame on the browser's true clock. */
    benchFlips: { readonly run: string; readonly at: number }[];
    /** What has changed the page's plan, as it came, and when the page was handed it on the browser's true clock. */
    benchPatches: { readonly text: string; readonly at: number }[];
  }
}

export function crystal(seed: number): Crystal {
  const random = seededRandom(seed);
  return { offsetMs: 600_000 * random(), driftPpm: (random() * 2 - 1) * 40, phaseMs: (random() * 1000) / 60 };
}

/**
 * Runs in a page or a Worker before anything of ours: every clock that our code can read is moved and stretched. Both
 * clocks of a machine drift alike, and what they were at `from` (ms since the epoch) is the same in all its contexts. Its
 * frames come at a phase of their own.
 */
function bendClocks({ offsetMs, driftPpm, phaseMs }: Crystal, from: number): void {
  const rate = 1 + driftPpm * 1e-6;
  const trueNow = performance.now.bind(performance);
  const trueOrigin = performance.timeOrigin;
  const origin = trueOrigin + (trueOrigin - from) * (rate - 1) + offsetMs;
  performance.now = () => trueNow() * rate;
  Object.defineProperty(performance, 'timeOrigin', { get: () => origin });
  Date.now = () => Math.floor(origin + trueNow() * rate);
  if (typeof document === 'undefined') return;
  const request = requestAnimationFrame;
  const periodMs = 1000 / 60;
  let frameAt = 0;
  let waiting = new Map<number, FrameRequestCallback>();
  let latest = 0;
  // Asked for at every refresh, so that what runs late in one does not lose the next. What runs so late that its refresh
  // is over belongs to a later one, as in a browser.
  const refresh = (at: number): void => {
    request.call(globalThis, refresh);
    setTimeout(
      () => {
        const own = at + phaseMs;
        frameAt = own + Math.max(0, Math.floor((trueNow() - own) / periodMs)) * periodMs;
        const due = waiting;
        waiting = new Map();
        for (const callback of due.values()) callback(frameAt * rate);
      },
      at + phaseMs - trueNow(),
    );
  };
  request.call(globalThis, refresh);
  globalThis.requestAnimationFrame = (callback) => {
    latest += 1;
    waiting.set(latest, callback);
    return latest;
  };
  globalThis.cancelAnimationFrame = (handle) => waiting.delete(handle);
  const page = globalThis as unknown as Window;
  page.benchFlips = [];
  page.benchPatches = [];
  const Native = WebSocket;
  globalThis.WebSocket = class extends Native {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => {
        if (typeof data === 'string' && /\["(?:patch|plan)"/u.test(data))
          page.benchPatches.push({ text: data, at: trueNow() });
      });
    }
  };
  new MutationObserver((changes) => {
    for (const { target } of changes)
      page.benchFlips.push({ run: (target as HTMLElement).dataset['run'] ?? '', at: frameAt });
  }).observe(document, { subtree: true, attributeFilter: ['data-run'] });
}

/**
 * Runs in a page: its Workers bend their clocks before they load what they are to run. What is said to them meanwhile
 * waits.
 */
function bendWorkers(bend: string): void {
  const Native = Worker;
  const wait = `
    const early = [];
    const keep = ({ data }) => early.push(data);
    self.addEventListener('message', keep);
    await import(url);
    self.removeEventListener('message', keep);
    for (const data of early) self.dispatchEvent(new MessageEvent('message', { data }));`;
  globalThis.Worker = class extends Native {
    constructor(url: string | URL, options?: WorkerOptions) {
      const load = `const url = ${JSON.stringify(new URL(url, location.href).href)};`;
      super(URL.createObjectURL(new Blob([bend, load, wait], { type: 'text/javascript' })), options);
    }
  };
}

export interface BenchPage {
  readonly screen: string;
  readonly page: Page;
  /** Where the page's own zero is, true ms since the bench began. */
  readonly zeroMs: number;
}

export interface OpenPage {
  readonly screen: string;
  readonly port: number;
  readonly seed: number;
  readonly cookie: string;
  readonly startedNs: bigint;
}

/** Opens a player with a bent clock on a link of its own. */
export async function openBenchPage(
  browser: Browser,
  { screen, port, seed, cookie, startedNs }: OpenPage,
): Promise<BenchPage> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    // The bent Workers are not the controller's files.
    bypassCSP: true,
  });
  const [name = '', value = ''] = cookie.split('=');
  const url = `http://127.0.0.1:${port}`;
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const bent = `(${bendClocks.toString()})(${JSON.stringify(crystal(seed))}, ${Date.now()});`;
  await page.addInitScript(bent);
  await page.addInitScript(`(${bendWorkers.toString()})(${JSON.stringify(bent)});`);
  await page.goto(`${url}/display/?screen=${screen}&mode=virtual`);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const navigationS = metrics.find((metric) => metric.name === 'NavigationStart')?.value ?? Number.NaN;
  return { screen, page, zeroMs: navigationS * 1000 - Number(startedNs) / 1e6 };
}

/** The page's changes to these runs so far, in true ms. */
export async function flipsOf({
  page,
  screen,
  zeroMs,
}: BenchPage): Promise<readonly { screen: string; run: string; at: number }[]> {
  const flips = await page.evaluate(() => window.benchFlips.splice(0));
  return flips.map(({ run, at }) => ({ screen, run, at: zeroMs + at }));
}

/** When the page was handed the plan of a run, true ms. */
export async function heardBy({ page, screen, zeroMs }: BenchPage, run: string): Promise<number> {
  const at = await page.evaluate(
    (of) => window.benchPatches.splice(0).find(({ text }) => text.includes(of))?.at ?? null,
    run,
  );
  if (at === null) throw new Error(`${screen} was handed no patch with ${run}`);
  return zeroMs + at;
}

/** Frames a second that the page draws, over `forMs`. */
export function frameRate(page: Page, forMs: number): Promise<number> {
  return page.evaluate(
    (ms) =>
      new Promise<number>((resolve) => {
        let frames = 0;
        const startedAt = Date.now();
        const frame = (): void => {
          frames += 1;
          if (Date.now() - startedAt < ms) requestAnimationFrame(frame);
          else resolve((frames * 1000) / (Date.now() - startedAt));
        };
        requestAnimationFrame(frame);
      }),
    forMs,
  );
}
