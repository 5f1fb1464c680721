import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LatinFields } from '../../../operator-ui/controllers/latin-fields.ts';

type Attributes = Readonly<Record<string, string>>;

/** As much of a field as the handler asks for. */
class Field {
  value = '';
  readonly disabled = false;
  readonly readOnly = false;
  readonly maxLength = -1;
  readonly attributes: Attributes;
  constructor(attributes: Attributes) {
    this.attributes = attributes;
  }
  get selectionStart(): number {
    return this.value.length;
  }
  get selectionEnd(): number {
    return this.value.length;
  }
  matches(selector: string): boolean {
    const asked = [...selector.matchAll(/\[([\w-]+)(?:=([\w-]+))?\]/g)];
    return asked.some(
      ([, name = '', value]) => name in this.attributes && (value ?? '') in { '': 1, [this.attributes[name] ?? '']: 1 },
    );
  }
  setRangeText(sign: string, from: number, to: number): void {
    this.value = this.value.slice(0, from) + sign + this.value.slice(to);
  }
  dispatchEvent(): boolean {
    return true;
  }
}

const date = { inputmode: 'numeric', 'data-figures': '' };
const pin = { inputmode: 'numeric' };

describe('what is typed by the places of the keys', () => {
  let onDown: (event: KeyboardEvent) => void;

  beforeEach(() => {
    vi.stubGlobal('HTMLInputElement', Field);
    vi.stubGlobal('InputEvent', Event);
    vi.stubGlobal('addEventListener', (_name: string, listener: typeof onDown) => (onDown = listener));
    new LatinFields().hostConnected();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  /** What a field has after these keys; a key that the handler leaves alone writes what its layout has there. */
  function typed(attributes: Attributes, keys: readonly (readonly [code: string, key: string])[]): string {
    const field = new Field(attributes);
    vi.stubGlobal('document', { activeElement: field });
    for (const [code, key] of keys) {
      let isTaken = false;
      onDown({ code, key, shiftKey: false, preventDefault: () => (isTaken = true) } as unknown as KeyboardEvent);
      if (!isTaken) field.value += key;
    }
    return field.value;
  }

  it('writes the signs between the figures of a date, whatever letters a layout has there', () => {
    const keys = [
      ['Digit2', 'ә'],
      ['Period', 'ю'],
      ['Digit1', '1'],
      ['Comma', 'б'],
      ['Digit3', 'і'],
      ['Minus', 'ө'],
    ] as const;
    expect(typed(date, keys)).toBe('2.1,3-');
  });

  it('writes no Latin letters into a date', () => {
    expect(typed(date, [['KeyA', 'ф']])).toBe('ф');
  });

  it('writes Latin letters and digits into codes and PINs', () => {
    expect(
      typed({ 'data-latin': '' }, [
        ['KeyA', 'ф'],
        ['Digit2', 'ә'],
      ]),
    ).toBe('a2');
    expect(typed(pin, [['Digit2', 'ә']])).toBe('2');
  });
});
