import type { Page } from 'playwright';
import type { SceneElement } from '../../displays/scenes/scene-element.ts';
import { launchBrowser } from '../support/browser.ts';
import { servePreview } from '../support/preview.ts';
import { bench as benchRelief } from './relief.ts';
import { distribution, type BenchOptions, type Row } from './row.ts';

/** The drawn scenes of the default hall, each on its own screen. */
const subjects = [
  { scene: 'entrance', target: 'entrance', width: 1080, height: 1920 },
  { scene: 'chronicle-political', target: 'chronicle-political', width: 1080, height: 1920 },
  { scene: 'map', target: 'map', width: 1920, height: 1080 },
  { scene: 'statehood', target: 'statehood', width: 1920, height: 1080 },
  { scene: 'investment', target: 'statehood', width: 1920, height: 1080 },
  { scene: 'diplomacy', target: 'diplomacy', width: 1920, height: 1080 },
  { scene: 'wall', target: 'wall', width: 3848, height: 2168 },
] as const;

/** Steps of the position: a frame of a real screen, and a pace at which everything that a scene tells comes by. */
const paces = [
  { pace: 'frame by frame', stepMs: 1000 / 60 },
  { pace: 'through the loop', stepMs: 131 },
  { pace: 'jumping about', stepMs: 86_413 },
] as const;

/**
 * Each scene's own script per frame, what it renders included, and the heap it keeps; the relief's texture reads and
 * pictures.
 */
export async function bench({ quick, say }: BenchOptions): Promise<readonly Row[]> {
  const frames = quick ? 300 : 3000;
  const rows: Row[] = [];
  const preview = await servePreview();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    for (const { scene, target, width, height } of subjects) {
      await page.setViewportSize({ width, height });
      await preview.open(page, { scene, target, language: 'kk' });
      for (const { pace, stepMs } of paces) {
        say(`${scene}, ${pace} …`);
        const samples = await page.evaluate(scriptPerFrame, { count: frames, stepMs });
        const head = { case: `${scene}, ${pace}`, subject: 'shanyraq', metric: 'script per frame', unit: 'ms' };
        rows.push(distribution(head, samples));
      }
      say(`${scene}, an hour at ten times its pace …`);
      const value = await heapGrowth(page, quick ? 0.1 : 1);
      rows.push({
        case: `${scene}, an hour at ten times its pace`,
        subject: 'shanyraq',
        metric: 'heap growth',
        unit: '%',
        value,
      });
    }
  } finally {
    await browser.close();
    await preview.close();
  }
  say('the relief …');
  return [...rows, ...(await benchRelief())];
}

/**
 * How much larger the page's heap is after an hour of the attract loop at ten times its pace than after warm-up, in
 * per cent, each time after garbage was collected.
 */
async function heapGrowth(page: Page, hours: number): Promise<number> {
  const stepMs = 10_000 / 60;
  const framesAtOnce = 1800;
  const session = await page.context().newCDPSession(page);
  const heap = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const play = (from: number) => page.evaluate(seekThrough, { from, count: framesAtOnce, stepMs });
  await play(0);
  const warm = await heap();
  const frames = (hours * 3_600_000) / stepMs;
  for (let from = framesAtOnce; from < frames; from += framesAtOnce) await play(from);
  const grown = (await heap()) / warm - 1;
  await session.detach();
  return grown * 100;
}

/** Runs in the page. */
async function seekThrough({ from, count, stepMs }: { from: number; count: number; stepMs: number }): Promise<void> {
  const scene = document.body.lastElementChild as SceneElement;
  for (let index = from; index < from + count; index++) {
    scene.seek(index * stepMs);
    await scene.updateComplete;
  }
}

/** Seeks frame by frame and waits for what that renders, style and layout included. Runs in the page. */
async function scriptPerFrame({ count, stepMs }: { count: number; stepMs: number }): Promise<number[]> {
  const scene = document.body.lastElementChild as SceneElement;
  const samples: number[] = [];
  for (let index = 0; index < count; index++) {
    const startedMs = performance.now();
    scene.seek(index * stepMs);
    await scene.updateComplete;
    void scene.shadowRoot?.lastElementChild?.getBoundingClientRect();
    samples.push(performance.now() - startedMs);
  }
  return samples;
}
