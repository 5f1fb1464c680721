import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Content } from '#shared/drafts.ts';
import type { Hall } from '#shared/hall.ts';
import { ContentPreview } from '../../controllers/content-preview.ts';
import { base, fields } from '../../look/styles.ts';
import { previewLayout } from '../../state/preview-layout.ts';
import type { Speech } from '../../state/speech.ts';
import { numbersText, unitsOf } from '../../state/units.ts';
import { contentWords } from '../../words/content-words.ts';
import '../mirror-frame.ts';

/** What is being written, played by the screens' own player, seen by nobody else. */
@customElement('draft-preview')
export class DraftPreview extends LitElement {
  static override styles = [
    base,
    fields,
    css`
      :host {
        display: block;
      }
      .choices {
        display: grid;
        grid-template-columns: 1fr 110px;
        gap: 8px;
        margin-bottom: 8px;
      }
      .pictures {
        position: relative;
        background: var(--ground);
        outline: 1px solid var(--st-preview);
      }
      mirror-frame {
        position: absolute;
        inset: 0;
      }
      .refused {
        margin-top: 6px;
        color: var(--st-warn);
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) content!: Content;
  /** Of a show: the cue to look at. */
  @property() cue = '';
  /** Where it would be shown; the person may look elsewhere. */
  @property() place = '';
  /** Whether its fields are right: what is not is not asked about. */
  @property({ type: Boolean }) whole = true;
  @property({ type: Number }) width = 340;
  @state() private chosen = '';
  @state() private language = '';
  readonly #preview = new ContentPreview(this);

  protected override willUpdate(): void {
    const { content, cue, language } = this;
    const targets = [this.#target];
    const more = { ...(cue === '' ? {} : { cue }), ...(language === '' ? {} : { language }) };
    if (this.whole) this.#preview.about({ content, targets, ...more });
  }

  get #target(): string {
    return this.chosen || this.place || unitsOf(this.hall)[0]?.id || 'all';
  }

  protected override render(): TemplateResult {
    const words = contentWords[this.speech.language];
    const { plans, refusal } = this.#preview;
    const layout = previewLayout(this.hall, new Set(plans.map(({ screen }) => screen)), this.width);
    const right = Math.max(0, ...layout.mirrors.map(({ rect }) => rect.x + rect.width));
    return html`<div class="choices">
        <div>
          <label for="on">${words.previewOn}</label>
          <select id="on" @change=${(event: Event) => (this.chosen = valueOf(event))}>
            ${unitsOf(this.hall).map(
              ({ id, name, members }) =>
                html`<option value=${id} ?selected=${id === this.#target}>
                  ${numbersText(members.map(({ screen }) => screen.number))} ${this.speech.text(name)}
                </option>`,
            )}
          </select>
        </div>
        <div>
          <label for="in">${words.language}</label>
          <select id="in" @change=${(event: Event) => (this.language = valueOf(event))}>
            <option value="">${words.ofScreen}</option>
            ${this.hall.languages.order.map(
              (tag) => html`<option value=${tag}>${this.hall.languages.names[tag] ?? tag}</option>`,
            )}
          </select>
        </div>
      </div>
      <div class="pictures" .style=${`width:${right}px;height:${layout.height}px`}>
        <mirror-frame .plans=${[...plans]} .mirrors=${[...layout.mirrors]}></mirror-frame>
      </div>
      ${refusal === null ? '' : html`<p class="refused">${this.speech.refused(refusal)}</p>`}`;
  }
}

const valueOf = (event: Event): string => (event.target as HTMLSelectElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'draft-preview': DraftPreview;
  }
}
