import { asIs } from '#shared/said.ts';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../controller/core/command.ts';
import type { HallNews, PlanNews } from '#core/ports.ts';
import { TakeBody } from '#shared/commands.ts';
import type { Plan } from '#shared/plan.ts';
import { applyPatch } from '#shared/plan-patch.ts';
import { problem } from '#shared/problem.ts';
import { sceneAt } from '#shared/scene-at.ts';
import { createMemoryStore } from '../../../controller/store/memory.ts';
import { aHallAtWork, operator } from '../../support/engine.ts';
import { aScene, aState, screen } from '../../support/hall-state.ts';

const state = aState({ scenes: [aScene('poem'), aScene('song')] });
const [first] = Object.values(state.hall)[0]?.screens ?? [];
const anyScreen = screen(first?.id ?? '');

const takeOf = (scene: string, more: object = {}): Command => ({
  type: 'run.take',
  body: TakeBody.parse({ targets: 'all', scene, ...more }),
});

const shownOn = (plan: Plan | null, t: number): string | undefined =>
  plan === null ? undefined : sceneAt(plan, t).shown?.scene.scene;

/** A player that holds its plan by patches alone. */
function follow(hall: ReturnType<typeof aHallAtWork>, id = anyScreen): { plan: Plan; news: PlanNews[] } {
  const start = hall.engine.plan(id);
  if (start === null) throw new Error('no plan');
  const player = { plan: start, news: [] as PlanNews[] };
  hall.engine.onPlans((news) => {
    for (const one of news.filter(({ screens }) => screens.includes(id))) {
      player.news.push(one);
      const next = applyPatch(player.plan, one.patch);
      if (next === null) throw new Error('the patch does not fit');
      player.plan = next;
    }
  });
  return player;
}

describe('the hall at work', () => {
  it('changes every screen at the instant of the take, and back at the release, by patches that fit', async () => {
    const hall = aHallAtWork(state);
    const player = follow(hall);
    const taken = await hall.engine.order({ commandId: 'a', actor: operator, command: takeOf('poem') });
    if (!taken.ok) throw new Error(taken.problem.detail);
    const takenAt = Date.parse(String(taken.answer['at']));
    expect(takenAt).toBeGreaterThanOrEqual(hall.clock.now);
    expect(shownOn(player.plan, takenAt + 1)).toBe('poem');
    expect(shownOn(player.plan, takenAt - 5)).not.toBe('poem');
    hall.clock.now += 60_000;
    const run = String(taken.answer['run']);
    await hall.engine.order({ commandId: 'b', actor: operator, command: { type: 'run.release', runs: [run] } });
    expect(shownOn(player.plan, hall.clock.now + 1000)).not.toBe('poem');
    expect(player.plan).toEqual(hall.engine.plan(anyScreen));
  });

  it('lets no take wait for what consoles are told of the one before', async () => {
    const hall = aHallAtWork(state);
    const busyMs = 300;
    hall.engine.subscribe(() => {
      const until = performance.now() + busyMs;
      while (performance.now() < until);
    });
    const leads: number[] = [];
    for (const turn of [0, 1, 2, 3]) {
      const command = takeOf(turn % 2 === 0 ? 'poem' : 'song');
      const taken = await hall.engine.order({ commandId: `take-${turn}`, actor: operator, command });
      if (!taken.ok) throw new Error(taken.problem.detail);
      leads.push(Date.parse(String(taken.answer['at'])) - hall.clock.now);
    }
    expect(Math.max(...leads)).toBeLessThan(busyMs);
  });

  it('tells a difference that many screens share once', async () => {
    const hall = aHallAtWork(state);
    const all: PlanNews[] = [];
    hall.engine.onPlans((news) => all.push(...news));
    await hall.engine.order({ commandId: 'a', actor: operator, command: takeOf('poem') });
    expect(all).toHaveLength(1);
    expect(all[0]?.screens).toEqual(hall.engine.facts().screens.map(({ id }) => id));
  });

  it('gives the same command one effect and one answer', async () => {
    const hall = aHallAtWork(state);
    const order = { commandId: 'a', actor: operator, command: takeOf('poem') };
    const [one, two] = await Promise.all([hall.engine.order(order), hall.engine.order(order)]);
    expect(two).toEqual(one);
    expect(hall.engine.runs().filter(({ layer }) => layer === 'manual')).toHaveLength(1);
    expect(hall.engine.state().revision).toBe(state.revision + 1);
  });

  it('decides what comes at the same time in order, each on the outcome of the one before', async () => {
    const hall = aHallAtWork(state);
    const answers = await Promise.all(
      ['poem', 'song', 'poem'].map((scene, index) =>
        hall.engine.order({ commandId: String(index), actor: operator, command: takeOf(scene) }),
      ),
    );
    expect(answers.map((answer) => answer.ok && answer.revision)).toEqual([2, 3, 4]);
  });

  it('acknowledges nothing that the disk refused, and shows nothing of it', async () => {
    let isFull = true;
    const store = createMemoryStore({
      state,
      refusal: () => (isFull ? problem('storage', asIs('The disk is full.')) : null),
    });
    const hall = aHallAtWork(state, store);
    const player = follow(hall);
    const before = player.plan;
    const refused = await hall.engine.order({ commandId: 'a', actor: operator, command: takeOf('poem') });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'storage' } });
    expect(player.plan).toBe(before);
    expect(hall.engine.facts().storage).toBe('failing');
    isFull = false;
    expect(await hall.engine.order({ commandId: 'a', actor: operator, command: takeOf('poem') })).toMatchObject({
      ok: true,
    });
    expect(hall.engine.facts().storage).toBe('ok');
  });

  it('sees within seconds that the disk is right again, without anybody deciding anything', async () => {
    let isFull = true;
    let tries = 0;
    const store = createMemoryStore({
      state,
      refusal: () => {
        tries += 1;
        return isFull ? problem('storage', asIs('The disk is full.')) : null;
      },
    });
    const hall = aHallAtWork(state, store);
    const told: HallNews[] = [];
    hall.engine.subscribe((news) => told.push(news));
    await hall.engine.order({ commandId: 'a', actor: operator, command: takeOf('poem') });
    for (let second = 0; second < 20; second += 1) {
      hall.tick(500);
      await hall.engine.settled();
    }
    expect(hall.engine.storage()).toBe('failing');
    // One for the decision, and one every other second.
    expect(tries).toBeLessThanOrEqual(7);
    isFull = false;
    hall.tick(2_500);
    await hall.engine.settled();
    expect(hall.engine.storage()).toBe('ok');
    expect(told.at(-1)?.storage).toBe('ok');
    expect(await store.journal({ limit: 10 })).toEqual([]);
    tries = 0;
    hall.tick(60_000);
    await hall.engine.settled();
    expect(tries).toBe(0);
  });

  describe('an emergency', () => {
    const raise: Command = { type: 'emergency.raise', body: { kind: 'evacuation' } };
    const onAir = (hall: ReturnType<typeof aHallAtWork>) => shownOn(hall.engine.plan(anyScreen), hall.clock.now + 1000);

    it('is on its way before the store has it, with a store that never answers', async () => {
      const store = { ...createMemoryStore({ state }), commit: () => new Promise<never>(() => undefined) };
      const hall = aHallAtWork(state, store);
      void hall.engine.order({ commandId: 'stuck', actor: operator, command: takeOf('poem') });
      const answer = await hall.engine.order({ commandId: 'a', actor: operator, command: raise });
      expect(answer.ok).toBe(true);
      expect(onAir(hall)).toBe('evacuation');
    });

    it('is raised, and ended, with a full disk, and is committed when there is room', async () => {
      let isFull = true;
      const store = createMemoryStore({
        state,
        refusal: () => (isFull ? problem('storage', asIs('The disk is full.')) : null),
      });
      const hall = aHallAtWork(state, store);
      const player = follow(hall);
      await hall.engine.order({ commandId: 'a', actor: operator, command: raise });
      await hall.engine.settled();
      expect(shownOn(player.plan, hall.clock.now + 1000)).toBe('evacuation');
      expect(hall.engine.facts().storage).toBe('failing');
      expect(await store.journal({ limit: 10 })).toEqual([]);
      hall.clock.now += 60_000;
      await hall.engine.order({ commandId: 'b', actor: operator, command: { type: 'emergency.end' } });
      await hall.engine.settled();
      expect(shownOn(player.plan, hall.clock.now + 1000)).not.toBe('evacuation');
      isFull = false;
      hall.tick(3000);
      await hall.engine.settled();
      expect((await store.journal({ limit: 10 })).map(({ command }) => command)).toEqual([
        'emergency.end',
        'emergency.raise',
      ]);
      expect(shownOn(player.plan, hall.clock.now + 1000)).not.toBe('evacuation');
      expect(player.plan.sequence).toBe(0);
    });

    it('leaves the players with the same plan, and nothing to redraw, once it is committed', async () => {
      const hall = aHallAtWork(state);
      const player = follow(hall);
      await hall.engine.order({ commandId: 'a', actor: operator, command: raise });
      await hall.engine.settled();
      expect(player.plan.sequence).toBe(0);
      expect(player.news.map(({ patch }) => patch.items !== undefined)).toEqual([true, false]);
      const again = await hall.engine.order({ commandId: 'a', actor: operator, command: raise });
      expect(again.ok).toBe(true);
      expect(hall.engine.runs().filter(({ layer }) => layer === 'emergency')).toHaveLength(1);
    });

    it('is refused to those who may not', async () => {
      const hall = aHallAtWork(state);
      const answer = await hall.engine.order({ commandId: 'a', actor: { is: 'stranger' }, command: raise });
      expect(answer).toMatchObject({ ok: false, problem: { code: 'not-signed-in' } });
    });
  });

  it('extends plans as time goes on', () => {
    const hall = aHallAtWork(state);
    const player = follow(hall);
    const until = player.plan.until;
    hall.tick(3_600_000);
    expect(player.plan.until).toBe(until + 3_600_000);
  });

  it('tells those who watch only what is different', async () => {
    const hall = aHallAtWork(state);
    hall.tick(0);
    const told: HallNews[] = [];
    hall.engine.subscribe((news) => told.push(news));
    hall.tick(10);
    expect(told).toEqual([]);
    await hall.engine.order({ commandId: 'a', actor: operator, command: takeOf('poem', { holdFor: 5000 }) });
    expect(told.at(-1)?.desk?.runs?.map(({ source }) => source.id)).toContain('poem');
    told.length = 0;
    hall.tick(1000);
    expect(told.flatMap(({ screens = [] }) => screens.map(({ desired }) => desired.scene))).toContain('poem');
  });

  it('tells who begins to watch what is different from then on, however much nobody watched before', async () => {
    const hall = aHallAtWork(state);
    await hall.engine.order({ commandId: 'a', actor: operator, command: takeOf('song') });
    hall.tick(1000);
    const told: HallNews[] = [];
    const stop = hall.engine.subscribe((news) => told.push(news));
    hall.tick(10);
    expect(told).toEqual([]);
    stop();
    await hall.engine.order({ commandId: 'b', actor: operator, command: takeOf('poem') });
    hall.tick(1000);
    expect(told).toEqual([]);
    hall.engine.subscribe((news) => told.push(news));
    hall.tick(10);
    expect(told).toEqual([]);
    await hall.engine.order({ commandId: 'c', actor: operator, command: takeOf('song') });
    hall.tick(1000);
    const scenes = told.flatMap(({ screens = [] }) => screens.map(({ desired }) => desired.scene));
    expect(scenes.at(-1)).toBe('song');
  });

  it('says what was decided whether anybody watches or not', async () => {
    const hall = aHallAtWork(state);
    const kinds: string[] = [];
    const stop = hall.engine.onDecided((changed) => kinds.push(...changed.map(({ kind }) => kind)));
    await hall.engine.order({ commandId: 'a', actor: operator, command: takeOf('poem') });
    expect(kinds).toContain('run');
    kinds.length = 0;
    stop();
    await hall.engine.order({ commandId: 'b', actor: operator, command: takeOf('song') });
    expect(kinds).toEqual([]);
  });
});
