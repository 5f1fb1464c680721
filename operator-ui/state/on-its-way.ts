import type { Act } from './acts.ts';

/**
 * What an act is done to, each with the kind of act: a second act of the kind on the same thing has to wait until the
 * console has heard of the first, as what it would be computed from is of before.
 */
export function thingsOf(act: Act): readonly string[] {
  switch (act.do) {
    case 'take':
    case 'arm': {
      const { targets, scene, show, standby } = { standby: undefined, ...act.body };
      return [`${act.do} ${standby ?? JSON.stringify([targets, scene, show])}`];
    }
    case 'stand-down':
      return [`stand-down ${act.standby}`];
    case 'release':
      return act.runs.map((run) => `release ${run}`);
    // GO, pause, back and jump all move the one position of a run.
    case 'control':
    case 'jump':
      return [`position ${act.run}`];
    case 'ask':
    case 'answer':
    case 'take-over':
    case 'edit-run':
      return [`${act.do} ${act.run}`];
    case 'emergency':
      return [`emergency ${act.body.kind}`];
    case 'hide-overlay':
      return [`hide-overlay ${act.overlay}`];
    case 'overlay':
      return [`overlay ${act.body.type} ${JSON.stringify(act.body.targets)}`];
    case 'sound':
      return [`${'level' in act.body ? 'level' : 'mute'} ${act.output}`];
    case 'take-back':
    case 'trust-clock':
    case 'doors':
    case 'end-emergency':
      return [act.do];
  }
}

/** A level is set to a figure, whatever it was: it waits for its answer alone, and a hand that moves on is followed. */
export const isLevel = (act: Act): boolean => act.do === 'sound' && 'level' in act.body;
