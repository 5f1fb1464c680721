import { html, type TemplateResult } from 'lit';
import type { Hall } from '#shared/hall.ts';
import { markIcon } from '../look/marks.ts';
import type { Lights } from '../state/go.ts';
import type { Speech } from '../state/speech.ts';
import { twoDigits } from '../state/units.ts';

/** So many of the screens that are not ready are told of in a sentence. */
const mostTold = 3;

/** Why GO waits for the screens that are not ready, a sentence for each. */
export function whyLate(hall: Hall, speech: Speech, { lights, waitsFor }: Lights): readonly TemplateResult[] {
  const { go } = speech.words;
  return waitsFor.slice(0, mostTold).flatMap((id) => {
    const light = lights.get(id);
    if (light?.is !== 'waiting') return [];
    const number = twoDigits(hall.screens.find((screen) => screen.id === id)?.number ?? 0);
    const text =
      light.seconds === null ? `${number} ${go.reasons[light.reason]}` : go.needs(number, Math.ceil(light.seconds));
    return [html`<p class="why">${markIcon(light.reason === 'offline' ? 'fault' : 'loading')}<span>${text}</span></p>`];
  });
}
