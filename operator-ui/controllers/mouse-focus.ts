/** A mouse leaves no focus on buttons, so that Space stays GO for those who work with one hand on the mouse. */
export function keepMouseFromFocus(host: HTMLElement): void {
  host.addEventListener('mousedown', (event) => {
    // Through shadow roots: what is pressed of a screen lies in its tile's own.
    const isHeld = (at: EventTarget): boolean =>
      at instanceof Element && at.matches('button, screen-tile, [role=option]');
    if (event.composedPath().some(isHeld)) event.preventDefault();
  });
}

/** Who has decided is done with the field of what was to be decided: Space is to be GO again, and letters keys. */
export function leaveInputOf(root: ShadowRoot | null): void {
  if (root?.activeElement instanceof HTMLInputElement) root.activeElement.blur();
}
