import type { Hall } from '#shared/hall.ts';
import { pageWords, sayOnPage } from '../page/words.ts';
import type { Floor, FloorPicture } from './floor-layout.ts';

const svgNames = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number>>;

function svg(name: string, attributes: Attributes, ...children: readonly (Node | string)[]): SVGElement {
  const element = document.createElementNS(svgNames, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

const wallPx = 7;
const clipId = 'room';

/** Walls, door and the light that each screen throws on the floor, as one picture under the screens. */
export function drawRoom(
  { floorPlan }: Pick<Hall, 'floorPlan'>,
  floor: Floor,
  window: { readonly width: number; readonly height: number },
): SVGElement {
  const { room } = floor;
  const size = { x: room.x, y: room.y, width: room.width, height: room.height };
  const { width, height } = window;
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' },
    svg('clipPath', { id: clipId }, svg('rect', size)),
    svg('radialGradient', { id: 'pool' }, stop(0, 0.2), stop(0.45, 0.09), stop(1, 0)),
    svg('rect', { class: 'ground', ...size }),
    svg('g', { 'clip-path': `url(#${clipId})` }, ...floor.pictures.map(poolOfLight)),
    ...walls(floorPlan, floor),
  );
}

const stop = (offset: number, opacity: number): SVGElement =>
  svg('stop', { offset, 'stop-color': '#b5bdbd', 'stop-opacity': opacity });

/** The room's outline, open where the door is. */
function walls({ door, heightM }: Hall['floorPlan'], { room, pxPerM }: Floor): readonly SVGElement[] {
  const half = wallPx / 2;
  const [left, top] = [room.x - half, room.y - half];
  const [right, bottom] = [room.x + room.width + half, room.y + room.height + half];
  if (door === undefined) return [svg('path', { class: 'wall', d: `M${left} ${top}H${right}V${bottom}H${left}Z` })];
  const from = room.x + door.x * pxPerM;
  const to = from + door.width * pxPerM;
  const isAbove = door.y + door.height / 2 < heightM / 2;
  const d = isAbove
    ? `M${from} ${top}H${left}V${bottom}H${right}V${top}H${to}`
    : `M${from} ${bottom}H${left}V${top}H${right}V${bottom}H${to}`;
  const y = isAbove ? top - 12 : bottom + 20;
  return [
    svg('path', { class: 'wall', d }),
    svg('text', { class: 'door', x: (from + to) / 2, y, 'text-anchor': 'middle' }, sayOnPage(pageWords.door)),
  ];
}

/** The light of a screen on the floor before it: it says which way the screen faces. */
function poolOfLight({ box, place }: FloorPicture): SVGElement {
  const angle = (place.facingDeg * Math.PI) / 180;
  const [dx, dy] = [Math.sin(angle), -Math.cos(angle)];
  const cx = box.x + box.width / 2 + (dx * box.width) / 2;
  const cy = box.y + box.height / 2 + (dy * box.height) / 2;
  const along = Math.abs(dy) * box.width + Math.abs(dx) * box.height;
  const [rx, ry] = Math.abs(dy) > Math.abs(dx) ? [along * 0.72, along * 0.5] : [along * 0.5, along * 0.72];
  return svg('ellipse', { cx: cx + dx * along * 0.1, cy: cy + dy * along * 0.1, rx, ry, fill: 'url(#pool)' });
}
