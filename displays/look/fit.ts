export interface FitRange {
  readonly leastPx: number;
  readonly mostPx: number;
}

/**
 * Sets the largest font size between `leastPx` and `mostPx` at which the text stays inside its box, and returns it.
 * A word too long for its line even then is broken rather than cut off. The box must have a size of its own. To be
 * called after a rendering, never in `seek()`: it measures.
 */
export function fitText(box: HTMLElement, { leastPx, mostPx }: FitRange): number {
  let least = leastPx;
  let most = mostPx;
  box.style.overflowWrap = '';
  const fits = (sizePx: number): boolean => {
    box.style.fontSize = `${sizePx}px`;
    return box.scrollWidth <= box.clientWidth + 1 && box.scrollHeight <= box.clientHeight + 1;
  };
  if (fits(most)) return most;
  while (most - least > 1) {
    const middle = (least + most) / 2;
    if (fits(middle)) least = middle;
    else most = middle;
  }
  if (!fits(least)) box.style.overflowWrap = 'anywhere';
  return least;
}

/** As {@link fitText} for several boxes, all in the size that the fullest of them allows. */
export function fitTogether(boxes: readonly HTMLElement[], range: FitRange): number {
  const sizePx = boxes.reduce((least, box) => Math.min(least, fitText(box, range)), range.mostPx);
  for (const box of boxes) box.style.fontSize = `${sizePx}px`;
  return sizePx;
}
