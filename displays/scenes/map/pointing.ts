import type { Achievement } from '#shared/content.ts';
import type { Atlas } from './atlas.ts';
import { toMap, toScreen, type Camera } from './camera.ts';
import type { RegionOnCard } from './cards.ts';
import { isShown, type CardOf, type Side } from './choice.ts';
import { markAt } from './hit.ts';
import { pieceAt, type Point } from './land.ts';
import { field } from './layout.ts';
import { spotPlace } from './spots.ts';

/** The map as it is looked at: its year, the fields that are hidden, and where the camera stands. */
export interface Look {
  readonly year: number;
  readonly hidden: ReadonlySet<string>;
  readonly camera: Camera;
}

/** The half of the screen in which a point of the field lies. */
export function sideOf([x]: Point): Side {
  return x < field.width / 2 ? 'left' : 'right';
}

export type Pointed =
  | { readonly kind: 'spot'; readonly achievement: Achievement }
  | { readonly kind: 'region'; readonly id: string };

/** What a finger at a point of the field means: the mark, else the city, else the region; null beside the country. */
export function pointedAt(atlas: Atlas, { year, hidden, camera }: Look, at: Point): Pointed | null {
  const land = atlas.landIn(year);
  const spots = atlas.spots
    .filter(({ achievement }) => isShown(achievement, year, hidden))
    .map((spot) => ({ mark: spot.achievement, at: spotPlace(spot, camera, field) }));
  const hit = markAt(spots, at);
  if (hit !== undefined && !hit.isCrowd) return { kind: 'spot', achievement: hit.nearest };
  if (hit !== undefined) return { kind: 'region', id: atlas.regionOf(hit.nearest, year) };
  const cities = land.cities.map((city) => ({ mark: city.id, at: toScreen(camera, field, city.at) }));
  const id = markAt(cities, at)?.nearest ?? pieceAt(land, toMap(camera, field, at))?.id;
  return id === undefined ? null : { kind: 'region', id };
}

/** The point of the field that a card tells of; undefined where the map does not have it in that year. */
export function anchorOf(atlas: Atlas, { year, camera }: Look, card: CardOf): Point | undefined {
  if (card.kind === 'spot') {
    const spot = atlas.spots.find(({ achievement }) => achievement.id === card.id);
    return spot === undefined ? undefined : spotPlace(spot, camera, field);
  }
  const { cities, pieces } = atlas.landIn(year);
  const at = cities.find(({ id }) => id === card.id)?.at ?? pieces.find(({ id }) => id === card.id)?.label;
  return at === undefined ? undefined : toScreen(camera, field, at);
}

/** A region as its card tells of it: its name then, and what it has achieved in the fields that are shown. */
export function regionOnCard(atlas: Atlas, { year, hidden }: Look, id: string): RegionOnCard {
  const achievements = atlas.achievements.filter(
    (achievement) => isShown(achievement, year, hidden) && atlas.regionOf(achievement, year) === id,
  );
  return { id, name: atlas.nameOf(id, year) ?? { en: id }, achievements };
}
