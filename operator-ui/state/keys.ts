import type { Words } from '../words/words.ts';

/** Everything that has a key, in the order in which `?` lists it. */
const keys = {
  go: 'Space',
  anyway: '+Space',
  standby: 'KeyS',
  take: 'KeyT',
  standDown: 'KeyD',
  release: 'KeyR',
  mute: 'KeyM',
  blackout: 'KeyB',
  selectAll: 'KeyA',
  zone: 'KeyZ',
  list: 'KeyL',
  search: 'KeyF',
  older: 'KeyO',
  move: 'ArrowDown',
  cancel: 'Escape',
  theme: '+KeyL',
  language: '+KeyG',
  help: 'Slash',
  view1: 'Digit1',
  view2: 'Digit2',
  view3: 'Digit3',
} as const;

export type KeyAct = keyof typeof keys;

const byCode = new Map<string, KeyAct>(Object.entries(keys).map(([act, code]) => [code, act as KeyAct]));
// `?` is typed with and without Shift, by layout; F1 asks for help everywhere.
byCode.set('+Slash', 'help');
byCode.set('F1', 'help');
for (const code of ['ArrowLeft', 'ArrowRight', 'ArrowUp']) byCode.set(code, 'move');

export function keyOf(code: string, shift: boolean): KeyAct | null {
  return byCode.get(shift ? `+${code}` : code) ?? null;
}

/** What is printed on the key, `⇧` before it where Shift goes with it. Letters as on a Latin keycap. */
export function keyLabel(act: KeyAct, words: Words): string {
  const code: string = keys[act];
  const caps: Readonly<Record<string, string>> = {
    Space: words.go.space,
    Escape: words.keys.esc,
    Slash: '?',
    ArrowDown: words.keys.arrows,
  };
  const plain = code.replace('+', '');
  const cap = caps[plain] ?? plain.replace(/^(Key|Digit)/, '');
  return code.startsWith('+') ? `⇧${cap}` : cap;
}

/** The keys in words, for the list under `?`. */
export function keyList(words: Words): readonly { readonly key: string; readonly does: string }[] {
  const named = (Object.keys(keys) as KeyAct[]).flatMap((act) => {
    if (act === 'view1' || act === 'view2' || act === 'view3') return [];
    return [{ key: keyLabel(act, words), does: words.keys[act] }];
  });
  return [...named, { key: words.keys.enter, does: words.keys.choose }, { key: '1–3', does: words.keys.view }];
}
