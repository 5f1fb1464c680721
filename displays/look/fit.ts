/**
 * Sets the largest font size between `leastPx` and `mostPx` at which the text stays inside its box, and returns it.
 * The box must have a size of its own. To be called after a rendering, never in `seek()`: it measures.
 */
export function fitText(box: HTMLElement, { leastPx, mostPx }: { leastPx: number; mostPx: number }): number {
  let least = leastPx;
  let most = mostPx;
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
  fits(least);
  return least;
}
