import { movedTo, type Appearance, type Wanted } from './appearance.ts';

/** One picture of the stage; `mix` is its opacity over what is below it. */
export interface Layer {
  readonly appearance: Appearance;
  readonly mix: number;
}

/** What is on the glass, from the bottom to the top; empty is dark. All but a passing transition is one layer. */
export type Stage = readonly Layer[];

/** How far an entrance has come at `t`, 0..1. */
export function mixAt({ transition, enteredAt }: Appearance, t: number): number {
  if (transition.type === 'cut' || transition.durationMs === 0) return 1;
  const passed = Math.min(1, Math.max(0, (t - enteredAt) / transition.durationMs));
  return passed * passed * (3 - 2 * passed);
}

/**
 * The stage at `t` after `before`. A scene that is not ready leaves what was there in its place, still moving; when it
 * is, it enters where it would have been by then.
 */
export function nextStage(
  before: Stage,
  wanted: Wanted,
  t: number,
  isReady: (appearance: Appearance) => boolean,
): Stage {
  const { current } = wanted;
  if (current === null) return [];
  const top = before.at(-1);
  const isOn = top?.appearance.key === current.key;
  const enters = !isOn && isReady(current);
  const kept = isOn
    ? before.slice(0, -1)
    : before.filter(({ appearance }) => !enters || appearance.key !== current.key);
  const layers = kept.map(({ appearance }) => layerAt(movedTo(appearance, t), t));
  if (isOn || enters) layers.push(layerAt(current, t));
  return withoutHidden(layers);
}

function layerAt(appearance: Appearance, t: number): Layer {
  return { appearance, mix: mixAt(appearance, t) };
}

/** Drops what is covered; the lowest that stays is opaque, for there is nothing to mix it with. */
function withoutHidden(layers: readonly Layer[]): Stage {
  const base = Math.max(
    0,
    layers.findLastIndex(({ mix }) => mix >= 1),
  );
  return layers.slice(base).map((layer, index) => (index === 0 && layer.mix < 1 ? { ...layer, mix: 1 } : layer));
}
