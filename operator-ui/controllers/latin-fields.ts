import type { ReactiveController } from 'lit';
import { latinAt } from '../state/latin-keys.ts';
import { focused } from './deep.ts';

/** Codes and PINs: nothing but Latin letters and digits is ever right in them. */
const latin = 'input:is([inputmode=numeric], [data-latin]):enabled';

/** Codes and PINs are typed by the places of the keys, so that nobody has to change the layout for them. */
export class LatinFields implements ReactiveController {
  hostConnected(): void {
    addEventListener('keydown', this.#onDown);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#onDown);
  }

  readonly #onDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const field = focused();
    if (!(field instanceof HTMLInputElement) || !field.matches(latin)) return;
    const letter = latinAt(event);
    if (letter === null) return;
    event.preventDefault();
    const { selectionStart: from, selectionEnd: to, value, maxLength } = field;
    if (from === null || to === null || (maxLength >= 0 && value.length - (to - from) >= maxLength)) return;
    field.setRangeText(letter, from, to, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: letter }));
  };
}
