import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { Roving } from '../controllers/roving.ts';
import { base, buttons } from '../look/styles.ts';
import type { Speech } from '../state/speech.ts';
import { twoDigits } from '../state/units.ts';
import { scheduleWords } from '../words/schedule-words.ts';

interface Chip {
  readonly id: string;
  readonly label: string;
}

/** Zones, surfaces and screens, each to be pressed. Raises `targets` with the ids that are pressed then. */
@customElement('target-chips')
export class TargetChips extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      /* All of them scroll together: they are one stop of the keyboard. */
      .all {
        max-height: 344px;
        overflow: auto;
      }
      /* A page that a finger scrolls has no second scroll within it. */
      @media (pointer: coarse), (max-width: 900px) {
        .all {
          max-height: none;
        }
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        padding: 3px;
        margin-bottom: 6px;
      }
      .chips .button {
        min-height: max(30px, var(--finger));
        padding: 2px 8px;
        font-size: var(--f-label);
      }
      .label {
        font-size: var(--f-label);
        color: var(--ink-3);
      }
    `,
  ];

  /** Who leads the keyboard here means the first of them. */
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property() label = '';
  @property({ attribute: false }) chosen: readonly string[] = [];
  /** Whether the whole hall can be pressed as well. */
  @property({ type: Boolean }) whole = false;

  constructor() {
    super();
    void new Roving(this, '[data-target]');
  }

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language].rule;
    const { zones, surfaces, screens } = this.hall;
    const named = ({ id, name }: { readonly id: string; readonly name: Hall['name'] }): Chip => ({
      id,
      label: this.speech.text(name),
    });
    return html`<div class="all" role="group" aria-label=${this.label}>
      ${this.whole ? this.#chips('', [{ id: 'all', label: words.wholeHall }]) : nothing}
      ${this.#chips(words.zones, zones.map(named))} ${this.#chips(words.surfaces, surfaces.map(named))}
      ${this.#chips(
        words.screens,
        screens.map(({ id, number, name }) => ({ id, label: `${twoDigits(number)} ${this.speech.text(name)}` })),
      )}
    </div>`;
  }

  #chips(label: string, chips: readonly Chip[]): TemplateResult | typeof nothing {
    if (chips.length === 0) return nothing;
    return html`${label === '' ? nothing : html`<span class="label">${label}</span>`}
      <div class="chips">
        ${chips.map(
          ({ id, label: text }) =>
            html`<button
              type="button"
              class="button"
              data-target=${id}
              aria-pressed=${this.chosen.includes(id) ? 'true' : 'false'}
              @click=${() => this.#toggle(id)}
            >
              ${text}
            </button>`,
        )}
      </div>`;
  }

  #toggle(id: string): void {
    const chosen = this.chosen.includes(id) ? this.chosen.filter((one) => one !== id) : [...this.chosen, id];
    this.dispatchEvent(new CustomEvent<readonly string[]>('targets', { detail: chosen }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'target-chips': TargetChips;
  }
}
