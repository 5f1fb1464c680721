import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { contentId, type Content } from '#shared/drafts.ts';
import type { Hall } from '#shared/hall.ts';
import { Slug } from '#shared/ids.ts';
import { sceneTypes } from '#shared/scenes/registry.ts';
import type { Text } from '#shared/text.ts';
import { firstOf } from '../../controllers/deep.ts';
import { formStyles } from '../../look/form-styles.ts';
import { base, buttons, fields } from '../../look/styles.ts';
import { freshShow } from '../../state/content/cues.ts';
import { emptyValue, fieldsOf } from '../../state/content/fields.ts';
import { slugOf } from '../../state/content/latin.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords } from '../../words/content-words.ts';
import '../text-fields.ts';

/** Slates are the hall's own: nobody writes scenes of these types. */
const slates: ReadonlySet<string> = new Set(['announcement', 'blackout', 'closed', 'evacuation', 'ident']);

/** A scene or show to begin with: its kind, its title, and the id that follows from it. Raises `content`. */
@customElement('new-content')
export class NewContent extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    formStyles,
    css`
      :host {
        display: block;
        max-width: 720px;
        padding: 18px 24px;
      }
      h1 {
        margin-bottom: 12px;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property() kind: Content['kind'] = 'scene';
  /** Keys of what is there. */
  @property({ attribute: false }) taken: readonly string[] = [];
  @property({ type: Boolean }) able = false;
  @state() private type = 'text';
  @state() private text: Text = {};
  @state() private written: string | null = null;

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('kind')) void this.#focusFirst();
  }

  async #focusFirst(): Promise<void> {
    await this.renderRoot.querySelector('text-fields')?.updateComplete;
    firstOf(this.renderRoot, 'select, input')?.focus();
  }

  protected override render(): TemplateResult {
    const words = contentWords[this.speech.language];
    const id = this.#id;
    const isTaken = this.taken.includes(contentId(this.kind, id));
    const isWrong = id !== '' && (isTaken || !Slug.safeParse(id).success);
    const isReady = this.able && id !== '' && !isWrong && Object.keys(this.text).length > 0;
    return html`<h1 class="title">${this.kind === 'scene' ? words.newScene : words.newShow}</h1>
      <form
        novalidate
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          if (isReady) this.dispatchEvent(new CustomEvent<Content>('content', { detail: this.#content(id) }));
        }}
      >
        ${
          this.kind === 'show'
            ? ''
            : html`<div>
                <label for="type">${words.kind}</label>
                <select id="type" @change=${(event: Event) => (this.type = (event.target as HTMLSelectElement).value)}>
                  ${sceneTypes
                    .filter(({ type }) => !slates.has(type))
                    .map(
                      ({ type, title }) =>
                        html`<option value=${type} ?selected=${type === this.type}>${this.speech.text(title)}</option>`,
                    )}
                </select>
              </div>`
        }
        <text-fields
          .languages=${this.hall.languages}
          .label=${words.title}
          .value=${this.text}
          @text=${({ detail }: CustomEvent<Text>) => (this.text = detail)}
        ></text-fields>
        <div>
          <label for="id">${words.name}</label>
          <input
            id="id"
            name="id"
            maxlength="64"
            aria-invalid=${isWrong ? 'true' : 'false'}
            .value=${id}
            @input=${(event: Event) => (this.written = (event.target as HTMLInputElement).value)}
          />
          ${isWrong ? html`<p class="error" role="alert">${isTaken ? words.taken : words.wrong.form}</p>` : ''}
        </div>
        <div class="foot">
          <button class="button" type="submit" ?disabled=${!isReady}>${words.create}</button>
        </div>
      </form>`;
  }

  get #id(): string {
    return this.written ?? slugOf(this.text['en'] ?? this.speech.text(this.text));
  }

  #content(id: string): Content {
    if (this.kind === 'show') return { kind: 'show', body: freshShow(id, this.text) };
    const field = fieldsOf(this.type);
    const empty = (field === null ? {} : emptyValue(field)) as Record<string, unknown>;
    // Most scenes show their own title.
    const params = 'title' in empty ? { ...empty, title: this.text } : empty;
    return { kind: 'scene', body: { id, version: 1, type: this.type, title: this.text, params } };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'new-content': NewContent;
  }
}
