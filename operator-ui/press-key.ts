import type { ActionPanel } from './elements/action-panel.ts';
import type { FootBar } from './elements/foot-bar.ts';
import type { KeyAct } from './state/keys.ts';
import { viewNames, type ViewName } from './state/views.ts';

/** What a key can reach: the parts of the console that are in sight, and what the shell does itself. */
export interface Reach {
  readonly panel: ActionPanel | null;
  readonly foot: FootBar | null;
  standDown(): void;
  selectAll(): void;
  nextZone(): void;
  otherLayout(): void;
  older(): void;
  focusPlan(): void;
  /** Lets go of one thing; never changes the hall. */
  cancel(): void;
  otherTheme(): void;
  nextLanguage(): void;
  toggleHelp(): void;
  show(view: ViewName): void;
}

/** Does what the key means here and now; false where it means nothing. `isHeld`: it came from a key that can be held. */
export function pressKey(act: KeyAct, reach: Reach, isHeld: boolean): boolean {
  switch (act) {
    case 'go':
    case 'anyway':
      if (reach.panel?.showsGo !== true) return false;
      reach.panel.go(act === 'go' ? 'strict' : 'go');
      return true;
    case 'standby':
      reach.panel?.takePanel?.arm();
      return true;
    case 'take':
      reach.panel?.takePanel?.takeNow();
      return true;
    case 'standDown':
      reach.standDown();
      return true;
    case 'release':
      reach.foot?.release();
      return true;
    case 'mute':
      reach.foot?.toggleMute();
      return true;
    case 'blackout':
      if (isHeld) reach.foot?.hold(act, true);
      return isHeld;
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
      reach.panel?.takePanel?.focusSearch();
      return true;
    case 'older':
      reach.older();
      return true;
    case 'move':
      reach.focusPlan();
      return true;
    case 'cancel':
      reach.cancel();
      return true;
    case 'theme':
      reach.otherTheme();
      return true;
    case 'language':
      reach.nextLanguage();
      return true;
    case 'help':
      reach.toggleHelp();
      return true;
    case 'view1':
    case 'view2':
    case 'view3': {
      const view = viewNames[Number(act.slice(-1)) - 1];
      if (view !== undefined) reach.show(view);
      return view !== undefined;
    }
  }
}
