import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Sending, Sent } from '../../controllers/uploads.ts';
import { base, buttons } from '../../look/styles.ts';
import { keyLabel } from '../../state/keys.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords } from '../../words/content-words.ts';

/** Where files are dropped or chosen, and how far each has come. Raises `files` and `drop-upload` with an id. */
@customElement('upload-list')
export class UploadList extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .zone {
        padding: 14px;
        border: 1px dashed var(--edge);
        border-radius: var(--radius);
        color: var(--ink-2);
        text-align: center;
      }
      .zone.over {
        border-color: var(--st-preview);
        background: color-mix(in srgb, var(--st-preview) 12%, transparent);
      }
      .zone small {
        display: block;
        margin-top: 6px;
        font-size: var(--f-key);
      }
      label {
        color: var(--ink);
        text-decoration: underline;
        cursor: pointer;
      }
      input {
        position: absolute;
        width: 1px;
        height: 1px;
        opacity: 0;
      }
      input:focus-visible + label {
        outline: 2px solid var(--ink);
        outline-offset: 2px;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 2px 10px;
        padding: 8px 0;
        border-bottom: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      li p {
        grid-column: 1;
        font-size: var(--f-label);
        color: var(--ink-2);
      }
      li .error {
        color: var(--st-fault);
      }
      li .warn {
        color: var(--st-warn);
      }
      li button {
        grid-area: 1 / 2 / span 3;
        align-self: center;
      }
      progress {
        grid-column: 1;
        width: 100%;
        height: 6px;
        appearance: none;
        border: 0;
        background: var(--line);
        color: var(--st-preview);
      }
      progress::-webkit-progress-bar {
        background: var(--line);
      }
      progress::-webkit-progress-value {
        background: var(--st-preview);
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) uploads: readonly Sent[] = [];
  @property({ type: Boolean }) able = false;
  @state() private isOver = false;

  protected override render(): TemplateResult {
    const words = contentWords[this.speech.language].media;
    return html`<div
        class="zone ${this.isOver ? 'over' : ''}"
        @dragover=${this.#over}
        @dragleave=${() => (this.isOver = false)}
        @drop=${this.#dropped}
      >
        ${words.drop} <kbd>${keyLabel('upload', this.speech.words)}</kbd>
        <input id="files" type="file" multiple ?disabled=${!this.able} @change=${this.#chosen} /><label for="files"
          >${words.browse}</label
        >
        <small>${words.accepted}</small>
      </div>
      ${
        this.uploads.length === 0
          ? nothing
          : html`<ul aria-label=${words.uploading}>
              ${this.uploads.map((one) => this.#line(one))}
            </ul>`
      }`;
  }

  #line({ name, id, state: sending }: Sent): TemplateResult {
    const words = contentWords[this.speech.language].media;
    const isOver = sending.is === 'done' || sending.is === 'refused';
    return html`<li data-upload=${id} data-state=${sending.is}>
      <span>${name}</span>
      ${
        sending.is === 'checking'
          ? nothing
          : html`<button
              class="button plain small"
              @click=${() => this.dispatchEvent(new CustomEvent<string>('drop-upload', { detail: id }))}
            >
              ${isOver ? words.forget : words.stop}<span class="sr">${name}</span>
            </button>`
      }
      ${
        sending.is === 'sending' || sending.is === 'broken'
          ? html`<progress aria-label=${name} .value=${sending.share} max="1"></progress>`
          : nothing
      }
      ${this.#said(sending)}
    </li>`;
  }

  #said(sending: Sending): TemplateResult {
    const words = contentWords[this.speech.language].media;
    switch (sending.is) {
      case 'waits':
        return html`<p>${words.waits}</p>`;
      case 'sending':
        return html`<p>${words.sending(Math.floor(sending.share * 100))}</p>`;
      case 'broken':
        return html`<p class="warn" role="status">${words.broken}</p>`;
      case 'checking':
        return html`<p>${words.checking}</p>`;
      case 'done':
        return html`<p role="status">${sending.isNew ? words.done(sending.id) : words.existed(sending.id)}</p>`;
      case 'refused':
        return html`<p class="error" role="alert">
          ${words.refused}: ${typeof sending.why === 'string' ? sending.why : this.speech.refused(sending.why)}
        </p>`;
    }
  }

  readonly #over = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = true;
  };

  readonly #dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    this.#tell([...(event.dataTransfer?.files ?? [])]);
  };

  readonly #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#tell([...(input.files ?? [])]);
    input.value = '';
  };

  #tell(files: readonly File[]): void {
    if (this.able && files.length > 0) this.dispatchEvent(new CustomEvent<readonly File[]>('files', { detail: files }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'upload-list': UploadList;
  }
}
