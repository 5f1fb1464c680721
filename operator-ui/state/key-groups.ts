import type { Words } from '../words/words.ts';

export type KeyGroup = keyof Words['people']['keys']['groups'];

/** What a key can be for, in the words of people: each stands for the permissions that belong together. */
export const keyGroups: Readonly<Record<KeyGroup, readonly string[]>> = {
  see: ['hall.see'],
  run: ['run.take', 'run.release', 'run.edit', 'run.control', 'standby.arm', 'standby.clear'],
  announce: ['overlay.show', 'overlay.hide'],
  emergency: ['emergency.raise', 'emergency.end'],
  sound: ['sound.set'],
  schedule: [
    'schedule.edit',
    'rule.put',
    'rule.delete',
    'exception.put',
    'exception.delete',
    'day.put',
    'day.delete',
    'hours.put',
  ],
  serve: [
    'screen.identify',
    'screen.act',
    'screen.keep-out',
    'screen.let-in',
    'maintenance.start',
    'maintenance.end',
    'incident.note',
  ],
};

/** The groups that a key has whole, and what else it may by its own name. */
export function readPermissions(permissions: readonly string[]): {
  readonly groups: readonly KeyGroup[];
  readonly others: readonly string[];
} {
  const groups = (Object.keys(keyGroups) as KeyGroup[]).filter((group) =>
    keyGroups[group].every((permission) => permissions.includes(permission)),
  );
  const named = new Set(groups.flatMap((group) => keyGroups[group]));
  return { groups, others: permissions.filter((permission) => !named.has(permission)) };
}
