import { html, type TemplateResult } from 'lit';
import type { Placed } from '../state/floor.ts';
import { besideGap, hasRoomForWhy } from '../state/floor-captions.ts';
import { keyLabel } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';
import { scheduleWords } from '../words/schedule-words.ts';

/** One touch to why; by keyboard the same is the key of details on the tile, so that it is no stop of its own. */
export function whyButton({ unit, picture, side }: Placed, speech: Speech, ask: () => void): TemplateResult {
  const isWithin = hasRoomForWhy(picture.width, picture.height);
  const isBeside = side === 'beside';
  const label = `${scheduleWords[speech.language].why.heading} ${speech.text(unit.name)}`;
  const place = isWithin
    ? `calc(${picture.x + picture.width}px - 100% - 2px),${picture.y + 2}px`
    : `${picture.x + picture.width + (isBeside ? besideGap : 6)}px,${picture.y}px`;
  return html`<button
    class=${isWithin ? 'why' : isBeside ? 'why above' : 'why beside'}
    tabindex="-1"
    data-why=${unit.id}
    aria-label=${label}
    title="${label} (${keyLabel('details', speech.words)})"
    .style=${`transform:translate(${place})`}
    @click=${ask}
  >
    ?
  </button>`;
}
