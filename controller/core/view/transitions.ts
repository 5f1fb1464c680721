import { localText, toLocal, type ZoneTable } from '../schedule/zone.ts';

/** The hall's clocks jump: wall times from `to` back, or on, are read with another offset. */
export interface Transition {
  /** ms of shared time. */
  readonly at: number;
  /** Positive: the clocks go forward, and wall times in between do not exist. */
  readonly byMs: number;
  /** What the wall shows just before and just after, `YYYY-MM-DDTHH:MM`. */
  readonly fromLocal: string;
  readonly toLocal: string;
}

/** The changes of the zone's clocks in [from, until), ms. */
export function transitionsIn(zone: ZoneTable, from: number, until: number): readonly Transition[] {
  return zone.offsets.flatMap(({ fromInstant, offsetMs }, index) => {
    const before = zone.offsets[index - 1]?.offsetMs;
    if (before === undefined || before === offsetMs || fromInstant < from || fromInstant >= until) return [];
    return [
      {
        at: fromInstant,
        byMs: offsetMs - before,
        fromLocal: localText(fromInstant + before),
        toLocal: localText(toLocal(zone, fromInstant)),
      },
    ];
  });
}
