import type { Role } from '#shared/facts.ts';
import type { Speech } from './speech.ts';

/** Who is offered what is at hand in every view, and in the dialogs over it; the hall itself asks again. */
const roles = {
  'run.release': ['operator', 'admin'],
  'act.take-back': ['operator', 'admin'],
  'doors.set': ['operator', 'admin'],
  'sound.set': ['operator', 'technician', 'admin'],
  'overlay.show': ['operator', 'technician', 'admin'],
  'emergency.raise': ['operator', 'technician', 'admin'],
  'guide.give': ['operator', 'admin'],
  'emergency.end': ['operator', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Offered = keyof typeof roles;

export const offered = Object.keys(roles) as readonly Offered[];

export const whoMay = (what: Offered): readonly Role[] => roles[what];

export const mayDo = (role: Role, what: Offered): boolean => whoMay(what).includes(role);

/** Who may, by their roles, in words; in short without the admin, who may everything. */
export const whoMayText = (what: Offered, { words }: Speech, isShort = false): string =>
  whoMay(what)
    .filter((role) => !isShort || role !== 'admin')
    .map((role) => words.roles[role])
    .join(', ');
