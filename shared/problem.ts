import { z } from 'zod';
import { Said, said } from './said.ts';
import { issueWords } from './words/issue-words.ts';

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
export type Problem = z.infer<typeof Problem>;

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

export function problem(code: ProblemCode, why: Said, fields?: Problem['fields']): Problem {
  return {
    type: `about:blank#${code}`,
    code,
    title: problemTitles[code],
    status: problemStatus[code],
    detail: why.en,
    said: why,
    ...(fields === undefined ? {} : { fields }),
  };
}

/** A zod error as fields a person can find. */
export function problemFromZod(error: z.ZodError, where: Said): Problem {
  const fields = error.issues.map((issue) => ({
    path: issue.path.map(String).join('.') || '(body)',
    message: issue.message,
  }));
  const of = (language: keyof Said): string => {
    const found = error.issues.map((issue, index) => `${fields[index]?.path ?? ''}: ${issueWords(issue)[language]}`);
    return `${where[language]}: ${found.join('; ')}`;
  };
  return problem('invalid', said(of('en'), of('ru'), of('kk')), fields);
}
