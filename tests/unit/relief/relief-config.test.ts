import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ReliefChapters } from '#shared/content.ts';
import { lightTrack } from '#shared/scenes/relief-light-track.ts';
import { groupFrame } from '#shared/scenes/relief-light.ts';
import { reliefStage } from '#shared/scenes/relief-times.ts';
import { ReliefWall } from '#shared/scenes/relief-wall.ts';
import { relief, ReliefParams } from '#shared/scenes/relief.ts';
import { Scene } from '#shared/scene.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(`config/${path}`, 'utf8'));
const wall = ReliefWall.parse(json('media/relief/relief.json'));
const chapters = ReliefChapters.parse(json('media/content/bas-relief.json'));
const scenes = readdirSync('config/scenes')
  .map((file) => Scene.parse(json(`scenes/${file}`)))
  .filter(({ type }) => type === 'relief');
const stageOf = (params: unknown) => reliefStage(wall, ReliefParams.parse(params));

it('the frieze shows every chapter of the content once, in its order', () => {
  const told = wall.groups.flatMap((group) => group.chapters);
  expect(told).toEqual(chapters.map(({ id }) => id));
});

it('every group stands on the wall, its light too, and its words on a place that the wall has', () => {
  for (const group of wall.groups) {
    expect(group.fromX).toBeLessThan(group.untilX);
    const { x, width } = groupFrame(wall, group);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(wall.widthPx);
    expect(Object.keys(wall.captions)).toContain(group.caption);
  }
});

it('no place for words lies over two projectors', () => {
  for (const { x, width } of Object.values(wall.captions)) {
    expect(Math.floor(x / 1920)).toBe(Math.floor((x + width) / 1920));
  }
});

describe.each(scenes)('the scene $id', ({ params }) => {
  it('fits the wall', () => expect(stageOf(params).groups.length).toBeGreaterThan(0));

  it('has all its media, within 25 MB', () => {
    const ids = relief.media(ReliefParams.parse(params));
    expect(ids.filter((id) => !existsSync(`config/media/${id}`))).toEqual([]);
    const bytes = ids.reduce((sum, id) => sum + statSync(`config/media/${id}`).size, 0);
    expect(bytes).toBeLessThan(25e6);
  });

  it('could be carved: its masks are there', () => {
    const ids = relief.media(ReliefParams.parse({ ...params, ground: 'carved' }));
    expect(ids.filter((id) => !existsSync(`config/media/${id}`))).toEqual([]);
  });
});

it('exports the light of each chapter: colour, intensity, direction', () => {
  const scene = scenes.find(({ id }) => id === 'relief');
  const track = lightTrack(stageOf(scene?.params), 1000);
  expect(track.chapters.map(({ chapter }) => chapter)).toEqual(chapters.map(({ id }) => id));
  for (const { keys, startMs, endMs } of track.chapters) {
    expect(keys.at(0)?.atMs).toBe(startMs);
    expect(keys.at(-1)?.atMs).toBe(endMs);
    const middle = keys[Math.floor(keys.length / 2)];
    expect(middle?.intensity).toBeGreaterThan(0.85);
    expect(middle?.intensity).toBeLessThanOrEqual(1);
    expect(Math.max(...(middle?.colour ?? []))).toBe(1);
    // The light comes from above, never from the front.
    expect(Math.abs(middle?.azimuthDeg ?? 180)).toBeLessThan(60);
    expect(middle?.elevationDeg).toBeLessThan(50);
  }
  const blue = track.chapters.find(({ chapter }) => chapter === 'br-december-1986')?.keys.at(6);
  expect(blue?.colour[2]).toBe(1);
});
