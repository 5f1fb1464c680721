import type { Refusal } from '../controllers/rest.ts';
import type { Act } from './acts.ts';

/** The same act without the screens that it would have had to wait for, and which these are. */
export interface WithoutLate {
  readonly act: Act;
  readonly screens: readonly string[];
}

/** Why an act was not carried out, and what may be done in its place. */
export type RefusedAct = Refusal & { readonly offer?: WithoutLate };

/** Where an act was refused because screens are not ready, it may be done without them. */
export function refusedAct(act: Act, refusal: Refusal): RefusedAct {
  const late = (refusal.fields ?? []).find(({ path }) => path === 'policy')?.message;
  const anyway = refusal.code === 'not-ready' && late !== undefined ? withPolicy(act) : null;
  return anyway === null ? refusal : { ...refusal, offer: { act: anyway, screens: late?.split(', ') ?? [] } };
}

function withPolicy(act: Act): Act | null {
  if (act.do === 'take') return { ...act, body: { ...act.body, policy: 'go' } };
  if (act.do === 'jump') return { ...act, body: { ...act.body, policy: 'go' } };
  if (act.do === 'control') return { ...act, policy: 'go' };
  return null;
}
