import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { Roving } from '../controllers/roving.ts';
import { markColour, markIcon } from '../look/marks.ts';
import { base } from '../look/styles.ts';
import { screenMark } from '../state/screen-mark.ts';
import type { Seen } from '../state/seen.ts';
import type { Speech } from '../state/speech.ts';
import { twoDigits } from '../state/units.ts';

/** Every screen by how much it wants a person; faults take the room, what is well is one small line. */
@customElement('health-wall')
export class HealthWall extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
        gap: 8px;
      }
      a {
        display: block;
        height: 100%;
        padding: 10px 12px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--pane);
        color: inherit;
        text-decoration: none;
      }
      li[data-urgency='3'],
      li[data-urgency='2'] {
        grid-column: span 2;
      }
      li[data-urgency='3'] a {
        border-color: var(--st-fault);
      }
      li[data-urgency='2'] a {
        border-color: var(--st-warn);
      }
      strong {
        font: 500 var(--f-main) / 1.3 var(--text);
      }
      p {
        margin-top: 4px;
        color: var(--ink-2);
      }
      @media (max-width: 560px) {
        ul {
          grid-template-columns: 1fr;
        }
        li[data-urgency] {
          grid-column: auto;
        }
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) seen!: Seen;
  /** Shared time, ms. */
  @property({ type: Number }) now = 0;

  constructor() {
    super();
    void new Roving(this, 'a');
  }

  protected override render(): TemplateResult {
    const { words, text, duration } = this.speech;
    const entries = this.hall.screens.flatMap((screen) => {
      const state = this.seen.screens[screen.id];
      return state === undefined ? [] : [{ screen, state, mark: screenMark(state, this.seen.link) }];
    });
    const ordered = entries.toSorted((a, b) => b.mark.urgency - a.mark.urgency || a.screen.number - b.screen.number);
    return html`<ul role="list">
      ${ordered.map(
        ({ screen, state, mark }) =>
          html`<li data-urgency=${mark.urgency} data-screen=${screen.id} data-state=${state.health.state}>
            <a href="#screen=${screen.id}" data-screen>
              <strong>${twoDigits(screen.number)} ${text(screen.name)}</strong>
              <p class=${markColour(mark.shape)}>
                ${markIcon(mark.shape)} ${words.marks[mark.word]}
                ${mark.since === null ? nothing : html`· ${words.health.since(duration(this.now - mark.since))}`}
              </p>
              ${state.health.reason === null || mark.urgency < 1 ? nothing : html`<p>${this.speech.said(state.health)}</p>`}
            </a>
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'health-wall': HealthWall;
  }
}
