import { randomInt } from 'node:crypto';
import { adminId, adminWith } from '../adapters/identity/first-admin.ts';
import { hashPassword } from '../adapters/identity/passwords.ts';
import type { Store } from '../core/ports.ts';
import { orderOffline } from '../offline.ts';
import type { CliResult } from './run.ts';

/**
 * The way back in for someone at the machine: a fresh password for `admin`, who is made where there is none, and the end
 * of their sessions, their second factor and their PIN.
 */
export async function resetAdmin(store: Store, now: number): Promise<CliResult> {
  const state = await store.load();
  const password = freshPassword();
  const passwordHash = await hashPassword(password);
  const put = await orderOffline(store, { type: 'person.put', person: adminWith(passwordHash) }, now);
  if (!put.ok) return { ok: false, message: put.problem.detail };
  for (const session of Object.values(state.session).filter((open) => open.person === adminId)) {
    const closed = await orderOffline(store, { type: 'session.close', session: session.id }, now);
    if (!closed.ok) return { ok: false, message: closed.problem.detail };
  }
  return {
    ok: true,
    message: `The password of ${adminId} is now\n\n  ${password}\n\nSign in with it and choose one of your own. Every session of ${adminId} has ended; a second factor and a PIN are gone.`,
  };
}

/** Nothing that reads like something else. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 24 letters in groups of six: more than 118 bits, to be typed once. */
function freshPassword(): string {
  const group = () => Array.from({ length: 6 }, () => letters.charAt(randomInt(letters.length))).join('');
  return Array.from({ length: 4 }, group).join('-');
}
