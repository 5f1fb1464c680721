import type { Rect } from '#shared/hall.ts';
import type { Unit } from '../units.ts';

/** Where each screen of a unit stands in a small picture of it, whole and in the middle of its box, px. */
export function thumbBoxes(
  { widthPx, heightPx, members }: Unit,
  box: Rect,
): readonly { readonly screen: string; readonly rect: Rect }[] {
  const scale = Math.min(box.width / widthPx, box.height / heightPx);
  const x = box.x + (box.width - widthPx * scale) / 2;
  const y = box.y + (box.height - heightPx * scale) / 2;
  return members.map(({ screen, rect }) => ({
    screen: screen.id,
    rect: { x: x + rect.x * scale, y: y + rect.y * scale, width: rect.width * scale, height: rect.height * scale },
  }));
}
