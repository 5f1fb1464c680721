import { describe, expect, it } from 'vitest';
import { EmergencyBody, OverlayBody } from '#shared/commands.ts';
import { overlayParams } from '#shared/scenes/overlays.ts';
import { sceneType } from '#shared/scenes/registry.ts';
import { pageAt, pagesOf } from '../../../displays/look/pages.ts';
import { presenceOf } from '../../../displays/overlays/presence.ts';

const text = { kk: 'Зал жабылады', en: 'The hall closes' };
const tooLong = { kk: 'Зал жабылады', en: 'x'.repeat(401) };

describe('the slates the hall makes by itself', () => {
  it.each([
    ['closed', {}],
    ['closed', { title: text }],
    ['evacuation', {}],
    ['evacuation', { text }],
    ['announcement', { text }],
    ['blackout', {}],
    ['blackout', { text }],
    ['ident', {}],
  ])('%s takes %j', (type, params) => {
    expect(sceneType(type)?.params.safeParse(params).success).toBe(true);
  });

  it.each([
    ['announcement', {}],
    ['announcement', { text: {} }],
    ['announcement', { text: tooLong }],
    ['evacuation', { text: tooLong }],
    ['closed', { colour: 'red' }],
    ['ident', { text }],
  ])('%s refuses %j', (type, params) => {
    expect(sceneType(type)?.params.safeParse(params).success).toBe(false);
  });

  it.each(['evacuation', 'announcement', 'blackout'] as const)(
    '%s takes every text its command lets through',
    (kind) => {
      const most = kind === 'evacuation' ? 160 : 400;
      const longest = { en: 'x'.repeat(most) };
      expect(EmergencyBody.safeParse({ kind, text: longest }).success).toBe(true);
      expect(sceneType(kind)?.params.safeParse({ text: longest }).success).toBe(true);
      expect(EmergencyBody.safeParse({ kind, text: tooLong }).error?.issues[0]).toMatchObject({
        path: ['text'],
        message: `at most ${most} characters in each language`,
      });
    },
  );

  it('need no medium', () => {
    for (const type of ['closed', 'evacuation', 'announcement', 'blackout', 'ident']) {
      expect(sceneType(type)?.media({ text })).toEqual([]);
    }
  });
});

describe('overlays', () => {
  it('are refused at the command where they could not be drawn', () => {
    const asked = (type: string, given: object) => OverlayBody.safeParse({ type, targets: 'all', ...given });
    expect(asked('notice', { text }).success).toBe(true);
    expect(asked('ribbon', {}).success).toBe(true);
    expect(asked('ident', {}).success).toBe(true);
    expect(asked('notice', {}).error?.issues[0]?.path).toEqual(['text']);
    expect(asked('notice', { text: { en: 'x'.repeat(161) } }).error?.issues[0]?.path).toEqual(['text']);
    expect(asked('ident', { text }).success).toBe(false);
  });

  it('take what the hall gives a day of mourning', () => {
    expect(overlayParams.ribbon.safeParse({ text: { kk: 'x'.repeat(120) } }).success).toBe(true);
  });

  it.each([
    [0, 0],
    [1000, 0],
    [1300, 0.5],
    [1600, 1],
    [5400, 1],
    [5700, 0.5],
    [5999, 0],
    [6000, 0],
  ])('come and go softly: at %d ms %d', (nowMs, expected) => {
    expect(presenceOf({ from: 1000, until: 6000 }, nowMs, false)).toBeCloseTo(expected, 3);
  });

  it('come and go at once where motion is still, and stay where they have no end', () => {
    expect(presenceOf({ from: 1000, until: 6000 }, 1000, true)).toBe(1);
    expect(presenceOf({ from: 1000, until: 6000 }, 6000, true)).toBe(0);
    expect(presenceOf({ from: 1000, until: null }, 1e12, false)).toBe(1);
  });
});

describe('pages', () => {
  it('divide evenly and lose nothing', () => {
    expect(pagesOf(['kk', 'ru', 'en'], 3)).toEqual([['kk', 'ru', 'en']]);
    expect(pagesOf([1, 2, 3, 4], 3)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(pagesOf([1, 2, 3, 4, 5, 6, 7], 3).flat()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(pagesOf([], 3)).toEqual([[]]);
  });

  it('turn with the position and begin again', () => {
    expect([0, 5999, 6000, 11_999, 12_000].map((at) => pageAt(at, 2, 6000))).toEqual([0, 0, 1, 1, 0]);
    expect(pageAt(-1, 2, 6000)).toBe(0);
  });
});
