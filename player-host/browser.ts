import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HostReport } from '#shared/host-report.ts';
import { openCdp, type Cdp } from './cdp.ts';
import type { FoundBrowser } from './find-browser.ts';
import type { HostOptions } from './options.ts';

export interface BrowserOptions extends Pick<HostOptions, 'window' | 'flags' | 'dataDir'> {
  readonly found: FoundBrowser;
  readonly url: string;
  readonly say: (line: string) => void;
}

/** One browser in kiosk mode that is always there: started again when it dies, and killed when it hangs. */
export interface KioskBrowser {
  state(): HostReport['browser'];
  /** Of the present browser; null while there is none to talk to. */
  cdp(): Cdp | null;
  restart(why: string): void;
  stop(): Promise<void>;
}

const lookEveryMs = 3_000;
/** Two looks without an answer: a page that only loads a large scene answers again by then. */
const missesUntilHung = 3;
const answerMs = 4_000;
const backoff = { firstMs: 1_000, mostMs: 30_000, calmMs: 60_000 } as const;

/**
 * What a wall's browser does without. `OnBeginFrameThrottleVideo` has a film whose frames fill whole refreshes looked at
 * only once a frame, at whichever refresh it began: a film of 30 frames a second at 60 Hz then stays a whole refresh off,
 * whatever its speed. The two of the omnibox are pages that the browser loads behind every window for an address bar
 * which a kiosk does not have: a second of a slow machine's core as its first picture is due.
 */
export const withoutFeatures = `--disable-features=${[
  'Translate',
  'MediaRouter',
  'InterestFeedContentSuggestions',
  'CalculateNativeWinOcclusion',
  'OnBeginFrameThrottleVideo',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
].join(',')}`;

/** No questions, no sounds that need a finger, no pointer to see, nothing that fetches or updates by itself. */
const kiosk = [
  '--kiosk',
  '--no-first-run',
  '--no-default-browser-check',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-session-crashed-bubble',
  '--hide-crash-restore-bubble',
  '--disable-infobars',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  withoutFeatures,
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--noerrdialogs',
  '--password-store=basic',
  '--deny-permission-prompts',
  '--disable-sync',
  '--remote-debugging-port=0',
];

/** What the browser keeps, over its own restarts and the host's. */
export const profileIn = (dataDir: string): string => join(dataDir, 'profile');

export function keepBrowser(options: BrowserOptions): KioskBrowser {
  const { found, url, say, dataDir } = options;
  const profile = profileIn(dataDir);
  let child: ChildProcess | null = null;
  let cdp: Cdp | null = null;
  let state: HostReport['browser']['state'] = 'starting';
  let restarts = 0;
  let lastRestart: string | null = null;
  let startedAt = 0;
  let waitMs: number = backoff.firstMs;
  let misses = 0;
  let isStopped = false;
  let again: NodeJS.Timeout | undefined;

  function start(): void {
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    // A profile that another machine's name or a power cut has left locked would ask; nobody is there to answer.
    for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie', 'DevToolsActivePort'])
      rmSync(join(profile, lock), { force: true });
    const at = options.window;
    const place = at === null ? [] : [`--window-position=${at.x},${at.y}`, `--window-size=${at.width},${at.height}`];
    state = 'starting';
    misses = 0;
    startedAt = performance.now();
    child = spawn(found.path, [...kiosk, ...place, ...options.flags, `--user-data-dir=${profile}`, url], {
      stdio: 'ignore',
    });
    const mine = child;
    child.once('error', (error) => say(`the browser cannot be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      if (mine !== child) return;
      ended(`it ended with ${signal ?? code ?? 'nothing'}`);
    });
  }

  function ended(why: string): void {
    cdp?.close();
    cdp = null;
    child = null;
    state = 'stopped';
    if (isStopped) return;
    if (performance.now() - startedAt > backoff.calmMs) waitMs = backoff.firstMs;
    restarts += 1;
    lastRestart ??= why;
    say(`the browser is started again in ${waitMs} ms: ${lastRestart}`);
    const reason = lastRestart;
    again = setTimeout(() => {
      start();
      lastRestart = reason;
    }, waitMs);
    waitMs = Math.min(backoff.mostMs, waitMs * 2);
  }

  function restart(why: string): void {
    lastRestart = why.slice(0, 200);
    if (child === null) return;
    child.kill('SIGKILL');
  }

  async function look(): Promise<void> {
    if (child === null) return;
    try {
      cdp = cdp?.isOpen() === true ? cdp : await openCdp(portOf(profile));
      await cdp.call('Runtime.evaluate', { expression: '1' }, answerMs);
      misses = 0;
      state = 'running';
    } catch (error) {
      misses += 1;
      // A browser that is still starting has no port yet.
      if (misses < (state === 'starting' ? 3 * missesUntilHung : missesUntilHung)) return;
      state = 'hung';
      misses = 0;
      restart(`it hung: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  start();
  let isLooking = false;
  const looking = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void look().finally(() => {
      isLooking = false;
    });
  }, lookEveryMs);

  return {
    state: () => ({ name: found.name, state, restarts, lastRestart }),
    cdp: () => (cdp?.isOpen() === true ? cdp : null),
    restart,
    async stop() {
      isStopped = true;
      clearInterval(looking);
      clearTimeout(again);
      cdp?.close();
      const mine = child;
      if (mine === null) return;
      const gone = new Promise((resolve) => mine.once('exit', resolve));
      mine.kill('SIGTERM');
      const hard = setTimeout(() => mine.kill('SIGKILL'), 3_000);
      await gone;
      clearTimeout(hard);
    },
  };
}

/** The port that the browser chose and wrote down. */
function portOf(profile: string): number {
  return Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n', 1)[0]);
}
