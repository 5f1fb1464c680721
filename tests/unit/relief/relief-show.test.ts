import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ReliefChapters } from '#shared/content.ts';
import { Scene, Show } from '#shared/scene.ts';
import { chapterStarts, reliefStage } from '#shared/scenes/relief-times.ts';
import { ReliefWall } from '#shared/scenes/relief-wall.ts';
import { ReliefParams } from '#shared/scenes/relief.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(`config/${path}`, 'utf8'));
const wall = ReliefWall.parse(json('media/relief/relief.json'));
const chapters = ReliefChapters.parse(json('media/content/bas-relief.json'));
const show = Show.parse(json('shows/relief-chapters.json'));
const paramsOf = (scene: string): ReliefParams => ReliefParams.parse(Scene.parse(json(`scenes/${scene}.json`)).params);

/** The scene of each cue. */
const told = show.cues.map(({ parts }) => paramsOf(parts[0]?.scene ?? ''));

it('tells all 25 chapters in the order of the frieze, each on the group that shows it', () => {
  const expected = wall.groups.flatMap(({ id, chapters: own }) => own.map((chapter) => ({ chapter, groups: [id] })));
  expect(told.map((params) => ({ chapter: 'chapter' in params ? params.chapter : '', groups: params.groups }))).toEqual(
    expected,
  );
  expect(told).toHaveLength(25);
});

it('begins each chapter when the light of the scene of all chapters does', () => {
  const starts = chapterStarts(reliefStage(wall, paramsOf('relief')));
  let at = 0;
  for (const [index, { durationMs }] of show.cues.entries()) {
    const params = told[index];
    expect({ chapter: params !== undefined && 'chapter' in params ? params.chapter : '', startMs: at }).toEqual(
      starts[index],
    );
    at += durationMs ?? Number.NaN;
  }
});

it('names each cue for its chapter', () => {
  const titles = new Map(chapters.map(({ id, title }) => [id, title]));
  for (const { id, title } of show.cues) expect(title).toEqual(titles.get(`br-${id}`));
});
