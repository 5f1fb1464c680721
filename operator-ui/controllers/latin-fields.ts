import type { ReactiveController } from 'lit';
import { figureAt, latinAt } from '../state/latin-keys.ts';
import { focused } from './deep.ts';

/** Codes and PINs: nothing but Latin letters and digits is ever right in them. */
const latin = 'input:is([inputmode=numeric], [data-latin])';
/** Numbers, dates and times: digits, and what stands between them. Asked first: a phone gets digits for dates too. */
const figures = 'input:is([type=number], [inputmode=decimal], [data-figures])';

/** Codes, PINs and numbers are typed by the places of the keys, so that nobody has to change the layout for them. */
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
    if (!(field instanceof HTMLInputElement) || field.disabled || field.readOnly) return;
    const sign = field.matches(figures) ? figureAt(event) : field.matches(latin) ? latinAt(event) : null;
    if (sign === null) return;
    event.preventDefault();
    write(field, sign);
  };
}

function write(field: HTMLInputElement, sign: string): void {
  const { selectionStart: from, selectionEnd: to, value, maxLength } = field;
  if (from === null || to === null) {
    // A number does not say where its caret is; the browser knows, and tells `input` itself.
    document.execCommand('insertText', false, sign);
    return;
  }
  if (maxLength >= 0 && value.length - (to - from) >= maxLength) return;
  field.setRangeText(sign, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: sign }));
}
