import type { SceneContext } from '#shared/scene-context.ts';
import { typeScale } from '#shared/type-scale.ts';

/** Puts the units of the type scale on an element, and marks it `portrait` and `light` where it is seen so. */
export function applyScale(host: HTMLElement, { screen, canvas, quality }: SceneContext): void {
  const scale = typeScale(screen, canvas);
  // Through the object model, not a style attribute: the page's content security policy forbids those.
  host.style.setProperty('--px', `${scale.px}px`);
  host.style.setProperty('--far', `${scale.far}px`);
  host.style.setProperty('--near', `${scale.near}px`);
  host.toggleAttribute('portrait', canvas.height > canvas.width);
  host.toggleAttribute('light', quality === 'light');
}
