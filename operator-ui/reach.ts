import { trainingPath } from '#shared/training.ts';
import type { Hall } from '#shared/hall.ts';
import type { Commands } from './controllers/commands.ts';
import { deepAll, firstOf, focused } from './controllers/deep.ts';
import { leaveField } from './controllers/keyboard.ts';
import type { Preferences } from './controllers/preferences.ts';
import type { Previews } from './controllers/previews.ts';
import type { Reach } from './press-key.ts';
import type { DialogName } from './state/dialogs.ts';
import { isTraining } from './state/training.ts';
import { nextOf } from './state/next-of.ts';
import { nextZone } from './state/selection.ts';
import { viewLists } from './state/view-keys.ts';
import type { ViewName } from './state/views.ts';
import { consoleLanguages } from './words/words.ts';

/** What the shell has at hand when a key is pressed. */
export interface AtHand {
  readonly root: ParentNode;
  readonly view: ViewName;
  readonly hall: Hall | null;
  readonly commands: Commands;
  readonly previews: Previews;
  readonly preferences: Preferences;
  readonly selected: ReadonlySet<string>;
  /** A dialog is open. */
  readonly isBusy: boolean;
  readonly select: (screens: ReadonlySet<string>) => void;
  readonly otherLayout: () => void;
  readonly toggle: (dialog: DialogName) => void;
  readonly dismiss: () => void;
  readonly show: (view: ViewName) => void;
}

const searches = 'input[type=search]';

function moveTo(element: HTMLElement | null): boolean {
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
  return element !== null;
}

/** What keys can do now. */
export function reachOf(shell: AtHand): Reach {
  const { hall, commands, previews, preferences } = shell;
  const within = (part: string, selector: string): HTMLElement | null => {
    const root = shell.root.querySelector(part);
    return root === null ? null : firstOf(root.shadowRoot ?? root, selector);
  };
  const find = <K extends keyof HTMLElementTagNameMap>(name: K) => shell.root.querySelector<K>(name);
  return {
    panel: find('action-panel'),
    cues: find('cue-panel'),
    foot: find('foot-bar'),
    selectAll() {
      if (hall !== null) shell.select(new Set(hall.screens.map(({ id }) => id)));
    },
    nextZone() {
      if (hall !== null) shell.select(nextZone(hall, shell.selected));
    },
    otherLayout: shell.otherLayout,
    filter() {
      const hallView = find('hall-view');
      hallView?.focusFilter();
      return hallView !== null;
    },
    pressButton(selector, next) {
      const button = within('main', selector);
      if (button === null || (button as Partial<HTMLButtonElement>).disabled === true) return false;
      button.click();
      if (next !== undefined) requestAnimationFrame(() => moveTo(within('main', next)));
      return true;
    },
    focusList() {
      const list = within('main', viewLists[shell.view]);
      // What scrolls and has no rows to stand on is moved by the browser from here on.
      if (list === null || list === focused()) return false;
      if (list.tabIndex < 0 && !list.hasAttribute('tabindex')) list.tabIndex = -1;
      return moveTo(list);
    },
    focusSearch: () => moveTo(within('action-panel', searches) ?? within('main', searches)),
    focusNotices: () => moveTo(within('.notices', 'button')),
    focusHeld() {
      const acts = [...deepAll(shell.root, 'run-acts')];
      const at = acts.findIndex(({ shadowRoot }) => shadowRoot?.contains(focused()) === true);
      return moveTo(acts[(at + 1) % acts.length]?.shadowRoot?.querySelector('button') ?? null);
    },
    toggle: shell.toggle,
    cancel() {
      if (commands.refusal !== null || previews.refusal !== null || shell.isBusy) shell.dismiss();
      else if (previews.shown !== null) void previews.show(null);
      else if (!leaveField()) shell.select(new Set());
    },
    otherPictures: () => preferences.setPictures(!preferences.pictures),
    otherTheme: () => preferences.setTheme(preferences.theme === 'dark' ? 'light' : 'dark'),
    nextLanguage() {
      preferences.setLanguage(nextOf(consoleLanguages, preferences.language));
    },
    otherHall: () => location.assign(isTraining() ? '/' : `${trainingPath}/`),
    show: shell.show,
  };
}
