import type { ReliefLamp } from './relief-light.ts';
import { reliefMoment, type ReliefStage } from './relief-times.ts';

/** A lamp as a lighting desk understands it. */
export interface LampKey {
  /** Linear RGB, 0…1; the strongest channel of the lamp is 1. */
  readonly colour: readonly [r: number, g: number, b: number];
  /** 1 is the key light of a chapter at its height. */
  readonly intensity: number;
  /** Where the light comes from, seen facing the wall: degrees clockwise from straight above. */
  readonly azimuthDeg: number;
  /** How far it stands off the plane of the wall: 0 rakes along it, 90 comes from the front. */
  readonly elevationDeg: number;
  /** Where it points, as fractions of the wall from its top left corner. */
  readonly target: readonly [x: number, y: number];
}

export interface LightTrack {
  readonly version: 1;
  readonly stepMs: number;
  readonly durationMs: number;
  readonly chapters: readonly {
    readonly chapter: string;
    readonly group: string;
    readonly startMs: number;
    readonly endMs: number;
    readonly keys: readonly ({ readonly atMs: number } & LampKey)[];
  }[];
  /** The whole of it, for what lies between chapters and after the last. */
  readonly keys: readonly {
    readonly atMs: number;
    readonly key: LampKey;
    readonly counter: LampKey;
    readonly wash: number;
  }[];
}

const fullIntensity = 2.35;
const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** The light of a scene as data, a key every `stepMs`; interpolate linearly between keys. */
export function lightTrack(stage: ReliefStage, stepMs: number): LightTrack {
  const durationMs = stage.loopMs ?? 60_000;
  const { widthPx, heightPx } = stage.wall;
  const times = Array.from({ length: Math.floor(durationMs / stepMs) + 1 }, (_, i) => i * stepMs);
  const lampKey = (lamp: ReliefLamp): LampKey => {
    const [dx, dy, dz] = [lamp.position[0] - lamp.target[0], lamp.position[1] - lamp.target[1], lamp.position[2]];
    const strongest = Math.max(...lamp.colour, 1e-9);
    const [r, g, b] = lamp.colour;
    return {
      colour: [round(r / strongest, 3), round(g / strongest, 3), round(b / strongest, 3)],
      intensity: round((lamp.intensity * strongest) / fullIntensity, 3),
      azimuthDeg: round((Math.atan2(dx, -dy) * 180) / Math.PI, 1),
      elevationDeg: round((Math.atan2(dz, Math.hypot(dx, dy)) * 180) / Math.PI, 1),
      target: [round(lamp.target[0] / widthPx, 4), round(lamp.target[1] / heightPx, 4)],
    };
  };
  const keys = times.map((atMs) => {
    const { light } = reliefMoment(stage, atMs);
    return {
      atMs,
      key: lampKey(light.key),
      counter: lampKey(light.counter),
      wash: round(light.wash / fullIntensity, 3),
    };
  });
  return {
    version: 1,
    stepMs,
    durationMs,
    chapters: stage.stops.map(({ chapter, group, startMs, endMs }) => ({
      chapter,
      group: group.id,
      startMs,
      endMs: Math.min(endMs, durationMs),
      keys: keys.filter(({ atMs }) => atMs >= startMs && atMs <= endMs).map(({ atMs, key }) => ({ atMs, ...key })),
    })),
    keys,
  };
}
