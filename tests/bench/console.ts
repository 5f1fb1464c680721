import type { Browser } from 'playwright';
import { launchBrowser } from '../support/browser.ts';
import { measureLargeHall } from './console/large-hall.ts';
import { measureColleagues, measureTakes } from './console/two-desks.ts';
import type { BenchOptions, Row } from './row.ts';

/**
 * The console in a real browser: from a click on GO to all 13 players applied and shown, what a colleague's console
 * needs to see the same, and 200 screens with live state. Needs the built pages.
 */
export async function bench({ quick, say }: BenchOptions): Promise<readonly Row[]> {
  const browser: Browser = await launchBrowser();
  const rows: Row[] = [];
  try {
    say('two consoles …');
    rows.push(...(await measureColleagues(browser, quick ? 20 : 100)));
    say('200 screens …');
    rows.push(
      ...(await measureLargeHall(browser, { screens: 200, loads: quick ? 3 : 10, forMs: quick ? 8_000 : 30_000 })),
    );
    for (const players of ['protocol', 'pages'] as const) {
      say(`GO with 13 players (${players}) …`);
      rows.push(...(await measureTakes(browser, { players, takes: quick ? 20 : 100 })));
    }
  } finally {
    await browser.close();
  }
  return rows;
}
