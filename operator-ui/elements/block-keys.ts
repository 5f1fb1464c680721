import { wallMs, wallText, type Stay } from '../state/calendar-edits.ts';
import { lengthOf } from '../state/length-keys.ts';
import { nearest, ways } from '../state/nearest.ts';
import { focused } from '../controllers/deep.ts';

const quarterMs = 15 * 60_000;
const dayMs = 24 * 60 * 60_000;

export interface Blocks {
  /** Where the block is drawn; null: it is not, or stands fast. */
  stayOf(run: string): Stay | null;
  /** Draws it there, without anything being decided. */
  draw(run: string, stay: Stay): void;
  isMonth(): boolean;
  /** It is held there. */
  hold(run: string, stay: Stay): void;
  /** It is put down there. */
  putDown(run: string, stay: Stay): void;
  /** It is not to be moved after all. */
  letGo(): void;
}

/**
 * The keyboard on a calendar's blocks, as a hand with a mouse: arrows walk to the nearest; with Shift they hold the block
 * and carry it a quarter of an hour or a day, + and − make it longer or shorter; Enter puts it down, Esc lets go.
 */
export class BlockKeys {
  readonly #root: HTMLElement;
  readonly #blocks: Blocks;
  /** The block that has the keyboard, or had it last: the one stop for Tab. */
  #current = '';
  #carried: Stay | null = null;
  /** What had the keyboard is being drawn anew. */
  #isRedrawn = false;

  constructor(root: HTMLElement, blocks: Blocks) {
    this.#root = root;
    this.#blocks = blocks;
    // Before the calendar's own: Enter on a block that is held does not choose it.
    root.addEventListener('keydown', this.#onKey, { capture: true });
    root.addEventListener('focusin', this.#onFocus);
    root.addEventListener('focusout', this.#onLeave);
  }

  /** A block has been drawn. */
  mounted(run: string, element: HTMLElement): void {
    if (this.#current === '') this.#current = run;
    element.tabIndex = run === this.#current ? 0 : -1;
    if (this.#isRedrawn && run === this.#current) element.focus();
  }

  /** Draws, and leaves the keyboard where it was and what is held where it is held. */
  redraw(draw: () => void): void {
    const had = this.#isOnBlock();
    this.#isRedrawn ||= had;
    draw();
    if (this.#carried !== null) this.#blocks.draw(this.#current, this.#carried);
    if (!this.#elements().some(({ run }) => run === this.#current)) this.#makeStop(this.#elements()[0]?.run ?? '');
    if (!had) return;
    requestAnimationFrame(() => {
      this.#isRedrawn = false;
      if (focused() === document.body) this.#elementOf(this.#current)?.focus();
    });
  }

  /** Nothing is held any more. */
  forget(): void {
    this.#carried = null;
  }

  #elements(): readonly { readonly run: string; readonly element: HTMLElement; readonly picture: DOMRect }[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[role=button]')].flatMap((element) => {
      const run = runIn(element);
      return run === undefined ? [] : [{ run, element, picture: element.getBoundingClientRect() }];
    });
  }

  #elementOf(run: string): HTMLElement | undefined {
    return this.#elements().find((one) => one.run === run)?.element;
  }

  #isOnBlock(): boolean {
    const element = focused();
    return element !== null && this.#root.contains(element) && runIn(element) !== undefined;
  }

  #makeStop(run: string): void {
    this.#current = run;
    for (const one of this.#elements()) one.element.tabIndex = one.run === run ? 0 : -1;
  }

  readonly #onFocus = ({ target }: FocusEvent): void => {
    const run = target instanceof Element ? runIn(target) : undefined;
    if (run !== undefined && run !== this.#current) this.#makeStop(run);
  };

  /** Who goes elsewhere has let go. */
  readonly #onLeave = ({ relatedTarget }: FocusEvent): void => {
    if (this.#carried !== null && !this.#isRedrawn && relatedTarget !== null) this.#letGo();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const run = event.target instanceof Element ? runIn(event.target) : undefined;
    if (run === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!this.#did(run, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** What the key means on this block; false where it means nothing. */
  #did(run: string, event: KeyboardEvent): boolean {
    const stay = this.#blocks.stayOf(run);
    const to = stay === null ? null : carriedTo(stay, event, this.#blocks.isMonth());
    if (to !== null) this.#carry(run, to);
    else if (this.#carried !== null && event.code === 'Enter') this.#putDown(run, this.#carried);
    else if (this.#carried !== null && event.code === 'Escape') this.#letGo();
    else return !event.shiftKey && this.#walk(run, event.code);
    return true;
  }

  #carry(run: string, stay: Stay): void {
    this.#carried = stay;
    this.redraw(() => undefined);
    this.#blocks.hold(run, stay);
  }

  #putDown(run: string, stay: Stay): void {
    this.#carried = null;
    this.#blocks.putDown(run, stay);
  }

  #letGo(): void {
    this.#carried = null;
    this.#blocks.letGo();
  }

  #walk(run: string, code: string): boolean {
    const way = ways[code];
    const all = this.#elements();
    const from = all.find((one) => one.run === run);
    if (way === undefined || from === undefined) return false;
    nearest(all, from, way)?.element.focus();
    return true;
  }
}

/** The run of the block that the element draws. */
function runIn(element: Element): string | undefined {
  return element.querySelector<HTMLElement>('.block')?.dataset['run'];
}

/** Where the key carries it, or how long it makes it; null: it does neither. */
function carriedTo({ start, end }: Stay, event: KeyboardEvent, isMonth: boolean): Stay | null {
  const longer = lengthOf(event) * quarterMs;
  if (longer !== 0) {
    const until = Math.max(wallMs(start) + quarterMs, wallMs(end) + longer);
    return { start, end: wallText(until) };
  }
  const way = event.shiftKey ? ways[event.code] : undefined;
  if (way === undefined) return null;
  const vertical = isMonth ? 7 * dayMs : quarterMs;
  const by = way === 'left' ? -dayMs : way === 'right' ? dayMs : way === 'up' ? -vertical : vertical;
  return { start: wallText(wallMs(start) + by), end: wallText(wallMs(end) + by) };
}
