import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Actor, Command } from '#core/ports.ts';
import type { TakeBody } from '#shared/commands.ts';
import { aHallAtWork, operator, type TestHall } from '../../support/engine.ts';
import { aHall, aScene, aState, at } from '../../support/hall-state.ts';

const dana: Actor = { is: 'person', id: 'dana', name: 'Dana', role: 'operator', zones: null, byPin: false };
const state = aState({ hall: aHall(), scenes: [aScene('poem'), aScene('song')] });
const minute = 60_000;
/** The hall is at work from noon. */
const three = at('2026-12-16T15:00+05:00');
const iso = (ms: number): string => new Date(ms).toISOString();

let hall: TestHall;
let orders = 0;

beforeEach(() => {
  hall = aHallAtWork(state);
  orders = 0;
});

async function order(command: Command, actor: Actor = operator): Promise<Record<string, unknown>> {
  const answer = await hall.engine.order({ commandId: `order-${++orders}`, actor, command });
  if (!answer.ok) throw Object.assign(new Error(answer.problem.detail), { code: answer.problem.code });
  return answer.answer;
}

const take = (body: z.output<typeof TakeBody>, actor: Actor = operator) => order({ type: 'run.take', body }, actor);
const setFor = (instant: number, more: object = {}, actor: Actor = operator) =>
  take({ targets: ['p1'], scene: 'poem', at: iso(instant), ...more }, actor);
const wanted = (): unknown => hall.engine.screen('p1')?.desired.scene;
const until = (instant: number): void => hall.tick(instant - hall.clock.now);

describe('a take at a time', () => {
  it('is told at once, waits for nobody, begins to the millisecond, and ends as long after as was said', async () => {
    expect(await setFor(three, { holdFor: 10 * minute })).toMatchObject({ at: iso(three), ready: [], late: [] });
    const coming = hall.engine.facts().runs.find(({ layer }) => layer === 'manual');
    expect(coming).toMatchObject({ from: three, until: three + 10 * minute, owner: 'Aliya' });
    const [entry] = await hall.engine.journal({ limit: 1 });
    expect(entry?.summary).toContain('for 15:00');
    until(three - 1);
    expect(wanted()).toBe('rest');
    until(three);
    expect(wanted()).toBe('poem');
    until(three + 10 * minute);
    expect(wanted()).toBe('rest');
  });

  it('is in the plan that its screens hold, so that they begin without the controller', async () => {
    await setFor(three);
    const item = hall.engine.plan('p1')?.items.find(({ from }) => from === three);
    expect(item).toMatchObject({ layer: 'manual' });
  });

  it('leaves nothing behind when it is cancelled or taken back before', async () => {
    const { run } = await setFor(three);
    await order({ type: 'run.release', runs: [String(run)] });
    await setFor(three + minute);
    await order({ type: 'act.take-back', act: hall.engine.facts().lastAct?.id ?? 'none' });
    expect(hall.engine.facts().runs.filter(({ layer }) => layer === 'manual')).toEqual([]);
    for (const instant of [three, three + minute]) {
      until(instant);
      expect(wanted()).toBe('rest');
    }
  });

  it('is no time that is past, or farther off than the schedule is for', async () => {
    await expect(setFor(hall.clock.now)).rejects.toMatchObject({ code: 'invalid' });
    await expect(setFor(hall.clock.now + 25 * 60 * minute)).rejects.toThrow(/schedule/);
  });

  it('cannot be paused or moved before it has begun, and is lengthened from its beginning', async () => {
    const { run } = await setFor(three);
    const pause = { type: 'run.control', run: String(run), action: 'pause' } as const;
    await expect(order(pause)).rejects.toThrow(/not begun/);
    const edited = await order({ type: 'run.edit', run: String(run), body: { holdFor: minute } });
    expect(edited).toMatchObject({ until: iso(three + minute) });
    until(three);
    await order(pause);
  });

  it('is another thing than a take that is under way, which is paused from its beginning', async () => {
    const { run, at: begins } = await take({ targets: ['p1'], scene: 'song' });
    // The next decision's instant is earlier than the first one's: as if it had found an earlier gap.
    hall.clock.now -= 10;
    const { at: pausedAt } = await order({ type: 'run.control', run: String(run), action: 'pause' });
    expect(pausedAt).toBe(begins);
  });

  it('wants a reason where it will lie over what a colleague still holds then, and none where that has ended', async () => {
    await take({ targets: ['p1'], scene: 'song', holdFor: 60 * minute }, dana);
    await expect(setFor(hall.clock.now + 30 * minute)).rejects.toMatchObject({ code: 'conflict' });
    await setFor(hall.clock.now + 30 * minute, { reason: 'a delegation' });
    await setFor(three);
  });

  it('does not hinder whoever takes the screens before', async () => {
    await setFor(three);
    await take({ targets: ['p1'], scene: 'song' }, dana);
    expect(hall.engine.facts().losses).toEqual([]);
    until(three);
    expect(wanted()).toBe('poem');
  });
});
