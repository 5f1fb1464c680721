import { entrances, openFuzzBed } from '../support/fuzz/fuzz.ts';
import type { Bench, Row } from './row.ts';

const seed = 20_261_216;

/** What is sent to each entrance of a running controller, and what it costs the others. Fails on any wrong answer. */
export const bench: Bench = async ({ quick, say }) => {
  const count = quick ? 5_000 : 100_000;
  const bed = await openFuzzBed();
  const rows: Row[] = [];
  for (const entrance of entrances) {
    const result = await bed.fuzz(entrance, seed, count);
    say(
      `${entrance}: ${JSON.stringify(result.answers)} in ${result.seconds.toFixed(0)} s; logged ${result.logged.length}`,
    );
    for (const line of [...result.wrong, ...result.logged.slice(0, 5)]) say(`  ${line}`);
    const head = { case: `fuzz ${entrance}`, subject: 'shanyraq' } as const;
    rows.push(
      { ...head, metric: 'messages', unit: 'count', value: result.sent },
      { ...head, metric: 'wrong answers', unit: 'count', value: result.wrong.length },
      { ...head, metric: 'decisions made', unit: 'count', value: result.before === result.after ? 0 : 1 },
      { ...head, metric: 'longest stall by the clock', unit: 'ms', value: result.stalls.byClockMs },
      { ...head, metric: 'the same of an idle process beside it', unit: 'ms', value: result.idleStalls.byClockMs },
      ...(result.stalls.ownMs === null
        ? []
        : [{ ...head, metric: 'longest stall less the wait for a processor', unit: 'ms', value: result.stalls.ownMs }]),
      { ...head, metric: 'longest work in one go', unit: 'ms', value: result.stalls.workMs },
      { ...head, metric: 'rate', unit: 'messages/s', value: result.sent / result.seconds },
    );
  }
  const code = await bed.stop();
  rows.push({ case: 'fuzz', subject: 'shanyraq', metric: 'exit code', unit: 'code', value: code ?? NaN });
  return rows;
};
