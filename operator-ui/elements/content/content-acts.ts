import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SignedIn } from '../../controllers/session.ts';
import { base, buttons, fields } from '../../look/styles.ts';
import { keyLabel } from '../../state/keys.ts';
import type { Listed } from '../../state/content/listed.ts';
import { mayWrite } from '../../state/content/others.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords, type ContentWords } from '../../words/content-words.ts';

export type ContentAct =
  | { readonly do: 'save' | 'submit' | 'publish' | 'forget' | 'discard' | 'copy' | 'delete' }
  | { readonly do: 'give-back'; readonly note: string };

const keys = {
  save: 'saveDraft',
  submit: 'submit',
  publish: 'publish',
  copy: 'duplicate',
} as const;

/** How a scene or show stands, and what this person may do with it. Raises `do`, and `note` while one is written. */
@customElement('content-acts')
export class ContentActs extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: 6px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .state {
        color: var(--ink-2);
      }
      .state b {
        color: var(--ink);
        font-weight: 600;
      }
      .note {
        display: flex;
        gap: 6px;
      }
      .note input {
        min-width: 260px;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) one!: Listed;
  @property({ attribute: false }) person!: SignedIn;
  /** Whether something was written and is not saved. */
  @property({ type: Boolean }) written = false;
  /** Whether a field is wrong: then it can be saved, but not go on. */
  @property({ type: Boolean }) wrong = false;
  @property({ type: Boolean }) able = false;
  @state() private asks: 'nothing' | 'note' | 'forget' | 'discard' | 'delete' = 'nothing';
  /** What was written to give it back, and not sent. */
  @property() note = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was asked about one is not asked about another.
    if (changed.has('one') && changed.get('one')?.key !== this.one.key)
      this.asks = this.note === '' ? 'nothing' : 'note';
    if (this.asks === 'note' && !this.#mayGiveBack) this.asks = 'nothing';
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { draft, published } = this.one;
    const { role } = this.person;
    const edits = role === 'operator' || role === 'admin';
    const drafts = mayWrite(role);
    const isMine = draft?.authors.some(({ id }) => id === this.person.id) === true;
    const isInReview = draft?.state.is === 'review';
    const mayPublish = edits || (drafts && isInReview && !isMine && !this.written);
    const hasDraft = draft !== null || this.written;
    return html`<p class="state" role="status">${this.#state()}</p>
      ${
        drafts
          ? html`<div class="row">
              ${hasDraft ? this.#button('save', words.save, !this.written) : nothing}
              ${hasDraft && !(isInReview && !this.written) ? this.#button('submit', words.submit, this.wrong) : nothing}
              ${
                this.#mayGiveBack
                  ? html`<button
                      class="button"
                      data-act="give-back"
                      ?disabled=${!this.able}
                      @click=${() => this.#askNote()}
                    >
                      <kbd>${keyLabel('giveBack', this.speech.words)}</kbd>${words.giveBack}
                    </button>`
                  : nothing
              }
              ${hasDraft && mayPublish ? this.#button('publish', words.publish, this.wrong) : nothing}
              ${
                this.written
                  ? html`<button class="button" data-act="forget" @click=${() => (this.asks = 'forget')}>
                      <kbd>${keyLabel('forget', this.speech.words)}</kbd>${words.unsaved.forget}
                    </button>`
                  : nothing
              }
              ${
                draft !== null && (edits || isMine)
                  ? html`<button
                      class="button"
                      data-act="discard"
                      ?disabled=${!this.able || this.written}
                      @click=${() => (this.asks = 'discard')}
                    >
                      <kbd>${keyLabel('discard', this.speech.words)}</kbd>${words.discard}
                    </button>`
                  : nothing
              }
              ${this.#button('copy', words.duplicate)}
              ${
                edits && published !== null && draft === null
                  ? html`<button
                      class="button plain"
                      data-act="delete"
                      ?disabled=${!this.able}
                      @click=${() => {
                        if (this.asks === 'delete') this.#tell({ do: 'delete' });
                        else this.asks = 'delete';
                      }}
                    >
                      <kbd>${keyLabel('remove', this.speech.words)}</kbd>${
                        this.asks === 'delete' ? words.reallyDelete : words.remove2
                      }
                    </button>`
                  : nothing
              }
            </div>`
          : nothing
      }
      ${this.#asked()}
      ${role === 'curator' && isInReview && isMine ? html`<p class="quiet">${words.secondPerson}</p>` : nothing}
      ${hasDraft && mayPublish && published !== null ? html`<p class="quiet">${words.laterRuns}</p>` : nothing}`;
  }

  get #mayGiveBack(): boolean {
    return mayWrite(this.person.role) && this.one.draft?.state.is === 'review' && !this.written;
  }

  get #words(): ContentWords {
    return contentWords[this.speech.language];
  }

  #state(): TemplateResult {
    const words = this.#words;
    const { draft, published } = this.one;
    const version = published === null ? words.notPublished : words.version(published.version);
    const parts: (string | TemplateResult)[] = [version];
    if (draft !== null) {
      const names = draft.authors.map(({ name }) => name).join(', ');
      parts.push(html`<b>${words.draftBy(names)}</b>, ${this.speech.dateTime(draft.changedAt)}`);
      if (draft.state.is === 'review') parts.push(words.inReview(draft.state.by));
      else if (draft.state.returned !== null)
        parts.push(words.returned(draft.state.returned.by, draft.state.returned.note));
    }
    if (this.written) parts.push(html`<b>${words.unsaved.mark}</b>`);
    return html`${parts.map((part, index) => html`${index === 0 ? '' : ' · '}${part}`)}`;
  }

  #asked(): TemplateResult | typeof nothing {
    const words = this.#words;
    switch (this.asks) {
      case 'nothing':
        return nothing;
      case 'note':
        return html`<form
          class="note"
          @submit=${(event: SubmitEvent) => {
            event.preventDefault();
            if (this.able && this.note.trim() !== '') this.#raise({ do: 'give-back', note: this.note.trim() });
          }}
        >
          <input
            aria-label=${words.giveBackNote}
            placeholder=${words.giveBackNote}
            .value=${this.note}
            @input=${(event: Event) => this.#write((event.target as HTMLInputElement).value)}
          />
          <button class="button" type="submit" ?disabled=${!this.able || this.note.trim() === ''}>
            ${words.giveBack}
          </button>
        </form>`;
      case 'forget':
        return html`<button
          class="button"
          data-act="really-forget"
          ?disabled=${!this.written}
          @click=${() => this.#tell({ do: 'forget' })}
        >
          ${words.unsaved.reallyForget}
        </button>`;
      case 'discard':
        return html`<div class="row">
          <button
            class="button"
            data-act="really-discard"
            ?disabled=${!this.able || this.written}
            @click=${() => this.#tell({ do: 'discard' })}
          >
            ${words.reallyDiscard}
          </button>
          <span class="quiet">${words.discardKept}</span>
        </div>`;
      case 'delete':
        return nothing;
    }
  }

  #button(act: keyof typeof keys, text: string, isOff = false): TemplateResult {
    return html`<button
      class="button"
      data-act=${act}
      ?disabled=${!this.able || isOff}
      @click=${() => this.#tell({ do: act })}
    >
      <kbd>${keyLabel(keys[act], this.speech.words)}</kbd>${text}
    </button>`;
  }

  /** What is wrong is asked for, and is written at once. */
  #askNote(): void {
    this.asks = 'note';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('.note input')?.focus());
  }

  #write(note: string): void {
    this.dispatchEvent(new CustomEvent<string>('note', { detail: note }));
  }

  #tell(act: ContentAct): void {
    this.asks = 'nothing';
    this.#raise(act);
  }

  /** The note stands until the hall has it. */
  #raise(act: ContentAct): void {
    this.dispatchEvent(new CustomEvent<ContentAct>('do', { detail: act }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'content-acts': ContentActs;
  }
}
