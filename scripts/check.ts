import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

/** The steps of the gate. Lanes run side by side, the steps of a lane one after the other. */
const lanes: readonly (readonly Step[])[] = [
  [
    { name: 'types', command: 'tsc', args: ['-b'] },
    { name: 'format', command: 'oxfmt', args: ['--check'] },
    { name: 'lint', command: 'oxlint', args: [] },
    { name: 'build', command: 'vite', args: ['build', '--logLevel', 'warn'] },
  ],
  [{ name: 'unit', command: 'vitest', args: ['run', '--project', 'unit', '--reporter', 'dot'] }],
];

interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** Runs a step to its end, prints what it said as one piece, and tells whether it passed. */
function run(step: Step): Promise<boolean> {
  const startedMs = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(step.command, step.args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
      const passed = code === 0;
      if (!passed) process.stdout.write(Buffer.concat(said));
      console.log(`${passed ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)`);
      resolve(passed);
    });
  });
}

async function runLane(steps: readonly Step[]): Promise<readonly boolean[]> {
  const results: boolean[] = [];
  for (const step of steps) results.push(await run(step));
  return results;
}

/** `--without NAME` leaves out a step that is run elsewhere. */
const { values } = parseArgs({ options: { without: { type: 'string', multiple: true, default: [] } } });
const names = lanes.flat().map(({ name }) => name);
for (const name of values.without)
  if (!names.includes(name)) {
    console.error(`The gate has no step ${name}; its steps are ${names.join(', ')}.`);
    process.exit(2);
  }
const chosen = lanes.map((lane) => lane.filter(({ name }) => !values.without.includes(name)));
const results = (await Promise.all(chosen.map(runLane))).flat();
process.exitCode = results.every(Boolean) ? 0 : 1;
