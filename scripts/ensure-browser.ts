import { spawnSync } from 'node:child_process';
import { findBrowser } from './find-browser.ts';

/** True when the command ended well; it speaks for itself on the terminal. */
function succeeds(command: string, args: readonly string[]): boolean {
  console.log(`  ${[command, ...args].join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function isOnPath(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** What to put before a command that needs root: nothing for root, sudo where it asks no password, else null. */
function asRoot(): readonly string[] | null {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

function installWithApt(): void {
  const prefix = asRoot();
  if (prefix === null || !isOnPath('apt-get')) return;
  const apt = (...args: readonly string[]) => {
    const [command = 'apt-get', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return succeeds(command, rest);
  };
  // A stale or partly unreachable index may still hold the package, so the install is tried either way.
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
}

function installWithPlaywright(): void {
  succeeds('playwright', ['install', 'chromium']);
}

for (const install of [installWithApt, installWithPlaywright]) {
  if (findBrowser(process.env).found || process.env['CHROMIUM']) break;
  console.log('The browser tests need Chromium, and none was found. Installing it:');
  install();
}

const browser = findBrowser(process.env);
if (!browser.found) {
  const what = process.env['CHROMIUM']
    ? `CHROMIUM names ${process.env['CHROMIUM']}, which does not run: set it to a Chromium that does, or unset it.`
    : 'No Chromium runs here and none could be installed: install one, or set CHROMIUM to the path of one.';
  console.error(`${what} Tried: ${browser.tried.join(', ')}`);
  process.exit(2);
}
