import { focused } from './deep.ts';
import { fields, isInDialog } from './keyboard.ts';

/**
 * A mouse leaves no focus on buttons, so that Space stays GO for those who work with one hand on the mouse. And it leaves
 * the field that had the keyboard, as it would by itself: the next letters are keys again, not written where nobody looks.
 */
export function keepMouseFromFocus(host: HTMLElement): void {
  host.addEventListener('mousedown', (event) => {
    // Through shadow roots: what is pressed of a screen lies in its tile's own.
    const pressed = event.composedPath().find(isHeld);
    if (pressed === undefined) return;
    event.preventDefault();
    const field = focused();
    if (field instanceof HTMLElement && field.matches(fields) && !keeps(field, pressed)) field.blur();
  });
}

function isHeld(at: EventTarget): at is Element {
  return at instanceof Element && at.matches('button, screen-tile, [role=option]');
}

/**
 * What a field found belongs to it, and arrows go on from there; whoever only looks (`data-keeps-field`), or presses what
 * is off, has not done anything yet. In a dialog no letter is a key, and the keyboard has nowhere else to go.
 */
function keeps(field: HTMLElement, pressed: Element): boolean {
  if (pressed.matches(':disabled, [data-keeps-field]') || isInDialog(field)) return true;
  const isFound = pressed.matches('[role=option]') && field.matches('[type=search]');
  return isFound && pressed.getRootNode() === field.getRootNode();
}
