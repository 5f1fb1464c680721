import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Megaphone } from 'lucide';
import type { AnnouncedView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import { icon } from '../look/icon.ts';
import { rows } from '../look/row-styles.ts';
import { base, buttons } from '../look/styles.ts';
import { announcedOn } from '../state/announcements.ts';
import type { Speech } from '../state/speech.ts';
import { whereText } from '../state/where-text.ts';
import { raise } from './raise.ts';

/** What is announced over the scenes: its words, where, until when, and the touch that takes it off. */
@customElement('announced-list')
export class AnnouncedList extends LitElement {
  static override styles = [
    base,
    buttons,
    rows,
    css`
      :host {
        display: block;
      }
      svg {
        color: var(--st-hand);
      }
      b {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .about {
        grid-column: 2;
        color: var(--ink-2);
        font-size: var(--f-label);
      }
      .button {
        grid-area: 1 / 3 / 3;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) announced: readonly AnnouncedView[] = [];
  /** Shared time, ms. */
  @property({ type: Number }) now = 0;
  /** Whether this person may take it off now. */
  @property({ type: Boolean }) able = true;

  protected override render(): TemplateResult | typeof nothing {
    const on = announcedOn(this.announced, this.now);
    if (on.length === 0) return nothing;
    return html`<ul>
      ${repeat(
        on,
        ({ id }) => id,
        (one) => this.#one(one),
      )}
    </ul>`;
  }

  #one({ id, type, text, screens, until }: AnnouncedView): TemplateResult {
    const { announce, runs } = this.speech.words;
    const ends = until === null ? announce.untilTakenOff : announce.until(this.speech.time(until));
    const left = until === null ? [] : [runs.left(this.speech.duration(until - this.now))];
    const said = text === null ? announce[type] : this.speech.text(text);
    return html`<li data-overlay=${id}>
      ${icon(Megaphone)}
      <b>${text === null ? said : this.speech.quoted(said)}</b>
      <span class="about">${[whereText(this.hall, screens, this.speech), ends, ...left].join(' · ')}</span>
      <button
        class="button"
        aria-label="${announce.takeOff}: ${said}"
        ?disabled=${!this.able}
        @click=${() => raise(this, 'act', { do: 'hide-overlay', overlay: id })}
      >
        ${announce.takeOff}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'announced-list': AnnouncedList;
  }
}
