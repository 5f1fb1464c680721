import type { z } from 'zod';
import type { StandbyBody } from '#shared/commands.ts';
import type { Content } from '#shared/drafts.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { Plan } from '#shared/plan.ts';
import type { Problem } from '#shared/problem.ts';
import { contentFlaws, withContent } from '../commands/drafts.ts';
import { take } from '../commands/takes.ts';
import { createCompile, type Compile } from '../compile.ts';
import type { Actor } from '../ports/actor.ts';
import { plansFor } from '../resolve/plan.ts';
import { applyChanges, type HallState } from '../state.ts';

export type Previewed =
  | { readonly ok: true; readonly plans: readonly Plan[] }
  | { readonly ok: false; readonly problem: Problem };

/** The plans that its screens would have if this were taken at `at`, ms; nothing is decided. */
export function previewed(
  state: HallState,
  compile: Compile,
  body: z.output<typeof StandbyBody>,
  actor: Actor,
  at: number,
): Previewed {
  const context = { now: at, at, id: 'preview', actor, ready: new Set<string>() };
  const outcome = take(state, { type: 'run.take', body: { ...body, policy: 'go' } }, context);
  if (!outcome.ok) return outcome;
  const { late } = outcome.answer as { readonly late: readonly ScreenId[] };
  const taken = applyChanges(state, outcome.changes, state.revision);
  return { ok: true, plans: plansFor(taken, compile, late, at) };
}

/** The same as if this content were published, or what keeps it from being so. */
export function previewedContent(
  state: HallState,
  content: Content,
  body: z.output<typeof StandbyBody>,
  actor: Actor,
  at: number,
): Previewed {
  const flawed = contentFlaws(state, content);
  if (flawed !== null) return { ok: false, problem: flawed };
  // The hall's own compiler remembers what is on; what nobody has published must not push that out.
  return previewed(withContent(state, content), createCompile(), body, actor, at);
}
