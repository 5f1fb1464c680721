import { asIs, joined, type Said } from '#shared/said.ts';
import { flawWords, nothing } from '#shared/words/flaw-words.ts';
import { bareNames, calling, type ByName } from '#shared/words/names.ts';
import { issueWords } from '#shared/words/issue-words.ts';
import type { z } from 'zod';
import { problem, type Problem } from '#shared/problem.ts';
import type { ImportedDocuments, ImportedKind } from './command.ts';

/** Something wrong in a document: which one, where in it, what was found and what was expected. */
export interface Flaw {
  readonly kind: ImportedKind;
  readonly id: string;
  readonly path: string;
  readonly found: Said | ByName;
  readonly expected: Said | ByName;
}

/** The same with the sentences that programs read: what can be compared, and what a form's field is told in English. */
export const plainFlaw = <F extends Pick<Flaw, 'found' | 'expected'>>(flaw: F) => ({
  ...flaw,
  found: calling(flaw.found, bareNames),
  expected: calling(flaw.expected, bareNames),
});

/** A value as a message shows it. */
export const shown = (value: unknown): Said => {
  const text = JSON.stringify(value);
  return text === undefined ? nothing : asIs(text.length > 80 ? `${text.slice(0, 77)}…` : text);
};

/** The value at a zod issue's path, for telling what was found there. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let here: unknown = value;
  for (const key of path) {
    if (here === null || typeof here !== 'object') return undefined;
    here = (here as Record<PropertyKey, unknown>)[key];
  }
  return here;
}

/** A zod error as flaws of one document. */
export function flawsOf(
  kind: ImportedKind,
  id: string,
  body: unknown,
  error: z.ZodError,
  prefix: readonly string[] = [],
): readonly Flaw[] {
  return error.issues.map((issue) => ({
    kind,
    id,
    path: [...prefix, ...issue.path.map(String)].join('.') || '(the whole file)',
    found: shown(valueAt(body, issue.path)),
    expected: issueWords(issue),
  }));
}

/** Flaws as the fields of a form; people are told where they are in these documents. */
export function flawsProblem(flaws: readonly Flaw[], documents: ImportedDocuments): Problem {
  const documentOf = ({ kind, id }: Flaw): unknown =>
    kind === 'hall' ? Object.values(documents.hall)[0] : documents[kind][id];
  const fields = flaws.map(plainFlaw).map(({ path, found, expected }) => ({
    path,
    message: `found ${found.en}, expected ${expected.en}`,
  }));
  return problem(
    'invalid',
    (names) =>
      joined(
        flaws.map((flaw) => flawWords(flaw, documentOf(flaw))(names)),
        '; ',
      ),
    fields,
  );
}
