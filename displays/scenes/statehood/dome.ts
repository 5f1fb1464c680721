import type { Institution } from '#shared/content.ts';
import { yearFraction } from '#shared/dates.ts';
import type { StatehoodParams } from '#shared/scenes/statehood.ts';
import { n2 } from '../../look/ornament.ts';

export type Point = readonly [x: number, y: number];

/** Where the yurt stands, in units of the composition. It is drawn straight from the front, so that height is time. */
export interface Dome {
  readonly x: number;
  /** The top of the lattice, where time begins. */
  readonly base: number;
  /** The ring, where it has arrived today. */
  readonly top: number;
  readonly radius: number;
  readonly ringRadius: number;
  readonly latticeHeight: number;
}

export function domeIn(frame: { readonly width: number; readonly height: number }, isPortrait: boolean): Dome {
  const { width, height } = frame;
  if (isPortrait) {
    return {
      x: width / 2 - 22,
      base: height - 190,
      top: height * 0.54,
      radius: 404,
      ringRadius: 92,
      latticeHeight: 104,
    };
  }
  return { x: width - 622, base: height - 166, top: 118, radius: 512, ringRadius: 112, latticeHeight: 108 };
}

/** An institution as a pole of the yurt. */
export interface Pole {
  readonly institution: Institution;
  /** Milestones in the order of their dates, with their height, 0 at the lattice to 1 at the ring. */
  readonly milestones: readonly { readonly milestone: Institution['milestones'][number]; readonly height: number }[];
  /** Round the yurt, radians; 0 is in front. */
  readonly angle: number;
}

const farthest = (76 * Math.PI) / 180;

/** The oldest stand in the middle, the younger to either side of them, as a yurt is raised. */
export function polesOf(institutions: readonly Institution[], span: Pick<StatehoodParams, 'first' | 'last'>): Pole[] {
  const heightOf = (date: string): number =>
    Math.min(1, Math.max(0, (yearFraction(date) - span.first) / (span.last - span.first)));
  const byAge = institutions
    .map((institution) => ({
      institution,
      milestones: institution.milestones
        .toSorted((a, b) => yearFraction(a.date) - yearFraction(b.date))
        .map((milestone) => ({ milestone, height: heightOf(milestone.date) })),
    }))
    .toSorted((a, b) => (a.milestones[0]?.height ?? 0) - (b.milestones[0]?.height ?? 0));
  const places: typeof byAge = [];
  byAge.forEach((entry, index) => {
    if (index % 2 === 0) places.push(entry);
    else places.unshift(entry);
  });
  return places.map((entry, index) => ({
    ...entry,
    angle: places.length === 1 ? 0 : -farthest + (2 * farthest * index) / (places.length - 1),
  }));
}

/** A place on the dome: `height` 0 at the lattice to 1 at the ring. */
export function placeOn({ x, base, top, radius, ringRadius }: Dome, angle: number, height: number): Point {
  const share = ringRadius / radius;
  const out = radius * (share + (1 - share) * (1 - Math.min(1, height) ** 2.1) ** 0.62);
  return [x + out * Math.sin(angle), base - (base - top) * height];
}

/** A pole from one height to another, as points close enough for a smooth curve. */
export function poleLine(dome: Dome, angle: number, from: number, until: number): readonly Point[] {
  const steps = Math.max(2, Math.ceil((until - from) * 48));
  return Array.from({ length: steps + 1 }, (_, step) => placeOn(dome, angle, from + ((until - from) * step) / steps));
}

/** The crossed laths of the lattice below the poles. */
export function lattice({ x, base, radius, latticeHeight }: Dome): string {
  const count = 26;
  const at = (index: number): number => x + radius * Math.sin(((index / count) * 2 - 1) * (Math.PI / 2));
  const laths: string[] = [];
  for (let index = -2; index < count; index++) {
    const [left, right] = [at(Math.max(0, index)), at(Math.min(count, index + 2))];
    laths.push(
      `M${n2(left)} ${n2(base + latticeHeight)}L${n2(right)} ${n2(base)}`,
      `M${n2(left)} ${n2(base)}L${n2(right)} ${n2(base + latticeHeight)}`,
    );
  }
  return laths.join('');
}
