import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openCdp, type Cdp } from '../../player-host/cdp.ts';
import { findBrowser } from '../../scripts/find-browser.ts';
import type { PlayerMachine } from './player-machine.ts';

/** A player host with its browser, as processes of their own. */
export interface PlayerProcess {
  said(): string;
  /** Where its browser loads the player from, once it has said so. */
  loopback(): Promise<string>;
  cdp(): Promise<Cdp>;
  /** Whether a scene of a plan is on its page; never the page that asks for a code, or the browser's own. */
  shows(): Promise<boolean>;
  /** Ends in good order. */
  stop(): Promise<void>;
  /** The host ends at once; its browser lives on. */
  crash(): Promise<void>;
  /** Host and browser end at once, as when their power is cut. */
  cut(): Promise<void>;
}

export interface PlayerProcessOptions {
  readonly controller: string;
  /** The browser keeps what it has fetched by origin, and so by port: it stays the same over restarts. */
  readonly port: number;
  readonly dataDir: string;
  /** What its machine is made of, where it is not this one. */
  readonly machine?: Pick<PlayerMachine, 'env' | 'backlight'>;
}

const patienceMs = 60_000;
const sceneIsOn = '[...document.querySelectorAll(".layer *")].some((one) => one.localName.startsWith("scene-"))';

export function startPlayerProcess({ controller, port, dataDir, machine }: PlayerProcessOptions): PlayerProcess {
  const browser = findBrowser(process.env);
  if (!browser.found) throw new Error('No Chromium: `npm test` installs one.');
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu'].map((flag) => `--flag=${flag}`);
  const words = ['--controller', controller, '--port', String(port), '--data', dataDir, '--browser', browser.path];
  if (machine !== undefined) words.push('--backlight', machine.backlight);
  // A group of its own, so that the power of all of it can be cut.
  const host = spawn(process.execPath, ['player-host/main.ts', ...words, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...machine?.env },
  });
  let said = '';
  for (const stream of [host.stdout, host.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const cdp = (): Promise<Cdp> =>
    openCdp(Number(readFileSync(join(dataDir, 'profile/DevToolsActivePort'), 'utf8').split('\n', 1)[0]));
  const ended = async (how: () => void): Promise<void> => {
    if (host.exitCode !== null || host.signalCode !== null) return;
    const gone = once(host, 'exit');
    how();
    await gone;
  };
  return {
    said: () => said,
    async loopback() {
      for (const startedAt = performance.now(); performance.now() - startedAt < patienceMs; await delay(50)) {
        const found = /shows (http:\S+),/.exec(said)?.[1];
        if (found !== undefined) return found;
      }
      throw new Error(`the player host did not start: ${said}`);
    },
    cdp,
    async shows() {
      try {
        const page = await cdp();
        const { result } = await page
          .call('Runtime.evaluate', { expression: sceneIsOn, returnByValue: true })
          .finally(() => page.close());
        return (result as { readonly value?: boolean }).value === true;
      } catch {
        // A browser that is starting has no page to ask yet.
        return false;
      }
    },
    stop: () => ended(() => host.kill('SIGTERM')),
    crash: () => ended(() => host.kill('SIGKILL')),
    async cut() {
      await ended(() => process.kill(-(host.pid ?? NaN), 'SIGKILL'));
      // Its browser's processes are not ours to wait for; their sockets are gone with them.
      await delay(500);
    },
  };
}
