import { describe, expect, it } from 'vitest';
import type { HallDesk, ScreenState } from '#shared/facts.ts';
import type { HallNews } from '#core/ports.ts';
import { createNews } from '../../../controller/engine/news.ts';

/** News of a hall with so many screens, told by a timer that the test turns; what was told, in order. */
function newsOf(count: number) {
  const screens = new Map<string, ScreenState>(
    Array.from({ length: count }, (_, index) => {
      const id = `s${index}`;
      const state = {
        id,
        desired: {},
        reported: null,
        reportedAt: 0,
        agrees: true,
        health: {},
        readiness: null,
        view: null,
      };
      return [id, state as unknown as ScreenState];
    }),
  );
  const due: (() => void)[] = [];
  const told: (readonly string[])[] = [];
  const said: Pick<ScreenState, 'id' | 'reportedAt' | 'agrees'>[] = [];
  const news = createNews({
    screenIds: () => [...screens.keys()],
    screenState: (id) => screens.get(id) ?? null,
    desk: () => ({}) as unknown as HallDesk,
    storage: () => 'ok',
    revision: () => 1,
    after: (run) => {
      due.push(run);
      return () => undefined;
    },
  });
  news.subscribe(({ screens: states = [] }: HallNews) => {
    told.push(states.map(({ id }) => id));
    said.push(...states.map(({ id, reportedAt, agrees }) => ({ id, reportedAt, agrees })));
  });
  return {
    news,
    told,
    /** What was told of a screen, in order. */
    saidOf: (screen: string) => said.flatMap(({ id, ...rest }) => (id === screen ? [rest] : [])),
    remove: (id: string) => screens.delete(id),
    hear(id: string, change: Partial<ScreenState>) {
      const before = screens.get(id);
      if (before === undefined) throw new Error(`there is no ${id}`);
      screens.set(id, { ...before, ...change });
      news.heard(id);
    },
    turn() {
      const run = due.shift();
      run?.();
      return run !== undefined;
    },
  };
}

describe('news of screens that speak in one instant', () => {
  it('come some now and some then where they were only heard again, each once', () => {
    const hall = newsOf(200);
    for (let index = 0; index < 200; index += 1) hall.hear(`s${index}`, { reportedAt: 1 });
    while (hall.turn());
    expect(Math.max(...hall.told.map(({ length }) => length))).toBeLessThan(50);
    expect(hall.told.flat()).toHaveLength(200);
    expect(new Set(hall.told.flat()).size).toBe(200);
  });

  it('come at once where they are others to the eye, before those that are not', () => {
    const hall = newsOf(200);
    for (let index = 0; index < 200; index += 1) hall.hear(`s${index}`, { reportedAt: 1 });
    for (let index = 100; index < 200; index += 1) hall.hear(`s${index}`, { agrees: false });
    hall.turn();
    expect(hall.told[0]).toEqual(expect.arrayContaining(Array.from({ length: 100 }, (_, index) => `s${100 + index}`)));
    while (hall.turn());
    expect(new Set(hall.told.flat()).size).toBe(200);
    expect(hall.told.flat()).toHaveLength(200);
  });

  it('leave nobody waiting longer than a second in a hall of thousands', () => {
    const hall = newsOf(4000);
    for (let index = 0; index < 4000; index += 1) hall.hear(`s${index}`, { reportedAt: 1 });
    let turns = 0;
    while (hall.turn()) turns += 1;
    expect(hall.told.flat()).toHaveLength(4000);
    expect(turns).toBeLessThanOrEqual(20);
  });

  it('are of what a screen says at last, and of nothing twice', () => {
    const hall = newsOf(100);
    for (let index = 0; index < 100; index += 1) hall.hear(`s${index}`, { reportedAt: 1 });
    hall.turn();
    hall.hear('s99', { reportedAt: 2, agrees: false });
    hall.news.all([]);
    while (hall.turn());
    expect(hall.saidOf('s99')).toEqual([{ reportedAt: 2, agrees: false }]);
  });

  it('are of what a screen said last where it was heard twice before its turn came', () => {
    const hall = newsOf(100);
    for (const reportedAt of [1, 2]) {
      for (let index = 0; index < 100; index += 1) hall.hear(`s${index}`, { reportedAt });
      hall.turn();
    }
    while (hall.turn());
    expect(hall.saidOf('s99')).toEqual([{ reportedAt: 2, agrees: true }]);
  });

  it('are of no screen that the hall has no more', () => {
    const hall = newsOf(100);
    for (let index = 0; index < 100; index += 1) hall.hear(`s${index}`, { reportedAt: 1 });
    hall.turn();
    hall.remove('s99');
    while (hall.turn());
    expect(hall.saidOf('s99')).toEqual([]);
    expect(hall.told.flat()).toHaveLength(99);
  });
});
