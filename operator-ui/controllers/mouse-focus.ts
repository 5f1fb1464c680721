/** A mouse leaves no focus on buttons, so that Space stays GO for those who work with one hand on the mouse. */
export function keepMouseFromFocus(host: HTMLElement): void {
  host.addEventListener('mousedown', (event) => {
    const [deepest] = event.composedPath();
    if (deepest instanceof Element && deepest.closest('button, screen-tile, [role=option]')) event.preventDefault();
  });
}
