const never = ['contextmenu', 'selectstart', 'dragstart', 'gesturestart'] as const;
const zoomKeys = new Set(['Equal', 'Minus', 'Digit0', 'NumpadAdd', 'NumpadSubtract', 'Numpad0']);

/** Takes away what a browser offers and an exhibit must not: its menu, selecting, dragging, zooming. */
export function forbidGestures(target: Document): void {
  const stop = (event: Event): void => event.preventDefault();
  for (const name of never) target.addEventListener(name, stop);
  target.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), { passive: false });
  target.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && zoomKeys.has(event.code)) event.preventDefault();
  });
}
