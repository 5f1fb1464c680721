import { z } from 'zod';
import { asIs, joined, Said } from './said.ts';
import { issueWords } from './words/issue-words.ts';
import { bareNames, calling, type ByName, type Kind, type Names } from './words/names.ts';
import { placeInDocument } from './words/place-in-document.ts';

/** Why something was refused; a closed set, each with its HTTP status. */
export const problemStatus = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'not-ready': 409,
  'too-large': 413,
  invalid: 422,
  'too-many': 429,
  internal: 500,
  'not-built': 501,
  storage: 503,
  starting: 503,
} as const;
export const ProblemCode = z.enum(Object.keys(problemStatus) as [keyof typeof problemStatus]);
export type ProblemCode = keyof typeof problemStatus;

/** RFC 9457 problem document: what happened, where, and what to do. */
export const Problem = z.object({
  type: z.string(),
  code: ProblemCode,
  title: z.string(),
  status: z.int(),
  /** English, for programs and logs. */
  detail: z.string(),
  /** The same for people, in each language of the console. */
  said: Said.optional(),
  /** The fields at fault, as paths into the body or the query. */
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem> & {
  /** Of a sentence that calls things by name, until it is told: see {@link told}. */
  readonly byName?: ByName;
};

/** What each code means in a few words, in English. */
export const problemTitles: Readonly<Record<ProblemCode, string>> = {
  'not-signed-in': 'Sign in first',
  'not-allowed': 'Not allowed',
  'not-found': 'Not found',
  conflict: 'Changed by somebody else',
  'not-ready': 'Not ready',
  'too-large': 'Too large',
  invalid: 'Not valid',
  'too-many': 'Too many requests',
  internal: 'A mistake of the controller',
  'not-built': 'Not available in this version',
  storage: 'The hall cannot write to its disk',
  starting: 'The hall is starting',
};

/** What calls things by name calls them by their ids so far. */
export function problem(code: ProblemCode, why: Said | ByName, fields?: Problem['fields']): Problem {
  const plain = calling(why, bareNames);
  return {
    type: `about:blank#${code}`,
    code,
    title: problemTitles[code],
    status: problemStatus[code],
    detail: plain.en,
    said: plain,
    ...(typeof why === 'function' ? { byName: why } : {}),
    ...(fields === undefined ? {} : { fields }),
  };
}

/** As it is told to people: by the names that they gave. Programs find the ids in `detail`. */
export function told({ byName, ...refused }: Problem, names: Names): z.infer<typeof Problem> {
  return byName === undefined ? refused : { ...refused, said: byName(names) };
}

/** Where no field in particular is at fault. */
const whole = '(body)';

/** A zod error as fields a person can find; `content` is what they are in, where that is a scene or a show. */
export function problemFromZod(
  error: z.ZodError,
  where: Said | ByName,
  content?: { readonly kind: Kind; readonly body: unknown },
): Problem {
  const fields = error.issues.map((issue) => ({
    path: issue.path.map(String).join('.') || whole,
    message: issue.message,
  }));
  const wrong = (names: Names): Said =>
    joined(
      error.issues.map((issue, index) => {
        const path = fields[index]?.path ?? '';
        const inForm = names.inWords(placeInDocument(path, content?.kind ?? null, content?.body, names));
        const at = inForm === null ? [asIs(path)] : path === whole ? [] : [inForm];
        return joined([...at, issueWords(issue)], ': ');
      }),
      '; ',
    );
  return problem('invalid', (names) => joined([calling(where, names), wrong(names)], ': '), fields);
}
