import type { Browser, BrowserContext, Page } from 'playwright';
import { shippedHall, simulateScreens, startConsoleHall } from '../../support/console-hall.ts';
import { testPassword } from '../../support/running-hall.ts';
import { distribution, type Row } from '../row.ts';

interface LargeHallOptions {
  readonly screens: number;
  readonly loads: number;
  readonly forMs: number;
}

const shippedScreens = 13;
/** Names of the events in which a page's main thread runs script, outermost counted alone. */
const scriptEvents = new Set([
  'FunctionCall',
  'EvaluateScript',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
  'EventDispatch',
  'v8.run',
]);
const frameMs = 1000 / 60;

declare global {
  interface Window {
    /** When the plan had all its tiles, ms from the beginning of the navigation. */
    firstViewMs?: number;
  }
}

/** A hall in which every screen reports every two seconds: how soon it is seen, and what a frame of it costs. */
export async function measureLargeHall(browser: Browser, options: LargeHallOptions): Promise<readonly Row[]> {
  const { screens, loads, forMs } = options;
  const hall = await startConsoleHall(await shippedHall(screens - shippedScreens), { pages: 'dist' });
  const stopScreens = simulateScreens(hall);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    await context.addInitScript(() => localStorage.setItem('shanyraq.console.pictures', 'off'));
    await context.addInitScript(watchTiles, screens - shippedScreens);
    const page = await signedIn(context, hall.origin);
    const views: number[] = [];
    for (let load = 0; load < loads; load += 1) {
      await page.goto(hall.origin);
      views.push(await firstView(page));
    }
    const scripts = await scriptPerFrame(browser, page, forMs);
    const head = { case: `${screens} screens with live state`, subject: 'shanyraq' };
    return [
      distribution({ ...head, metric: 'first view', unit: 'ms' }, views),
      distribution({ ...head, metric: 'script per frame', unit: 'ms' }, scripts),
      { ...head, metric: 'frames with more than 8 ms of script', unit: '%', value: shareAbove(scripts, 8) },
    ];
  } finally {
    await context.close();
    stopScreens();
    await hall.stop();
  }
}

async function signedIn(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin);
  await page.fill('input[name=name]', 'operator');
  await page.fill('input[name=password]', testPassword);
  await page.press('input[name=password]', 'Enter');
  await page.locator('screen-tile').first().waitFor();
  return page;
}

/** Runs before the page's own script: notes the frame in which the plan has that many tiles with a state each. */
function watchTiles(atLeast: number): void {
  const look = (): void => {
    const app = document.querySelector('console-app')?.shadowRoot;
    const plan = app?.querySelector('hall-view')?.shadowRoot?.querySelector('floor-plan')?.shadowRoot;
    const tiles = plan?.querySelectorAll('screen-tile[aria-label]').length ?? 0;
    if (tiles >= atLeast) window.firstViewMs = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function firstView(page: Page): Promise<number> {
  await page.waitForFunction(() => window.firstViewMs !== undefined, null, { timeout: 30_000 });
  return page.evaluate(() => window.firstViewMs ?? Number.NaN);
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tid: number;
  readonly pid: number;
}

/** ms of script in each sixtieth of a second, frames without any counted as 0. */
async function scriptPerFrame(browser: Browser, page: Page, forMs: number): Promise<readonly number[]> {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8.execute'] });
  await page.waitForTimeout(forMs);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const ofScript = traceEvents.filter(({ name, ph }) => ph === 'X' && scriptEvents.has(name));
  const busiest = mainThread(ofScript);
  const events = ofScript.filter(({ pid, tid }) => `${pid}/${tid}` === busiest).toSorted((a, b) => a.ts - b.ts);
  const frames: number[] = Array.from({ length: Math.floor(forMs / frameMs) }, () => 0);
  const [first] = events;
  if (first === undefined) throw new Error('the page ran no script');
  let outerEnd = -Infinity;
  for (const { ts, dur = 0 } of events) {
    if (ts < outerEnd) continue;
    outerEnd = ts + dur;
    const frame = Math.floor((ts - first.ts) / 1000 / frameMs);
    if (frames[frame] !== undefined) frames[frame] += dur / 1000;
  }
  return frames;
}

/** The thread with the most script: the only page's main thread. */
function mainThread(events: readonly TraceEvent[]): string {
  const sums = new Map<string, number>();
  for (const { pid, tid, dur = 0 } of events) sums.set(`${pid}/${tid}`, (sums.get(`${pid}/${tid}`) ?? 0) + dur);
  return [...sums].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

function shareAbove(samples: readonly number[], limit: number): number {
  return (samples.filter((sample) => sample > limit).length / samples.length) * 100;
}
