import { describe, expect, it } from 'vitest';
import { createHealthWatch } from '../../../controller/engine/health-watch.ts';
import type { ScreenState } from '#shared/facts.ts';
import { ScreenId } from '#shared/ids.ts';
import { createMemoryTelemetry } from '../../support/engine.ts';
import { aHall, aState, screenInput } from '../../support/hall-state.ts';
import { aReport } from '../../support/reports.ts';

const minute = 60_000;
const start = 100 * 60 * minute;
const touchy = (id: string, number: number) => ({ ...screenInput(id, number), touch: true });
const hall = aHall({ screens: [touchy('a', 1), touchy('b', 2)], surfaces: [], zones: [] });

/** A controller that started at `start` in a hall that had been open for hours; `b` is touched every minute, `a` never. */
function watched(minutes: number, aIsHeard: (minute: number) => boolean = () => true): readonly string[] {
  const watch = createHealthWatch({
    telemetry: createMemoryTelemetry(),
    freshId: () => 'id',
    state: () => aState({ hall }),
    openSince: () => start - 300 * minute,
    startedAt: start,
  });
  const well = (id: string) =>
    ({ id, paired: true, health: { state: 'online', since: start, reason: null } }) as unknown as ScreenState;
  for (let turn = 0; turn < minutes; turn += 1) {
    // Reports are far closer in life; what counts is that no gap is longer than a reload.
    const now = start + turn * minute;
    if (aIsHeard(turn)) watch.hands(aReport({ screen: ScreenId.parse('a') }), now);
    watch.hands(aReport({ screen: ScreenId.parse('b'), touch: { count: 1, heldMs: 0 } }), now);
    watch.look([well('a'), well('b')], now);
  }
  return watch.open().map(({ cause, trouble }) => `${trouble} ${cause.name}`);
}

describe('a touch that nobody uses', () => {
  it('is broken after two hours that the controller has seen', () => expect(watched(125)).toEqual(['touch a']));

  it('is not known to be broken by a controller that has just started, however long the hall has been open', () =>
    expect(watched(100)).toEqual([]));

  it('is not known to be broken on a screen that was silent meanwhile', () => {
    expect(watched(180, (turn) => turn < 5 || turn > 110)).toEqual([]);
    expect(watched(125, (turn) => turn < 5)).toEqual([]);
  });
});
