import { peopleRefusals as no } from '#shared/words/people-refusals.ts';
import { problem } from '#shared/problem.ts';
import { actorName, refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import { hallOf, type Change, type HallState } from '../state.ts';
import type { Deed } from '../words/deeds.ts';

type EntranceCommand = Extract<Command, { type: `${'session' | 'tablet' | 'key'}.${string}` }>;

/** Ways into the hall: browsers that are signed in, tablets that people share, keys of other systems. */
export function entrances(state: HallState, command: EntranceCommand, context: StepContext): Outcome {
  switch (command.type) {
    case 'session.open': {
      const { session } = command;
      const name = state.person[session.person]?.name ?? session.person;
      const tablet = session.tablet === null ? null : (state.tablet[session.tablet]?.name ?? session.tablet);
      return {
        ok: true,
        changes: [{ kind: 'session', id: session.id, body: session }, ...expired(state, context.now)],
        answer: {},
        deeds: [['signedIn', name, tablet]],
      };
    }
    case 'session.close': {
      const session = state.session[command.session];
      if (session === undefined) return refuse(problem('not-found', no.noSession()));
      const name = state.person[session.person]?.name ?? session.person;
      const isOwn = context.actor.is !== 'person' || context.actor.id === session.person;
      return gone(
        'session',
        session.id,
        isOwn ? ['signedOut', name] : ['endedSession', actorName(context.actor), name],
      );
    }
    case 'tablet.pair': {
      const tablet = { ...command.tablet, pairedAt: context.now };
      return {
        ok: true,
        changes: [{ kind: 'tablet', id: tablet.id, body: tablet }],
        answer: { tablet: tablet.id },
        deeds: [['pairedTablet', tablet.name]],
      };
    }
    case 'tablet.revoke': {
      const tablet = state.tablet[command.id];
      if (tablet === undefined) return refuse(problem('not-found', no.noTablet(command.id)));
      const outcome = gone('tablet', tablet.id, ['revokedTablet', tablet.name]);
      const sessions = Object.values(state.session).filter((session) => session.tablet === tablet.id);
      const ended = sessions.map(({ id }): Change => ({ kind: 'session', id, body: null }));
      return { ...outcome, changes: [...outcome.changes, ...ended] };
    }
    case 'key.add': {
      const key = { ...command.key, createdAt: context.now };
      const zones = new Set(hallOf(state).zones.map((zone) => zone.id));
      const unknown = (key.zones ?? []).filter((zone) => !zones.has(zone));
      if (unknown.length > 0)
        return refuse(
          problem('not-found', no.noZone(unknown), [{ path: 'zones', message: `unknown: ${unknown.join(', ')}` }]),
        );
      return {
        ok: true,
        changes: [{ kind: 'apiKey', id: key.id, body: key }],
        answer: { key: key.id },
        deeds: [['madeKey', key.name, key.permissions]],
      };
    }
    case 'key.revoke': {
      const key = state.apiKey[command.id];
      return key === undefined
        ? refuse(problem('not-found', no.noKey(command.id)))
        : gone('apiKey', key.id, ['revokedKey', key.name]);
    }
  }
}

function gone(kind: 'session' | 'tablet' | 'apiKey', id: string, deed: Deed): Outcome & { readonly ok: true } {
  return { ok: true, changes: [{ kind, id, body: null }], answer: { [kind]: id }, deeds: [deed] };
}

function expired(state: HallState, now: number): readonly Change[] {
  return Object.values(state.session)
    .filter((session) => session.expiresAt <= now)
    .map(({ id }) => ({ kind: 'session', id, body: null }));
}
