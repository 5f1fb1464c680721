import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import type { MediumView } from '#shared/media.ts';
import type { Scene } from '#shared/scene.ts';
import { formStyles } from '../../look/form-styles.ts';
import { base, fields } from '../../look/styles.ts';
import { fieldsOf } from '../../state/content/fields.ts';
import { wrongAt, type Wrongs } from '../../state/content/wrongs.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords } from '../../words/content-words.ts';
import './params-form.ts';

/** What a scene shows, and for how long. Raises `value` with the whole scene. */
@customElement('scene-fields')
export class SceneFields extends LitElement {
  static override styles = [base, fields, formStyles];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) scene!: Scene;
  @property({ attribute: false }) media: readonly MediumView[] = [];
  @property({ attribute: false }) wrongs: Wrongs = new Map();

  protected override render(): TemplateResult {
    const words = contentWords[this.speech.language];
    const { scene, wrongs } = this;
    const field = fieldsOf(scene.type);
    const wrong = wrongAt(wrongs, 'durationMs');
    return html`<form novalidate @submit=${(event: SubmitEvent) => event.preventDefault()}>
      ${
        field === null
          ? nothing
          : html`<params-form
              .speech=${this.speech}
              .hall=${this.hall}
              .field=${field}
              .value=${scene.params}
              .wrongs=${wrongs}
              .media=${this.media}
              .unproofed=${scene.unproofed ?? []}
              @value=${({ detail }: CustomEvent<Scene['params']>) => this.#tell({ ...scene, params: detail })}
            ></params-form>`
      }
      <div>
        <label for="duration">${words.duration}</label>
        <input
          id="duration"
          type="number"
          min="0.1"
          step="any"
          placeholder=${words.noEnd}
          .value=${scene.durationMs === undefined ? '' : String(scene.durationMs / 1000)}
          @input=${(event: Event) => this.#setDuration((event.target as HTMLInputElement).value.trim())}
        />
        ${wrong === '' ? nothing : html`<p class="error" role="alert">${wrong}</p>`}
      </div>
    </form>`;
  }

  #setDuration(text: string): void {
    const { durationMs: _before, ...endless } = this.scene;
    this.#tell(text === '' ? endless : { ...this.scene, durationMs: Math.round(Number(text) * 1000) });
  }

  #tell(scene: Scene): void {
    this.dispatchEvent(new CustomEvent<Scene>('value', { detail: scene }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'scene-fields': SceneFields;
  }
}
