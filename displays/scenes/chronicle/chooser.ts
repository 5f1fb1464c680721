import { html, type TemplateResult } from 'lit';
import { dayAndMonth } from '#shared/dates.ts';
import type { ChronicleEvent } from '#shared/content.ts';
import type { Text } from '#shared/text.ts';
import { glyphs } from '../../look/glyph.ts';
import { chronicleWords } from './words.ts';

export interface Chooser {
  readonly events: readonly ChronicleEvent[];
  readonly open: ChronicleEvent | undefined;
  readonly language: string;
  readonly say: (text: Text) => string;
  readonly choose: (event: ChronicleEvent) => void;
}

/** As many events as have room as targets of their own; a fuller year is leafed through with the arrows. */
const mostTargets = 6;

/** The events of the year within reach of every hand. */
export function chooser({ events, open, language, say, choose }: Chooser): TemplateResult {
  const at = open === undefined ? -1 : events.indexOf(open);
  const step = (by: 1 | -1): TemplateResult => {
    const next = events[at + by];
    return html`<button
      class="arrow"
      aria-label=${say(by === 1 ? chronicleWords.later : chronicleWords.earlier)}
      ?disabled=${next === undefined}
      @click=${() => next !== undefined && choose(next)}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${by === 1 ? 'M9 4l8 8-8 8' : 'M15 4l-8 8 8 8'}></path></svg>
    </button>`;
  };
  return html`<div class="chooser" role="group" aria-label=${say(chronicleWords.events)}>
    ${
      events.length > mostTargets
        ? html`${step(-1)}
            <div class="count">${at + 1} / ${events.length}</div>
            ${step(1)}`
        : events.map(
            (event) =>
              html`<button
                class="choice"
                aria-pressed=${event === open ? 'true' : 'false'}
                aria-label=${`${dayAndMonth(event.date, language)}: ${say(event.title)}`}
                @click=${() => choose(event)}
              >
                <svg class="glyph ${event.category}" viewBox="0 0 24 24" aria-hidden="true">
                  ${glyphs[event.category]}
                </svg>
                <span>${dayAndMonth(event.date, language)}</span>
              </button>`,
          )
    }
  </div>`;
}
