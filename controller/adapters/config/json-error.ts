class NotJson extends Error {}

/** Where a text stops being JSON: the offset of the first character that cannot be there, or null in valid JSON. */
export function jsonErrorAt(text: string): number | null {
  let at = 0;
  const fail = (): never => {
    throw new NotJson();
  };
  const space = () => {
    while (' \t\n\r'.includes(text.charAt(at)) && at < text.length) at += 1;
  };
  const expect = (token: string) => {
    for (const character of token) {
      if (text.charAt(at) !== character) fail();
      at += 1;
    }
  };
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found !== null;
  };
  const string = () => {
    expect('"');
    while (text.charAt(at) >= ' ' && text.charAt(at) !== '"')
      if (text.charAt(at) !== '\\') at += 1;
      else if (!match(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y)) fail();
    expect('"');
  };
  const list = (close: string, entry: () => void) => {
    at += 1;
    space();
    if (text.charAt(at) === close) {
      at += 1;
      return;
    }
    for (;;) {
      entry();
      space();
      if (text.charAt(at) !== ',') break;
      at += 1;
      space();
    }
    expect(close);
  };
  const value = (): void => {
    space();
    switch (text.charAt(at)) {
      case '{':
        list('}', () => {
          string();
          space();
          expect(':');
          value();
        });
        break;
      case '[':
        list(']', value);
        break;
      case '"':
        string();
        break;
      case 't':
        expect('true');
        break;
      case 'f':
        expect('false');
        break;
      case 'n':
        expect('null');
        break;
      default:
        if (!match(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y)) fail();
    }
  };

  try {
    value();
    space();
    return at < text.length ? at : null;
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return at;
  }
}

/** Line and column of an offset, both counted from 1. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
