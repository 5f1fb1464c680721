import { describe, expect, it } from 'vitest';
import { learn, looksLike, type References } from '#shared/proof/references.ts';
import { proofLastsMs, verdictOf, type Expected } from '#shared/proof/verdict.ts';
import { aLight } from '../../../support/reports.ts';

const none: References = new Map();
const lit: Expected = { scene: 'title/idle/en', dark: false, movesWithinMs: null };
const dark: Expected = { scene: null, dark: true, movesWithinMs: null };
const moving: Expected = { ...lit, movesWithinMs: 5_000 };
const ramp = Array.from({ length: 64 }, (_, cell) => 20 + cell);
const checks = Array.from({ length: 64 }, (_, cell) => (cell % 2 === 0 ? 30 : 90));
const known = (...scenes: readonly (readonly [string, readonly number[]])[]): References =>
  scenes.reduce((references: References, [scene, lumas]) => {
    let learnt = references;
    for (let n = 0; n < 5; n += 1) learnt = learn(learnt, scene, aLight(n, lumas).grid);
    return learnt;
  }, none);

describe('the verdict on a picture', () => {
  it('is unseen without a picture, and again when the last one is old', () => {
    expect(verdictOf([], lit, 0, none, 1)).toEqual({ is: 'unseen' });
    const samples = [aLight(1_000, ramp)];
    expect(verdictOf(samples, lit, 0, none, 1_000 + proofLastsMs).is).toBe('proved');
    expect(verdictOf(samples, lit, 0, none, 1_001 + proofLastsMs)).toEqual({ is: 'unseen' });
  });

  it('tells black from dark by plan, and light from both', () => {
    const black = [aLight(10_000, [0]), aLight(12_000, [0])];
    expect(verdictOf(black, lit, 0, none, 12_000)).toEqual({ is: 'black', since: 10_000 });
    expect(verdictOf(black, dark, 0, none, 12_000)).toEqual({ is: 'dark', at: 12_000 });
    expect(verdictOf([aLight(12_000, ramp)], dark, 0, none, 12_000)).toEqual({ is: 'lit', at: 12_000 });
  });

  it('waits for a dissolve through black, and for a screen that is only going dark', () => {
    expect(verdictOf([aLight(9_000, ramp), aLight(10_000, [0])], lit, 0, none, 10_000).is).toBe('proved');
    expect(verdictOf([aLight(10_000, [0]), aLight(12_000, [0])], lit, 11_000, none, 12_000).is).toBe('proved');
    expect(verdictOf([aLight(10_000, ramp)], dark, 9_000, none, 10_000).is).toBe('proved');
  });

  it('believes one screenshot of a player host', () => {
    expect(verdictOf([aLight(10_000, [0], 'host')], lit, 0, none, 10_000)).toEqual({ is: 'black', since: 10_000 });
  });

  it('holds nothing against a page that only begins, whose window is black until its first picture', () => {
    const window = [aLight(10_000, [0], 'host')];
    expect(verdictOf(window, lit, Infinity, none, 10_000)).toEqual({ is: 'unseen' });
    expect(verdictOf(window, lit, 9_000, none, 10_000)).toEqual({ is: 'unseen' });
    expect(verdictOf(window, lit, 6_000, none, 10_000).is).toBe('black');
  });

  it('finds a picture still only where the scene moves, and for as long as it may not be', () => {
    const still = [2_000, 4_000, 6_000, 8_000].map((at) => aLight(at, ramp));
    expect(verdictOf(still, moving, 0, none, 8_000)).toEqual({ is: 'still', since: 2_000 });
    expect(verdictOf(still, lit, 0, none, 8_000).is).toBe('proved');
    expect(verdictOf(still, moving, 4_000, none, 8_000).is).toBe('proved');
    const moved = still.with(2, aLight(6_000, checks));
    expect(verdictOf(moved, moving, 0, none, 8_000).is).toBe('proved');
  });

  it('takes the noise of an encoder for no motion', () => {
    const noisy = [2_000, 4_000, 6_000, 8_000].map((at, n) =>
      aLight(
        at,
        ramp.map((luma) => luma + (n % 2)),
      ),
    );
    expect(verdictOf(noisy, moving, 0, none, 8_000).is).toBe('still');
  });

  it('names the other scene that it looks like, once the scene has settled', () => {
    const references = known(['title/idle/en', ramp], ['map/map/en', checks]);
    const samples = [aLight(10_000, checks)];
    expect(verdictOf(samples, lit, 0, references, 10_000)).toEqual({ is: 'other', scene: 'map/map/en' });
    expect(verdictOf(samples, lit, 9_000, references, 10_000).is).toBe('proved');
    expect(verdictOf([aLight(10_000, ramp)], lit, 0, references, 10_000).is).toBe('proved');
  });
});

describe('what scenes have looked like', () => {
  it('says nothing while it knows too little, or while nothing else fits better', () => {
    const grid = aLight(0, checks).grid;
    expect(looksLike(none, grid, 'a')).toBeNull();
    expect(looksLike(known(['a', ramp]), grid, 'a')).toBeNull();
    expect(looksLike(learn(known(['a', ramp]), 'b', grid), grid, 'a')).toBeNull();
    expect(looksLike(known(['a', ramp], ['b', checks]), grid, 'a')).toBe('b');
    expect(looksLike(known(['a', ramp], ['b', checks]), grid, 'c')).toBeNull();
  });

  it('is the mean of what was seen, and remembers the scenes seen last', () => {
    let references = learn(none, 'a', aLight(0, [10]).grid);
    references = learn(references, 'a', aLight(0, [20]).grid);
    expect(references.get('a')).toMatchObject({ count: 2 });
    expect(references.get('a')?.mean[0]).toBe(15);
    for (let n = 0; n < 40; n += 1) references = learn(references, `scene-${n}`, aLight(0, [n]).grid);
    expect(references.size).toBe(40);
    expect(references.has('a')).toBe(false);
  });
});
