import type { SceneContext } from '#shared/scene-context.ts';
import type { Overlay } from '#shared/scene.ts';
import { GridOverlay } from './grid-overlay.ts';
import { IdentOverlay } from './ident-overlay.ts';
import { NoticeOverlay } from './notice-overlay.ts';
import type { OverlayElement } from './overlay-element.ts';
import { RibbonOverlay } from './ribbon-overlay.ts';

const elements = { ribbon: RibbonOverlay, notice: NoticeOverlay, ident: IdentOverlay, grid: GridOverlay } as const;

/** The element for an overlay, to be appended over the scene; unseen until its first `seek(nowMs)`. */
export function createOverlay(overlay: Overlay, context: SceneContext): OverlayElement {
  const element: OverlayElement = new elements[overlay.type]();
  element.overlay = overlay;
  element.context = context;
  element.style.opacity = '0';
  return element;
}
