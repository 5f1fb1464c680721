import { chromium, type Browser } from 'playwright';
import { withoutFeatures } from '../../player-host/browser.ts';
import { findBrowser } from '../../scripts/find-browser.ts';

/** Keeps the browser from talking to anybody but the hall, and from needing a graphics card. */
const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // As on a wall, and without what Playwright would have left out: the browser heeds the last list alone.
  `${withoutFeatures},HttpsUpgrades,PaintHolding,ThirdPartyStoragePartitioning,PreconnectToSearch,NetworkTimeServiceQuerying,OptimizationHints`,
];

/** Starts a headless Chromium, without sandbox so that it runs as root in a container too. The caller closes it. */
export function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const browser = findBrowser(process.env);
  if (!browser.found) throw new Error('No Chromium: `npm test` installs one, see scripts/ensure-browser.ts.');
  return chromium.launch({ executablePath: browser.path, args: [...quiet, ...args] });
}
