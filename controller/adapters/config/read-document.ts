import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { flawsOf, plainFlaw, type ImportedKind } from '#core/ports.ts';
import type { ConfigFlaw } from './flaw.ts';
import { jsonErrorAt, placeOf } from './json-error.ts';

export type ReadDocument<T> =
  | { readonly ok: true; readonly document: T }
  | { readonly ok: false; readonly flaws: readonly ConfigFlaw[] };

/** Reads and checks one JSON file; `name` is what flaws call it. */
export async function readDocument<Schema extends z.ZodType>(
  file: string,
  name: string,
  kind: ImportedKind,
  schema: Schema,
): Promise<ReadDocument<z.output<Schema>>> {
  const text = await readFile(file, 'utf8');
  const at = jsonErrorAt(text);
  if (at !== null) {
    const { line, column } = placeOf(text, at);
    const found = at >= text.trimEnd().length ? 'the end of the file' : JSON.stringify(text.slice(at, at + 20));
    return {
      ok: false,
      flaws: [{ file: name, path: `line ${line}, column ${column}`, found, expected: 'valid JSON' }],
    };
  }
  const body: unknown = JSON.parse(text);
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, document: parsed.data };
  const flaws = flawsOf(kind, name, body, parsed.error)
    .map(plainFlaw)
    .map(({ path, found, expected }) => ({
      file: name,
      path,
      found: found.en,
      expected: expected.en,
    }));
  return { ok: false, flaws };
}
