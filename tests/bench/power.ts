import { openDarkHall, type Order, type Return } from '../support/dark-hall.ts';
import { distribution, type BenchOptions, type Row } from './row.ts';

const subject = 'shanyraq';
const orders: readonly Order[] = ['controller first', 'players first'];

/** Power cuts of a controller and two player hosts with real browsers, started again in either order. */
export async function bench({ quick, say }: BenchOptions): Promise<readonly Row[]> {
  const hall = await openDarkHall(['map', 'entrance'], 8_391);
  const rows: Row[] = [];
  try {
    for (const order of orders) {
      const returns: Return[] = [];
      for (let turn = 0; turn < (quick ? 2 : 10); turn += 1) {
        returns.push(await hall.powerCut(order));
        say(`${order}, ${turn + 1}: ${JSON.stringify(returns.at(-1))}`);
      }
      const row = (metric: string, value: (one: (typeof returns)[number]) => number): Row =>
        distribution({ case: `power cut, ${order}`, subject, metric, unit: 's' }, returns.map(value));
      rows.push(
        row('controller, until it is ready', ({ readyMs }) => readyMs / 1000),
        row('players, until the last has a picture', ({ pictureMs }) => pictureMs / 1000),
        row('from the last start, until the hall is right', ({ rightMs }) => rightMs / 1000),
      );
    }
  } finally {
    await hall.stop();
  }
  return rows;
}
