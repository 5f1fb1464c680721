import { describe, expect, it } from 'vitest';
import { watchClock } from '../../../controller/clock-watch.ts';
import { createMemoryStore } from '../../../controller/store/memory.ts';
import { createSharedTime } from '../../../controller/shared-time.ts';
import { clockHold, type HallState } from '#core/state.ts';
import { aHallAtWork, operator, quiet } from '../../support/engine.ts';
import { aShow, at, aState } from '../../support/hall-state.ts';

const noon = at('2026-12-16T12:00+05:00');
const hour = 3_600_000;
const given = (): HallState =>
  aState({
    shows: [aShow('tour', [{ scene: 'idle', durationMs: hour }])],
    rules: [
      { id: 'base', show: 'idle', layer: 'ambient', when: { always: true }, targets: 'all' },
      { id: 'tour', show: 'tour', when: { cron: '0 12 * * *' }, targets: 'all' },
    ],
  });

/** A hall whose machine has a wall clock that the test sets. */
function aWatchedHall() {
  const hall = aHallAtWork(given());
  const wall = { offMs: 0 };
  let tick = (): void => undefined;
  const time = createSharedTime({
    mono: () => hall.clock.now,
    wall: () => hall.clock.now + wall.offMs,
    onWallStep: ({ byMs }) => watch.stepped(byMs),
    onWallReturn: () => watch.returned(),
    every(run) {
      tick = run;
      return () => undefined;
    },
  });
  let ids = 0;
  const watch = watchClock({ engine: hall.engine, time, freshId: () => `watch-${++ids}`, log: quiet });
  return {
    hall,
    time,
    watch,
    setWall: async (offMs: number) => {
      wall.offMs = offMs;
      hall.clock.now += 1000;
      tick();
      await hall.engine.settled();
    },
    layer: () => hall.engine.facts().screens[0]?.desired.layer,
  };
}

describe('a wall clock that is set by more than a second', () => {
  it('is journaled, and the hall holds the ambient until the time service has put it right', async () => {
    const { hall, setWall, layer } = aWatchedHall();
    expect(layer()).toBe('scheduled');
    await setWall(-3 * hour);
    expect(layer()).toBe('ambient');
    const [entry] = await hall.engine.journal({ limit: 1 });
    expect(entry).toMatchObject({ command: 'clock.hold', actor: 'the hall' });
    expect(entry?.summary).toContain('set by -10800.0 s');
    expect(hall.engine.explain('p1' as never, hall.clock.now).winner.sentence).toContain('not trusted');
    await setWall(0);
    expect(clockHold(hall.engine.state())).toBeNull();
    expect(layer()).toBe('scheduled');
  });

  it('or until a person says that it is right: then the hall takes its time from it', async () => {
    const { hall, time, setWall, layer } = aWatchedHall();
    const epoch = time.epoch();
    await setWall(24 * hour);
    expect(layer()).toBe('ambient');
    const answer = await hall.engine.order({ commandId: 'trust', actor: operator, command: { type: 'clock.trust' } });
    expect(answer.ok).toBe(true);
    expect(time.epoch()).not.toBe(epoch);
    expect(time.now() - hall.clock.now).toBe(24 * hour);
    expect(clockHold(hall.engine.state())).toBeNull();
  });

  it('tells of a further step, for whoever judges the clock is told what it says now', async () => {
    const { hall, setWall } = aWatchedHall();
    await setWall(hour);
    const since = clockHold(hall.engine.state())?.since;
    await setWall(-2 * hour);
    expect(clockHold(hall.engine.state())).toMatchObject({ since, why: 'step', byMs: -2 * hour });
  });

  it('keeps what people do by hand, and emergencies', async () => {
    const { hall, setWall, layer } = aWatchedHall();
    await setWall(hour);
    const order = (commandId: string, command: Parameters<typeof hall.engine.order>[0]['command']) =>
      hall.engine.order({ commandId, actor: operator, command });
    await order('take', { type: 'run.take', body: { targets: ['all'], scene: 'idle' } });
    hall.tick(1000);
    expect(layer()).toBe('manual');
    await order('fire', { type: 'emergency.raise', body: { kind: 'evacuation' } });
    hall.tick(1000);
    expect(layer()).toBe('emergency');
  });
});

describe('a wall clock that is behind the newest journal entry', () => {
  async function startedBehind() {
    const store = createMemoryStore({ state: given() });
    const before = aHallAtWork(given(), store);
    await before.engine.order({
      commandId: 'a',
      actor: operator,
      command: { type: 'run.take', body: { targets: ['all'], scene: 'idle', holdFor: 1000 } },
    });
    const hall = aHallAtWork(await store.load(), store);
    hall.clock.now = noon - 24 * hour;
    let tick = (): void => undefined;
    const wall = { offMs: 0 };
    const time = createSharedTime({
      mono: () => hall.clock.now,
      wall: () => hall.clock.now + wall.offMs,
      onWallStep: ({ byMs }) => watch.stepped(byMs),
      every(run) {
        tick = run;
        return () => undefined;
      },
    });
    let ids = 0;
    const watch = watchClock({ engine: hall.engine, time, freshId: () => `w-${++ids}`, log: quiet });
    await watch.start();
    return { hall, time, wall, tick: () => tick() };
  }

  it('holds the ambient from the start', async () => {
    const { hall } = await startedBehind();
    expect(clockHold(hall.engine.state())).toMatchObject({ why: 'behind', byMs: expect.any(Number) as number });
  });

  it('until a step has brought it past that entry', async () => {
    const { hall, time, wall, tick } = await startedBehind();
    wall.offMs = 25 * hour;
    hall.clock.now += 1000;
    tick();
    await hall.engine.settled();
    expect(clockHold(hall.engine.state())).toBeNull();
    expect(time.now() - hall.clock.now).toBe(25 * hour);
  });
});
