/**
 * The Latin letter or the digit at a key's place, where the layout writes something else there: what a person means who
 * types a code on a Cyrillic keyboard, or digits on a Kazakh one. Null: the field takes what is written.
 */
export function latinAt(key: Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey'>): string | null {
  if (key.key.length !== 1 || /[0-9A-Za-z]/.test(key.key)) return null;
  const letter = /^Key([A-Z])$/.exec(key.code)?.[1];
  // Where a Latin layout has a sign at a letter's place, the sign is meant.
  if (letter !== undefined) return /\p{L}/u.test(key.key) ? letter.toLowerCase() : null;
  return key.shiftKey ? null : (/^Digit(\d)$/.exec(key.code)?.[1] ?? null);
}

/**
 * What a key's place means in a number, a date or a time, where the layout writes a letter or another sign there: on a
 * Kazakh keyboard the row of digits has letters, and so have minus, comma and point. Null: the field takes what is written.
 */
export function figureAt(key: Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey'>): string | null {
  if (key.key.length !== 1 || /[0-9A-Za-z]/.test(key.key)) return null;
  const sign = signs[key.code];
  if (sign !== undefined) return !key.shiftKey && /\p{L}/u.test(key.key) ? sign : null;
  return key.code.startsWith('Digit') ? latinAt(key) : null;
}

const signs: Readonly<Record<string, string>> = { Minus: '-', Comma: ',', Period: '.' };
