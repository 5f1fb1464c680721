/** A point of a drawing, px at scale 1, y down; with the half width of a stroke there, or 1 for a hard corner. */
export type Point = readonly [x: number, y: number, third?: number];
export type Polygon = readonly Point[];
/** Points as a list, or written `'0,-20 14,-8,3 22,0!'`: x, y, the third value, and `!` for a hard corner. */
export type Path = string | readonly Point[];

export const fullTurn = Math.PI * 2;

export function points(path: Path): readonly Point[] {
  return typeof path === 'string' ? path.trim().split(/\s+/).map(parsePoint) : path;
}

function parsePoint(written: string): Point {
  const hard = written.endsWith('!');
  const [x, y, third] = (hard ? written.slice(0, -1) : written).split(',').map(Number);
  if (x === undefined || y === undefined || Number.isNaN(x + y + (third ?? 0))) {
    throw new Error(`"${written}" is not a point`);
  }
  if (hard) return [x, y, 1];
  return third === undefined ? [x, y] : [x, y, third];
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`a drawing of ${list.length} points has no point ${index}`);
  return item;
}

/** Cubic Hermite between two values, tangents `m0` and `m1`. */
function hermite(t: number, from: number, m0: number, to: number, m1: number): number {
  const t2 = t * t;
  const t3 = t2 * t;
  return (2 * t3 - 3 * t2 + 1) * from + (t3 - 2 * t2 + t) * m0 + (3 * t2 - 2 * t3) * to + (t3 - t2) * m1;
}

/** A cardinal spline through the points; closed unless told otherwise. */
export function curve(path: Path, closed = true, steps = 9): Point[] {
  const list = points(path);
  const count = list.length;
  const at = (i: number) => pick(list, closed ? (i + count) % count : Math.max(0, Math.min(count - 1, i)));
  const out: Point[] = [];
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    if (from[2] && to[2]) {
      out.push([from[0], from[1]]);
      continue;
    }
    const leave = from[2] ? 0 : 0.5;
    const arrive = to[2] ? 0 : 0.5;
    for (let step = 0; step < steps; step++) {
      const along = (axis: 0 | 1) =>
        hermite(
          step / steps,
          from[axis],
          (to[axis] - before[axis]) * leave,
          to[axis],
          (after[axis] - from[axis]) * arrive,
        );
      out.push([along(0), along(1)]);
    }
  }
  if (!closed) out.push(at(count - 1));
  return out;
}

/** A tapered limb: a smooth axis whose points carry the half width; round ends. */
export function limb(path: Path, steps = 8): Point[] {
  const list = points(path);
  const at = (i: number) => pick(list, Math.max(0, Math.min(list.length - 1, i)));
  const axis: [number, number, number][] = [];
  for (let i = 0; i < list.length - 1; i++) {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let step = 0; step < steps; step++) {
      const t = step / steps;
      const along = (n: 0 | 1) => hermite(t, from[n], (to[n] - before[n]) / 2, to[n], (after[n] - from[n]) / 2);
      const [w0, w1] = [from[2] ?? 1, to[2] ?? 1];
      axis.push([along(0), along(1), Math.max(0.05, w0 + (w1 - w0) * (t * t * (3 - 2 * t)))]);
    }
  }
  const last = at(list.length - 1);
  axis.push([last[0], last[1], last[2] ?? 1]);
  return outline(axis);
}

type Axis = readonly (readonly [x: number, y: number, halfWidth: number])[];

function outline(axis: Axis): Point[] {
  const left: Point[] = [];
  const right: Point[] = [];
  for (const [i, [x, y, width]] of axis.entries()) {
    const a = pick(axis, Math.max(0, i - 1));
    const b = pick(axis, Math.min(axis.length - 1, i + 1));
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    left.push([x - dy * width, y + dx * width]);
    right.push([x + dy * width, y - dx * width]);
  }
  const end = cap(pick(axis, axis.length - 1), pick(axis, axis.length - 2));
  const start = cap(pick(axis, 0), pick(axis, 1));
  return [...left, ...end, ...right.toReversed(), ...start];
}

function cap(tip: Axis[number], before: Axis[number]): Point[] {
  const heading = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
  return Array.from({ length: 7 }, (_, i) => {
    const angle = heading + Math.PI / 2 - (Math.PI * (i + 1)) / 8;
    return [tip[0] + Math.cos(angle) * tip[2], tip[1] + Math.sin(angle) * tip[2]];
  });
}

export function ellipse(x: number, y: number, rx: number, ry = rx, turn = 0, steps = 40): Point[] {
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  return Array.from({ length: steps }, (_, i) => {
    const [px, py] = [Math.cos((fullTurn * i) / steps) * rx, Math.sin((fullTurn * i) / steps) * ry];
    return [x + px * c - py * s, y + px * s + py * c];
  });
}

export const rect = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

/** A line of even half width: through the points softly (`stroke`), or straight from one to the next (`rod`). */
export const stroke = (path: Path, halfWidth: number): Point[] =>
  limb(
    curve(path, false, 6).map(([x, y]): Point => [x, y, halfWidth]),
    1,
  );
export const rod = (path: Path, halfWidth: number): Point[] =>
  limb(
    points(path).map(([x, y]): Point => [x, y, halfWidth]),
    1,
  );

/** An arc of even half width, angles in radians. */
export function ring(x: number, y: number, radius: number, halfWidth: number, from = 0, until = fullTurn): Point[] {
  const arc = Array.from({ length: 49 }, (_, i): Point => {
    const angle = from + ((until - from) * i) / 48;
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius, halfWidth];
  });
  return limb(arc, 1);
}

/** The same drawing `n` times: what `draw` makes of 0, 1 … n − 1. */
export const times = <T>(n: number, draw: (index: number) => T): T[] => Array.from({ length: n }, (_, i) => draw(i));
