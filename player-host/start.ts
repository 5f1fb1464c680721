import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keepAddress, keptAddress, prove } from './address.ts';
import { carryOut } from './acts.ts';
import { keepBrowser, profileIn } from './browser.ts';
import type { FoundBrowser } from './find-browser.ts';
import { endLeftOver } from './left-over.ts';
import { openLink, type Link } from './link.ts';
import { thisMachine } from './machine.ts';
import { openMirror } from './mirror.ts';
import type { HostOptions } from './options.ts';
import { openPairing, samePairing, type Pairing } from './pairing.ts';
import { serveLoopback } from './serve.ts';
import { createSight } from './sight.ts';

export interface PlayerHost {
  readonly url: string;
  stop(): Promise<void>;
}

const reportEveryMs = 5_000;

/** Keeps one screen's browser alive on this machine, and its player bootable without a controller. */
export async function startPlayerHost(
  options: HostOptions,
  found: FoundBrowser,
  build: string,
  say: (line: string) => void,
): Promise<PlayerHost> {
  const { dataDir } = options;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  let controller = await keptAddress(dataDir, options.controller);
  const pairing = await openPairing(dataDir);
  const mirror = openMirror(join(dataDir, 'mirror'), () => controller, say);
  const machine = thisMachine(dataDir, options.backlight);
  // The wall clock is good enough for the age of a picture; the page keeps the hall's.
  const sight = createSight(() => Date.now());
  // The port is taken first: where another player has it, the browser is that one's, and goes on. Nothing is answered on
  // it before what was left behind has ended: through this port its page would reach the controller again.
  const served = await serveLoopback(
    options.port,
    mirror,
    () => controller,
    () => endLeftOver(profileIn(dataDir), say),
  );
  const url = `http://127.0.0.1:${served.port}/display/`;
  const browser = keepBrowser({ ...options, found, url, say });
  let link: Link | null = null;
  let linked: Pairing | null = null;

  async function moveTo(next: string): Promise<string | null> {
    const now = pairing.now();
    if (now === null) return 'This player is not paired yet; start it with the new address.';
    const why = await prove(next, now, build);
    if (why !== null) return why;
    await keepAddress(dataDir, options.controller, next);
    say(`moved from ${controller} to ${next}`);
    controller = next;
    // After the answer has left on the old line.
    setTimeout(() => {
      relink(now);
      browser.restart('it was moved to another controller');
    }, 500);
    return null;
  }

  function relink(to: Pairing): void {
    link?.stop();
    linked = to;
    const onOrder = ({ act }: Parameters<Parameters<typeof openLink>[0]['onOrder']>[0]) =>
      carryOut(act, { browser, machine, mirror, sight, pageUrl: url, moveTo });
    link = openLink({ controller, pairing: to, build, onOrder, say });
  }

  async function tell(): Promise<void> {
    const cdp = browser.cdp();
    if (cdp !== null) await pairing.settle(cdp);
    const now = pairing.now();
    if (now === null) return;
    if (linked === null || !samePairing(linked, now)) relink(now);
    const light = cdp === null ? null : await sight.light(cdp).catch(() => null);
    link?.report({
      screen: now.screen,
      ...(await machine.facts()),
      browser: browser.state(),
      light,
      controller,
      build,
    });
  }

  let isTelling = false;
  const telling = setInterval(() => {
    if (isTelling) return;
    isTelling = true;
    tell()
      .catch((error: unknown) => say(`a report could not be made: ${String(error)}`))
      .finally(() => {
        isTelling = false;
      });
  }, reportEveryMs);

  return {
    url,
    async stop() {
      clearInterval(telling);
      link?.stop();
      await browser.stop();
      await served.stop();
    },
  };
}
