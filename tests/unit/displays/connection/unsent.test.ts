import { describe, expect, it } from 'vitest';
import { createUnsent } from '../../../../displays/connection/unsent.ts';
import type { Applied } from '#shared/report.ts';
import { screen } from '../../../support/hall-state.ts';

const applied = (of: string, plannedAt: number): Applied => ({
  screen: screen(of),
  run: 'run' as Applied['run'],
  cue: 0,
  plannedAt,
  shownAt: plannedAt + 4,
  latenessMs: 4,
  boundMs: 0.3,
  droppedFrames: 0,
});

describe('what the ledger has to be told', () => {
  it('goes out at once while the controller listens', () => {
    const sent: Applied[] = [];
    const unsent = createUnsent((one) => sent.push(one));
    unsent.granted(screen('p1'));
    unsent.add(screen('p1'), applied('p1', 1));
    expect(sent).toEqual([applied('p1', 1)]);
  });

  it('waits through a broken link, and goes out once, in order, for the screen that is played again', () => {
    const sent: Applied[] = [];
    const unsent = createUnsent((one) => sent.push(one));
    unsent.granted(screen('p1'));
    unsent.lost();
    for (const [of, at] of [
      ['p1', 1],
      ['p2', 2],
      ['p1', 3],
    ] as const)
      unsent.add(screen(of), applied(of, at));
    expect(sent).toEqual([]);
    unsent.granted(screen('p1'));
    expect(sent).toEqual([applied('p1', 1), applied('p1', 3)]);
    unsent.lost();
    unsent.granted(screen('p1'));
    expect(sent).toHaveLength(2);
  });

  it('is bounded', () => {
    const sent: Applied[] = [];
    const unsent = createUnsent((one) => sent.push(one));
    for (let at = 0; at < 2_000; at += 1) unsent.add(screen('p1'), applied('p1', at));
    unsent.granted(screen('p1'));
    expect([sent.length, sent.at(-1)?.plannedAt]).toEqual([500, 1_999]);
  });
});
