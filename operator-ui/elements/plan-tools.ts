import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Maximize, ZoomIn, ZoomOut } from 'lucide';
import { icon } from '../look/icon.ts';
import { base, buttons } from '../look/styles.ts';
import { keyLabel } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';
import type { ViewAct } from '../state/view-keys.ts';
import { floorWords } from '../words/floor-words.ts';

/** Closer, farther, the whole: the keys of the plan for a hand. Raises `step` with what is wanted. */
@customElement('plan-tools')
export class PlanTools extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        gap: 4px;
      }
      :host([upright]) {
        flex-direction: column;
      }
      .button {
        min-width: max(28px, var(--finger));
        min-height: max(28px, var(--finger));
        padding: 2px 7px;
        gap: 6px;
        font-size: var(--f-label);
      }
      :host([upright]) .button {
        flex-direction: column;
        gap: 0;
        padding-inline: 2px;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ type: Number }) zoom = 1;
  @property({ type: Number }) most = 1;
  /** Above each other, where that is the room that the plan leaves. */
  @property({ type: Boolean, reflect: true }) upright = false;

  protected override render(): TemplateResult {
    const words = floorWords[this.speech.language];
    const percent = `${Math.round(this.zoom * 100)} %`;
    const whole = `${words.whole}: ${percent} → 100 %`;
    // Of a whole plan there is nothing to leave; what comes closer keeps its place.
    return html`${
      this.zoom === 1
        ? nothing
        : html`${this.#button('wholePlan', 'whole', whole, html`${icon(Maximize)}${percent}`)}
          ${this.#button('farther', 'farther', words.farther, icon(ZoomOut))}`
    }${this.#button('closer', 'closer', words.closer, icon(ZoomIn), this.zoom >= this.most)}`;
  }

  #button(act: ViewAct, step: PlanStep, label: string, body: unknown, isOff = false): TemplateResult {
    return html`<button
      class="button"
      data-act=${step}
      aria-label=${label}
      title="${label} (${keyLabel(act, this.speech.words)})"
      ?disabled=${isOff}
      @click=${() => this.dispatchEvent(new CustomEvent<PlanStep>('step', { detail: step }))}
    >
      ${body}
    </button>`;
  }
}

export type PlanStep = 'closer' | 'farther' | 'whole';

declare global {
  interface HTMLElementTagNameMap {
    'plan-tools': PlanTools;
  }
}
