import { launchBrowser } from '../support/browser.ts';
import { measureLargeHall } from './console/large-hall.ts';
import { measurePeople } from './console/people.ts';
import { measureColleagues, measureTakes } from './console/two-desks.ts';
import type { BenchOptions, Row } from './row.ts';

/**
 * The console in a real browser: from a click on GO to all 13 players applied and shown, what a colleague's console
 * needs to see the same, and 200 screens with live state. Needs the built pages. `--quick` leaves out the players that
 * draw: thirteen pages, a console and a controller want more than two cores. `--only=colleagues,people,large,protocol,pages`
 * picks parts.
 */
export async function bench({ quick, only, say }: BenchOptions): Promise<readonly Row[]> {
  const browser = await launchBrowser();
  const rows: Row[] = [];
  const measured = (more: readonly Row[]): void => {
    rows.push(...more);
    for (const row of more) say(JSON.stringify(row));
  };
  const takes = quick ? 20 : 100;
  const isWanted = (part: string): boolean => only?.includes(part) ?? !(quick && part === 'pages');
  try {
    if (isWanted('colleagues')) {
      say('two consoles …');
      measured(await measureColleagues(browser, takes));
    }
    if (isWanted('people')) {
      say('people …');
      measured(await measurePeople(browser, quick ? 10 : 50));
    }
    if (isWanted('large')) {
      say('200 screens …');
      const large = { screens: 200, loads: quick ? 3 : 10, forMs: quick ? 8_000 : 30_000 };
      measured(await measureLargeHall(browser, large));
    }
    if (isWanted('protocol')) {
      say('GO with 13 simulated players …');
      measured(await measureTakes(browser, { players: 'protocol', takes }));
    }
    if (isWanted('pages')) {
      say('GO with 13 players that draw …');
      measured(await measureTakes(browser, { players: 'pages', takes }));
    }
  } finally {
    await browser.close();
  }
  return rows;
}
