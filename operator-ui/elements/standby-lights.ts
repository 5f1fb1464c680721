import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { goStyles } from '../look/go-styles.ts';
import { markIcon } from '../look/marks.ts';
import { base } from '../look/styles.ts';
import type { Light, Lights } from '../state/go.ts';
import type { Speech } from '../state/speech.ts';

/** A light for each screen of what is armed, or of a show's next cue. */
@customElement('standby-lights')
export class StandbyLights extends LitElement {
  static override styles = [
    base,
    goStyles,
    css`
      :host {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) lights!: Lights;

  protected override render(): TemplateResult {
    const { lights } = this.lights;
    return html`<div class="lights" role="list">
      ${[...lights].toSorted(([a], [b]) => this.#number(a) - this.#number(b)).map(([id, light]) => this.#light(id, light))}
    </div>`;
  }

  #number(id: string): number {
    return this.hall.screens.find((screen) => screen.id === id)?.number ?? 0;
  }

  #light(id: string, light: Light): TemplateResult {
    const isReady = light.is === 'ready';
    const hasFailed = light.is === 'waiting' && ['missing', 'failed', 'offline'].includes(light.reason);
    const number = this.#number(id);
    const why = light.is === 'waiting' ? this.speech.words.go.reasons[light.reason] : this.speech.words.go.allReady;
    return html`<div
      class="light ${isReady ? '' : hasFailed ? 'failed' : 'waiting'}"
      role="listitem"
      data-screen=${id}
      data-light=${isReady ? 'ready' : 'waiting'}
      title="${number} ${why}"
    >
      <span>${number}</span>${markIcon(isReady ? 'ready' : hasFailed ? 'fault' : 'loading', 12)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'standby-lights': StandbyLights;
  }
}
