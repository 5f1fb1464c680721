/**
 * The picture of the README: `npm run shots:hall`. Opens the shipped hall in a folder of its own, rehearses it an hour
 * after its next opening, and writes docs/images/virtual-hall.jpg.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../tests/support/browser.ts';

const root = join(import.meta.dirname, '../..');
const picture = join(root, 'docs/images/virtual-hall.jpg');
/** Until the scenes are there and the light on the relief has found its place. */
const settleMs = 25_000;
/** 11:20 in the hall on a Wednesday: open, and no show is running. */
const instant = '2026-11-25T06:20:00Z';

const dataDir = await mkdtemp(join(tmpdir(), 'shanyraq-shots-'));
const controller = spawn(process.execPath, [join(root, 'controller/main.ts')], {
  env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  let said = '';
  let link: string | undefined;
  for await (const chunk of controller.stdout) {
    said += String(chunk);
    link = /Virtual hall\s+(\S+)/.exec(said)?.[1];
    if (link !== undefined) break;
  }
  if (link === undefined) throw new Error(`The controller did not open the hall: ${said}`);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, locale: 'en' });
    await page.goto(link);
    await page.waitForSelector('[data-screen]');
    await page.goto(new URL(`/hall/?at=${instant}`, link).href);
    await page.waitForTimeout(settleMs);
    await page.locator('.hall-bar').evaluate((bar) => bar.toggleAttribute('hidden', true));
    await mkdir(join(root, 'docs/images'), { recursive: true });
    await page.screenshot({ path: picture, type: 'jpeg', quality: 85 });
    console.log(picture);
  } finally {
    await browser.close();
  }
} finally {
  controller.kill('SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
}
