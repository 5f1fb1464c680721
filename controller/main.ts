import { pino } from 'pino';
import { readEnvironment } from './environment.ts';
import { startController } from './start.ts';
import { StoreFailure } from './store/failure.ts';
import { welcome } from './welcome.ts';

/** What cannot be used is said in one line for a person, with this exit code. */
const unusable = 2;

// An error is logged as `error`, and with its message and stack only where pino knows that name.
const log = pino(
  { level: process.env['LOG_LEVEL'] ?? 'info', errorKey: 'error' },
  pino.destination({ dest: 2, sync: true }),
);

function refuse(message: string): never {
  console.error(message);
  process.exit(unusable);
}

const read = readEnvironment(process.env, process.cwd());
if (!read.ok) refuse(read.message);

const started = await startController(read.environment, log).catch((error: unknown) => {
  if (error instanceof StoreFailure) refuse(error.message);
  throw error;
});
if (!started.ok) refuse(started.message);
const { controller } = started;
console.log(welcome(controller));

/** Ends in good order, once: a Ctrl-C may reach the controller twice, from the terminal and from npm. */
async function end(): Promise<void> {
  process.off('SIGTERM', onSignal);
  process.off('SIGINT', onSignal);
  process.on('SIGTERM', () => undefined);
  process.on('SIGINT', () => undefined);
  await controller.stop();
  process.exit(0);
}

function onSignal(): void {
  end().catch((error: unknown) => {
    log.error({ error }, 'the controller did not end in good order');
    process.exit(1);
  });
}
process.on('SIGTERM', onSignal);
process.on('SIGINT', onSignal);
