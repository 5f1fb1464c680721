import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

/** Stands in for the controller: says its pid, and ends on a signal with a code that nobody else would use. */
const controller = `
process.on('SIGTERM', () => { console.log('asked to end'); process.exit(Number(process.env.END_WITH)); });
setInterval(() => {}, 1000);
console.log('pid ' + process.pid);
`;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

/** Resolves with the number that follows `word` as soon as the process has said it. */
async function numberAfter(word: string, child: ChildProcess): Promise<number> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const found = new RegExp(`^${word} (\\d+)$`, 'm').exec(said)?.[1];
    if (found !== undefined) return Number(found);
  }
  throw new Error(`The process ended without saying ${word}: ${said}`);
}

describe('npm start', () => {
  const clone = mkdtempSync(join(tmpdir(), 'shanyraq-start-'));

  beforeAll(() => {
    mkdirSync(join(clone, 'controller'));
    mkdirSync(join(clone, 'scripts'));
    cpSync('package.json', join(clone, 'package.json'));
    cpSync('scripts/require-node.cjs', join(clone, 'scripts/require-node.cjs'));
    symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
    writeFileSync(join(clone, 'scripts/build-if-needed.ts'), '');
    writeFileSync(join(clone, 'controller/main.ts'), controller);
    return () => rmSync(clone, { recursive: true });
  });

  it.each([0, 7])(
    "hands a SIGTERM to npm on to the controller, and ends with the controller's code %i",
    async (code) => {
      const npm = spawn('npm', ['start'], {
        cwd: clone,
        env: { ...process.env, END_WITH: String(code) },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const ended = once(npm, 'exit');
      const pid = await numberAfter('pid', npm);
      npm.kill('SIGTERM');
      expect(await ended).toEqual([code, null]);
      expect(isRunning(pid)).toBe(false);
    },
  );
});

describe('an old Node', () => {
  it('is refused in one line that says what to do', () => {
    const pretend = "Object.defineProperty(process.versions, 'node', { value: '20.20.2' })";
    const child = spawnSync(process.execPath, ['--eval', `${pretend}; require('./scripts/require-node.cjs')`], {
      encoding: 'utf8',
    });
    expect(child.status).toBe(2);
    expect(child.stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining('`npm ci` (without --ignore-scripts)'),
    ]);
  });
});
