import { anything, sample } from 'fast-check';

/** An object that holds others, so deep that a careless reader runs out of stack. */
function deep(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 0;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

const parsed = (text: string): unknown => JSON.parse(text) as unknown;

/** What careless programs stumble over, beside what fast-check thinks of. */
export function nastyValues(seed: number): readonly unknown[] {
  return [
    null,
    true,
    0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER + 2,
    -0.0000001,
    '',
    ' ',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '../../../../etc/passwd',
    'a'.repeat(5_000),
    'a-'.repeat(2_000),
    '1'.repeat(400),
    '\u0000',
    '\r\nSet-Cookie: a=b',
    '\u202egnp.exe',
    '\ud800',
    'Ａdmin',
    'ﬃ',
    'İ'.repeat(100),
    'e\u0301'.repeat(200),
    '<script>alert(1)</script>',
    "'; DROP TABLE journal; --",
    '${7*7}{{7*7}}%7B%7B',
    '* * * * * *',
    `${'*/1,'.repeat(200)}*`,
    '2026-02-30T25:61:61Z',
    '+275760-09-13T00:00:00.001Z',
    'kk-'.repeat(500),
    [],
    {},
    [[[[]]]],
    Array.from({ length: 2_000 }, () => 'p1'),
    deep(400, (inner) => [inner]),
    deep(400, (inner) => ({ a: inner })),
    parsed('{"__proto__":{"role":"admin","isAdmin":true}}'),
    parsed('{"constructor":{"prototype":{"polluted":true}}}'),
    Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`key-${index}`, index])),
    ...sample(anything({ withNullPrototype: false, withBigInt: false, maxDepth: 4 }), { seed, numRuns: 400 }),
  ];
}

type Random = () => number;
const pick = <T>(random: Random, from: readonly T[]): T => {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined && from.length === 0) throw new Error('nothing to pick from');
  return chosen as T;
};

/** The value with one place of it changed for something nasty, or with something nasty added. */
export function mutate(value: unknown, random: Random, nasty: readonly unknown[]): unknown {
  if (random() < 0.15 || value === null || typeof value !== 'object') return pick(random, nasty);
  if (Array.isArray(value)) {
    const copy: unknown[] = [...(value as unknown[])];
    const at = Math.floor(random() * (copy.length + 1));
    copy[at] = random() < 0.5 ? mutate(copy[at] ?? null, random, nasty) : pick(random, nasty);
    return copy;
  }
  const entries = Object.entries(value);
  const at = Math.floor(random() * (entries.length + 1));
  const found = entries[at];
  if (found === undefined)
    entries.push([pick(random, ['extra', '__proto__', 'constructor', 'id', '']), pick(random, nasty)]);
  else if (random() < 0.2) entries.splice(at, 1);
  else entries[at] = [found[0], mutate(found[1], random, nasty)];
  // Own properties, whatever they are called: as JSON.parse makes them.
  return Object.fromEntries(entries);
}
