import { describe, expect, it } from 'vitest';
import { createSkew } from '../../../controller/engine/skew.ts';
import type { Applied } from '#shared/report.ts';
import { screen } from '../../support/hall-state.ts';

const change = (of: string, take: number, latenessMs: number): Applied => ({
  screen: screen(of),
  run: 'run' as Applied['run'],
  cue: 0,
  plannedAt: take * 1_000,
  shownAt: take * 1_000 + latenessMs,
  latenessMs,
  boundMs: null,
  droppedFrames: 1,
});

describe('how well the screens keep together', () => {
  it('is unknown at first', () => {
    expect(createSkew().summary()).toEqual({ changes: 0, droppedFrames: 0, lateness: null, spread: null });
  });

  it('is told by the newest takes of more than one screen', () => {
    const skew = createSkew();
    for (let take = 0; take < 1_000; take += 1) {
      skew.add(change('p1', take, 1));
      skew.add(change('p2', take, take < 800 ? 11 : 4));
    }
    skew.add(change('p1', 5_000, 60));
    const { changes, droppedFrames, lateness, spread } = skew.summary();
    expect([changes, droppedFrames, lateness?.n, lateness?.max]).toEqual([2_001, 2_001, 2_000, 60]);
    expect(spread).toMatchObject({ n: 199, p50: 3, max: 3 });
  });
});
