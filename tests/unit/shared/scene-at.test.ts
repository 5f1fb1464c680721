import { describe, expect, it } from 'vitest';
import type { Plan, PlanItem } from '#shared/plan.ts';
import type { Segment, Timeline } from '#shared/scene.ts';
import { itemAt, runPosition, sceneAt, shownByRun } from '#shared/scene-at.ts';
import { createCompile } from '#core/compile.ts';
import { planFor } from '#core/resolve/plan.ts';
import { aScene, aShow, at, aState, screen } from '../../support/hall-state.ts';

const zero = 1_000_000;
type Cues = Parameters<typeof aShow>[1];

function timelineOf(cues: Cues, loop = false): Timeline {
  const scenes = ['a', 'b', 'c'].map((id) => aScene(id));
  const state = aState({ scenes, shows: [aShow('show', cues, { loop })] });
  return createCompile()(state, { kind: 'show', id: 'show' });
}

const play = (from: number, cue = 0, position = 0): Segment => ({ zero: from, at: position, rate: 1, cue });
const hold = (from: number, cue: number, position: number): Segment => ({ zero: from, at: position, rate: 0, cue });

/** `scene@position` on a screen, s after the run's zero; `-` where it has nothing for it. */
function on(timeline: Timeline, segments: readonly Segment[], id: string, seconds: number): string {
  const shown = shownByRun('run', timeline, segments, id, zero + seconds * 1000);
  return shown === null ? '-' : `${shown.scene.scene}@${shown.positionMs / 1000}`;
}

const keyAt = (timeline: Timeline, segments: readonly Segment[], id: string, seconds: number) =>
  shownByRun('run', timeline, segments, id, zero + seconds * 1000)?.key;

// p1 has a scene in each cue, p2 in the first alone, p3 from the second on.
const three = timelineOf([
  { scene: 'a', targets: ['p1', 'p2'], durationMs: 10_000 },
  { scene: 'b', targets: ['p1', 'p3'], durationMs: 20_000 },
  { scene: 'c', targets: ['p1'], durationMs: 5_000 },
]);

describe('a run that plays', () => {
  const segments = [play(zero)];

  it.each([
    [0, 'a@0', 'a@0', '-'],
    [9.999, 'a@9.999', 'a@9.999', '-'],
    [10, 'b@0', 'a@10', 'b@0'],
    [29, 'b@19', 'a@29', 'b@19'],
    [30, 'c@0', 'a@30', 'b@20'],
    [35, 'c@5', 'a@35', 'b@25'],
  ])('%s s in: each screen has its cue’s scene, or keeps the one before', (seconds, p1, p2, p3) => {
    expect(['p1', 'p2', 'p3'].map((id) => on(three, segments, id, seconds))).toEqual([p1, p2, p3]);
  });

  it('has ended when its last cue has run its time, and not before', () => {
    expect(runPosition(three, segments, zero + 34_999).ended).toBe(false);
    expect(runPosition(three, segments, zero + 35_000).ended).toBe(true);
  });

  it('has nothing for a screen that no cue names', () => {
    expect(on(three, segments, 'w1', 12)).toBe('-');
  });

  it('keeps one key as long as a scene stays, and takes another with the next', () => {
    expect(keyAt(three, segments, 'p2', 0)).toBe(keyAt(three, segments, 'p2', 34));
    expect(keyAt(three, segments, 'p1', 9)).not.toBe(keyAt(three, segments, 'p1', 10));
  });

  it('joined late is where it would be', () => {
    expect(on(three, [play(zero - 3_600_000, 2)], 'p1', 0)).toBe('c@3600');
    expect(on(three, segments, 'p1', 29)).toBe('b@19');
  });

  it('says when each scene entered, also in the middle of a cue chain', () => {
    expect(shownByRun('run', three, segments, 'p1', zero + 12_000)?.enteredAt).toBe(zero + 10_000);
    expect(shownByRun('run', three, segments, 'p2', zero + 12_000)?.enteredAt).toBe(zero);
  });
});

describe('a run that was stopped and moved', () => {
  it('stands still in a pause and goes on where it stood, in the same element', () => {
    const segments = [play(zero), hold(zero + 12_000, 1, 2_000), play(zero + 60_000, 1, 2_000)];
    expect(on(three, segments, 'p1', 30)).toBe('b@2');
    expect(on(three, segments, 'p2', 30)).toBe('a@12');
    expect(on(three, segments, 'p1', 61)).toBe('b@3');
    expect(on(three, segments, 'p2', 61)).toBe('a@13');
    expect(on(three, segments, 'p1', 78)).toBe('c@0');
    for (const id of ['p1', 'p2', 'p3']) {
      expect(keyAt(three, segments, id, 30)).toBe(keyAt(three, segments, id, 11));
      expect(keyAt(three, segments, id, 61)).toBe(keyAt(three, segments, id, 11));
    }
  });

  it('keeps its elements also when the pause counts from the first cue of the chain', () => {
    const segments = [play(zero), hold(zero + 12_000, 0, 12_000), play(zero + 60_000, 0, 12_000)];
    expect(on(three, segments, 'p1', 61)).toBe('b@3');
    for (const id of ['p1', 'p2', 'p3']) expect(keyAt(three, segments, id, 61)).toBe(keyAt(three, segments, id, 11));
  });

  it('waits for GO past a cue’s time, and GO leaves alone what the next cue does not name', () => {
    const waits = timelineOf([
      { scene: 'a', targets: ['p1', 'p2'], durationMs: 10_000 },
      { scene: 'b', targets: ['p1'], trigger: 'go' },
    ]);
    expect(on(waits, [play(zero)], 'p1', 500)).toBe('a@500');
    expect(runPosition(waits, [play(zero)], zero + 500_000).ended).toBe(false);
    const gone = [play(zero), play(zero + 40_000, 1)];
    expect(on(waits, gone, 'p1', 41)).toBe('b@1');
    expect(on(waits, gone, 'p2', 41)).toBe('a@41');
    expect(keyAt(waits, gone, 'p2', 41)).toBe(keyAt(waits, gone, 'p2', 39));
  });

  it('starts a cue anew when it goes back to it, and restarts nothing that the cue does not name', () => {
    const segments = [play(zero), play(zero + 15_000, 0)];
    expect(on(three, segments, 'p1', 16)).toBe('a@1');
    const again = [play(zero), play(zero + 12_000, 1)];
    expect(on(three, again, 'p1', 13)).toBe('b@1');
    expect(keyAt(three, again, 'p1', 13)).not.toBe(keyAt(three, again, 'p1', 11));
    expect(on(three, again, 'p2', 13)).toBe('a@13');
    expect(keyAt(three, again, 'p2', 13)).toBe(keyAt(three, again, 'p2', 11));
  });

  it('going back past a screen’s first cue gives the screen up', () => {
    expect(on(three, [play(zero), play(zero + 15_000, 0)], 'p3', 16)).toBe('-');
  });

  it('jumps into the middle of a cue; within the scene it is the same element at another position', () => {
    const away = [play(zero), play(zero + 5_000, 1, 8_000)];
    expect(on(three, away, 'p1', 6)).toBe('b@9');
    expect(shownByRun('run', three, away, 'p1', zero + 6_000)?.enteredAt).toBe(zero + 5_000);
    const within = [play(zero), play(zero + 15_000, 1, 1_000)];
    expect(on(three, within, 'p1', 16)).toBe('b@2');
    expect(keyAt(three, within, 'p1', 16)).toBe(keyAt(three, within, 'p1', 14));
  });

  it('jumping ahead shows what the cues in between would have left', () => {
    expect(on(three, [play(zero), play(zero + 2_000, 2)], 'p3', 3)).toBe('b@1');
  });
});

describe('a loop', () => {
  const loop = timelineOf(
    [
      { scene: 'a', targets: ['p1'], durationMs: 10_000 },
      { scene: 'b', targets: ['p1', 'p2'], durationMs: 20_000 },
    ],
    true,
  );
  const segments = [play(zero)];

  it('begins again for ever, at a position that depends on the clock alone', () => {
    expect(on(loop, segments, 'p1', 29)).toBe('b@19');
    expect(on(loop, segments, 'p1', 31)).toBe('a@1');
    expect(on(loop, segments, 'p1', 30 * 1_000_000 + 15)).toBe('b@5');
    expect(runPosition(loop, segments, zero + 300_000_000).ended).toBe(false);
  });

  it('is a new appearance in every turn', () => {
    expect(keyAt(loop, segments, 'p1', 5)).not.toBe(keyAt(loop, segments, 'p1', 35));
  });

  it('leaves a screen what the turn before gave it until it is named again', () => {
    expect(['p2', 'p2', 'p2', 'p2'].map((id, index) => on(loop, segments, id, [5, 15, 35, 41][index] ?? 0))).toEqual([
      '-',
      'b@5',
      'b@25',
      'b@1',
    ]);
    expect(keyAt(loop, segments, 'p2', 35)).toBe(keyAt(loop, segments, 'p2', 29));
    expect(keyAt(loop, segments, 'p2', 41)).not.toBe(keyAt(loop, segments, 'p2', 35));
  });

  it('keeps its elements through a pause in a later turn', () => {
    const paused = [play(zero), hold(zero + 65_000, 0, 5_000), play(zero + 100_000, 0, 5_000)];
    expect(on(loop, paused, 'p1', 101)).toBe('a@6');
    expect(on(loop, paused, 'p2', 101)).toBe('b@26');
    expect(keyAt(loop, paused, 'p1', 101)).toBe(keyAt(loop, paused, 'p1', 64));
    expect(keyAt(loop, paused, 'p2', 101)).toBe(keyAt(loop, paused, 'p2', 64));
    expect(on(loop, paused, 'p2', 106)).toBe('b@1');
  });
});

describe('sceneAt', () => {
  const state = aState({
    rules: [{ id: 'base', show: 'idle', layer: 'ambient', when: { always: true }, targets: 'all' }],
  });
  const plan = planFor(state, createCompile(), screen('p1'), at('2026-12-16T12:00+05:00'));
  const [only] = plan.items;
  if (only === undefined) throw new Error('a plan has items');
  const item = (change: Partial<PlanItem>): PlanItem => ({ ...only, segments: [play(zero)], ...change });
  const made = (items: PlanItem[], overlays: Plan['overlays'] = []): Plan => ({ ...plan, items, overlays });

  it('finds the item in force; before the first it is the first', () => {
    const first = item({ from: zero, until: zero + 10 });
    const second = item({ from: zero + 10, until: null });
    expect(itemAt(made([first, second]), zero - 5)).toBe(first);
    expect(itemAt(made([first, second]), zero + 9.9)).toBe(first);
    expect(itemAt(made([first, second]), zero + 10)).toBe(second);
    expect(itemAt(made([first, second]), zero + 1e9)).toBe(second);
  });

  it('enters a run with the item’s transition, a returning run too, and cues inside it with their own', () => {
    const cut = { type: 'cut', durationMs: 0 } as const;
    const start = sceneAt(made([item({ from: zero, until: null, transition: cut })]), zero + 1);
    expect(start.shown).toMatchObject({ enteredAt: zero, transition: cut });
    const back = sceneAt(made([item({ from: zero + 5_000, until: null, transition: cut })]), zero + 6_000);
    expect(back.shown).toMatchObject({ enteredAt: zero + 5_000, positionMs: 6_000, transition: cut });
  });

  it('does not enter again where only the power changes', () => {
    const asleep = item({ from: zero, until: zero + 60_000, power: 'standby' });
    const warming = item({ from: zero + 60_000, until: null, power: 'on' });
    const shown = sceneAt(made([asleep, warming]), zero + 60_001);
    expect(shown.power).toBe('on');
    expect(shown.shown?.enteredAt).toBe(zero);
  });

  it('has the overlays of the instant', () => {
    const ribbon = { id: 'ribbon', type: 'ribbon', from: zero + 100, until: zero + 200, params: {} } as const;
    const ids = (t: number) =>
      sceneAt(made([item({ from: zero, until: null })], [ribbon]), t).overlays.map(({ id }) => id);
    expect([ids(zero + 99), ids(zero + 100), ids(zero + 199), ids(zero + 200)]).toEqual([
      [],
      ['ribbon'],
      ['ribbon'],
      [],
    ]);
  });
});
