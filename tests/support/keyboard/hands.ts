import type { Desk } from '../console.ts';

/** Hands on a keyboard, and no mouse anywhere. */
export interface Hands {
  readonly desk: Desk;
  press: Desk['key'];
  /** Presses Tab, or ⇧Tab, until what has the keyboard fits the selector and says the text. */
  tabTo(selector: string, options?: { readonly says?: string; readonly back?: boolean }): Promise<void>;
  /** Presses this key until what has the keyboard fits. */
  walkTo(code: string, selector: string, says?: string): Promise<void>;
  /** Presses these keys in turn, over and over, until what has the keyboard fits. */
  walkAbout(codes: readonly string[], selector: string): Promise<void>;
  /** Writes into the field that has the keyboard, over what was there. */
  write(text: string): Promise<void>;
  /** Types digits, points and minuses by the places of their keys, over what was there, whatever the layout has there. */
  figures(text: string): Promise<void>;
  /** Waits until what has the keyboard fits: the console has put it there. */
  isAt(selector: string, says?: string): Promise<void>;
  /** Goes through the choices of the select that has the keyboard until it says the value. */
  choose(value: string): Promise<void>;
  /**
   * Types a date, `YYYY-MM-DD`, or a date and time, `YYYY-MM-DDTHH:MM`, into the field that has the keyboard: day, month,
   * year, hour and minute on the row of digits, with nothing between them, or with what stands at the place of this sign.
   */
  typeDate(local: string, between?: '.' | ',' | '-'): Promise<void>;
  /** What had the keyboard and did not show it. */
  readonly unseen: Set<string>;
}

/** More keys than any way through a view takes. */
const most = 150;
const waitMs = 15_000;
const places: Readonly<Record<string, string>> = { '.': 'Period', ',': 'Comma', '-': 'Minus' };

export function byKeyboard(desk: Desk): Hands {
  const { page } = desk;
  const unseen = new Set<string>();

  async function look(selector: string, says: string): Promise<{ fits: boolean; name: string }> {
    const { fits, name, isSeen } = await page.evaluate(see, [selector, says] as const);
    if (!isSeen) unseen.add(name);
    return { fits, name };
  }

  async function until(code: string, selector: string, says: string, shift: boolean): Promise<void> {
    const way: string[] = [];
    for (let step = 0; step < most; step += 1) {
      await desk.key(code, { shift });
      const { fits, name } = await look(selector, says);
      if (fits) return;
      way.push(name);
    }
    throw new Error(`${code} does not lead to ${selector} ${says}, but to: ${way.slice(0, 40).join(' → ')}`);
  }

  return {
    desk,
    unseen,
    press: (code, options) => desk.key(code, options),
    tabTo: (selector, { says = '', back = false } = {}) => until('Tab', selector, says, back),
    walkTo: (code, selector, says = '') => until(code, selector, says, false),
    async walkAbout(codes, selector) {
      if ((await look(selector, '')).fits) return;
      for (let step = 0; step < most; step += 1) {
        await desk.key(codes[step % codes.length] ?? 'Tab');
        if ((await look(selector, '')).fits) return;
      }
      throw new Error(`arrows do not lead to ${selector}`);
    },
    async write(text) {
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Backspace');
      await page.keyboard.type(text);
    },
    async figures(text) {
      await page.keyboard.press('ControlOrMeta+a');
      for (const sign of text) await desk.key(places[sign] ?? `Digit${sign}`);
    },
    async isAt(selector, says = '') {
      const end = Date.now() + waitMs;
      for (;;) {
        const { fits, name } = await look(selector, says);
        if (fits) return;
        if (Date.now() > end) throw new Error(`the keyboard is at ${name}, not at ${selector} ${says}`);
        await page.waitForTimeout(30);
      }
    },
    async choose(value) {
      await desk.key('Home');
      for (let step = 0; step < most; step += 1) {
        if ((await page.evaluate(valueOfFocused)) === value) return;
        await desk.key('ArrowDown');
      }
      throw new Error(`the list has no ${value}`);
    },
    async typeDate(local, between) {
      const [date = '', time = ''] = local.split('T');
      await this.figures(
        `${date
          .split('-')
          .toReversed()
          .join(between ?? '')}${time.replace(':', '')}`,
      );
      const now = await page.evaluate(dateOfFocused);
      if (now !== local) throw new Error(`${local} was typed, and the field says ${now}`);
    },
  };
}

/* These run in the page. */

function see([selector, says]: readonly [string, string]): { fits: boolean; name: string; isSeen: boolean } {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (element === null || element === document.body) return { fits: false, name: 'nothing', isSeen: true };
  const root = element.getRootNode();
  const within = root instanceof ShadowRoot ? root.host : null;
  const host = within?.localName ?? '';
  const texts = [element.getAttribute('aria-label'), element.textContent, within?.textContent];
  const text = texts.join(' ').replaceAll(/\s+/g, ' ').trim();
  const mark = (of: Element | null | undefined): boolean => {
    if (!(of instanceof Element)) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(of);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1.5 && !outlineColor.endsWith(', 0)');
  };
  // A screen shows it at its picture, a PIN at its dots, what takes files at its label; a view as such needs no ring.
  const isSeen =
    mark(element) ||
    mark(element.shadowRoot?.querySelector('.picture')) ||
    mark(element.querySelector('.dots')) ||
    (element.matches('input[type=file]') && mark(element.nextElementSibling)) ||
    element.matches('main, dialog, iframe');
  return {
    fits: element.matches(selector) && text.includes(says),
    name: `${host} ${element.localName}${element.id === '' ? '' : `#${element.id}`} “${text.slice(0, 30)}”`,
    isSeen,
  };
}

function valueOfFocused(): string | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLSelectElement || element instanceof HTMLInputElement ? element.value : null;
}

function dateOfFocused(): string | null {
  let element = document.activeElement;
  while (element !== null && element.localName !== 'date-field') element = element.shadowRoot?.activeElement ?? null;
  return (element as (Element & { value: string }) | null)?.value ?? null;
}
