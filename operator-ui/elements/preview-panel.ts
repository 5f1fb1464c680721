import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { legibilityIn } from '#shared/legibility.ts';
import type { Plan } from '#shared/plan.ts';
import { base, buttons } from '../look/styles.ts';
import { previewLayout } from '../state/preview-layout.ts';
import type { Speech } from '../state/speech.ts';
import { numbersText, twoDigits } from '../state/units.ts';
import './health-legibility.ts';
import './mirror-frame.ts';
import { raise } from './raise.ts';

const width = 316;

/** What a take would look like on its screens, played by the same players, seen by nobody else. */
@customElement('preview-panel')
export class PreviewPanel extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .title {
        margin: 4px 0 10px;
      }
      .pictures {
        position: relative;
        width: ${width}px;
      }
      mirror-frame {
        position: absolute;
        inset: 0;
      }
      .box {
        position: absolute;
        outline: 1px solid var(--st-preview);
      }
      .box span {
        position: absolute;
        left: 4px;
        top: 4px;
        padding: 0 4px;
        background: var(--pane);
        font-size: var(--f-key);
        font-weight: 600;
        border-radius: var(--radius);
      }
      .poor {
        margin-top: 10px;
      }
      .button {
        margin-top: 10px;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) plans: readonly Plan[] = [];
  @property() subject = '';

  protected override render(): TemplateResult {
    const { take, select, common } = this.speech.words;
    const layout = previewLayout(this.hall, new Set(this.plans.map(({ screen }) => screen)), width);
    return html`<h2><span>${take.preview}</span><em>${select.screens(this.plans.length)}</em></h2>
      <p class="title">${this.subject}</p>
      <div class="pictures" .style=${`height:${layout.height}px`}>
        <mirror-frame .plans=${[...this.plans]} .mirrors=${[...layout.mirrors]}></mirror-frame>
        ${layout.units.map(
          ({ unit, box }) =>
            html`<div
              class="box"
              .style=${`left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px`}
            >
              <span>${numbersText(unit.members.map(({ screen }) => screen.number))}</span>
            </div>`,
        )}
      </div>
      ${this.#legibility()}
      <button class="button" @click=${() => raise(this, 'preview', null)}>
        <kbd>${this.speech.words.keys.esc}</kbd>${common.close}
      </button>`;
  }

  /** What of this nobody will be able to read where it hangs, said before it is taken. */
  #legibility(): TemplateResult[] {
    const shown = new Set(this.plans.map(({ screen }) => screen));
    return this.hall.screens
      .filter((screen) => shown.has(screen.id) && legibilityIn(this.hall, screen).warnings.length > 0)
      .map(
        (screen) =>
          html`<p class="poor">${twoDigits(screen.number)} ${this.speech.text(screen.name)}</p>
            <health-legibility .hall=${this.hall} .speech=${this.speech} .screen=${screen}></health-legibility>`,
      );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'preview-panel': PreviewPanel;
  }
}
