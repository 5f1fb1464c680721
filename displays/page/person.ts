import { z } from 'zod';
import { Role } from '#shared/facts.ts';
import { Problem } from '#shared/problem.ts';
import { problemOnPage } from './words.ts';

const Session = z.object({ person: z.object({ id: z.string(), name: z.string(), role: Role }) });
export type Person = z.infer<typeof Session>['person'];

/** The person signed in on this browser; null when nobody is. Rejects when the controller cannot be asked. */
export async function whoIsHere(): Promise<Person | null> {
  const response = await fetch('/api/session');
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`the controller answered ${response.status}`);
  return Session.parse(await response.json()).person;
}

export type Credentials = { readonly code: string } | { readonly name: string; readonly password: string };

/** Signs in; a refusal is an answer in the controller's words. */
export async function signIn(credentials: Credentials): Promise<Person | { readonly refused: string }> {
  const response = await fetch('/api/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  const body: unknown = await response.json();
  if (response.ok) return Session.parse(body).person;
  const problem = Problem.safeParse(body);
  return { refused: problem.success ? problemOnPage(problem.data) : `The controller answered ${response.status}.` };
}

/** Whether the URL's fragment says `name=`. */
export const bringsCode = (name: string): boolean => new URLSearchParams(location.hash.slice(1)).has(name);

/** Takes `name=value` out of the URL's fragment, so that a one-time code is neither kept nor shared. */
export function takeFromFragment(name: string): string | null {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const value = fragment.get(name);
  if (value === null) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return value;
}
