import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './find-browser.ts';
import { readOptions } from './options.ts';
import { startPlayerHost } from './start.ts';
import { trustAsTheMachineDoes } from './trust.ts';

const unusable = 2;

function refuse(message: string): never {
  console.error(message);
  process.exit(unusable);
}

const read = readOptions(process.argv.slice(2).filter((word) => word !== '--'));
if (!read.ok) refuse(read.message);
const found = findBrowser(read.options.browser, process.env);
if (found === null)
  refuse(
    'No Chromium or Chrome that starts: install one (on Debian: apt install chromium), or name it with --browser PATH.',
  );
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  readonly version: string;
};
trustAsTheMachineDoes();
const say = (line: string): void => console.log(`${new Date().toISOString()} ${line}`);
const host = await startPlayerHost(read.options, found, `host-${version}`, say).catch((error: unknown) => {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return refuse(
    isTaken
      ? `Port ${read.options.port} is in use on this machine: another player has it. Choose another with --port.`
      : `The player cannot start: ${String(error)}`,
  );
});
say(`${found.name} shows ${host.url}, by way of ${read.options.controller}`);

const end = (): void => {
  host.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(`the player did not end in good order: ${String(error)}`);
      process.exit(1);
    },
  );
};
process.once('SIGTERM', end);
process.once('SIGINT', end);
