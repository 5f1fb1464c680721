import { randomUUID } from 'node:crypto';
import type { Command } from './core/command.ts';
import { createCompile } from './core/compile.ts';
import type { Answer, Store } from './core/ports.ts';
import { claimsIn } from './core/resolve/claims.ts';
import { step } from './core/step.ts';

/** Decides one command as the person at the machine and commits it, while no controller is at work on the store. */
export async function orderOffline(store: Store, command: Command, now: number): Promise<Answer> {
  const state = await store.load();
  const compile = createCompile();
  const id = randomUUID();
  const context = { now, at: now, id, actor: { is: 'hall' }, ready: new Set<string>() } as const;
  const made = step(state, `offline/${id}`, command, context, (t) => claimsIn(state, compile, t, t + 1));
  if (!made.ok) return made;
  if (made.decision === null) return { ok: true, answer: made.answer, revision: state.revision };
  const result = await store.commit(made.decision);
  return result.ok
    ? { ok: true, answer: made.decision.answer as Record<string, unknown>, revision: made.state.revision }
    : result;
}
