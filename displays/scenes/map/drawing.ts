import { nothing, svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Achievement } from '#shared/content.ts';
import type { Text } from '#shared/text.ts';
import { glyphs } from '../../look/glyph.ts';
import type { Atlas } from './atlas.ts';
import { toScreen, type Camera } from './camera.ts';
import { isShown, type CardOf } from './choice.ts';
import { atTransform, litRegions, names, regionTargets, smallMarks } from './ground.ts';
import { placeNames } from './labels.ts';
import type { Land, Point } from './land.ts';
import { field } from './layout.ts';
import { spotPlace, type Spot } from './spots.ts';
import { shortName } from './words.ts';

export interface Drawing {
  readonly atlas: Atlas;
  readonly land: Land;
  readonly year: number;
  readonly camera: Camera;
  /** The achievement the attract loop tells. */
  readonly told: Achievement | null;
  readonly hidden: ReadonlySet<string>;
  readonly opened: readonly CardOf[];
  readonly say: (text: Text) => string;
  readonly open: (region: string, at: Point) => void;
}

/** Everything that lies over the felt: dyed regions, names, marks. Targets of fingers are found by place, not by element. */
export function drawing(map: Drawing): TemplateResult {
  const { atlas, land, year, camera, told, hidden, opened, say, open } = map;
  const ground = { land, camera, field };
  const shown = atlas.spots.filter(({ achievement }) => isShown(achievement, year, hidden));
  const openSpots = new Set(opened.flatMap((card) => (card.kind === 'spot' ? [card.id] : [])));
  const lit = [
    ...(told === null ? [] : [atlas.regionOf(told, year)]),
    ...opened.flatMap((card) => (card.kind === 'region' ? [card.id] : [])),
    ...shown.flatMap(({ achievement }) => (openSpots.has(achievement.id) ? [atlas.regionOf(achievement, year)] : [])),
  ];
  const isGold = ({ achievement }: Spot): boolean => achievement.id === told?.id || openSpots.has(achievement.id);
  const isLarge = (spot: Spot): boolean => spot.achievement.year === year || isGold(spot);
  const small = shown.filter((spot) => !isLarge(spot));
  const large = shown.filter(isLarge).toSorted((a, b) => Number(isGold(a)) - Number(isGold(b)));
  const labels = placeNames({
    ...ground,
    nameOf: (id) => shortName(say(atlas.nameOf(id, year) ?? { en: id })),
    marks: {
      large: large.map((spot) => spotPlace(spot, camera, field)),
      small: small.map((spot) => spotPlace(spot, camera, field)),
    },
  });
  const litCities = land.cities.filter(({ id }) => lit.includes(id));
  return html`<svg class="drawing" viewBox="0 0 ${field.width} ${field.height}">
    ${litRegions(ground, lit)} ${regionTargets(ground, say, open)}
    ${small.map(
      (spot) =>
        svg`<g class="small ${spot.achievement.category}" transform=${atTransform(spotPlace(spot, camera, field))}>${
          smallMarks[spot.achievement.category]
        }</g>`,
    )}
    ${litCities.map(({ at }) => svg`<circle class="lit-city" r="22" transform=${atTransform(toScreen(camera, field, at))}></circle>`)}
    ${names(ground, labels)}
    ${large.map((spot) => largeMark(spot, camera, isGold(spot), spot.achievement.id === told?.id))}
  </svg>`;
}

function largeMark(spot: Spot, camera: Camera, isGold: boolean, isTold: boolean): SVGTemplateResult {
  return svg`<g class="large ${isGold ? 'gold' : ''}" transform=${atTransform(spotPlace(spot, camera, field))}>
    ${isTold ? svg`<circle class="spread" r="30"></circle>` : nothing}
    <circle class="disc" r=${isGold ? 31 : 25}></circle>
    <svg x="-17" y="-17" width="34" height="34" viewBox="0 0 24 24" class=${spot.achievement.category}>${
      glyphs[spot.achievement.category]
    }</svg>
  </g>`;
}
