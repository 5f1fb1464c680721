import type { ScreenId } from '#shared/ids.ts';
import { Hall } from '#shared/hall.ts';
import { Rule, RuleException, Run, SpecialDay } from '#shared/schedule.ts';
import { Scene, Show, type Timeline } from '#shared/scene.ts';
import type { z } from 'zod';
import { emptyState, hallId, table, type HallState } from '#core/state.ts';

type HallInput = Partial<z.input<typeof Hall>>;

/** A small hall: panels p1 to p4, a wall of w1 and w2, zones `panels`, `walls` and `left` (p1 and the wall). */
export function aHall(change: HallInput = {}): Hall {
  const ids = ['p1', 'p2', 'p3', 'p4', 'w1', 'w2'];
  const en = (text: string) => ({ en: text });
  return Hall.parse({
    id: 'test-hall',
    name: en('Test hall'),
    timeZone: 'Asia/Almaty',
    languages: { default: 'en', order: ['en'], names: { en: 'English' } },
    floorPlan: { widthM: 10, heightM: 10 },
    screens: ids.map((id, index) => screenInput(id, index + 1)),
    surfaces: [
      {
        id: 'wall',
        name: en('Wall'),
        widthPx: 2000,
        heightPx: 1000,
        members: [
          { screen: 'w1', rect: { x: 0, y: 0, width: 990, height: 1000 } },
          { screen: 'w2', rect: { x: 1010, y: 0, width: 990, height: 1000 } },
        ],
      },
    ],
    zones: [
      { id: 'panels', name: en('Panels'), members: ['p1', 'p2', 'p3', 'p4'] },
      { id: 'walls', name: en('Walls'), members: ['wall'] },
      { id: 'left', name: en('Left'), members: ['p1', 'walls'] },
    ],
    openingHours: { weekly: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] },
    ...change,
  });
}

export function screenInput(id: string, number: number): z.input<typeof Hall>['screens'][number] {
  return {
    id,
    number,
    name: { en: id },
    kind: 'panel',
    widthPx: 1080,
    heightPx: 1920,
    widthMm: 600,
    heightMm: 1000,
    viewingDistanceMm: 1500,
    defaultLanguage: 'en',
    place: { xM: 1, yM: 1 },
  };
}

export interface StateInput {
  readonly hall?: Hall;
  readonly scenes?: readonly z.input<typeof Scene>[];
  readonly shows?: readonly z.input<typeof Show>[];
  readonly rules?: readonly z.input<typeof Rule>[];
  readonly exceptions?: readonly z.input<typeof RuleException>[];
  readonly days?: readonly z.input<typeof SpecialDay>[];
  readonly runs?: readonly z.input<typeof Run>[];
  readonly timelines?: readonly Timeline[];
}

const byId = <Document extends { readonly id: string }>(documents: readonly Document[]) =>
  table(Object.fromEntries(documents.map((document) => [document.id, document])));

/** A state with these documents, parsed as the edges parse them; a scene `idle` and a show `idle` are always there. */
export function aState(input: StateInput): HallState {
  const scenes = [aScene('idle'), ...(input.scenes ?? [])].map((scene) => Scene.parse(scene));
  const shows = [aShow('idle', [{ scene: 'idle' }]), ...(input.shows ?? [])].map((show) => Show.parse(show));
  const exceptions = (input.exceptions ?? []).map((exception) => RuleException.parse(exception));
  const days = (input.days ?? []).map((day) => SpecialDay.parse(day));
  return {
    ...emptyState(),
    revision: 1,
    hall: { [hallId]: input.hall ?? aHall() },
    scene: byId(scenes),
    show: byId(shows),
    rule: byId((input.rules ?? []).map((rule) => Rule.parse(rule))),
    exception: table(
      Object.fromEntries(exceptions.map((exception) => [`${exception.rule}@${exception.date}`, exception])),
    ),
    day: table(Object.fromEntries(days.map((day) => [day.date, day]))),
    run: byId((input.runs ?? []).map((run) => Run.parse(run))),
    timeline: table(Object.fromEntries((input.timelines ?? []).map((timeline) => [timeline.hash, timeline]))),
  };
}

export function aScene(id: string, change: Partial<z.input<typeof Scene>> = {}): z.input<typeof Scene> {
  return { id, type: 'title', title: { en: id }, params: { title: { en: id } }, ...change };
}

interface CueInput {
  readonly scene: string;
  readonly targets?: string | string[];
  readonly durationMs?: number;
  readonly trigger?: 'go' | 'follow';
  readonly policy?: 'go' | 'critical' | 'strict';
  readonly critical?: string[];
  readonly note?: string;
}

/** A show of one part a cue. */
export function aShow(
  id: string,
  cues: readonly CueInput[],
  change: Partial<z.input<typeof Show>> = {},
): z.input<typeof Show> {
  return {
    id,
    title: { en: id },
    cues: cues.map(({ scene, targets = 'all', ...rest }, index) => ({
      id: `cue-${index + 1}`,
      title: { en: `Cue ${index + 1}` },
      parts: [{ targets, scene }],
      ...rest,
    })),
    ...change,
  };
}

/** A screen's id, for tests. */
export const screen = (id: string): ScreenId => id as ScreenId;

/** ms of an ISO instant or zoned wall time: `2026-11-24T10:00+05:00`. */
export function at(text: string): number {
  const value = Date.parse(text);
  if (Number.isNaN(value)) throw new Error(`"${text}" is not an instant`);
  return value;
}
