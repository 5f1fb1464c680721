/** What scenes animate: opacity and transform, and nothing else. Writes only what changed, so that a still frame is free. */
export function setOpacity(element: HTMLElement | SVGElement | null | undefined, opacity: number): void {
  const value = opacity <= 0.001 ? '0' : opacity >= 0.999 ? '1' : opacity.toFixed(3);
  if (element && element.style.opacity !== value) element.style.opacity = value;
}

export function setTransform(element: HTMLElement | SVGElement | null | undefined, transform: string): void {
  if (element && element.style.transform !== transform) element.style.transform = transform;
}
