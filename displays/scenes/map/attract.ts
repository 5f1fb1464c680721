import type { Achievement } from '#shared/content.ts';
import { inLoop, presence } from '../../look/motion.ts';

/** One achievement told, or a year in which the map holds none. */
export interface Slot {
  readonly year: number;
  readonly achievement: Achievement | null;
  readonly fromMs: number;
  readonly durationMs: number;
}

/** Every year with everything that happened in it, in the order of the data. */
export function slotsOf(
  achievements: readonly Achievement[],
  { first, last, eventMs }: { first: number; last: number; eventMs: number },
): readonly Slot[] {
  const slots: Slot[] = [];
  let fromMs = 0;
  for (let year = first; year <= last; year++) {
    const own = achievements.filter((achievement) => achievement.year === year);
    for (const achievement of own.length === 0 ? [null] : own) {
      const durationMs = achievement === null ? eventMs / 2 : eventMs;
      slots.push({ year, achievement, fromMs, durationMs });
      fromMs += durationMs;
    }
  }
  return slots;
}

export interface MapFrame {
  readonly slot: Slot;
  /** 0 to 1: how far the words and the light on the region are there. */
  readonly presence: number;
  /** 0 to 1 within the slot, for the ring that spreads from the point. */
  readonly progress: number;
}

/** What the map shows at a position while nobody touches. */
export function mapFrameAt(positionMs: number, slots: readonly Slot[]): MapFrame | undefined {
  const end = slots.at(-1);
  if (end === undefined) return undefined;
  const at = inLoop(positionMs, end.fromMs + end.durationMs);
  const slot = slots.findLast(({ fromMs }) => fromMs <= at) ?? end;
  return {
    slot,
    presence: presence(at, slot.fromMs, slot.fromMs + slot.durationMs, 600),
    progress: (at - slot.fromMs) / slot.durationMs,
  };
}
