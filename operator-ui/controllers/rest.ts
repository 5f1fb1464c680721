import type { z } from 'zod';
import { revisionHeader } from '#shared/commands.ts';
import { Problem, type ProblemCode } from '#shared/problem.ts';
import { baseOf, isOfTheHallAlone } from '#shared/training.ts';

/** Why something was not done: the hall's own problem, or that it was not heard or not understood. */
export interface Refusal {
  readonly code: ProblemCode | 'unreachable' | 'unreadable';
  readonly title: string;
  readonly detail: string;
  readonly said?: Problem['said'];
  readonly fields?: Problem['fields'];
}

/** `revision` is the hall's with what was asked for in it, where that was a command. */
export type Answered<T> =
  | { readonly ok: true; readonly value: T; readonly revision?: number }
  | { readonly ok: false; readonly refusal: Refusal };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** After this long without an answer the hall counts as unreachable, ms. */
const patienceMs = 10_000;

/** One request under `/api`, its answer parsed. Never throws: what went wrong is a refusal. */
export async function ask<T extends z.ZodType>(
  method: Method,
  path: string,
  answer: T,
  body?: unknown,
  credentials: Readonly<Record<string, string>> = {},
  patience = patienceMs,
): Promise<Answered<z.output<T>>> {
  let response: Response;
  let text: string;
  try {
    const base = isOfTheHallAlone(path) ? '' : baseOf(location.pathname);
    response = await fetch(`${base}/api/${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...credentials,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': freshKey() } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    });
    text = await response.text();
  } catch (error) {
    return refused('unreachable', 'No answer', error instanceof Error ? error.message : String(error));
  }
  const given = parseJson(text);
  if (!response.ok) {
    const problem = Problem.safeParse(given);
    if (problem.success) return { ok: false, refusal: problem.data };
    return refused('unreadable', `${response.status} ${response.statusText}`, text.slice(0, 300));
  }
  const parsed = answer.safeParse(given);
  if (parsed.success) {
    const revision = response.headers.get(revisionHeader);
    return { ok: true, value: parsed.data, ...(revision === null ? {} : { revision: Number(revision) }) };
  }
  const [issue] = parsed.error.issues;
  return refused('unreadable', `${method} /api/${path}`, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

function refused(code: Refusal['code'], title: string, detail: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, title, detail } };
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `crypto.randomUUID` is missing on the plain-http origins of a museum's network. */
export function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
