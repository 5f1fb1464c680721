/**
 * Cuts what the exhibition shows carved: the ten digits, the words and the sun of the wall. `npm run bake`.
 * The results are committed; run it again after a change of face, stone or light.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { launchBrowser } from '../../tests/support/browser.ts';
import { carve, type Cut } from './carve.ts';
import { openStudio, type Drawing } from './draw.ts';
import { sunDisc, sunRays } from './sun.ts';

const root = join(import.meta.dirname, '../..');
const stone = join(root, 'displays/look/stone');

const digitCut: Cut = {
  azimuthDeg: 225,
  elevationDeg: 30,
  depth: 0.8,
  chisel: 0.45,
  tint: [226, 228, 222],
  ambient: 0.1,
};
const wallCut: Cut = {
  azimuthDeg: 262,
  elevationDeg: 26,
  depth: 0.85,
  chisel: 0.5,
  tint: [250, 236, 206],
  ambient: 0.07,
};
const goldCut: Cut = {
  azimuthDeg: 90,
  elevationDeg: 24,
  depth: 1,
  chisel: 0.45,
  tint: [255, 196, 60],
  ambient: 0.2,
  polished: true,
};

const browser = await launchBrowser();
try {
  const studio = await openStudio(browser);
  const grain = await studio.grain(join(stone, 'stone-grain.jpg'));

  const cutInto = async (file: string, drawing: Drawing, cut: Cut, quality: number) => {
    const drawn = await studio.draw(drawing);
    const { width, height } = drawn.mask;
    const picture = await studio.encode(carve(drawn.mask, grain, cut), width, height, quality);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, picture);
    console.log(`${file.slice(root.length + 1)} ${width}×${height} ${picture.length} bytes`);
    return drawn;
  };

  const sizePx = 820;
  const marginPx = 16;
  const digits: Record<string, unknown> = {};
  let digitHeightPx = 0;
  for (const digit of '0123456789') {
    const text: Drawing = { kind: 'text', text: digit, sizePx, weight: 560, marginPx };
    const drawn = await cutInto(join(stone, `digit-${digit}.webp`), text, digitCut, 0.86);
    // The flat-topped figures give the height; the round ones reach a little further.
    if (digit === '1') digitHeightPx = drawn.ascentPx;
    digits[digit] = {
      widthPx: drawn.mask.width,
      heightPx: drawn.mask.height,
      originPx: drawn.originPx,
      baselinePx: drawn.baselinePx,
      advancePx: Math.round(drawn.advancePx * 10) / 10,
    };
  }
  await writeFile(join(stone, 'digits.json'), `${JSON.stringify({ digitHeightPx, digits }, null, 2)}\n`);

  for (const [name, text] of [
    ['qazaq', 'ҚАЗАҚ'],
    ['eli', 'ЕЛІ'],
  ] as const) {
    const drawing: Drawing = { kind: 'text', text, sizePx: 470, weight: 640, marginPx };
    await cutInto(join(root, `config/media/carved/${name}.webp`), drawing, wallCut, 0.86);
  }
  const wall = join(root, 'displays/scenes/wall');
  await cutInto(join(wall, 'sun-rays.webp'), sunRays, goldCut, 0.9);
  await cutInto(
    join(wall, 'sun-disc.webp'),
    sunDisc,
    { ...goldCut, elevationDeg: 34, depth: 0.9, bowlPx: 46, tint: [255, 200, 66] },
    0.86,
  );
} finally {
  await browser.close();
}
