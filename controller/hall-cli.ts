import { pino } from 'pino';
import { ConfigTrouble } from './adapters/config/flaw.ts';
import { parseCall, usage } from './cli/arguments.ts';
import { runCall } from './cli/run.ts';
import { readEnvironment } from './environment.ts';
import { StoreFailure } from './store/failure.ts';

/** What was asked cannot be done as things are; nothing was changed. */
const refused = 2;

const log = pino({ level: 'warn', errorKey: 'error' }, pino.destination({ dest: 2, sync: true }));

async function main(): Promise<number> {
  const call = parseCall(process.argv.slice(2));
  if (call.is === 'help') {
    console.log(usage);
    return 0;
  }
  if (call.is === 'misused') {
    console.error(`${call.message}\n\n${usage}`);
    return refused;
  }
  const read = readEnvironment(process.env, process.cwd());
  if (!read.ok) {
    console.error(read.message);
    return refused;
  }
  try {
    const place = { environment: read.environment, cwd: process.cwd(), log, now: Date.now() };
    const { ok, message } = await runCall(call, place);
    console[ok ? 'log' : 'error'](message);
    return ok ? 0 : refused;
  } catch (error) {
    if (!isTrouble(error)) throw error;
    console.error(error.message);
    return refused;
  }
}

/** Something outside is not as it has to be, or the system refused a file: its own words are enough. */
function isTrouble(error: unknown): error is Error {
  return (
    error instanceof StoreFailure || error instanceof ConfigTrouble || (error instanceof Error && 'syscall' in error)
  );
}

process.exitCode = await main();
