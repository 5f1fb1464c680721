import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

/** Each file breaks one rule of the house, on purpose. The linter must name that rule for that file. */
const offences: readonly (readonly [file: string, source: string, rule: string])[] = [
  ['shared/a.ts', "import '../controller/core/step.ts';", 'no-restricted-imports'],
  ['shared/b.ts', "import '#core/step.ts';", 'no-restricted-imports'],
  ['shared/c.ts', "import 'node:fs';", 'no-restricted-imports'],
  ['shared/scenes/d.ts', "import '../../displays/main.ts';", 'no-restricted-imports'],
  ['shared/e.ts', 'export const at = Date.now();', 'no-restricted-properties'],
  ['shared/f.ts', 'export const id = Math.random();', 'no-restricted-properties'],
  ['shared/g.ts', 'export const at = performance.now();', 'no-restricted-globals'],
  ['shared/h.ts', 'setTimeout(() => undefined, 1);', 'no-restricted-globals'],
  ['shared/i.ts', 'setInterval(() => undefined, 1);', 'no-restricted-globals'],
  ['shared/j.ts', "console.log('');", 'no-restricted-globals'],
  ['shared/k.ts', 'export const loose: any = 1;', 'no-explicit-any'],
  ['shared/l.ts', 'Promise.resolve(1);', 'no-floating-promises'],
  [
    'shared/m.ts',
    "export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1; } return 2; }",
    'switch-exhaustiveness-check',
  ],
  ['shared/n.ts', 'try { f(); } catch {}', 'no-empty'],
  ['controller/core/a.ts', "import '../adapters/http.ts';", 'no-restricted-imports'],
  ['controller/core/b.ts', "import '../store/sqlite.ts';", 'no-restricted-imports'],
  ['controller/core/deep/c.ts', "export { x } from '../../store/sqlite.ts';", 'no-restricted-imports'],
  ['controller/core/d.ts', "import 'node:fs';", 'no-restricted-imports'],
  ['controller/core/e.ts', "import 'better-sqlite3';", 'no-restricted-imports'],
  ['controller/core/f.ts', "import '../main.ts';", 'no-restricted-imports'],
  ['controller/core/g.ts', 'export const at = Date.now();', 'no-restricted-properties'],
  ['controller/adapters/a.ts', "import '../core/step.ts';", 'no-restricted-imports'],
  ['controller/adapters/http/b.ts', "import '#core/step.ts';", 'no-restricted-imports'],
  ['controller/adapters/c.ts', "import '../store/sqlite.ts';", 'no-restricted-imports'],
  ['controller/engine/a.ts', "import '../adapters/http.ts';", 'no-restricted-imports'],
  ['controller/engine/b.ts', "import '../store/sqlite.ts';", 'no-restricted-imports'],
  ['controller/engine/c.ts', "import 'socket.io';", 'no-restricted-imports'],
  ['controller/adapters/d.ts', "import '../engine/engine.ts';", 'no-restricted-imports'],
  ['controller/store/a.ts', "import '../core/step.ts';", 'no-restricted-imports'],
  ['controller/store/b.ts', "import '../adapters/http.ts';", 'no-restricted-imports'],
  ['displays/a.ts', "import '../operator-ui/main.ts';", 'no-restricted-imports'],
  ['displays/scenes/b.ts', "import '../../controller/core/step.ts';", 'no-restricted-imports'],
  ['displays/c.ts', "void import('#core/step.ts');", 'no-restricted-imports'],
  ['operator-ui/a.ts', "import '../displays/main.ts';", 'no-restricted-imports'],
  ['player-host/a.ts', "import '../controller/main.ts';", 'no-restricted-imports'],
  ['player-host/b.ts', "import '../displays/main.ts';", 'no-restricted-imports'],
  ['operator-ui/b.ts', "import '../controller/main.ts';", 'no-restricted-imports'],
];

/** What the rules must leave alone. */
const allowed: readonly (readonly [file: string, source: string])[] = [
  ['shared/ok.ts', "import 'zod';\nimport './plan.ts';\nexport const at = new Date(0);"],
  ['controller/core/ok.ts', "import '#shared/plan.ts';\nimport '#core/ports.ts';\nimport '../core/state.ts';"],
  [
    'controller/adapters/ok.ts',
    "import 'node:fs';\nimport '#core/ports.ts';\nimport '../core/ports.ts';\nimport './b.ts';",
  ],
  ['controller/store/ok.ts', "import 'better-sqlite3';\nimport '#core/ports.ts';\nimport '#shared/plan.ts';"],
  ['controller/engine/ok.ts', "import '../core/step.ts';\nimport '#shared/plan.ts';\nimport './b.ts';"],
  ['controller/main.ts', "import './adapters/a.ts';\nimport './store/a.ts';\nimport '#core/step.ts';"],
  ['displays/ok.ts', "import 'lit';\nimport '#shared/plan.ts';\nsetTimeout(() => undefined, Date.now());"],
];

interface Finding {
  readonly filename: string;
  readonly code: string;
}

describe('the linter keeps the rooms of the house apart', () => {
  const house = mkdtempSync(join(tmpdir(), 'shanyraq-architecture-'));
  let findings: readonly Finding[] = [];

  beforeAll(() => {
    cpSync('.oxlintrc.json', join(house, '.oxlintrc.json'));
    for (const [file, source] of [...offences, ...allowed]) {
      mkdirSync(dirname(join(house, file)), { recursive: true });
      writeFileSync(join(house, file), `${source}\n`);
    }
    const oxlint = spawnSync('oxlint', ['--format', 'json'], { cwd: house, encoding: 'utf8' });
    findings = (JSON.parse(oxlint.stdout) as { diagnostics: Finding[] }).diagnostics;
    return () => rmSync(house, { recursive: true });
  });

  it.each(offences)('%s: %s', (file, _source, rule) => {
    expect(findings.filter((finding) => finding.filename === file).map(({ code }) => code)).toContainEqual(
      expect.stringContaining(rule),
    );
  });

  it.each(allowed)('%s may', (file) => {
    const restricted = findings.filter(({ filename, code }) => filename === file && code.includes('restricted'));
    expect(restricted).toEqual([]);
  });
});

describe('what the linter has no rule for', () => {
  const read = (...patterns: readonly string[]) =>
    patterns.flatMap((pattern) => globSync(pattern)).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  const pure = read('shared/**/*.ts', 'controller/core/**/*.ts');
  const sources = [...pure, ...read('controller/**/*.ts', 'displays/**/*.ts', 'operator-ui/**/*.ts')];
  const matching = (files: readonly { file: string; text: string }[], pattern: RegExp) =>
    files.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

  it('there are sources to look at', () => expect(pure.length).toBeGreaterThan(0));
  it('shared and controller/core never ask for the present: no `new Date()`', () =>
    expect(matching(pure, /new Date\(\s*\)/)).toEqual([]));
  it('no module-level mutable state', () => expect(matching(sources, /^(?:export )?let /m)).toEqual([]));
  it('no barrels', () => expect(matching(sources, /^export \* from /m)).toEqual([]));
});
