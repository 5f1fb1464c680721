import { groupLight, mixLight, restingLight, wallLight, type ReliefLight } from './relief-light.ts';
import type { ReliefGroup, ReliefWall } from './relief-wall.ts';
import type { ReliefParams } from './relief.ts';

/** When a chapter's light begins to rise, ms of the scene's own time. */
export interface ReliefStop {
  readonly chapter: string;
  readonly group: ReliefGroup;
  readonly startMs: number;
  readonly endMs: number;
}

/** A relief as a scene plays it. */
export interface ReliefStage {
  readonly wall: ReliefWall;
  readonly params: ReliefParams;
  readonly groups: readonly ReliefGroup[];
  /** Chapter by chapter; empty when the light drifts. */
  readonly stops: readonly ReliefStop[];
  /** In how many languages each chapter's words are shown, one after the other. */
  readonly parts: number;
  /** After this the scene begins again; `null` when it has no end. */
  readonly loopMs: number | null;
}

/** What is lit at one moment; a pure function of the stage and the position. */
export interface ReliefMoment {
  /** Groups with light on them; `swing` 0…1 is how far the light has passed over. */
  readonly groups: readonly { readonly group: ReliefGroup; readonly opacity: number; readonly swing: number }[];
  /** The whole wall under one light. */
  readonly wall: { readonly opacity: number; readonly swing: number };
  /** The words shown; `part` counts the languages in which a chapter is told one after the other. */
  readonly caption: { readonly chapter: string; readonly part: number; readonly opacity: number } | null;
  readonly light: ReliefLight;
}

/** Light comes up on a chapter, and goes on to the next, in this time. */
export const passMs = 2600;
/** After the last chapter the whole wall is lit. */
export const finaleMs = 22_000;
/** In drift the light takes this long from one group to the next. */
export const driftMs = 9000;
/** Where the lamp stood for `wall-left` and `wall-right`, as its swing. */
export const wallPictureSwings = [0.12, 0.88] as const;
const captionDelayMs = 900;
const captionFadeMs = 700;

/** Puts a wall and a scene's params together. Throws, naming it, on a group or chapter the wall does not have. */
export function reliefStage(wall: ReliefWall, params: ReliefParams, languageCount = 1): ReliefStage {
  const parts = params.languages === 'alternate' ? Math.max(1, languageCount) : 1;
  const groups = params.groups.map((id) => {
    const group = wall.groups.find((candidate) => candidate.id === id);
    if (group === undefined) throw new Error(`the relief "${params.relief}" has no group "${id}"`);
    return group;
  });
  switch (params.mode) {
    case 'drift':
      return { wall, params, groups, parts, stops: [], loopMs: groups.length * driftMs };
    case 'chapter': {
      const group = groups.find(({ chapters }) => chapters.includes(params.chapter));
      if (group === undefined) throw new Error(`no group of the relief shows the chapter "${params.chapter}"`);
      const stop = { chapter: params.chapter, group, startMs: 0, endMs: Number.POSITIVE_INFINITY };
      return { wall, params, groups: [group], parts, stops: [stop], loopMs: null };
    }
    case 'chapters': {
      const told = groups.flatMap((group) => group.chapters.map((chapter) => ({ chapter, group })));
      const stops = told.map((stop, i) => ({
        ...stop,
        startMs: i * params.chapterMs,
        endMs: (i + 1) * params.chapterMs,
      }));
      return { wall, params, groups, parts, stops, loopMs: stops.length * params.chapterMs + finaleMs };
    }
  }
}

/** Start of each chapter and of the finale, ms: for cues that follow the light, and for jumps to a chapter. */
export function chapterStarts(stage: ReliefStage): readonly { readonly chapter: string; readonly startMs: number }[] {
  return stage.stops.map(({ chapter, startMs }) => ({ chapter, startMs }));
}

const clamp01 = (t: number): number => Math.min(1, Math.max(0, t));
const ease = (t: number): number => t * t * (3 - 2 * t);
const passage = (at: number, from: number, lasts: number): number => ease(clamp01((at - from) / lasts));
const wave = (at: number, period: number): number => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / period);

export function reliefMoment(stage: ReliefStage, positionMs: number): ReliefMoment {
  const at = stage.loopMs === null ? Math.max(0, positionMs) : positive(positionMs, stage.loopMs);
  switch (stage.params.mode) {
    case 'drift':
      return drifting(stage, at);
    case 'chapter':
      return staying(stage, at);
    case 'chapters':
      return telling(stage, at);
  }
}

const positive = (value: number, period: number): number => ((value % period) + period) % period;

interface Visit {
  readonly group: ReliefGroup;
  readonly startMs: number;
  readonly endMs: number;
}

/** Chapters of one group that follow each other are one visit of the light. */
function visitsOf(stops: readonly ReliefStop[]): readonly Visit[] {
  const visits: Visit[] = [];
  for (const { group, startMs, endMs } of stops) {
    const last = visits.at(-1);
    if (last?.group === group) visits[visits.length - 1] = { ...last, endMs };
    else visits.push({ group, startMs, endMs });
  }
  return visits;
}

function telling({ wall, stops, parts, loopMs }: ReliefStage, at: number): ReliefMoment {
  const toldMs = stops.at(-1)?.endMs ?? 0;
  const visits = visitsOf(stops).map(({ group, startMs, endMs }) => {
    const rising = passage(at, startMs, passMs);
    const swing = clamp01((at - startMs) / (endMs + passMs - startMs));
    return { group, rising, opacity: rising * (1 - passage(at, endMs, passMs)), swing };
  });
  const arrives = passage(at, toldMs, passMs * 1.6);
  const leaves = passage(at, (loopMs ?? 0) - passMs, passMs);
  const finale = { opacity: arrives * (1 - leaves), swing: ease(clamp01((at - toldMs) / finaleMs)) };
  const rest = restingLight(wall);
  const passing = visits
    .filter(({ rising }) => rising > 0)
    .reduce((light, { group, swing, rising }) => mixLight(light, groupLight(wall, group, swing, 1), rising), rest);
  const ending = mixLight(passing, wallLight(wall, wallSwing(finale.swing), 1), arrives);
  const stop = stops.find(({ startMs, endMs }) => at >= startMs && at < endMs);
  return {
    groups: visits.filter(({ opacity }) => opacity > 0),
    wall: finale,
    caption: stop === undefined ? null : captionOf(stop, parts, at),
    light: at < toldMs ? passing : mixLight(ending, rest, leaves),
  };
}

/** The pictures of the whole wall are taken a little inside of either end. */
const wallSwing = (swing: number): number =>
  wallPictureSwings[0] + (wallPictureSwings[1] - wallPictureSwings[0]) * swing;

function captionOf({ chapter, startMs, endMs }: ReliefStop, parts: number, at: number): ReliefMoment['caption'] {
  const partMs = (endMs - startMs) / parts;
  const part = Math.min(parts - 1, Math.floor((at - startMs) / partMs));
  const from = startMs + part * partMs + (part === 0 ? captionDelayMs : 0);
  const until = startMs + (part + 1) * partMs;
  const opacity = passage(at, from, captionFadeMs) * (1 - passage(at, until - captionFadeMs, captionFadeMs));
  return { chapter, part, opacity };
}

function staying({ wall, stops, parts, params }: ReliefStage, at: number): ReliefMoment {
  const [stop] = stops;
  const rest = restingLight(wall);
  if (stop === undefined) return { groups: [], wall: { opacity: 0, swing: 0 }, caption: null, light: rest };
  const opacity = passage(at, 0, 1100);
  const swing = 0.2 + 0.6 * wave(at, 32_000);
  return {
    groups: [{ group: stop.group, opacity, swing }],
    wall: { opacity: 0, swing: 0 },
    caption:
      parts === 1
        ? { chapter: stop.chapter, part: 0, opacity: passage(at, 300, captionFadeMs) }
        : captionOf({ ...stop, endMs: params.chapterMs }, parts, at % params.chapterMs),
    light: mixLight(rest, groupLight(wall, stop.group, swing, 1), opacity),
  };
}

/** A soft light that wanders from group to group, two of them lit at any time; the whole wall breathes under it. */
function drifting({ wall, groups, loopMs }: ReliefStage, at: number): ReliefMoment {
  const count = groups.length;
  const period = loopMs ?? 1;
  const lit = groups
    .map((group, i) => {
      const away = positive(at - i * driftMs + period / 2, period) - period / 2;
      const near = count === 1 ? 1 : clamp01(1 - Math.abs(away) / driftMs);
      return { group, opacity: 0.92 * Math.sin((near * Math.PI) / 2) ** 2, swing: clamp01(0.5 + away / (2 * driftMs)) };
    })
    .filter(({ opacity }) => opacity > 0);
  // One picture of the whole wall is enough here: each costs the compositor a layer.
  const breath = { opacity: 0.1 + 0.16 * wave(at, period / 3), swing: 0 };
  const under = mixLight(restingLight(wall), wallLight(wall, wallSwing(breath.swing), 1), breath.opacity);
  const [first, second] = lit;
  const light =
    first === undefined ? under : mixLight(under, groupLight(wall, first.group, first.swing, 1), first.opacity);
  return {
    groups: lit,
    wall: breath,
    caption: null,
    light:
      second === undefined ? light : mixLight(light, groupLight(wall, second.group, second.swing, 1), second.opacity),
  };
}
