import type { ReactiveController } from 'lit';
import { actOf, type KeyAct } from '../state/keys.ts';
import type { ViewName } from '../state/views.ts';
import { focused } from './deep.ts';

export interface KeyboardListener {
  /** The view that is open: its own keys come first. */
  view(): ViewName;
  /** A key went down, at this instant of the events' clock, ms; true where it meant something here. Held keys do not repeat. */
  press(act: KeyAct, at: number): boolean;
  /** A key that had meant something came up again; null: the keyboard is gone, and with it when. */
  letGo(act: KeyAct, at: number | null): void;
}

/** What letters are written in, and what they choose from. */
export const fields =
  'input:not([type=checkbox], [type=radio], [type=range], [type=file]), textarea, select, [contenteditable=true]';
/** Arrows change what these say; from where something is looked for they lead down into what was found. */
const takesArrows = 'input:not([type=search]), [role=slider]';
const takesSpace =
  'button, a[href], input, textarea, select, summary, [role=option], [role=button], [contenteditable=true]';

/** An open dialog has the keyboard to itself, except for help and for what must never wait. Esc closes it natively. */
const inDialogs: ReadonlySet<KeyAct> = new Set(['help', 'emergency', 'blackout', 'mute']);

/** Through shadow roots. */
export function isInDialog(element: Element): boolean {
  for (let at: Element | null = element; at !== null;) {
    if (at.closest('dialog[open]') !== null) return true;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return false;
}

/** Takes the focus out of a field or a button; false where there was none. What is in view has no focus to lose. */
export function leaveField(): boolean {
  const element = focused();
  if (!(element instanceof HTMLElement) || element === document.body || element.localName === 'main') return false;
  element.blur();
  return true;
}

/**
 * Shortcuts by the key's place (`event.code`), so that a Cyrillic layout changes nothing; see actOf. Letters typed into a field
 * are the field's, except Esc; Space belongs to whatever has the focus before it is GO.
 */
export class Keyboard implements ReactiveController {
  readonly #listener: KeyboardListener;
  readonly #down = new Map<string, KeyAct>();

  constructor(listener: KeyboardListener) {
    this.#listener = listener;
  }

  hostConnected(): void {
    addEventListener('keydown', this.#onDown);
    addEventListener('keyup', this.#onUp);
    addEventListener('blur', this.#onBlur);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#onDown);
    removeEventListener('keyup', this.#onUp);
    removeEventListener('blur', this.#onBlur);
  }

  readonly #onDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const act = actOf(event, this.#listener.view());
    if (act === null) return;
    const element = focused();
    const leads = act === 'move' && event.code === 'ArrowDown' && element?.matches('[type=search]') === true;
    if (act !== 'cancel' && !leads && element?.matches(fields) === true) return;
    if (act === 'move' && element?.matches(takesArrows) === true) return;
    if (act === 'go' && element?.matches(takesSpace) === true) return;
    if (!inDialogs.has(act) && element !== null && isInDialog(element)) return;
    if (event.repeat) {
      if (this.#down.has(event.code)) event.preventDefault();
      return;
    }
    if (!this.#listener.press(act, event.timeStamp)) return;
    event.preventDefault();
    this.#down.set(event.code, act);
  };

  readonly #onUp = (event: KeyboardEvent): void => {
    const act = this.#down.get(event.code);
    if (act === undefined) return;
    this.#down.delete(event.code);
    this.#listener.letGo(act, event.timeStamp);
  };

  readonly #onBlur = (): void => {
    for (const act of this.#down.values()) this.#listener.letGo(act, null);
    this.#down.clear();
  };
}
