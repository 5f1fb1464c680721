import type { ActionPanel } from './elements/action-panel.ts';
import type { CuePanel } from './elements/cue-panel.ts';
import type { FootBar } from './elements/foot-bar.ts';
import { isViewKey, type KeyAct } from './state/keys.ts';
import { isViewAct, viewKeyOf } from './state/view-keys.ts';
import type { DialogName } from './state/dialogs.ts';
import { viewNames, type ViewName } from './state/views.ts';

/** What a key can reach: the parts of the console that are in sight, and what the shell does itself. */
export interface Reach {
  readonly panel: ActionPanel | null;
  readonly cues: CuePanel | null;
  readonly foot: FootBar | null;
  selectAll(): void;
  nextZone(): void;
  otherLayout(): void;
  /** Puts the keyboard on the filter of screens; false where none is in sight. */
  filter(): boolean;
  /** Presses the button of the view that fits, `next` has the keyboard then; false where it is not in sight or off. */
  pressButton(button: string, next?: string): boolean;
  /** Puts the keyboard on what the view lists; false where there is nothing, or where it is there already. */
  focusList(): boolean;
  /** Puts the keyboard where the view is searched. */
  focusSearch(): boolean;
  /** Puts the keyboard on what must be known now, in whatever view. */
  focusNotices(): boolean;
  /** Puts the keyboard on the acts of what is held by hand. */
  focusHeld(): boolean;
  /** Lets go of one thing; never changes the hall. */
  cancel(): void;
  otherPictures(): void;
  otherTheme(): void;
  nextLanguage(): void;
  /** To the copy to train on, or back. */
  otherHall(): void;
  /** Opens a dialog, or closes it again. */
  toggle(dialog: DialogName): void;
  show(view: ViewName): void;
}

/**
 * Does what the key means here and now; false where it means nothing. `downAt`: when it went down by the events' clock,
 * ms; null: it came from what cannot be held.
 */
export function pressKey(act: KeyAct, reach: Reach, downAt: number | null): boolean {
  if (isViewKey(act)) {
    const view = viewNames[Number(act.slice('view'.length)) - 1];
    if (view !== undefined) reach.show(view);
    return view !== undefined;
  }
  if (isViewAct(act)) {
    const { button, next } = viewKeyOf(act);
    return reach.pressButton(button, next);
  }
  switch (act) {
    case 'go':
    case 'anyway': {
      const policy = act === 'go' ? 'strict' : 'go';
      if (reach.cues !== null) reach.cues.go(policy);
      else if (reach.panel?.showsGo === true) reach.panel.go(policy);
      else return false;
      return true;
    }
    case 'pause':
      reach.cues?.pause();
      return reach.cues !== null;
    case 'cueBack':
      reach.cues?.back();
      return reach.cues !== null;
    case 'stop':
      if (downAt !== null) reach.cues?.stop?.begin(downAt);
      return downAt !== null && reach.cues !== null;
    case 'standby':
      reach.panel?.takePanel?.arm();
      return true;
    case 'take':
      reach.panel?.takePanel?.takeNow();
      return true;
    case 'standDown':
      reach.panel?.standDown();
      return true;
    case 'release':
      // Where Release would have to guess, the keyboard goes to what it can be.
      if (reach.foot?.undecided === 0) reach.foot.release();
      else if (!reach.focusHeld()) reach.show('hall');
      return true;
    case 'mute':
      reach.foot?.toggleMute();
      return true;
    case 'blackout':
      if (downAt !== null) reach.foot?.blackout?.begin(downAt);
      return downAt !== null;
    case 'selectAll':
      reach.selectAll();
      return true;
    case 'zone':
      reach.nextZone();
      return true;
    case 'list':
      reach.otherLayout();
      return true;
    case 'search':
      return reach.focusSearch();
    case 'filter':
      return reach.filter();
    case 'notices':
      return reach.focusNotices();
    case 'held':
      return reach.focusHeld();
    case 'move':
      return reach.focusList();
    case 'cancel':
      reach.cancel();
      return true;
    case 'pictures':
      reach.otherPictures();
      return true;
    case 'theme':
      reach.otherTheme();
      return true;
    case 'language':
      reach.nextLanguage();
      return true;
    case 'training':
      reach.otherHall();
      return true;
    case 'help':
      reach.toggle('help');
      return true;
    case 'back':
      reach.foot?.takeBack();
      return true;
    case 'announce':
    case 'doors':
    case 'who':
    case 'emergency':
    case 'sound':
    case 'details':
      reach.toggle(act);
      return true;
    case 'preview':
      reach.panel?.takePanel?.preview();
      return true;
  }
}

/** The key came up again at this instant of the events' clock, ms; null: nobody knows, the console has lost the keyboard. */
export function letGo(act: KeyAct, { foot, cues }: Reach, upAt: number | null): void {
  const held = act === 'blackout' ? foot?.blackout : act === 'stop' ? cues?.stop : null;
  if (upAt === null) held?.cancel();
  else held?.end(upAt);
}
