import { describe, expect, it } from 'vitest';
import { coverage } from '../../../scripts/bake-relief/carving/coverage.ts';
import { squaredDistance } from '../../../scripts/bake-relief/carving/distance.ts';
import { ellipse, points, rect } from '../../../scripts/bake-relief/carving/points.ts';
import { random } from '../../../scripts/bake-relief/carving/random.ts';
import { Stone } from '../../../scripts/bake-relief/carving/stone.ts';
import { carveFrieze } from '../../../scripts/bake-relief/frieze/frieze.ts';

const box = { x: 0, y: 0, width: 40, height: 30 };
const area = (covered: Float32Array) => covered.reduce((sum, share) => sum + share, 0);

describe('coverage', () => {
  it('is exact for a rectangle that cuts texels', () => {
    const covered = coverage(rect(2.25, 3.5, 10, 4), box);
    expect(area(covered)).toBeCloseTo(40, 4);
    expect(covered[4 * 40 + 2]).toBeCloseTo(0.75);
    expect(covered[3 * 40 + 5]).toBeCloseTo(0.5);
    expect(covered[3 * 40 + 12]).toBeCloseTo(0.125);
  });

  it('is exact for slanted edges, whichever way round', () => {
    const triangle = points('1,1 31,6 7,25');
    const expected = Math.abs((31 - 1) * (25 - 1) - (7 - 1) * (6 - 1)) / 2;
    expect(area(coverage(triangle, box))).toBeCloseTo(expected, 3);
    expect(area(coverage(triangle.toReversed(), box))).toBeCloseTo(expected, 3);
  });

  it('cuts off what lies beyond the box', () => {
    expect(area(coverage(rect(-50, -50, 60, 60), box))).toBeCloseTo(100, 4);
    expect(area(coverage(ellipse(0, 15, 10, 10, 0, 400), box))).toBeCloseTo((Math.PI * 100) / 2, 0);
  });
});

it('distance is the true one to the nearest seed', () => {
  const [width, height] = [31, 19];
  const next = random(11);
  const seeds = Array.from({ length: 7 }, () => [Math.floor(next() * width), Math.floor(next() * height)] as const);
  const grid = new Float64Array(width * height).fill(1e10);
  for (const [x, y] of seeds) grid[y * width + x] = 0;
  squaredDistance(grid, width, height);
  for (let i = 0; i < grid.length; i++) {
    const nearest = Math.min(...seeds.map(([x, y]) => (x - (i % width)) ** 2 + (y - Math.floor(i / width)) ** 2));
    expect(grid[i]).toBe(nearest);
  }
});

it('a pressed solid swells to its height and cuts back what lies behind it', () => {
  const stone = new Stone(100, 100);
  stone.press(rect(0, 0, 100, 100), { base: 30, lift: 0, swell: 0, halo: 0 });
  stone.press(ellipse(50, 50, 20), { base: 4, lift: 0, swell: 16, bevel: 20, smooth: 0, halo: 9 });
  const at = (x: number, y: number) => stone.relief[y * 100 + x] ?? 0;
  expect(at(50, 50)).toBeCloseTo(20, 0);
  expect(at(50, 32)).toBeLessThan(at(50, 40));
  expect(at(50, 27)).toBeLessThan(30);
  expect(at(50, 5)).toBe(30);
});

it('refuses a point that is none', () => expect(() => points('3,4 x,2')).toThrow('"x,2" is not a point'));

it('the frieze is carved the same every time', { timeout: 30_000 }, () => {
  const [first, second] = [carveFrieze(0.1), carveFrieze(0.1)];
  expect(first.parts).toBeGreaterThan(1000);
  expect(second.relief).toEqual(first.relief);
  expect(Math.max(...first.relief)).toBeLessThan(150);
  expect(Math.min(...first.relief)).toBeGreaterThan(-16);
});
