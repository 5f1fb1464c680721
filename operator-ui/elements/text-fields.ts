import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { z } from 'zod';
import type { Languages } from '#shared/hall.ts';
import type { Text } from '#shared/text.ts';
import { base, fields } from '../look/styles.ts';

/** A text in the hall's languages, side by side; an empty field is a language without the text. Raises `text`. */
@customElement('text-fields')
export class TextFields extends LitElement {
  static override styles = [
    base,
    fields,
    css`
      :host {
        display: block;
      }
      .sides {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
        gap: 8px;
        margin-top: 4px;
      }
      textarea {
        display: block;
        resize: vertical;
        field-sizing: content;
        min-height: 58px;
      }
      .label {
        color: var(--ink);
        font-weight: 560;
      }
      .side {
        position: relative;
      }
      .tag {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        margin-bottom: 3px;
        font-size: var(--f-key);
        color: var(--ink-2);
      }
      .unread {
        font-style: normal;
        color: var(--st-warn);
      }
      .gap {
        border-style: dashed !important;
      }
    `,
  ];

  @property({ attribute: false }) languages!: z.infer<typeof Languages>;
  @property() label = '';
  @property({ attribute: false }) value: Text = {};
  @property({ type: Boolean }) multiline = false;
  @property({ type: Boolean }) disabled = false;
  @property({ type: Number }) most = 4000;
  /** Languages that nobody who speaks them has read yet, and how that is said. */
  @property({ attribute: false }) unproofed: readonly string[] = [];
  @property() unproofedWord = '';
  /** What is wrong with it, in words; empty while nothing is. */
  @property() problem = '';

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('textarea, input')?.focus(options);
  }

  protected override render(): TemplateResult {
    const { order, names } = this.languages;
    return html`<div role="group" aria-label=${this.label}>
      <span class="label">${this.label}</span>
      <div class="sides">
        ${order.map((tag) => html`<div class="side">${this.#field(tag, names[tag] ?? tag)}</div>`)}
      </div>
      ${this.problem === '' ? '' : html`<p class="error" role="alert">${this.problem}</p>`}
    </div>`;
  }

  #field(tag: string, name: string): TemplateResult {
    const value = this.value[tag] ?? '';
    const style = value === '' ? 'gap' : '';
    const label = `${this.label}, ${name}`;
    const isUnread = value !== '' && this.unproofed.includes(tag);
    return html`<span class="tag" aria-hidden="true"
        >${name}${isUnread ? html`<i class="unread">${this.unproofedWord}</i>` : ''}</span
      >${
        this.multiline
          ? html`<textarea
              class=${style}
              lang=${tag}
              rows="2"
              maxlength=${this.most}
              aria-label=${label}
              aria-invalid=${this.problem === '' ? 'false' : 'true'}
              ?disabled=${this.disabled}
              .value=${value}
              @input=${this.#onInput(tag)}
            ></textarea>`
          : html`<input
              class=${style}
              lang=${tag}
              maxlength=${this.most}
              aria-label=${label}
              aria-invalid=${this.problem === '' ? 'false' : 'true'}
              ?disabled=${this.disabled}
              .value=${value}
              @input=${this.#onInput(tag)}
              @keydown=${this.#onEnter}
            />`
      }`;
  }

  /** As in any line of a form, though the form does not know of these. */
  readonly #onEnter = (event: KeyboardEvent): void => {
    if (event.code !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.closest('form')?.requestSubmit();
  };

  #onInput(tag: string): (event: Event) => void {
    return (event) => {
      const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
      const { [tag]: _, ...others } = this.value;
      this.value = value.trim() === '' ? others : { ...this.value, [tag]: value };
      this.dispatchEvent(new CustomEvent<Text>('text', { detail: this.value }));
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'text-fields': TextFields;
  }
}
