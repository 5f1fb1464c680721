import { actsOf, isViewAct, viewActOf, viewKeyOf, type ViewAct } from './view-keys.ts';
import { viewNames, type ViewName } from './views.ts';
import { viewKeyDoes, walksOf } from '../words/view-key-words.ts';
import type { ConsoleLanguage, Words } from '../words/words.ts';

/**
 * Everything that has a key whatever the view, in the order in which `?` lists it: playing, a running show, choosing
 * and seeing screens, the hall as a whole, the console itself.
 */
const keys = {
  go: 'Space',
  anyway: '+Space',
  standby: 'KeyS',
  take: 'KeyT',
  preview: 'KeyP',
  standDown: 'KeyD',
  release: 'KeyR',
  back: 'KeyU',
  pause: 'KeyH',
  cueBack: 'Backspace',
  stop: 'KeyX',
  selectAll: 'KeyA',
  zone: 'KeyZ',
  move: 'ArrowDown',
  list: 'KeyL',
  filter: '+KeyF',
  search: 'KeyF',
  details: 'KeyI',
  pictures: 'KeyV',
  mute: 'KeyM',
  sound: '+KeyM',
  announce: 'KeyC',
  doors: 'KeyO',
  emergency: 'KeyE',
  blackout: 'KeyB',
  notices: 'KeyJ',
  held: 'KeyK',
  who: 'KeyW',
  theme: '+KeyL',
  language: '+KeyG',
  training: '+KeyT',
  cancel: 'Escape',
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

type GeneralAct = keyof typeof keys;
export type KeyAct = GeneralAct | ViewAct;

/** Keys that lead to a view, by their number. */
export type ViewKey = Extract<KeyAct, `view${number}`>;

export function isViewKey(act: KeyAct): act is ViewKey {
  return act.startsWith('view');
}

const byCode = new Map<string, GeneralAct>(Object.entries(keys).map(([act, code]) => [code, act as GeneralAct]));
byCode.set('+Slash', 'help');
byCode.set('F1', 'help');
for (const code of ['ArrowLeft', 'ArrowRight', 'ArrowUp']) byCode.set(code, 'move');

/** What the key at this place does; in a view, the view's own keys come first. */
export function keyOf(code: string, shift: boolean, view: ViewName | null = null): KeyAct | null {
  const place = shift ? `+${code}` : code;
  return (view === null ? null : viewActOf(view, place)) ?? byCode.get(place) ?? null;
}

/**
 * What a key that went down means. Keys go by their place, all but `?`: it is a sign that people look for, and on a
 * Russian layout it stands on the seven.
 */
export function actOf(
  { code, key, shiftKey }: Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey'>,
  view: ViewName | null,
): KeyAct | null {
  return key === '?' ? 'help' : keyOf(code, shiftKey, view);
}

/** What is printed on the key, `⇧` before it where Shift goes with it. Letters as on a Latin keycap. */
export function keyLabel(act: KeyAct, words: Words): string {
  const code = isViewAct(act) ? viewKeyOf(act).code : keys[act];
  const caps: Readonly<Record<string, string>> = {
    Space: words.go.space,
    Escape: words.keys.esc,
    Slash: '?',
    Backspace: '⌫',
    Delete: 'Del',
    Comma: '<',
    Period: '>',
    Equal: '+',
    Minus: '−',
    ArrowDown: words.keys.arrows,
  };
  const plain = code.replace('+', '');
  const cap = caps[plain] ?? plain.replace(/^(Key|Digit)/, '');
  return code.startsWith('+') ? `⇧${cap}` : cap;
}

/** What the key does, in words. */
export function keyDoes(act: Exclude<KeyAct, ViewKey>, words: Words, language: ConsoleLanguage): string {
  return isViewAct(act) ? viewKeyDoes(act, language) : words.keys[act];
}

interface KeyLine {
  readonly key: string;
  readonly does: string;
}

/** The keys of every view in words, for the list under `?`. */
export function keyList(words: Words): readonly KeyLine[] {
  const named = (Object.keys(keys) as GeneralAct[]).flatMap((act) => {
    if (isViewKey(act)) return [];
    return [{ key: keyLabel(act, words), does: words.keys[act] }];
  });
  return [
    ...named,
    { key: words.keys.enter, does: words.keys.choose },
    { key: `1–${viewNames.length}`, does: words.keys.view },
  ];
}

/** The keys that one view has to itself. */
export function viewKeyList(view: ViewName, words: Words, language: ConsoleLanguage): readonly KeyLine[] {
  const own = actsOf(view).map((act) => ({ key: keyLabel(act, words), does: viewKeyDoes(act, language) }));
  return [...own, ...walksOf(view, language)];
}
