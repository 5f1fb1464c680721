import { randomUUID } from 'node:crypto';
import type { HallEngine, Person } from '#core/ports.ts';
import { hashPassword } from './passwords.ts';

export const adminId = 'admin';

/** The person `admin` with nothing but a password. */
export function adminWith(passwordHash: string | null): Person {
  const bare = { zones: null, secondFactor: null, pinHash: null, disabled: false } as const;
  return { id: adminId, name: adminId, role: 'admin', passwordHash, ...bare };
}

/**
 * Makes the person `admin` where the hall has nobody yet, with the password if one is given. The answer says whether
 * somebody has to be let in by a one-time link: an admin who has no password. Rejects when the hall cannot keep it.
 */
export async function ensureAdmin(
  engine: Pick<HallEngine, 'state' | 'order'>,
  password: string | null,
): Promise<{ readonly needsLink: boolean }> {
  const existing = engine.state().person[adminId];
  if (Object.keys(engine.state().person).length > 0)
    return { needsLink: existing !== undefined && existing.passwordHash === null };
  const passwordHash = password === null ? null : await hashPassword(password);
  const person = adminWith(passwordHash);
  const answer = await engine.order({
    commandId: `person/${randomUUID()}`,
    actor: { is: 'hall' },
    command: { type: 'person.put', person },
  });
  if (!answer.ok) throw new Error(answer.problem.detail);
  return { needsLink: password === null };
}
