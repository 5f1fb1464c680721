import { describe, expect, it } from 'vitest';
import { closedEye, judge, seeLight, seeReport } from '#core/health/eye.ts';
import { RunId } from '#shared/ids.ts';
import type { Desired } from '#shared/facts.ts';
import { aLight, aReport } from '../../../support/reports.ts';

const desired: Desired = {
  revision: 1,
  run: RunId.parse('run-1'),
  layer: 'ambient',
  scene: 'idle',
  type: 'title',
  title: null,
  cue: 0,
  since: 0,
  until: null,
  language: 'en',
  power: 'on',
};
const starting = aReport({ shown: null, frames: { drawn: 5, dropped: 0, refreshHz: 60 } });
const playing = (drawn: number) => aReport({ frames: { drawn, dropped: 0, refreshHz: 60 } });
const blackAt = (at: number) => aLight(at, [0], 'host');

describe('a player host’s picture of a black window', () => {
  it('says nothing of a page that has not come to its first picture', () => {
    const eye = seeLight(seeReport(closedEye, starting, 10_000), blackAt(11_000));
    expect(judge(eye, desired, 11_000).is).toBe('unseen');
    const shown = seeReport(eye, playing(60), 12_000);
    expect(judge(shown, desired, 12_500).is).toBe('unseen');
  });

  it('is believed of a page that has been showing something', () => {
    const eye = seeLight(seeReport(closedEye, playing(60), 10_000), blackAt(14_000));
    expect(judge(eye, desired, 14_000)).toEqual({ is: 'black', since: 14_000 });
  });

  it('says nothing again when the page begins anew', () => {
    const before = seeReport(closedEye, playing(600), 10_000);
    const again = seeLight(seeReport(before, playing(10), 60_000), blackAt(61_000));
    expect(judge(again, desired, 61_000).is).toBe('unseen');
  });
});
