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

/** Each scene's own script per frame, what it renders included; and the relief's texture reads and pictures. */
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
    }
  } finally {
    await browser.close();
    await preview.close();
  }
  say('the relief …');
  return [...rows, ...(await benchRelief())];
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
