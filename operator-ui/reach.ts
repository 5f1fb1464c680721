import { trainingPath } from '#shared/training.ts';
import type { Hall } from '#shared/hall.ts';
import type { Commands } from './controllers/commands.ts';
import { leaveField } from './controllers/keyboard.ts';
import type { Preferences } from './controllers/preferences.ts';
import type { Previews } from './controllers/previews.ts';
import type { Reach } from './press-key.ts';
import type { DialogName } from './state/dialogs.ts';
import type { Seen } from './state/seen.ts';
import { isTraining } from './state/training.ts';
import { nextOf } from './state/next-of.ts';
import { nextZone } from './state/selection.ts';
import type { ViewName } from './state/views.ts';
import { consoleLanguages } from './words/words.ts';

/** What the shell has at hand when a key is pressed. */
export interface AtHand {
  readonly root: ParentNode;
  readonly hall: Hall | null;
  readonly seen: Seen;
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

/** What keys can do now. */
export function reachOf(shell: AtHand): Reach {
  const { hall, seen, commands, previews, preferences } = shell;
  const find = <K extends keyof HTMLElementTagNameMap>(name: K) => shell.root.querySelector<K>(name);
  return {
    panel: find('action-panel'),
    cues: find('cue-panel'),
    foot: find('foot-bar'),
    standDown() {
      const standby = seen.standbys.at(-1);
      if (standby !== undefined) void commands.give({ do: 'stand-down', standby: standby.id });
    },
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
    older: () => find('journal-view')?.readOlder(),
    focusList() {
      find('hall-view')?.focusPlan();
      find('show-view')?.focusCues();
    },
    takeBack() {
      if (seen.lastAct !== null) void commands.give({ do: 'take-back', act: seen.lastAct.id });
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
