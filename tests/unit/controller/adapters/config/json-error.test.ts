import { assert, constantFrom, json, nat, oneof, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonErrorAt, placeOf } from '../../../../../controller/adapters/config/json-error.ts';

const placeIn = (text: string) => {
  const at = jsonErrorAt(text);
  return at === null ? null : placeOf(text, at);
};

describe('the place of a JSON error', () => {
  it.each([
    ['a value that is missing', '{\n  "a": 1,\n  "b": }', { line: 3, column: 8 }],
    ['a comma too many', '[1, 2,\n]', { line: 2, column: 1 }],
    ['an end too early', '{"a": [1', { line: 1, column: 9 }],
    ['a string over two lines', '"one\ntwo"', { line: 1, column: 5 }],
    ['an escape that does not exist', String.raw`{"a": "\x41"}`, { line: 1, column: 8 }],
    ['a comment', '{} // none', { line: 1, column: 4 }],
    ['nothing at all', '', { line: 1, column: 1 }],
  ])('is found for %s', (_what, text, place) => {
    expect(placeIn(text)).toEqual(place);
  });

  it('is none exactly where the platform reads the text', () => {
    const broken = tuple(json(), nat(), constantFrom('', ',', '"', '}', '\\', '1', '\n', 'e')).map(
      ([text, at, by]) => text.slice(0, at % (text.length + 1)) + by + text.slice((at % (text.length + 1)) + 1),
    );
    assert(
      property(oneof(json(), broken), (text) => {
        expect(jsonErrorAt(text) === null).toBe(isReadable(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function isReadable(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
