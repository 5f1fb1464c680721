import type { SceneContext } from '#shared/scene-context.ts';
import type { Text } from '#shared/text.ts';

const units: { readonly mm: Text; readonly m: Text } = {
  mm: { kk: 'мм', ru: 'мм', en: 'mm' },
  m: { kk: 'м', ru: 'м', en: 'm' },
};

/** What a technician compares with the label: pixels, millimetres, how far away it is read. */
export function screenMeasures(screen: SceneContext['screen'], say: (text: Text) => string): readonly string[] {
  const { widthPx, heightPx, widthMm, heightMm, viewingDistanceMm } = screen;
  const metres = String(Math.round(viewingDistanceMm / 100) / 10);
  const mark = say(units.m) === 'm' ? '.' : ',';
  return [
    `${widthPx} × ${heightPx} px`,
    `${Math.round(widthMm)} × ${Math.round(heightMm)} ${say(units.mm)}`,
    `${metres.replace('.', mark)} ${say(units.m)}`,
  ];
}
