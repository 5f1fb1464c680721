import type { SceneElement } from '../../displays/scenes/scene-element.ts';
import { live, textureReads } from '../../displays/scenes/relief/stone/texture-reads.ts';
import { launchBrowser } from '../support/browser.ts';
import { servePreview } from '../support/preview.ts';
import { distribution, type Row } from './row.ts';

const frames = 3000;
const marginPx = 2 * 264;

/** What a frame of the relief costs: the shader's texture reads, counted, and the pictures' script, measured. */
export async function bench(): Promise<readonly Row[]> {
  const reads = textureReads(1920, 1080, live, marginPx);
  const rows: Row[] = [
    {
      case: 'shader, 1920 × 1080',
      subject: 'shanyraq',
      metric: 'texture reads per frame, at most',
      unit: '1',
      value: reads,
    },
  ];
  const preview = await servePreview();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 3840, height: 1080 } });
    for (const scene of ['relief', 'relief-drift']) {
      await preview.open(page, { scene, target: 'relief', language: 'kk' });
      const samples = await page.evaluate(scriptPerFrame, frames);
      rows.push(
        distribution(
          { case: `${scene}, pictures`, subject: 'shanyraq', metric: 'script per frame', unit: 'ms' },
          samples,
        ),
      );
    }
  } finally {
    await browser.close();
    await preview.close();
  }
  return rows;
}

/** Seeks frame by frame through the loop, style and layout included. Runs in the page. */
function scriptPerFrame(count: number): number[] {
  const scene = document.body.lastElementChild as SceneElement;
  return Array.from({ length: count }, (_, index) => {
    const startedMs = performance.now();
    scene.seek(index * 127);
    void scene.shadowRoot?.querySelector('.caption')?.getBoundingClientRect();
    return performance.now() - startedMs;
  });
}
