import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import type { MediumView } from '#shared/media.ts';
import { baseOf } from '#shared/training.ts';
import { firstOf, focused } from '../controllers/deep.ts';
import { Media } from '../controllers/media.ts';
import type { Refusal } from '../controllers/rest.ts';
import type { SignedIn } from '../controllers/session.ts';
import { Thumbnails } from '../controllers/thumbnails.ts';
import { Uploads } from '../controllers/uploads.ts';
import { librarySearch } from '../elements/content/library-search.ts';
import '../elements/media/media-list.ts';
import '../elements/media/medium-detail.ts';
import '../elements/media/upload-list.ts';
import { libraryStyles } from '../look/content-styles.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { mediumIdOf } from '../state/content/latin.ts';
import type { Speech } from '../state/speech.ts';
import { contentWords, type ContentWords } from '../words/content-words.ts';

const filters = ['all', 'picture', 'film', 'sound', 'data'] as const;
type Filter = (typeof filters)[number];

/** The hall's files: brought in, looked at, found again, deleted. */
@customElement('media-view')
export class MediaView extends LitElement {
  static override styles = [base, buttons, fields, libraryStyles];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) person!: SignedIn;
  @property({ type: Number }) revision = 0;
  /** Another number whenever the media, or what is known of them, have changed. */
  @property({ type: Number }) mediaRound = 0;
  @property({ type: Boolean }) able = false;
  @property({ type: Boolean, reflect: true }) chosen = false;
  @state() private query = '';
  @state() private filter: Filter = 'all';
  @state() private open: string | null = null;
  @state() private refusal: Refusal | null = null;
  readonly #media = new Media(this);
  readonly #thumbnails = new Thumbnails(this);
  readonly #uploads = new Uploads(this, (medium, file) => this.#thumbnails.uploaded(medium, file));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('mediaRound')) void this.#media.at(this.mediaRound);
    this.chosen = this.open !== null;
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const may = this.#may;
    const refusal = this.refusal ?? this.#media.refusal;
    const medium = this.#media.all.find(({ id }) => id === this.open) ?? null;
    return html`<nav aria-label=${words.media.heading}>
        <div class="top">
          <h1 class="title">${words.media.heading}</h1>
          ${
            may
              ? html`<upload-list
                  .speech=${this.speech}
                  .uploads=${this.#uploads.all}
                  ?able=${this.able}
                  @files=${({ detail }: CustomEvent<readonly File[]>) => this.#add(detail)}
                  @drop-upload=${({ detail }: CustomEvent<string>) => void this.#uploads.drop(detail)}
                ></upload-list>`
              : nothing
          }
          ${librarySearch({
            query: this.query,
            search: (query) => (this.query = query),
            hint: words.media.search,
            filter: this.filter,
            choose: (filter) => (this.filter = filter),
            filters,
            names: words.media.filters,
            label: words.kind,
          })}
        </div>
        <media-list
          class="list"
          .hall=${this.hall}
          .speech=${this.speech}
          .media=${this.#media.all.filter((one) => this.#fits(one))}
          .current=${this.open ?? ''}
          @pick=${({ detail }: CustomEvent<string>) => this.#pick(detail)}
          @in-sight=${({ detail }: CustomEvent<readonly string[]>) => this.#see(detail)}
        ></media-list>
      </nav>
      <div class="detail">
        ${
          this.chosen
            ? html`<button class="button back" @click=${() => (this.open = null)}>${words.media.back}</button>`
            : nothing
        }
        ${refusal === null ? nothing : html`<p class="empty error" role="alert">${this.speech.refused(refusal)}</p>`}
        ${
          medium === null
            ? html`<p class="empty">${words.media.choose}</p>`
            : html`<medium-detail
                .speech=${this.speech}
                .hall=${this.hall}
                .medium=${medium}
                .revision=${this.revision}
                ?able=${this.able}
                ?may=${may}
                @remove=${({ detail }: CustomEvent<string>) => void this.#remove(detail)}
              ></medium-detail>`
        }
      </div>`;
  }

  get #words(): ContentWords {
    return contentWords[this.speech.language];
  }

  #fits({ id, facts }: MediumView): boolean {
    if (this.filter !== 'all' && facts?.is !== this.filter) return false;
    return id.includes(this.query.trim().toLowerCase());
  }

  /** The copy to train on shows the real hall's files, and touches none. */
  get #may(): boolean {
    return baseOf(location.pathname) === '' && ['operator', 'curator', 'admin'].includes(this.person.role);
  }

  #pick(id: string): void {
    this.open = id;
    this.refusal = null;
  }

  #see(ids: readonly string[]): void {
    if (this.#may && this.able) this.#thumbnails.see(this.#media.all.filter(({ id }) => ids.includes(id)));
  }

  #add(files: readonly File[]): void {
    const taken = new Set([...this.#media.all.map(({ id }) => id), ...this.#uploads.all.map(({ id }) => id)]);
    for (const file of files) {
      const id = mediumIdOf(file, taken);
      taken.add(id);
      this.#uploads.add(file, id, { empty: this.#words.media.emptyFile, tooLarge: this.#words.media.tooLarge });
    }
  }

  async #remove(id: string): Promise<void> {
    const answer = await this.#media.remove(id);
    this.refusal = answer.ok ? null : answer.refusal;
    if (!answer.ok) return;
    this.open = null;
    await this.updateComplete;
    // What had the keyboard is gone: the list has it.
    if (focused() === document.body) firstOf(this.renderRoot, '[data-medium]')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'media-view': MediaView;
  }
}
