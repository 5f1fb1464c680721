import type { Hall, Rect } from '#shared/hall.ts';
import { unitsOf, type Unit } from './units.ts';

export interface PreviewLayout {
  readonly height: number;
  readonly units: readonly { readonly unit: Unit; readonly box: Rect }[];
  /** Each screen's part, px. */
  readonly mirrors: readonly { readonly screen: Hall['screens'][number]['id']; readonly rect: Rect }[];
}

const gapPx = 6;
const mostTall = 0.62;

/** The pictures of these screens in a column of this width, px: the first one large, the others in rows beneath it. */
export function previewLayout(hall: Hall, screens: ReadonlySet<string>, width: number): PreviewLayout {
  const units = unitsOf(hall).filter(({ members }) => members.some(({ screen }) => screens.has(screen.id)));
  const sorted = units.toSorted((a, b) => b.widthPx / b.heightPx - a.widthPx / a.heightPx);
  const columns = sorted.length > 7 ? 4 : sorted.length > 3 ? 3 : 2;
  const placed: { unit: Unit; box: Rect }[] = [];
  let y = 0;
  const [first, ...others] = sorted;
  if (first !== undefined) {
    const box = fit(first, { x: 0, y, width, height: width * mostTall });
    placed.push({ unit: first, box });
    y += box.height + gapPx;
  }
  const cell = (width - gapPx * (columns - 1)) / columns;
  for (let from = 0; from < others.length; from += columns) {
    const row = others.slice(from, from + columns).map((unit, index) => {
      const box = fit(unit, { x: index * (cell + gapPx), y, width: cell, height: cell });
      return { unit, box };
    });
    placed.push(...row);
    y += Math.max(...row.map(({ box }) => box.height)) + gapPx;
  }
  return {
    height: Math.max(0, y - gapPx),
    units: placed,
    mirrors: placed.flatMap(({ unit, box }) =>
      unit.members
        .filter(({ screen }) => screens.has(screen.id))
        .map(({ screen, rect }) => {
          const scale = box.width / unit.widthPx;
          return {
            screen: screen.id,
            rect: {
              x: box.x + rect.x * scale,
              y: box.y + rect.y * scale,
              width: rect.width * scale,
              height: rect.height * scale,
            },
          };
        }),
    ),
  };
}

function fit({ widthPx, heightPx }: Unit, { x, y, width, height }: Rect): Rect {
  const scale = Math.min(width / widthPx, height / heightPx);
  return { x, y, width: widthPx * scale, height: heightPx * scale };
}
