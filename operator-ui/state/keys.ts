import { viewNames } from './views.ts';
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
  filter: '+KeyF',
  back: 'KeyU',
  announce: 'KeyC',
  doors: 'KeyO',
  who: 'KeyW',
  emergency: 'KeyE',
  sound: '+KeyM',
  preview: 'KeyP',
  details: 'KeyI',
  pause: 'KeyH',
  cueBack: 'Backspace',
  stop: 'KeyX',
  older: 'KeyN',
  move: 'ArrowDown',
  cancel: 'Escape',
  pictures: 'KeyV',
  theme: '+KeyL',
  language: '+KeyG',
  training: '+KeyT',
  help: 'Slash',
  view1: 'Digit1',
  view2: 'Digit2',
  view3: 'Digit3',
  view4: 'Digit4',
  view5: 'Digit5',
  view6: 'Digit6',
  view7: 'Digit7',
  view8: 'Digit8',
} as const;

export type KeyAct = keyof typeof keys;

/** Keys that lead to a view, by their number. */
export type ViewKey = Extract<KeyAct, `view${number}`>;

export function isViewKey(act: KeyAct): act is ViewKey {
  return act.startsWith('view');
}

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
    Backspace: '⌫',
    ArrowDown: words.keys.arrows,
  };
  const plain = code.replace('+', '');
  const cap = caps[plain] ?? plain.replace(/^(Key|Digit)/, '');
  return code.startsWith('+') ? `⇧${cap}` : cap;
}

/** The keys in words, for the list under `?`. */
export function keyList(words: Words): readonly { readonly key: string; readonly does: string }[] {
  const named = (Object.keys(keys) as KeyAct[]).flatMap((act) => {
    if (isViewKey(act)) return [];
    return [{ key: keyLabel(act, words), does: words.keys[act] }];
  });
  return [
    ...named,
    { key: words.keys.enter, does: words.keys.choose },
    { key: `1–${viewNames.length}`, does: words.keys.view },
  ];
}
