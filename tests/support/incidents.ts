import { Incident } from '#shared/incidents.ts';

/** An open incident of one silent screen. */
export function anIncident(change: Partial<Record<keyof Incident, unknown>> = {}): Incident {
  return Incident.parse({
    id: 'incident-1',
    trouble: 'offline',
    cause: { kind: 'screen', name: 'map' },
    title: 'Screen 2 map: Its player has not been heard.',
    screens: ['map'],
    still: ['map'],
    openedAt: 1_000,
    updatedAt: 1_000,
    closedAt: null,
    ...change,
  });
}
