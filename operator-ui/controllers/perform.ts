import { z } from 'zod';
import type { Act } from '../state/acts.ts';
import { ask, type Answered } from './rest.ts';

const Anything = z.unknown();

/** Carries an act to the hall. The answer's body is of no interest: what came of it is seen in the facts. */
export async function perform(act: Act): Promise<Answered<unknown>> {
  switch (act.do) {
    case 'take':
      return ask('POST', 'takes', Anything, act.body);
    case 'arm':
      return ask('POST', 'standby', Anything, act.body);
    case 'stand-down':
      return ask('DELETE', `standby/${encodeURIComponent(act.standby)}`, Anything);
    case 'release':
      // In one act, so that all of them can be taken back.
      return ask('POST', 'releases', Anything, { runs: act.runs, reason: act.reason });
    case 'control': {
      const path = `runs/${encodeURIComponent(act.run)}/${act.action}`;
      // A run is held and goes on where it is by then, also in the cue that a GO just before has started.
      const isMoved = act.action === 'go' || act.action === 'back';
      const how = act.policy === undefined ? '' : `&policy=${act.policy}`;
      return ask('POST', isMoved ? `${path}?from=${act.from}${how}` : path, Anything);
    }
    case 'jump':
      return ask('POST', `runs/${encodeURIComponent(act.run)}/jump`, Anything, act.body);
    case 'ask':
      return ask('POST', `runs/${encodeURIComponent(act.run)}/ask`, Anything, unlessEmpty('message', act.message));
    case 'answer':
      return ask('POST', `runs/${encodeURIComponent(act.run)}/answer`, Anything, { give: act.give });
    case 'take-over':
      return ask('POST', `runs/${encodeURIComponent(act.run)}/take-over`, Anything, unlessEmpty('reason', act.reason));
    case 'read-loss':
      return ask('DELETE', `losses/${encodeURIComponent(act.loss)}`, Anything);
    case 'take-back':
      return ask('POST', 'take-back', Anything, { act: act.act });
    case 'trust-clock':
      return ask('POST', 'clock/trust', Anything, {});
    case 'doors':
      return ask('PUT', 'doors', Anything, { is: act.is });
    case 'edit-run':
      return ask('PATCH', `runs/${encodeURIComponent(act.run)}`, Anything, act.body);
    case 'emergency':
      return ask('POST', 'emergency', Anything, act.body);
    case 'end-emergency':
      return ask('DELETE', `emergency/${encodeURIComponent(act.run)}`, Anything);
    case 'overlay':
      return ask('POST', 'overlays', Anything, act.body);
    case 'hide-overlay':
      return ask('DELETE', `overlays/${encodeURIComponent(act.overlay)}`, Anything);
    case 'sound':
      return ask('PATCH', `sound/${encodeURIComponent(act.output)}`, Anything, act.body);
  }
}

function unlessEmpty(name: string, text: string): Readonly<Record<string, string>> {
  return text.trim() === '' ? {} : { [name]: text.trim() };
}
