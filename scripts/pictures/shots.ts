/**
 * Pictures of the scenes of config at their screens' true resolution: `npm run shots -- [scene …] [--language kk,ru,en]
 * [--at 0,20000] [--target screen-or-surface] [--view '{"selection":{…}}'] [--quality light] [--check]`.
 * A type without a scene of config: `npm run shots -- --type evacuation --params '{}'`; `--overlay 'notice:{"text":{…}}'`.
 * Writes shots/<scene>@<target>-<language>[-<at>].png; reports text that leaves its screen or lies over other text.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { Hall } from '#shared/hall.ts';
import { Scene, Show } from '#shared/scene.ts';
import { openPreview } from '../../tests/support/preview.ts';
import { textFaults } from './text-faults.ts';

// The console has states, not scenes: it has a script of its own.
if (process.argv[2] === 'console') {
  process.argv.splice(2, 1);
  await import('./console-shots.ts');
  process.exit();
}

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'shots');

const { values: given, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    language: { type: 'string', default: 'kk,ru,en' },
    at: { type: 'string', default: '20000' },
    target: { type: 'string' },
    view: { type: 'string' },
    quality: { type: 'string', default: 'full' },
    now: { type: 'string' },
    type: { type: 'string' },
    params: { type: 'string', default: '{}' },
    overlay: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});

async function readAll<T>(name: string, parse: (value: unknown) => T): Promise<T[]> {
  const files = (await readdir(join(root, 'config', name))).filter((file) => file.endsWith('.json'));
  return Promise.all(
    files.map(async (file) => parse(JSON.parse(await readFile(join(root, 'config', name, file), 'utf8')))),
  );
}

const hall = Hall.parse(JSON.parse(await readFile(join(root, 'config/hall.json'), 'utf8')));
const scenes = await readAll('scenes', (value) => Scene.parse(value));
const shows = await readAll('shows', (value) => Show.parse(value));

/** Where the shows put a scene; the first place that is a single screen or a surface. */
function targetOf(scene: string): string {
  if (given.target !== undefined) return given.target;
  const parts = shows.flatMap((show) => show.cues.flatMap((cue) => cue.parts)).filter((part) => part.scene === scene);
  const places = new Set<string>([...hall.screens.map(({ id }) => id), ...hall.surfaces.map(({ id }) => id)]);
  return parts.flatMap((part) => part.targets).find((id) => places.has(id)) ?? 'statehood';
}

function sizeOf(target: string): { width: number; height: number } {
  const surface = hall.surfaces.find(({ id }) => id === target);
  if (surface !== undefined) return { width: surface.widthPx, height: surface.heightPx };
  const screen = hall.screens.find(({ id }) => id === target);
  if (screen === undefined) throw new Error(`the hall has no screen or surface "${target}"`);
  return { width: screen.widthPx, height: screen.heightPx };
}

async function shoot(page: Page, base: string, scene: string, language: string, at: string): Promise<void> {
  const target = targetOf(scene);
  const query = new URLSearchParams({ scene, target, language, at, quality: given.quality });
  if (given.view !== undefined) query.set('view', given.view);
  if (given.now !== undefined) query.set('now', given.now);
  if (given.overlay !== undefined) query.set('overlay', given.overlay);
  if (given.type !== undefined) query.set('type', given.type);
  query.set('params', given.params);
  await page.setViewportSize(sizeOf(target));
  await page.goto(`${base}displays/preview.html?${query.toString()}`);
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 30_000 });
  const faults = await page.evaluate(textFaults);
  const over = given.overlay === undefined ? '' : `+${given.overlay.split(':')[0]}`;
  const name = `${scene}${over}@${target}-${language}-${at}`;
  if (!given.check) await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`${name}${faults.length === 0 ? '' : `\n  ${faults.join('\n  ')}`}`);
}

await mkdir(folder, { recursive: true });
const preview = await openPreview();
try {
  const page = await preview.browser.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) console.log(`  page: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.log(`  page: ${error.message}`));
  const ids = given.type === undefined ? scenes.map(({ id }) => id) : [given.type];
  for (const id of ids.filter((candidate) => wanted.length === 0 || wanted.includes(candidate))) {
    for (const language of given.language.split(',')) {
      for (const at of given.at.split(',')) {
        await shoot(page, preview.base, id, language, at).catch((error: unknown) => {
          process.exitCode = 1;
          console.log(`${id} ${language}: ${String(error)}`);
        });
      }
    }
  }
} finally {
  await preview.close();
}
