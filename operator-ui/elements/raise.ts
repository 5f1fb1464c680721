import type { z } from 'zod';
import type { StandbyBody } from '#shared/commands.ts';
import type { MirrorsWanted } from '#shared/mirrors.ts';
import type { Act } from '../state/acts.ts';
import type { DialogName } from '../state/dialogs.ts';
import type { Draft } from '../state/draft.ts';

/** What the console's elements tell the shell, and what goes with it. All of them bubble out of shadow roots. */
export interface ConsoleEvents {
  act: Act;
  /** Screens were chosen: these alone, these as well, or these the other way round. */
  choose: { readonly screens: readonly string[]; readonly how: 'only' | 'add' | 'toggle' };
  draft: Partial<Draft>;
  /** Show what a take would look like; null: no more. */
  preview: z.input<typeof StandbyBody> | null;
  /** Give this run to a guide's phone. */
  guide: string;
  /** Show these screens close, with why they show what they do. */
  ask: readonly string[];
  /** This scene or show is open to be written in, by `scene/…` or `show/…`; null: none any more. */
  opened: string | null;
  /** Open a dialog, or close it again. */
  dialog: DialogName;
  /** Where pictures of screens are wanted, px of the window; none while nothing shows them. */
  pictures: MirrorsWanted['mirrors'];
  /** The plan moves under a hand: pictures behind it go along, as CSS writes it, until they are asked for anew. */
  carry: string;
  /** Leave the dialog or message. */
  dismiss: null;
}

export function raise<K extends keyof ConsoleEvents>(from: EventTarget, name: K, detail: ConsoleEvents[K]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/** Calls `hear` with what goes with the event, for as long as the element lives. */
export function listen<K extends keyof ConsoleEvents>(
  to: EventTarget,
  name: K,
  hear: (detail: ConsoleEvents[K]) => void,
): void {
  to.addEventListener(name, (event) => hear((event as CustomEvent<ConsoleEvents[K]>).detail));
}
