import type { Hall } from '#shared/hall.ts';
import type { Text } from '#shared/text.ts';
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
/** How far the light of a screen falls on the floor, in its own widths, and how much wider it gets. */
const light = { reach: 0.9, spread: 0.35 } as const;

/** Walls, door, zones and the light that each screen throws, as one picture under the screens. */
export function drawRoom(
  hall: Hall,
  floor: Floor,
  window: { readonly width: number; readonly height: number },
  say: (text: Text) => string,
): SVGElement {
  const { room } = floor;
  return svg(
    'svg',
    {
      viewBox: `0 0 ${window.width} ${window.height}`,
      width: window.width,
      height: window.height,
      'aria-hidden': 'true',
    },
    svg('rect', { class: 'ground', x: room.x, y: room.y, width: room.width, height: room.height }),
    ...floor.pictures.map((picture) => glow(picture, floor)),
    ...walls(hall, floor),
    ...zoneNames(hall, floor, say),
  );
}

/** The room's outline, open where the door is. */
function walls(hall: Hall, { room, pxPerM }: Floor): readonly SVGElement[] {
  const { door } = hall.floorPlan;
  const half = wallPx / 2;
  const [left, top] = [room.x - half, room.y - half];
  const [right, bottom] = [room.x + room.width + half, room.y + room.height + half];
  if (door === undefined) return [svg('path', { class: 'wall', d: `M${left} ${top}H${right}V${bottom}H${left}Z` })];
  const from = room.x + door.x * pxPerM;
  const to = from + door.width * pxPerM;
  const isAbove = door.y + door.height / 2 < hall.floorPlan.heightM / 2;
  const d = isAbove
    ? `M${from} ${top}H${left}V${bottom}H${right}V${top}H${to}`
    : `M${from} ${bottom}H${left}V${top}H${right}V${bottom}H${to}`;
  const y = isAbove ? top - 12 : bottom + 20;
  return [
    svg('path', { class: 'wall', d }),
    svg('text', { class: 'door', x: (from + to) / 2, y, 'text-anchor': 'middle' }, sayOnPage(pageWords.door)),
  ];
}

/** The light of a screen on the floor before it. */
function glow({ box, place }: FloorPicture, floor: Floor): SVGElement {
  const angle = (place.facingDeg * Math.PI) / 180;
  const [dx, dy] = [Math.sin(angle), -Math.cos(angle)];
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  const half = (Math.abs(dy) * box.width + Math.abs(dx) * box.height) / 2;
  const depth = (Math.abs(dx) * box.width + Math.abs(dy) * box.height) / 2;
  const reach = depth + half * 2 * light.reach;
  const far = half * (1 + light.spread);
  const point = (along: number, across: number): string =>
    `${(cx + dx * along - dy * across).toFixed(1)},${(cy + dy * along + dx * across).toFixed(1)}`;
  const id = `glow-${Math.round(cx)}-${Math.round(cy)}`;
  const stop = (offset: number, opacity: number): SVGElement =>
    svg('stop', { offset, 'stop-color': '#b5bdbd', 'stop-opacity': opacity });
  const [x1 = '0', y1 = '0'] = point(depth, 0).split(',');
  const [x2 = '0', y2 = '0'] = point(reach, 0).split(',');
  return svg(
    'g',
    { 'clip-path': 'none', class: 'glow', 'data-room': floor.pxPerM.toFixed(0) },
    svg('linearGradient', { id, gradientUnits: 'userSpaceOnUse', x1, y1, x2, y2 }, stop(0, 0.16), stop(1, 0)),
    svg('polygon', {
      points: [point(depth, -half), point(depth, half), point(reach, far), point(reach, -far)].join(' '),
      fill: `url(#${id})`,
    }),
  );
}

/** The name of each zone in the middle of its pictures, where that is free. */
function zoneNames(hall: Hall, floor: Floor, say: (text: Text) => string): readonly SVGElement[] {
  return hall.zones.flatMap((zone) => {
    const mine = floor.pictures.filter(
      ({ id, screens }) => zone.members.includes(id) || screens.some(({ screen }) => zone.members.includes(screen.id)),
    );
    if (mine.length === 0) return [];
    const x = mine.reduce((sum, { box }) => sum + box.x + box.width / 2, 0) / mine.length;
    const top = Math.min(...mine.map(({ box }) => box.y));
    return [svg('text', { class: 'zone', x, y: top - 10, 'text-anchor': 'middle' }, say(zone.name))];
  });
}
