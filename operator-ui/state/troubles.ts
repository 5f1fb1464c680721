import type { Role } from '#shared/facts.ts';
import type { Seen } from './seen.ts';
import type { Speech } from './speech.ts';

/** Who looks after the hall, and has to know that nobody is told of its incidents. */
const technicians: ReadonlySet<Role> = new Set(['technician', 'admin']);

/** What is wrong with the hall's own machine, in sentences for this person. */
export function troublesOf({ storage, notices }: Seen, role: Role, { words, duration }: Speech, now: number): string[] {
  const said = words.health.notices;
  const untold = notices.flatMap(({ way, waiting, failing }) =>
    failing === null ? [] : [said.failing(said.ways[way], duration(now - failing.since), waiting, failing.why)],
  );
  return [...(storage === 'failing' ? [words.link.storage] : []), ...(technicians.has(role) ? untold : [])];
}
