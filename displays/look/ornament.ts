/** Ornament geometry: pure functions to SVG path data, no DOM. Lengths in the caller's units. */

/** A path and where it stands; what a band or a rosette is made of. */
export interface Piece {
  readonly d: string;
  readonly transform: string;
}

type Point = readonly [x: number, y: number];

/** Two decimals are a tenth of what a visitor can see, and halve the markup. */
export function n2(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function polygon(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${n2(x)} ${n2(y)}`).join('L')}Z`;
}

/** A centreline made a closed ribbon with a round end; `width(t)` for t in 0..1 along the line. */
export function ribbon(line: readonly Point[], width: (t: number) => number): string {
  const left: Point[] = [];
  const right: Point[] = [];
  const last = line.length - 1;
  line.forEach(([x, y], index) => {
    const before = line[Math.max(0, index - 1)] ?? [x, y];
    const after = line[Math.min(last, index + 1)] ?? [x, y];
    const dx = after[0] - before[0];
    const dy = after[1] - before[1];
    const length = Math.hypot(dx, dy) || 1;
    const half = width(index / last) / 2;
    left.push([x - (dy / length) * half, y + (dx / length) * half]);
    right.push([x + (dy / length) * half, y - (dx / length) * half]);
  });
  return polygon([...left, ...roundCap(line, width(1) / 2), ...right.toReversed()]);
}

function roundCap(line: readonly Point[], radius: number): readonly Point[] {
  const [x, y] = line.at(-1) ?? [0, 0];
  const [fromX, fromY] = line.at(-2) ?? [0, 0];
  const heading = Math.atan2(y - fromY, x - fromX);
  return Array.from({ length: 7 }, (_, index): Point => {
    const angle = heading + Math.PI / 2 - (Math.PI * (index + 1)) / 8;
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius];
  });
}

export interface HornShape {
  /** Radius of the curl. */
  readonly radius: number;
  readonly stem: number;
  /** +1 curls to the right, −1 to the left. */
  readonly side: 1 | -1;
  readonly turns?: number;
  /** Ribbon width as a share of the radius. */
  readonly thickness?: number;
  /** Distance of the stem from the axis. */
  readonly offset?: number;
}

/** One ram's horn: foot at the origin, grows up, its spiral falls to 26 % of the radius. */
export function horn({ radius, stem, side, turns = 1.3, thickness = 0.36, offset = 0 }: HornShape): string {
  const line: Point[] = [];
  for (let step = 0; step <= 8; step++) line.push([offset * side, (-stem * step) / 8]);
  const steps = 64;
  for (let step = 1; step <= steps; step++) {
    const t = step / steps;
    const angle = Math.PI + t * turns * 2 * Math.PI;
    const r = radius * (1 - 0.74 * t ** 0.85);
    line.push([side * (offset + radius + Math.cos(angle) * r), -stem + Math.sin(angle) * r]);
  }
  return ribbon(line, (t) => radius * thickness * (t < 0.12 ? 1.15 : 1.15 - 0.55 * t));
}

/** Koshkar-muiz: a pair of horns on one stem with a bud between them. */
export function koshkarMuiz({
  radius,
  stem,
  thickness = 0.35,
}: {
  radius: number;
  stem: number;
  thickness?: number;
}): string {
  const offset = radius * 0.25;
  const budFoot = -stem - radius * 1.02;
  const at = (x: number, y: number): string => `${n2(radius * x)} ${n2(budFoot + radius * y)}`;
  const bud = `M${at(0, -0.95)}C${at(0.34, -0.5)} ${at(0.3, -0.1)} ${at(0, 0.2)}C${at(-0.3, -0.1)} ${at(-0.34, -0.5)} ${at(0, -0.95)}Z`;
  return [1, -1]
    .map((side) => horn({ radius, stem, side: side === 1 ? 1 : -1, thickness, offset }))
    .concat(bud)
    .join('');
}

/** A band of koshkar-muiz, up and down in turn, so that the ground repeats the figure as in a syrmak. */
export function koshkarBand({ width, height }: { width: number; height: number }): readonly Piece[] {
  const radius = height / 5.2;
  const count = Math.max(1, Math.round(width / (radius * 6.7)));
  const pitch = width / count;
  const d = koshkarMuiz({ radius, stem: height * 0.3 });
  const up = Array.from({ length: count }, (_, index) => ({
    d,
    transform: `translate(${n2(pitch * (index + 0.5))} ${n2(height * 0.965)})`,
  }));
  const down = Array.from({ length: count + 1 }, (_, index) => ({
    d,
    transform: `translate(${n2(pitch * index)} ${n2(height * 0.035)}) scale(1 -1)`,
  }));
  return [...up, ...down];
}

/** Tumar: the amulet triangle with an inner triangle (fill rule evenodd) and a pendant. */
export function tumar(width: number, height: number): string {
  const foot = height * 0.78;
  const inner = 0.26;
  const pendantTop = foot + height * 0.05;
  const r = n2(height * 0.075);
  const outline = `M0 0H${n2(width)}L${n2(width / 2)} ${n2(foot)}Z`;
  const hole = `M${n2(width * inner)} ${n2(foot * 0.15)}L${n2(width / 2)} ${n2(foot * 0.62)}L${n2(width * (1 - inner))} ${n2(foot * 0.15)}Z`;
  const pendant = `M${n2(width / 2)} ${n2(pendantTop)}l${r} ${r}l-${r} ${r}l-${r} -${r}Z`;
  return outline + hole + pendant;
}

/** A fringe of tumar. */
export function tumarBand({ width, height }: { width: number; height: number }): readonly Piece[] {
  const count = Math.max(1, Math.round(width / (height * 1.25)));
  const pitch = width / count;
  const d = tumar(pitch * 0.82, height);
  return Array.from({ length: count }, (_, index) => ({ d, transform: `translate(${n2(pitch * (index + 0.09))} 0)` }));
}

/** Tort kulak: eight curls round a lozenge. The stem stays short: a long one would make the figure a cross. */
export function tortKulak(radius: number): readonly Piece[] {
  const reach = radius * 1.5;
  const shape = { radius, stem: radius * 2.85 - reach * 0.72, offset: radius * 0.25 };
  const d = horn({ ...shape, side: 1 }) + horn({ ...shape, side: -1 });
  const arms = [0, 90, 180, 270].map((angle) => ({
    d,
    transform: `rotate(${angle}) translate(0 ${n2(-reach * 0.72)})`,
  }));
  const lozenge = (r: number): string => `M0 ${n2(-r)}L${n2(r)} 0L0 ${n2(r)}L${n2(-r)} 0Z`;
  return [...arms, { d: lozenge(reach) + lozenge(reach * 0.56), transform: '' }];
}

export interface Shanyraq {
  readonly outerRadius: number;
  readonly innerRadius: number;
  /** Three laths and three across, curved towards the centre; `angleDeg` turns the second three. */
  readonly laths: readonly { readonly d: string; readonly angleDeg: 0 | 90 }[];
  /** Angles at which the poles meet the rim, radians. */
  readonly poles: readonly number[];
}

/** The ring at the crown of a yurt, seen from below and centred at the origin. */
export function shanyraq({
  radius,
  rim = 0.115,
  poles = 54,
}: {
  radius: number;
  rim?: number;
  poles?: number;
}): Shanyraq {
  const innerRadius = radius * (1 - rim);
  const laths = ([0, 90] as const).flatMap((angleDeg) =>
    [-1, 0, 1].map((place) => {
      const waist = place * innerRadius * 0.135 * 0.75;
      const foot = place * innerRadius * 0.26;
      const end = Math.sqrt(innerRadius ** 2 - foot ** 2);
      return { d: `M${n2(foot)} ${n2(-end)}Q${n2(waist)} 0 ${n2(foot)} ${n2(end)}`, angleDeg };
    }),
  );
  return {
    outerRadius: radius,
    innerRadius,
    laths,
    poles: Array.from({ length: poles }, (_, index) => ((index + 0.5) / poles) * Math.PI * 2),
  };
}

/** The flag's sun: grain-shaped rays from `radius` outwards, between two angles in degrees (0 is to the right, clockwise). */
export function sunRays({
  radius,
  length,
  count = 32,
  fromDeg = 0,
  toDeg = 360,
  fullness = 0.3,
}: {
  radius: number;
  length: number;
  count?: number;
  fromDeg?: number;
  toDeg?: number;
  fullness?: number;
}): string {
  const step = (toDeg - fromDeg) / count;
  const half = length * fullness;
  return Array.from({ length: count }, (_, index) => {
    const angle = ((fromDeg + step * (index + 0.5)) * Math.PI) / 180;
    const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
    const at = (out: number, side: number): string =>
      `${n2(ux * (radius + length * out) - uy * half * side)} ${n2(uy * (radius + length * out) + ux * half * side)}`;
    return `M${at(0, 0)}C${at(0.15, 1)} ${at(0.55, 0.9)} ${at(1, 0)}C${at(0.55, -0.9)} ${at(0.15, -1)} ${at(0, 0)}Z`;
  }).join('');
}
