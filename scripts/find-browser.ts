import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

export type FoundBrowser =
  | { readonly found: true; readonly path: string }
  | { readonly found: false; readonly tried: readonly string[] };

const systemNames = ['chromium', 'chromium-browser', 'google-chrome'];

/** Some distributions install a stub under the browser's name, so a candidate counts only when it can tell its version. */
function runs(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** The Chromium of the browser tests: `CHROMIUM` where it is set, else one of the system's, else Playwright's own. */
export function findBrowser(env: NodeJS.ProcessEnv): FoundBrowser {
  const chosen = env['CHROMIUM'];
  const folders = (env['PATH'] ?? '').split(delimiter);
  const candidates = chosen
    ? [chosen]
    : [...systemNames.flatMap((name) => folders.map((folder) => join(folder, name))), chromium.executablePath()];
  const path = candidates.find(runs);
  return path === undefined
    ? { found: false, tried: chosen ? [chosen] : [...systemNames, chromium.executablePath()] }
    : { found: true, path };
}
