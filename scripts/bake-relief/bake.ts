/**
 * Carves the frieze and lights it: `npm run bake:relief -- [--stone] [--groups id,id] [--scale 1] [--out folder]`.
 *
 * Reads config/media/relief/relief.json; writes the height field (stone.field) and the lit pictures beside it.
 * `--stone` carves alone, `--pictures` lights what was carved before, `--groups` names those to light. The carving is
 * the same on every machine; the pictures are drawn by Chromium's software WebGL2, slowly, and committed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateSync } from 'node:zlib';
import type { Page } from 'playwright';
import { groupLight, restingLight, wallLight, type ReliefLight } from '#shared/scenes/relief-light.ts';
import { wallPictureSwings } from '#shared/scenes/relief-times.ts';
import { ReliefWall, type ReliefGroup } from '#shared/scenes/relief-wall.ts';
import { encodeField } from '../../displays/scenes/relief/field-codec.ts';
import { openPreview } from '../../tests/support/preview.ts';
import { carveFrieze } from './frieze/frieze.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'config/media/relief');

const { values: given } = parseArgs({
  options: {
    stone: { type: 'boolean', default: false },
    pictures: { type: 'boolean', default: false },
    groups: { type: 'string' },
    walls: { type: 'boolean', default: false },
  },
});

async function carve(): Promise<void> {
  const startedMs = performance.now();
  const stone = carveFrieze();
  const byte = (value: number): number => Math.round(255 * Math.min(1, Math.max(0, value)));
  const file = encodeField(
    {
      width: stone.width,
      height: stone.height,
      relief: stone.relief,
      gold: Uint8Array.from(stone.gold, byte),
      finish: Uint8Array.from(stone.finish, byte),
      tint: Uint8Array.from(stone.tint, (value) => byte(value / 2 + 128 / 255)),
    },
    (bytes) => deflateSync(bytes, { level: 9 }),
  );
  await writeFile(join(folder, 'stone.field'), file);
  console.log(
    `stone.field: ${stone.parts} parts, ${file.length} bytes, ${Math.round(performance.now() - startedMs)} ms`,
  );
}

const groupQuality = 0.75;
const wallQuality = 0.76;

async function light(wall: ReliefWall): Promise<void> {
  const preview = await openPreview(['--use-angle=swiftshader', '--enable-unsafe-swiftshader']);
  try {
    const page = await preview.browser.newPage();
    page.setDefaultTimeout(600_000);
    page.on('pageerror', (error) => console.log(`studio: ${error.message}`));
    await page.goto(`${preview.base}scripts/bake-relief/studio.html`);
    await page.waitForFunction(() => 'openStudio' in window);
    await page.evaluate(async ([about, url]) => window.openStudio(about, url), [
      wall,
      `${preview.base}config/media/relief/stone.field`,
    ] as const);
    if (given.groups === undefined) await lightWalls(page, wall);
    if (given.walls) return;
    const wanted = given.groups?.split(',');
    for (const group of wall.groups) if (wanted?.includes(group.id) ?? true) await lightGroup(page, wall, group);
  } finally {
    await preview.close();
  }
}

async function lightWalls(page: Page, wall: ReliefWall): Promise<void> {
  const take = (by: ReliefLight) =>
    page.evaluate(([how, quality]) => window.studio.wall(how, quality), [by, wallQuality] as const);
  await save('wall-dim', await take(restingLight(wall)));
  await save('wall-left', await take(wallLight(wall, wallPictureSwings[0], 1)));
  await save('wall-right', await take(wallLight(wall, wallPictureSwings[1], 1)));
}

async function lightGroup(page: Page, wall: ReliefWall, group: ReliefGroup): Promise<void> {
  for (const [name, swing] of [
    ['arriving', 0],
    ['leaving', 1],
  ] as const) {
    const lit = await page.evaluate(([how, which, quality]) => window.studio.group(how, which, quality), [
      groupLight(wall, group, swing, 1),
      group,
      groupQuality,
    ] as const);
    await save(`${group.id}-${name}`, lit);
  }
  const mask = await page.evaluate(([which, quality]) => window.studio.mask(which, quality), [group, 0.85] as const);
  await save(`${group.id}-mask`, mask);
}

async function save(name: string, base64: string): Promise<void> {
  const bytes = Buffer.from(base64, 'base64');
  await writeFile(join(folder, `${name}.webp`), bytes);
  console.log(`${name}.webp ${bytes.length} bytes`);
}

if (!given.pictures && given.groups === undefined && !given.walls) await carve();
if (!given.stone) await light(ReliefWall.parse(JSON.parse(await readFile(join(folder, 'relief.json'), 'utf8'))));
