import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

export interface FoundBrowser {
  readonly path: string;
  /** As it names itself: `Chromium 156.0…`. */
  readonly name: string;
}

/** The given browser, or the first Chromium or Chrome of the system that can tell its version; null: there is none. */
export function findBrowser(given: string | null, env: NodeJS.ProcessEnv): FoundBrowser | null {
  const folders = (env['PATH'] ?? '').split(delimiter);
  const candidates = given === null ? names.flatMap((name) => folders.map((folder) => join(folder, name))) : [given];
  for (const path of candidates) {
    // Some distributions install a stub under the browser's name.
    const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 15_000 });
    if (status === 0) return { path, name: stdout.trim().slice(0, 200) };
  }
  return null;
}
