import { existsSync, readdirSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import type { Bench, Row } from './row.ts';

/** `npm run bench -- <name> [--json] [--quick] [--only=case,case] [--soak]`: runs tests/bench/<name>.ts; with --json stdout is one object. */
const [name = '', ...flags] = process.argv.slice(2).filter((word) => word !== '--');
const file = new URL(`./${name}.ts`, import.meta.url);
const helpers = new Set(['row.ts', 'run.ts', 'delay-proxy.ts']);
const names = readdirSync(new URL('.', import.meta.url))
  .filter((entry) => entry.endsWith('.ts') && !helpers.has(entry))
  .map((entry) => entry.slice(0, -3));

if (!names.includes(name) || !existsSync(file)) {
  console.error(
    `No bench called "${name}". Say one of: ${names.join(', ')}. Example: npm run bench -- ${names[0]} --json`,
  );
  process.exitCode = 2;
} else {
  const { bench } = (await import(file.href)) as { bench: Bench };
  const quick = flags.includes('--quick');
  const only =
    flags
      .find((flag) => flag.startsWith('--only='))
      ?.slice('--only='.length)
      .split(',') ?? null;
  const rows = await bench({ quick, soak: flags.includes('--soak'), only, say: (line) => console.error(line) });
  if (flags.includes('--json')) {
    const cores = cpus();
    const machine = `${cores.length} × ${cores[0]?.model ?? 'unknown'}, ${type()} ${release()}, Node ${process.version}`;
    console.log(
      JSON.stringify({ bench: name, at: new Date().toISOString(), machine, ...(quick ? { quick } : {}), rows }),
    );
  } else console.table(rows.map(readable));
}

function readable(row: Row): Record<string, string | number> {
  const { case: title, subject, metric, unit } = row;
  const round = (value: number): number => Number(value.toPrecision(4));
  return 'value' in row
    ? { case: title, subject, metric, unit, value: round(row.value) }
    : { case: title, subject, metric, unit, n: row.n, p50: round(row.p50), p99: round(row.p99), max: round(row.max) };
}
