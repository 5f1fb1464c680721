import { describe, expect, it } from 'vitest';
import { createHealthWatch } from '../../../controller/engine/health-watch.ts';
import type { IncidentNews } from '#core/incidents/watch.ts';
import { asIs } from '#shared/said.ts';
import type { ScreenState } from '#shared/facts.ts';
import type { Incident } from '#shared/incidents.ts';
import { ScreenId } from '#shared/ids.ts';
import { createMemoryTelemetry } from '../../support/engine.ts';
import { aHall, aState, screenInput } from '../../support/hall-state.ts';
import { aReport } from '../../support/reports.ts';

const minute = 60_000;
const start = 100 * 60 * minute;
const touchy = (id: string, number: number) => ({ ...screenInput(id, number), touch: true });
const hall = aHall({ screens: [touchy('a', 1), touchy('b', 2)], surfaces: [], zones: [] });

/** A controller that started at `start` in a hall that had been open for hours; `b` is touched every minute, `a` never. */
function watched(
  minutes: number,
  aIsHeard: (minute: number) => boolean = () => true,
  openSince: (now: number) => number | null = () => start - 300 * minute,
  touchesOfA: (minute: number) => number = () => 0,
): readonly string[] {
  const watch = createHealthWatch({
    telemetry: createMemoryTelemetry(),
    freshId: () => 'id',
    state: () => aState({ hall }),
    alarms: () => ({ keptOut: null, token: null }),
    openSince,
    startedAt: start,
  });
  const well = (id: string) =>
    ({ id, paired: true, health: { state: 'online', since: start, reason: null } }) as unknown as ScreenState;
  for (let turn = 0; turn < minutes; turn += 1) {
    // Reports are far closer in life; what counts is that no gap is longer than a reload.
    const now = start + turn * minute;
    if (aIsHeard(turn))
      watch.hands(aReport({ screen: ScreenId.parse('a'), touch: { count: touchesOfA(turn), heldMs: 0 } }), now);
    watch.hands(aReport({ screen: ScreenId.parse('b'), touch: { count: 1, heldMs: 0 } }), now);
    watch.look([well('a'), well('b')], now);
  }
  return watch.open().map(({ cause, trouble }) => `${trouble} ${cause.name}`);
}

describe('a touch that nobody uses', () => {
  it('is broken after two hours that the controller has seen', () => expect(watched(125)).toEqual(['touch a']));

  it('stays broken over the night and a quiet morning, until somebody touches it', () => {
    const hours = (now: number) =>
      now < start + 130 * minute ? start - 300 * minute : now < start + 700 * minute ? null : start + 700 * minute;
    expect(watched(600, undefined, hours)).toEqual(['touch a']);
    expect(watched(720, (turn) => turn < 400 || turn > 420, hours)).toEqual(['touch a']);
    expect(watched(720, undefined, hours, (turn) => (turn === 715 ? 1 : 0))).toEqual([]);
  });

  it('is not known to be broken by a controller that has just started, however long the hall has been open', () =>
    expect(watched(100)).toEqual([]));

  it('is not known to be broken on a screen that was silent meanwhile', () => {
    expect(watched(180, (turn) => turn < 5 || turn > 110)).toEqual([]);
    expect(watched(125, (turn) => turn < 5)).toEqual([]);
  });
});

describe('a token that somebody else may have', () => {
  /** Looks every half second; the words for what happened to its incidents. */
  function looks(seconds: number, alarm: (second: number) => boolean, open: readonly Incident[] = []) {
    let second = 0;
    const watch = createHealthWatch({
      telemetry: createMemoryTelemetry(),
      freshId: () => 'id',
      state: () => aState({ hall }),
      alarms: () => ({ keptOut: null, token: alarm(second) ? asIs('somebody has a copy.') : null }),
      openSince: () => null,
      startedAt: start - 300 * minute,
    });
    watch.resume(open);
    const said: IncidentNews[] = [];
    for (; second < seconds; second += 0.5) {
      const health = { state: alarm(second) ? 'degraded' : 'online', since: start, reason: null };
      const seen = { id: 'a', paired: true, health } as unknown as ScreenState;
      said.push(...watch.look([seen], start + second * 1_000));
    }
    return said;
  }

  it('is one incident of its own, and its end', () => {
    const said = looks(100, (second) => second < 40);
    expect(said.map(({ is, incident: { trouble } }) => `${is} ${trouble}`)).toEqual(['opened token', 'closed token']);
    expect(said[0]?.incident.title).toBe('Screen 1 a: somebody has a copy.');
  });

  it('is the same incident for a controller that has been started again, and takes a moment to find it', () => {
    const [first] = looks(10, () => true);
    if (first === undefined) throw new Error('nothing was said');
    expect(looks(60, (second) => second > 20, [first.incident])).toEqual([]);
  });
});
