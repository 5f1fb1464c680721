import type { ReliefGroup, ReliefWall } from './relief-wall.ts';

/** A lamp before the wall. Positions in px of the wall, z towards the viewer; colours linear RGB. */
export interface ReliefLamp {
  readonly position: readonly [x: number, y: number, z: number];
  readonly target: readonly [x: number, y: number];
  readonly colour: readonly [r: number, g: number, b: number];
  readonly intensity: number;
  readonly radiusPx: number;
}

/** Everything that lights the stone at one moment. */
export interface ReliefLight {
  readonly key: ReliefLamp;
  /** Cool, low and from the other side: keeps the shadows open. */
  readonly counter: ReliefLamp;
  /** The gold of Samruk, never quite dark. */
  readonly crown: ReliefLamp;
  readonly sky: number;
  /** Even raking light over the whole wall. */
  readonly wash: number;
  readonly goldGlow: number;
  /** How far the stone stands out: inside `fromX`…`untilX`, and elsewhere. */
  readonly rise: { readonly inside: number; readonly outside: number; readonly fromX: number; readonly untilX: number };
}

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** Where the lamp of a group stands; `swing` 0 as it arrives, 1 as it leaves: the light passes from left to right. */
export function groupLamp(group: ReliefGroup, swing: number): ReliefLamp {
  const middle = (group.fromX + group.untilX) / 2;
  const half = (group.untilX - group.fromX) / 2;
  return {
    position: [middle + mix(-half * 0.5 - 330, half * 0.4 + 170, swing), group.focusY - 430, 240],
    target: [middle + mix(-0.14, 0.14, swing) * half, group.focusY],
    colour: group.colour,
    intensity: 2.35,
    radiusPx: half * 1.02 + 170,
  };
}

/** The part of the wall that the light of a group reaches: what its pictures show. */
export function groupFrame(wall: Pick<ReliefWall, 'widthPx'>, group: ReliefGroup): { x: number; width: number } {
  const middle = (group.fromX + group.untilX) / 2;
  const reach = groupLamp(group, 0).radiusPx * 1.75;
  const x = Math.max(0, Math.floor((middle - reach) / 8) * 8);
  return { x, width: Math.min(wall.widthPx, Math.ceil((middle + reach) / 8) * 8) - x };
}

const dark: ReliefLamp = { position: [0, 0, 100], target: [0, 0], colour: [0, 0, 0], intensity: 0, radiusPx: 1 };

function crown(wall: Pick<ReliefWall, 'widthPx'>, intensity: number): ReliefLamp {
  const x = wall.widthPx / 2;
  return { position: [x, -160, 640], target: [x, 240], colour: [1, 0.72, 0.36], intensity, radiusPx: 340 };
}

/** The wall as it rests: dim, and the gold just seen. */
export function restingLight(wall: Pick<ReliefWall, 'widthPx'>): ReliefLight {
  return {
    key: dark,
    counter: dark,
    crown: crown(wall, 0.24),
    sky: 0.07,
    wash: 0.075,
    goldGlow: 0.03,
    rise: { inside: 0.7, outside: 0.7, fromX: 0, untilX: wall.widthPx },
  };
}

/** One group lit: `shine` 0…1 is how far its light has come up. */
export function groupLight(wall: ReliefWall, group: ReliefGroup, swing: number, shine: number): ReliefLight {
  const rest = restingLight(wall);
  const key = groupLamp(group, swing);
  const half = (group.untilX - group.fromX) / 2;
  const aside = Math.tanh((key.target[0] - key.position[0]) / 200);
  return {
    ...rest,
    key: { ...key, intensity: key.intensity * shine },
    counter: {
      position: [key.target[0] + aside * (half + 420), group.focusY + 160, 260],
      target: [key.target[0], group.focusY + 60],
      colour: [0.5, 0.64, 1],
      intensity: 0.2 * shine,
      radiusPx: half + 240,
    },
    rise: { inside: mix(0.7, 1.15, shine), outside: 0.7, fromX: group.fromX, untilX: group.untilX },
  };
}

/** The whole wall under one far lamp, `swing` 0 from the left and 1 from the right. */
export function wallLight(wall: ReliefWall, swing: number, shine: number): ReliefLight {
  const { widthPx, heightPx } = wall;
  const rest = restingLight(wall);
  return {
    ...rest,
    key: {
      position: [mix(-600, widthPx + 600, swing), -1500, 1060],
      target: [widthPx / 2, heightPx / 2],
      colour: [1, 0.86, 0.68],
      intensity: 2.3 * shine,
      radiusPx: 5200,
    },
    crown: crown(wall, mix(0.24, 0.75, shine)),
    sky: mix(rest.sky, 0.15, shine),
    goldGlow: mix(rest.goldGlow, 0.13, shine),
    rise: { inside: mix(0.7, 1.08, shine), outside: mix(0.7, 1.08, shine), fromX: 0, untilX: widthPx },
  };
}

function mixLamp(a: ReliefLamp, b: ReliefLamp, t: number): ReliefLamp {
  // A lamp that is out takes the other's place: it fades where it stands, it does not fly.
  const [from, to] = [a.intensity > 0 ? a : b, b.intensity > 0 ? b : a];
  return {
    position: [
      mix(from.position[0], to.position[0], t),
      mix(from.position[1], to.position[1], t),
      mix(from.position[2], to.position[2], t),
    ],
    target: [mix(from.target[0], to.target[0], t), mix(from.target[1], to.target[1], t)],
    colour: [
      mix(from.colour[0], to.colour[0], t),
      mix(from.colour[1], to.colour[1], t),
      mix(from.colour[2], to.colour[2], t),
    ],
    intensity: mix(a.intensity, b.intensity, t),
    radiusPx: mix(from.radiusPx, to.radiusPx, t),
  };
}

/** Between two lights. */
export function mixLight(a: ReliefLight, b: ReliefLight, t: number): ReliefLight {
  return {
    key: mixLamp(a.key, b.key, t),
    counter: mixLamp(a.counter, b.counter, t),
    crown: mixLamp(a.crown, b.crown, t),
    sky: mix(a.sky, b.sky, t),
    wash: mix(a.wash, b.wash, t),
    goldGlow: mix(a.goldGlow, b.goldGlow, t),
    rise: {
      inside: mix(a.rise.inside, b.rise.inside, t),
      outside: mix(a.rise.outside, b.rise.outside, t),
      fromX: mix(a.rise.fromX, b.rise.fromX, t),
      untilX: mix(a.rise.untilX, b.rise.untilX, t),
    },
  };
}
