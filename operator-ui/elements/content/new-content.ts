import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { contentId, type Content } from '#shared/drafts.ts';
import type { Hall } from '#shared/hall.ts';
import { Slug } from '#shared/ids.ts';
import { sceneTypes } from '#shared/scenes/registry.ts';
import type { Text } from '#shared/text.ts';
import { firstOf } from '../../controllers/deep.ts';
import { formStyles } from '../../look/form-styles.ts';
import { base, buttons, fields } from '../../look/styles.ts';
import { firstType, type NewForm } from '../../state/content/begun.ts';
import { freshShow } from '../../state/content/cues.ts';
import { emptyValue, fieldsOf } from '../../state/content/fields.ts';
import { slugOf } from '../../state/content/latin.ts';
import { keyLabel } from '../../state/keys.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords, type ContentWords } from '../../words/content-words.ts';
import '../text-fields.ts';

/** Slates are the hall's own: nobody writes scenes of these types. */
const slates: ReadonlySet<string> = new Set(['announcement', 'blackout', 'closed', 'evacuation', 'ident']);

/**
 * A scene or show to begin with: its kind, its title, and the id that follows from it. Raises `form` with what was
 * written, `forget` with what is thrown away, and `content`.
 */
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
      h1,
      .back {
        margin-bottom: 12px;
      }
      .back {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-top: 6px;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property() kind: Content['kind'] = 'scene';
  /** Keys of what is there. */
  @property({ attribute: false }) taken: readonly string[] = [];
  @property({ type: Boolean }) able = false;
  /** What was written in it; null: nothing yet. */
  @property({ attribute: false }) begun: NewForm | null = null;
  /** Whether the browser has room to keep it. */
  @property({ type: Boolean }) kept = true;
  /** Whether it was begun before it was opened this time. */
  @state() private isBack = false;
  @state() private isSure = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kind')) this.isBack = this.begun !== null;
    if (this.begun === null) this.isBack = this.isSure = false;
  }

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
    const { type: chosen, title: written } = this.#written;
    const isReady = this.able && id !== '' && !isWrong && Object.keys(written).length > 0;
    return html`<h1 class="title">${this.kind === 'scene' ? words.newScene : words.newShow}</h1>
      ${this.#notice(words)}
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
                <select
                  id="type"
                  @change=${(event: Event) => this.#write({ type: (event.target as HTMLSelectElement).value })}
                >
                  ${sceneTypes
                    .filter(({ type }) => !slates.has(type))
                    .map(
                      ({ type, title }) =>
                        html`<option value=${type} .selected=${type === chosen}>${this.speech.text(title)}</option>`,
                    )}
                </select>
              </div>`
        }
        <text-fields
          .languages=${this.hall.languages}
          .label=${words.title}
          .value=${written}
          @text=${({ detail }: CustomEvent<Text>) => this.#write({ title: detail })}
        ></text-fields>
        <div>
          <label for="id">${words.name}</label>
          <input
            id="id"
            name="id"
            maxlength="64"
            aria-invalid=${isWrong ? 'true' : 'false'}
            .value=${id}
            @input=${(event: Event) => this.#write({ id: (event.target as HTMLInputElement).value })}
          />
          ${isWrong ? html`<p class="error" role="alert">${isTaken ? words.taken : words.wrong.form}</p>` : ''}
        </div>
        <div class="foot">
          <button class="button" type="submit" ?disabled=${!isReady}>${words.create}</button>
        </div>
      </form>`;
  }

  get #id(): string {
    const { id, title } = this.#written;
    return id ?? slugOf(title['en'] ?? this.speech.text(title));
  }

  get #written(): NewForm {
    return this.begun ?? { is: 'new', kind: this.kind, type: firstType, title: {}, id: null, at: 0 };
  }

  #write(change: Partial<Pick<NewForm, 'type' | 'title' | 'id'>>): void {
    this.dispatchEvent(new CustomEvent<NewForm>('form', { detail: { ...this.#written, ...change, at: Date.now() } }));
  }

  /** What came back, or would be lost with the page; and a way to begin anew. */
  #notice(words: ContentWords): TemplateResult | typeof nothing {
    const { begun } = this;
    if (begun === null || (this.kept && !this.isBack)) return nothing;
    return html`<p role="status">
        ${this.kept ? words.unsaved.here(this.speech.dateTime(begun.at)) : words.unsaved.noRoom}
      </p>
      <div class="back">
        <button class="button" data-act="forget" @click=${() => (this.isSure = true)}>
          <kbd>${keyLabel('forget', this.speech.words)}</kbd>${words.unsaved.forget}
        </button>
        ${
          this.isSure
            ? html`<button
                class="button"
                data-act="really-forget"
                @click=${() => this.dispatchEvent(new CustomEvent<NewForm>('forget', { detail: begun }))}
              >
                ${words.unsaved.reallyForget}
              </button>`
            : nothing
        }
      </div>`;
  }

  #content(id: string): Content {
    const { type, title } = this.#written;
    if (this.kind === 'show') return { kind: 'show', body: freshShow(id, title) };
    const field = fieldsOf(type);
    const empty = (field === null ? {} : emptyValue(field)) as Record<string, unknown>;
    // Most scenes show their own title.
    const params = 'title' in empty ? { ...empty, title } : empty;
    return { kind: 'scene', body: { id, version: 1, type, title, params } };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'new-content': NewContent;
  }
}
