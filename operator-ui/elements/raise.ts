import type { MirrorsShown, MirrorsWanted } from '#shared/mirrors.ts';
import type { Act } from '../state/acts.ts';
import type { Draft } from '../state/draft.ts';

/** What the console's elements tell the shell, and what goes with it. All of them bubble out of shadow roots. */
export interface ConsoleEvents {
  act: Act;
  /** Screens were chosen: these alone, these as well, or these the other way round. */
  choose: { readonly screens: readonly string[]; readonly how: 'only' | 'add' | 'toggle' };
  draft: Partial<Draft>;
  /** Where pictures of screens are wanted, px of the window; none while nothing shows them. */
  pictures: MirrorsWanted['mirrors'];
  /** Which pictures can be seen. */
  mirrors: MirrorsShown;
  /** Leave the dialog or message. */
  dismiss: null;
}

export function raise<K extends keyof ConsoleEvents>(from: EventTarget, name: K, detail: ConsoleEvents[K]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
