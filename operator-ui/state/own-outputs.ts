import type { Hall, SoundOutput } from '#shared/hall.ts';
import { screensOf, screensWithin } from './targets.ts';

/** What every output that a person may set is called to the hall. */
export const ownOutputs = (zones: readonly string[] | null): 'all' | 'mine' => (zones === null ? 'all' : 'mine');

/** The outputs that lie in the person's zones, with the screen that makes their sound; `zones` null: all of the hall's. */
export function outputsWithin(hall: Hall | null, zones: readonly string[] | null): readonly SoundOutput[] {
  if (hall === null) return [];
  const within = screensWithin(hall, zones);
  const reached = ({ zone, screen }: SoundOutput): readonly string[] => [...screensOf(hall, zone), screen];
  return hall.soundOutputs.filter((output) => within === null || reached(output).every((id) => within.has(id)));
}
