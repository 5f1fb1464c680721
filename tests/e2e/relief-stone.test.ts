import { expect, it } from 'vitest';
import { restingLight, type ReliefLight } from '#shared/scenes/relief-light.ts';
import { openPreview } from '../support/preview.ts';

const [width, height] = [320, 160];

/** A lamp low on one side of a small wall. */
function lampFrom(x: number): ReliefLight {
  const rest = restingLight({ widthPx: width });
  const key = { position: [x, 80, 60], target: [160, 80], colour: [1, 1, 1], intensity: 0.5, radiusPx: 600 } as const;
  return { ...rest, key, rise: { inside: 1, outside: 1, fromX: 0, untilX: width } };
}

it('the shader lights the flank that faces the lamp and casts a shadow behind, on a software renderer too', async () => {
  const preview = await openPreview(['--use-angle=swiftshader', '--enable-unsafe-swiftshader']);
  try {
    const page = await preview.browser.newPage();
    await preview.open(page, { scene: 'relief', target: 'relief', language: 'kk', quality: 'light' });
    await page.addScriptTag({ type: 'module', url: '/tests/support/lit-dome.ts' });
    await page.waitForFunction(() => 'litDome' in window);
    const light = (lamp: ReliefLight) =>
      page.evaluate(([by, w, h]) => window.litDome(by, w, h), [lamp, width, height] as const);
    const left = await light(lampFrom(-60));
    const right = await light(lampFrom(380));
    expect(left['leftFlank']).toBeGreaterThan((left['rightFlank'] ?? 0) * 1.4);
    expect(left['leftGround']).toBeGreaterThan((left['rightGround'] ?? 0) * 1.2);
    expect(right['rightFlank']).toBeGreaterThan((right['leftFlank'] ?? 0) * 1.4);
    expect(right['rightGround']).toBeGreaterThan((right['leftGround'] ?? 0) * 1.2);
  } finally {
    await preview.close();
  }
});
