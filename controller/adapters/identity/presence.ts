import { randomUUID } from 'node:crypto';
import type { HallEngine, Session } from '#core/ports.ts';

/** When sessions were last used. Kept in memory: a restart counts as a use. */
export interface Presence {
  /** Notes a use, and says whether the session is still good: not left alone for too long. */
  isAlive(session: Session): boolean;
  /** Ends the sessions that were left alone; those that a failing store keeps are tried again. To be called now and then. */
  sweep(): Promise<void>;
}

const minuteMs = 60_000;
const idleMs = 12 * 60 * minuteMs;
/** A tablet lies around. */
const idleOnTabletMs = 30 * minuteMs;

export function createPresence(engine: Pick<HallEngine, 'state' | 'now' | 'order'>): Presence {
  const startedAt = engine.now();
  const seenAt = new Map<string, number>();

  const isIdle = (session: Session): boolean => {
    const last = seenAt.get(session.id) ?? Math.max(startedAt, session.createdAt);
    return engine.now() - last > (session.tablet === null ? idleMs : idleOnTabletMs);
  };
  return {
    isAlive(session) {
      if (isIdle(session)) return false;
      seenAt.set(session.id, engine.now());
      return true;
    },
    async sweep() {
      const { session: sessions } = engine.state();
      for (const id of seenAt.keys()) if (sessions[id] === undefined) seenAt.delete(id);
      for (const session of Object.values(sessions)) {
        if (session.expiresAt > engine.now() && !isIdle(session)) continue;
        await engine.order({
          commandId: `idle/${randomUUID()}`,
          actor: { is: 'hall' },
          command: { type: 'session.close', session: session.id },
        });
      }
    },
  };
}
