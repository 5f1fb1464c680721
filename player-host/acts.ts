import { setTimeout as wait } from 'node:timers/promises';
import type { OrderDone, PlayerAct } from '#shared/orders.ts';
import type { KioskBrowser } from './browser.ts';
import type { Cdp } from './cdp.ts';
import type { Machine } from './machine.ts';
import type { Mirror } from './mirror.ts';
import type { Sight } from './sight.ts';

export interface ActsOptions {
  readonly browser: KioskBrowser;
  readonly machine: Machine;
  readonly mirror: Mirror;
  readonly sight: Sight;
  readonly pageUrl: string;
  /** Serves another controller from here on, if it answers; says why not otherwise. */
  readonly moveTo: (url: string) => Promise<string | null>;
}

const done = (said: string, more: { readonly picture?: string } = {}): OrderDone => ({ ok: true, said, ...more });
const cannot = (said: string): OrderDone => ({ ok: false, code: 'not-ready', said: said.slice(0, 300) });

/** From order to answer at most; who ordered waits twice as long. */
const browserPatienceMs = 10_000;
const lookMs = 200;
/** Time for the answer to leave before the machine goes down. */
const leaveMs = 1_000;

/** Carries out what a technician orders. Never rejects: what goes wrong is the answer. */
export async function carryOut(act: PlayerAct, options: ActsOptions): Promise<OrderDone> {
  try {
    return await perform(act, options);
  } catch (error) {
    return cannot(`${act.is} failed on the player: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function perform(act: PlayerAct, options: ActsOptions): Promise<OrderDone> {
  const { browser, machine, mirror, sight } = options;
  switch (act.is) {
    case 'reload':
      await (await page(browser)).call('Page.navigate', { url: options.pageUrl });
      return done('The page loads anew.');
    case 'clear-cache': {
      await mirror.forget();
      const shown = await page(browser);
      await shown.call('Network.clearBrowserCache');
      // Not the local storage: the pairing is in it.
      await shown.call('Storage.clearDataForOrigin', {
        origin: new URL(options.pageUrl).origin,
        storageTypes: 'cache_storage,indexeddb,service_workers',
      });
      await shown.call('Page.navigate', { url: options.pageUrl });
      return done('Everything fetched is forgotten; the page loads anew.');
    }
    case 'restart-player':
      browser.restart('a technician asked for it');
      return done('The browser is started anew.');
    case 'reboot':
      setTimeout(() => {
        machine.reboot().catch((error: unknown) => console.error(`the machine does not restart: ${String(error)}`));
      }, leaveMs);
      return done('The machine restarts.');
    case 'screenshot':
      return done('This is what the browser shows.', { picture: await sight.picture(await page(browser)) });
    case 'brightness':
      await machine.setBrightness(act.level);
      return done(`Brightness is ${Math.round(act.level * 100)} %.`);
    case 'volume':
      await machine.setVolume(act.level);
      return done(`Volume is ${Math.round(act.level * 100)} %.`);
    case 'controller': {
      const why = await options.moveTo(act.url);
      return why === null ? done(`The player serves ${act.url} from here on.`) : cannot(why);
    }
  }
}

/** The page in the browser; one that is starting is waited for, so that an order given meanwhile is carried out. */
async function page(browser: KioskBrowser): Promise<Cdp> {
  for (let waitedMs = 0; ; waitedMs += lookMs) {
    const cdp = browser.cdp();
    if (cdp !== null) return cdp;
    if (waitedMs >= browserPatienceMs) throw new Error(`its browser is ${browser.state().state}`);
    await wait(lookMs);
  }
}
