import { describe, expect, it } from 'vitest';
import type { Rect } from '#shared/hall.ts';
import type { Floor, Placed } from '../../../operator-ui/state/floor.ts';
import { toldOf } from '../../../operator-ui/state/floor-captions.ts';
import {
  carrying,
  edgeOf,
  enlarged,
  fitted,
  isInView,
  kept,
  mostZoom,
  moved,
  revealing,
  wholePlan,
  zoomed,
  type PlanView,
} from '../../../operator-ui/state/plan-view.ts';
import type { ScreenRead } from '../../../operator-ui/state/screen-read.ts';
import { troubledBehind } from '../../../operator-ui/state/troubled-behind.ts';

const frame = { width: 1000, height: 600 };
const middle = { x: 500, y: 300 };
const part: Rect = { x: 900, y: 500, width: 40, height: 30 };

/** Where a point of the whole plan is seen. */
const seenAt = ({ zoom, x, y }: PlanView, at: { x: number; y: number }) => ({ x: x + zoom * at.x, y: y + zoom * at.y });

const placedAt = (id: string, x: number, y: number): Placed =>
  ({
    unit: { id, members: [{ screen: { id } }] },
    picture: { x, y, width: 40, height: 23 },
    side: 'below',
    width: 40,
    height: 23,
    glass: [{ x1: x, y1: y, x2: x + 10, y2: y }],
  }) as unknown as Placed;

const floorOf = (...placed: readonly Placed[]): Floor => ({
  room: { x: 10, y: 20, width: 980, height: 560 },
  door: { x: 400, y: 570, width: 60, height: 6 },
  pxPerM: 20,
  placed,
});

describe('a view of the plan', () => {
  it('stays on what is under the pointer while it comes closer and leaves', () => {
    const under = { x: 300, y: 200 };
    const close = zoomed(wholePlan, 3, under, frame, 8);
    expect(seenAt(close, under)).toEqual(under);
    expect(zoomed(close, 1 / 3, under, frame, 8)).toEqual(wholePlan);
  });

  it('comes no closer than it may, and is never smaller than the whole', () => {
    expect(zoomed(wholePlan, 100, middle, frame, 8).zoom).toBe(8);
    expect(zoomed(wholePlan, 0.2, middle, frame, 8)).toEqual(wholePlan);
    expect(zoomed({ zoom: 1.5, x: -100, y: -50 }, 1 / 1.5, middle, frame, 8)).toEqual(wholePlan);
  });

  it('never leaves the plan, however far it is drawn', () => {
    const close: PlanView = { zoom: 4, x: -1000, y: -600 };
    for (const [dx, dy] of [
      [9999, 0],
      [-9999, 0],
      [0, 9999],
      [0, -9999],
    ] as const) {
      const { x, y } = moved(close, dx, dy, frame);
      expect(x).toBeLessThanOrEqual(64);
      expect(y).toBeLessThanOrEqual(64);
      expect(x + 4 * frame.width).toBeGreaterThanOrEqual(frame.width - 64);
      expect(y + 4 * frame.height).toBeGreaterThanOrEqual(frame.height - 64);
    }
    expect(moved(wholePlan, 50, 50, frame)).toEqual(wholePlan);
    expect(kept({ zoom: 1, x: -200, y: 3 }, frame)).toEqual(wholePlan);
  });

  it('moves as little as brings a picture in sight, and not at all where it is', () => {
    const close = zoomed(wholePlan, 4, { x: 0, y: 0 }, frame, 8);
    expect(isInView(close, part, frame)).toBe(false);
    const there = revealing(close, part, frame);
    expect(there.zoom).toBe(4);
    const [first, last] = [seenAt(there, part), seenAt(there, { x: part.x + part.width, y: part.y + part.height })];
    expect(first.x).toBeGreaterThanOrEqual(0);
    expect(first.y).toBeGreaterThanOrEqual(0);
    expect(last.x).toBeLessThanOrEqual(frame.width);
    expect(last.y).toBeLessThanOrEqual(frame.height);
    expect(revealing(there, part, frame)).toBe(there);
  });

  it('shows parts together, in the middle, as large as they fit', () => {
    const near: Rect = { x: 700, y: 420, width: 40, height: 30 };
    const both = fitted([near, part], frame, 8);
    expect(both.zoom).toBeGreaterThan(1);
    expect([near, part].every((one) => isInView(both, one, frame))).toBe(true);
    expect(fitted([near], frame, 3).zoom).toBe(3);
    expect(fitted([], frame, 3)).toEqual(wholePlan);
    expect(fitted([{ x: 0, y: 0, ...frame }], frame, 3)).toEqual(wholePlan);
  });

  it('says behind which edge something lies', () => {
    const close = zoomed(wholePlan, 4, middle, frame, 8);
    expect(edgeOf(close, { x: 480, y: 290, width: 40, height: 20 }, frame)).toBeNull();
    expect(edgeOf(close, { x: 10, y: 290, width: 40, height: 20 }, frame)).toBe('left');
    expect(edgeOf(close, { x: 950, y: 290, width: 40, height: 20 }, frame)).toBe('right');
    expect(edgeOf(close, { x: 480, y: 10, width: 40, height: 20 }, frame)).toBe('up');
    expect(edgeOf(close, { x: 480, y: 580, width: 40, height: 20 }, frame)).toBe('down');
    expect(edgeOf(wholePlan, part, frame)).toBeNull();
  });

  it('carries what lies in the window to where the plan has gone', () => {
    const corner = { x: 16, y: 90 };
    const [from, to] = [zoomed(wholePlan, 2, middle, frame, 8), zoomed(wholePlan, 5, { x: 100, y: 500 }, frame, 8)];
    const [scale = 0, , , , dx = 0, dy = 0] = [...carrying(from, to, corner).matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(
      Number,
    );
    for (const at of [
      { x: 0, y: 0 },
      { x: 840, y: 120 },
    ]) {
      const [was, is] = [seenAt(from, at), seenAt(to, at)];
      expect(scale * (corner.x + was.x) + dx).toBeCloseTo(corner.x + is.x);
      expect(scale * (corner.y + was.y) + dy).toBeCloseTo(corner.y + is.y);
    }
    expect(carrying(to, to, corner)).toBe('');
  });
});

describe('an enlarged floor', () => {
  const floor = floorOf(placedAt('a', 100, 60), placedAt('b', 700, 400));

  it('has everything where it was, so many times larger, and is the very same at its own size', () => {
    const large = enlarged(floor, 4);
    expect(large.placed.map(({ picture }) => picture)).toEqual([
      { x: 400, y: 240, width: 160, height: 92 },
      { x: 2800, y: 1600, width: 160, height: 92 },
    ]);
    expect(large.room).toEqual({ x: 40, y: 80, width: 3920, height: 2240 });
    expect(large.placed[0]?.glass).toEqual([{ x1: 400, y1: 240, x2: 440, y2: 240 }]);
    expect(enlarged(floor, 1)).toBe(floor);
  });

  it('comes so close that the smallest picture can be looked at', () => {
    expect(mostZoom(floor) * 40).toBe(360);
    expect(mostZoom(floorOf({ ...placedAt('a', 0, 0), picture: { x: 0, y: 0, width: 400, height: 225 } }))).toBe(2);
    expect(mostZoom(floorOf({ ...placedAt('a', 0, 0), picture: { x: 0, y: 0, width: 4, height: 2 } }))).toBe(16);
  });

  it('tells more of a screen the larger it is: number, state, what is on', () => {
    const [first] = floor.placed;
    if (first === undefined) throw new Error('no picture');
    const large = { isCompact: true, frameWidth: 1000 };
    // Between two pictures there are 16 px, which its words have too when they have grown.
    expect(toldOf(first, floor, 4, large).width).toBe(4 * 40 + 4 * (980 / 60) - 8);
    expect(toldOf(first, floor, 1, large).width).toBe(40);
    const told = [1, 2, 3, 4, 8].map((zoom) => toldOf(first, floor, zoom, large).detail);
    expect(told).toEqual(['number', 'number', 'brief', 'full', 'full']);
    expect(toldOf(first, floor, 1, { isCompact: false, frameWidth: 1000 }).detail).toBe('full');
    expect(toldOf(first, floor, 1, { isCompact: false, frameWidth: 700 }).detail).toBe('brief');
  });
});

describe('screens in need of help', () => {
  const reads = (id: string, urgency: number) =>
    [id, { screen: { id }, mark: { urgency } } as unknown as ScreenRead] as const;
  const placed = [
    placedAt('near', 480, 290),
    placedAt('left', 10, 290),
    placedAt('well', 950, 290),
    placedAt('up', 480, 2),
  ];
  const read = new Map([reads('near', 3), reads('left', 3), reads('well', 0), reads('up', 2)]);

  it('are told of by the edge behind which they lie, and only while they are out of sight', () => {
    const behind = troubledBehind(placed, read, zoomed(wholePlan, 4, middle, frame, 8), frame);
    expect([...behind].map(([edge, screens]) => [edge, screens.map(({ screen }) => screen.id)])).toEqual([
      ['left', ['left']],
      ['up', ['up']],
    ]);
    expect(troubledBehind(placed, read, wholePlan, frame).size).toBe(0);
  });
});
