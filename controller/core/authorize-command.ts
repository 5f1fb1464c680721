import { peopleRefusals as no } from '#shared/words/people-refusals.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { authorize } from './authorize.ts';
import type { Claim } from './claim.ts';
import type { Command } from './command.ts';
import type { Actor } from './ports/actor.ts';
import { reachOf } from './reach.ts';
import { hallOf, type HallState } from './state.ts';
import { targetScreens } from './targets.ts';

/**
 * Whether the actor may give this command in this state: null, or the problem to answer with. Beyond the role: sessions
 * and passwords are their owner's, and who is limited to zones reaches no screen outside them.
 */
export function authorizeCommand(
  state: HallState,
  actor: Actor,
  command: Command,
  claims: () => readonly Claim[],
): Problem | null {
  if (actor.is === 'guide') return authorizeGuide(actor.run, command);
  return (
    authorize(actor, command.type) ??
    authorizeOwner(state, actor, command) ??
    authorizeZones(state, actor, command, claims)
  );
}

function authorizeGuide(run: string, command: Command): Problem | null {
  const isTheirs = command.type === 'run.control' && command.action === 'go' && command.run === run;
  return isTheirs ? null : problem('not-allowed', no.guideOwnRun());
}

function authorizeOwner(state: HallState, actor: Actor, command: Command): Problem | null {
  if (actor.is !== 'person') return null;
  if (command.type === 'session.close') {
    const owner = state.session[command.session]?.person;
    const mayAny = actor.role === 'admin' && !actor.byPin;
    // To anybody else, other people's sessions do not exist.
    return mayAny || owner === actor.id ? null : problem('not-found', no.noSession());
  }
  if (command.type !== 'person.secure' || command.id === actor.id) return null;
  if (actor.role !== 'admin') return problem('not-allowed', no.onlyThemselves());
  const { secondFactor = null, pinHash = null } = command.change;
  return secondFactor === null && pinHash === null ? null : problem('not-allowed', no.setUpAlone());
}

function authorizeZones(
  state: HallState,
  actor: Actor,
  command: Command,
  claims: () => readonly Claim[],
): Problem | null {
  if ((actor.is !== 'person' && actor.is !== 'key') || actor.zones === null) return null;
  const mine = targetScreens(hallOf(state), actor.zones, []);
  const outside = [...reachOf(state, command, claims)].filter((screen) => !mine.has(screen));
  return outside.length === 0
    ? null
    : problem('not-allowed', no.outsideZones(actor.name, actor.zones, outside), [
        { path: 'targets', message: `outside: ${outside.join(', ')}` },
      ]);
}
