import { peopleRefusals as no } from '#shared/words/people-refusals.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { Role } from '#shared/facts.ts';
import type { Actor } from './ports/actor.ts';

/** Everything somebody can ask of the hall, with the roles that may. Screens and the hall itself are named apart. */
const permissions = {
  'hall.see': ['viewer', 'operator', 'curator', 'technician', 'admin'],
  'session.open': [],
  'session.close': ['viewer', 'operator', 'curator', 'technician', 'admin'],
  'run.take': ['operator', 'admin'],
  'run.release': ['operator', 'admin'],
  'run.edit': ['operator', 'admin'],
  'run.control': ['operator', 'admin'],
  'run.ask': ['operator', 'admin'],
  'run.answer': ['operator', 'admin'],
  'run.take-over': ['operator', 'admin'],
  // Of one's own alone: see commands/leases.ts.
  'loss.read': ['viewer', 'operator', 'curator', 'technician', 'admin'],
  'guide.give': ['operator', 'admin'],
  'guide.see': [],
  'guide.go': [],
  'act.take-back': ['operator', 'admin'],
  'doors.set': ['operator', 'admin'],
  'standby.arm': ['operator', 'admin'],
  'standby.clear': ['operator', 'admin'],
  'overlay.show': ['operator', 'technician', 'admin'],
  'overlay.hide': ['operator', 'technician', 'admin'],
  'emergency.raise': ['operator', 'technician', 'admin'],
  'emergency.end': ['operator', 'admin'],
  'sound.set': ['operator', 'technician', 'admin'],
  'scene.put': ['operator', 'admin'],
  'scene.delete': ['operator', 'admin'],
  'show.put': ['operator', 'admin'],
  'show.delete': ['operator', 'admin'],
  'draft.save': ['operator', 'curator', 'admin'],
  'draft.submit': ['operator', 'curator', 'admin'],
  'draft.return': ['operator', 'curator', 'admin'],
  // Of a draft that they had no hand in: see commands/drafts.ts.
  'draft.publish': ['operator', 'curator', 'admin'],
  'draft.discard': ['operator', 'curator', 'admin'],
  'draft.restore': ['operator', 'curator', 'admin'],
  'medium.add': ['operator', 'curator', 'admin'],
  'medium.delete': ['operator', 'curator', 'admin'],
  'rule.put': ['operator', 'admin'],
  'rule.delete': ['operator', 'admin'],
  'exception.put': ['operator', 'admin'],
  'exception.delete': ['operator', 'admin'],
  'day.put': ['operator', 'admin'],
  'day.delete': ['operator', 'admin'],
  'hours.put': ['operator', 'admin'],
  'clock.hold': [],
  'clock.trust': ['operator', 'technician', 'admin'],
  'schedule.edit': ['operator', 'admin'],
  'screen.pair': ['technician', 'admin'],
  'screen.unpair': ['technician', 'admin'],
  'screen.renew-token': ['technician', 'admin'],
  'screen.offer-token': [],
  'screen.use-token': [],
  'screen.tell-copy': [],
  'screen.keep-out': ['technician', 'admin'],
  'screen.let-in': ['technician', 'admin'],
  'screen.calibrate': ['technician', 'admin'],
  'screen.stand-in': ['viewer', 'operator', 'curator', 'technician', 'admin'],
  'person.see': ['admin'],
  'person.put': [],
  'person.add': ['admin'],
  'person.edit': ['admin'],
  'person.remove': ['admin'],
  'person.secure': ['viewer', 'operator', 'curator', 'technician', 'admin'],
  'tablet.see': ['technician', 'admin'],
  'tablet.pair': ['technician', 'admin'],
  'tablet.revoke': ['technician', 'admin'],
  'key.see': ['admin'],
  'key.add': ['admin'],
  'key.revoke': ['admin'],
  'screen.act': ['technician', 'admin'],
  'screen.identify': ['operator', 'technician', 'admin'],
  'cleaning.set': ['technician', 'admin'],
  'maintenance.start': ['technician', 'admin'],
  'maintenance.end': ['technician', 'admin'],
  'incident.note': ['operator', 'technician', 'admin'],
  'hall.import': [],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** What lets others in asks for a password: a PIN that somebody saw over a shoulder, or a key, is not enough. */
const aboutPeople: ReadonlySet<Permission> = new Set([
  'session.open',
  'session.close',
  'person.see',
  'person.put',
  'person.add',
  'person.edit',
  'person.remove',
  'person.secure',
  'tablet.see',
  'tablet.pair',
  'tablet.revoke',
  'key.see',
  'key.add',
  'key.revoke',
  'hall.import',
  'guide.see',
  'guide.go',
]);

/** What a guide's phone is for. Of which run GO is, is asked where commands are. */
const forGuides: ReadonlySet<Permission> = new Set(['guide.see', 'guide.go']);

/** Everything another system's key can be given. */
export const keyPermissions: readonly Permission[] = (Object.keys(permissions) as Permission[]).filter(
  (permission) => !aboutPeople.has(permission),
);

/**
 * Whether the actor may do this: null, or the problem to answer with. Every entrance (REST, sockets, the command line)
 * asks here and nowhere else.
 */
export function authorize(actor: Actor, permission: Permission, screen?: string): Problem | null {
  switch (actor.is) {
    case 'hall':
      return null;
    case 'stranger':
      return problem('not-signed-in', no.signInFirst());
    case 'screen':
      return screen === actor.screen && permission === 'screen.stand-in'
        ? null
        : problem('not-allowed', no.screenAlone(actor.screen, permission, screen));
    case 'guide':
      return forGuides.has(permission) ? null : problem('not-allowed', no.guideHasGo(permission));
    case 'key':
      return actor.permissions.includes(permission) && !aboutPeople.has(permission)
        ? null
        : problem('not-allowed', no.keyNotFor(actor.name, permission));
    case 'person': {
      // Who signed in with a PIN may sign out again, and that is all.
      if (actor.byPin && aboutPeople.has(permission) && permission !== 'session.close')
        return problem('not-allowed', no.pinNotEnough(permission));
      const roles: readonly Role[] = permissions[permission];
      return roles.includes(actor.role)
        ? null
        : problem('not-allowed', no.roleMayNot(actor.name, actor.role, permission, roles));
    }
  }
}
