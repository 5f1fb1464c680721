import type { Overlay } from '#shared/scene.ts';
import { createOverlay } from '../overlays/create-overlay.ts';
import type { OverlayElement } from '../overlays/overlay-element.ts';
import { contextKey, contextOf, overScreen, type ContextSource } from './scene-context.ts';

interface Held {
  readonly source: string;
  readonly told: string;
  readonly element: OverlayElement;
}

/** The overlays over the stage: they come and go by the plan and never touch what is beneath. */
export function createOverlays(box: HTMLElement) {
  const shown = new Map<string, Held>();

  function held(overlay: Overlay, language: string, context: ContextSource): OverlayElement {
    const subject = overScreen(language);
    const source = JSON.stringify(overlay);
    const told = contextKey(subject, context);
    const before = shown.get(overlay.id);
    const element = before?.element ?? createOverlay(overlay, contextOf(subject, context));
    if (before === undefined) box.append(element);
    else {
      if (before.source !== source) element.overlay = overlay;
      if (before.told !== told) element.context = contextOf(subject, context);
    }
    shown.set(overlay.id, { source, told, element });
    return element;
  }

  return {
    /** Shows these at `t`, ms of shared time. */
    show(overlays: readonly Overlay[], language: string, context: ContextSource, t: number): void {
      for (const [id, { element }] of shown) {
        if (overlays.some((overlay) => overlay.id === id)) continue;
        element.remove();
        shown.delete(id);
      }
      for (const overlay of overlays) held(overlay, language, context).seek(t);
    },
  };
}
