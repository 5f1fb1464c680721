import { describe, expect, it } from 'vitest';
import { chapterStarts, finaleMs, passMs, reliefMoment, reliefStage } from '#shared/scenes/relief-times.ts';
import { ReliefWall } from '#shared/scenes/relief-wall.ts';
import { ReliefParams } from '#shared/scenes/relief.ts';

const group = (id: string, fromX: number, chapters: readonly string[]) => ({
  id,
  chapters,
  fromX,
  untilX: fromX + 300,
  focusY: 600,
  colour: [1, 0.8, 0.5],
  caption: 'left',
});
const wall = ReliefWall.parse({
  widthPx: 3840,
  heightPx: 1080,
  captions: { left: { x: 400, y: 100, width: 900, height: 190 } },
  groups: [group('rock', 0, ['a']), group('gold', 900, ['b', 'c']), group('town', 3000, ['d'])],
});
const params = (more: object) =>
  ReliefParams.parse({
    relief: 'relief',
    chapters: 'texts.json',
    groups: ['rock', 'gold', 'town'],
    chapterMs: 10_000,
    ...more,
  });
const telling = reliefStage(wall, params({ mode: 'chapters' }));
const drifting = reliefStage(wall, params({ mode: 'drift' }));

const litAt = (stage: typeof telling, at: number) =>
  Object.fromEntries(reliefMoment(stage, at).groups.map(({ group: { id }, opacity }) => [id, opacity]));

describe('telling the chapters', () => {
  it('starts each chapter when the one before it ends', () => {
    expect(chapterStarts(telling)).toEqual([
      { chapter: 'a', startMs: 0 },
      { chapter: 'b', startMs: 10_000 },
      { chapter: 'c', startMs: 20_000 },
      { chapter: 'd', startMs: 30_000 },
    ]);
    expect(telling.loopMs).toBe(40_000 + finaleMs);
  });

  it('lights the group of the chapter, and keeps it lit while its next chapter is told', () => {
    expect(litAt(telling, 8000)).toEqual({ rock: 1 });
    expect(litAt(telling, 15_000)).toEqual({ gold: 1 });
    expect(litAt(telling, 20_000)).toEqual({ gold: 1 });
    expect(reliefMoment(telling, 15_000).caption).toEqual({ chapter: 'b', part: 0, opacity: 1 });
    expect(reliefMoment(telling, 25_000).caption).toEqual({ chapter: 'c', part: 0, opacity: 1 });
  });

  it('passes on the light: one comes up as the other goes down', () => {
    const { rock = 0, gold = 0 } = litAt(telling, 10_000 + passMs / 2);
    expect(rock).toBeCloseTo(0.5);
    expect(gold).toBeCloseTo(0.5);
  });

  it('never shows two captions, and none while the words change', () => {
    expect(reliefMoment(telling, 19_999).caption?.opacity).toBeCloseTo(0, 2);
    expect(reliefMoment(telling, 20_001).caption?.opacity).toBe(0);
  });

  it('ends with the whole wall, and begins again in the dark', () => {
    const finale = reliefMoment(telling, 40_000 + finaleMs / 2);
    expect(finale.wall.opacity).toBe(1);
    expect(finale.caption).toBeNull();
    expect(reliefMoment(telling, 40_000 + finaleMs).wall.opacity).toBe(0);
    expect(reliefMoment(telling, 40_000 + finaleMs + 8000)).toEqual(reliefMoment(telling, 8000));
  });
});

describe.each([
  ['chapters', telling],
  ['drift', drifting],
] as const)('%s: a frame apart nothing jumps', (_mode, stage) => {
  const frameMs = 1000 / 60;
  const total = stage.loopMs ?? 0;

  it('in the opacities of the pictures', () => {
    let steepest = 0;
    for (let at = 0; at < total + 1000; at += frameMs) {
      const [now, next] = [reliefMoment(stage, at), reliefMoment(stage, at + frameMs)];
      for (const { id } of wall.groups) {
        const of = (moment: typeof now) => moment.groups.find((lit) => lit.group.id === id)?.opacity ?? 0;
        steepest = Math.max(steepest, Math.abs(of(now) - of(next)));
      }
      steepest = Math.max(steepest, Math.abs(now.wall.opacity - next.wall.opacity));
    }
    expect(steepest).toBeLessThan(0.02);
  });

  it('in what the lamps give', () => {
    let steepest = 0;
    for (let at = 0; at < total + 1000; at += frameMs) {
      const [now, next] = [reliefMoment(stage, at).light, reliefMoment(stage, at + frameMs).light];
      steepest = Math.max(steepest, Math.abs(now.key.intensity - next.key.intensity), Math.abs(now.sky - next.sky));
      // A lamp that gives nothing may stand anywhere.
      if (now.key.intensity > 0.02 && next.key.intensity > 0.02) {
        const moved = Math.abs(now.key.position[0] - next.key.position[0]);
        steepest = Math.max(steepest, moved / 4000);
      }
    }
    expect(steepest).toBeLessThan(0.06);
  });
});

it('a single chapter rises within a second and stays, its light barely moving', () => {
  const stage = reliefStage(wall, params({ mode: 'chapter', chapter: 'c' }));
  expect(stage.loopMs).toBeNull();
  expect(litAt(stage, 0)).toEqual({ gold: 0 });
  expect(litAt(stage, 1200)).toEqual({ gold: 1 });
  expect(reliefMoment(stage, 3_600_000).caption).toEqual({ chapter: 'c', part: 0, opacity: 1 });
});

it('in drift the light never leaves the wall', () => {
  for (let at = 0; at < (drifting.loopMs ?? 0); at += 500) {
    const sum = reliefMoment(drifting, at).groups.reduce((total, { opacity }) => total + opacity, 0);
    expect(sum).toBeGreaterThan(0.9);
  }
});

it('names the group or the chapter that the wall does not have', () => {
  expect(() => reliefStage(wall, params({ mode: 'drift', groups: ['rock', 'moon'] }))).toThrow('no group "moon"');
  expect(() => reliefStage(wall, params({ mode: 'chapter', chapter: 'z' }))).toThrow('the chapter "z"');
});

it('tells a chapter in one language after the other, never two at once', () => {
  const stage = reliefStage(wall, params({ mode: 'chapters', languages: 'alternate', chapterMs: 30_000 }), 3);
  const at = (ms: number) => reliefMoment(stage, ms).caption;
  expect([5000, 15_000, 25_000].map(at)).toEqual([0, 1, 2].map((part) => ({ chapter: 'a', part, opacity: 1 })));
  expect(at(10_000)?.opacity).toBe(0);
  expect(at(35_000)).toEqual({ chapter: 'b', part: 0, opacity: 1 });
  const staying = reliefStage(
    wall,
    params({ mode: 'chapter', chapter: 'd', languages: 'alternate', chapterMs: 30_000 }),
    3,
  );
  expect(reliefMoment(staying, 45_000).caption).toEqual({ chapter: 'd', part: 1, opacity: 1 });
});
