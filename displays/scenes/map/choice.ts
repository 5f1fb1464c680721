import type { Achievement, Category } from '#shared/content.ts';
import type { SceneView } from '#shared/scene-view.ts';
import { limited, homeOf, type Camera, type Field } from './camera.ts';

export type Side = 'left' | 'right';
export const sides: readonly Side[] = ['left', 'right'];

/** What a card tells: one achievement, or a region with all of its own. */
export type CardOf = { readonly kind: 'spot'; readonly id: string } | { readonly kind: 'region'; readonly id: string };

/** What visitors chose on the map, read from the view. Each half of the screen has a card of its own. */
export interface Choice {
  readonly year: number | null;
  readonly hidden: ReadonlySet<string>;
  readonly cards: Readonly<Record<Side, CardOf | null>>;
  readonly camera: Camera;
}

export type Selection = NonNullable<SceneView['selection']>;

export function choiceOf(selection: Selection | undefined, field: Field): Choice {
  const { year, hidden, left, right, scale, x, y } = selection ?? {};
  const home = homeOf(field);
  const camera = {
    scale: typeof scale === 'number' ? scale : 1,
    x: typeof x === 'number' ? x : home.x,
    y: typeof y === 'number' ? y : home.y,
  };
  return {
    year: typeof year === 'number' ? year : null,
    hidden: new Set(typeof hidden === 'string' && hidden !== '' ? hidden.split(' ') : []),
    cards: { left: cardOf(left), right: cardOf(right) },
    camera: limited(camera, field),
  };
}

export function cardValue(card: CardOf | null): string | null {
  return card === null ? null : `${card.kind}:${card.id}`;
}

function cardOf(value: Selection[string] | undefined): CardOf | null {
  if (typeof value !== 'string') return null;
  const [kind, id] = value.split(':', 2);
  return id !== undefined && (kind === 'spot' || kind === 'region') ? { kind, id } : null;
}

/** The selection's entries for a camera; short numbers, so that a view stays small. */
export function cameraEntries({ scale, x, y }: Camera): Selection {
  const short = (value: number): number => Math.round(value * 100) / 100;
  return { scale: short(scale), x: short(x), y: short(y) };
}

export function toggled(hidden: ReadonlySet<string>, category: Category): string {
  const next = new Set(hidden);
  if (!next.delete(category)) next.add(category);
  return [...next].toSorted().join(' ');
}

/** On the map in `year`: what has been achieved up to then, in the fields that are shown. */
export function isShown(achievement: Achievement, year: number, hidden: ReadonlySet<string>): boolean {
  return achievement.year <= year && !hidden.has(achievement.category);
}
