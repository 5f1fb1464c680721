import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import type { MediumView } from '#shared/media.ts';
import { baseOf } from '#shared/training.ts';
import { Media } from '../controllers/media.ts';
import type { Refusal } from '../controllers/rest.ts';
import type { SignedIn } from '../controllers/session.ts';
import { Uploads } from '../controllers/uploads.ts';
import { librarySearch } from '../elements/content/library-search.ts';
import '../elements/media/medium-detail.ts';
import '../elements/media/upload-list.ts';
import { libraryStyles } from '../look/content-styles.ts';
import { markIcon } from '../look/marks.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { mediumIdOf } from '../state/content/latin.ts';
import { factLine, warningLines } from '../state/content/medium-words.ts';
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
  @property({ type: Boolean }) able = false;
  @property({ type: Boolean, reflect: true }) chosen = false;
  @state() private query = '';
  @state() private filter: Filter = 'all';
  @state() private open: string | null = null;
  @state() private refusal: Refusal | null = null;
  readonly #media = new Media(this);
  readonly #uploads = new Uploads(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('revision')) void this.#media.at(this.revision);
    this.chosen = this.open !== null;
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    // The copy to train on shows the real hall's files, and touches none.
    const isTraining = baseOf(location.pathname) !== '';
    const may = !isTraining && ['operator', 'curator', 'admin'].includes(this.person.role);
    const medium = this.#media.all.find(({ id }) => id === this.open) ?? null;
    const shown = this.#media.all.filter((one) => this.#fits(one));
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
        <div class="list">
          ${shown.length === 0 ? html`<p class="empty">${words.media.empty}</p>` : nothing}
          ${shown.map((one) => this.#row(one))}
        </div>
      </nav>
      <div class="detail">
        ${
          this.chosen
            ? html`<button class="button back" @click=${() => (this.open = null)}>${words.media.heading}</button>`
            : nothing
        }
        ${this.refusal === null ? nothing : html`<p class="empty error" role="alert">${this.refusal.detail}</p>`}
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

  #row(medium: MediumView): TemplateResult {
    const { id, facts } = medium;
    const isWarned = warningLines(facts, this.hall, this.speech).length > 0;
    return html`<button
      class="row"
      data-medium=${id}
      aria-current=${id === this.open ? 'true' : 'false'}
      @click=${() => {
        this.open = id;
        this.refusal = null;
      }}
    >
      <span class="thumb" aria-hidden="true">${this.#thumb(medium)}</span>
      <span><b>${id}</b><small>${isWarned ? markIcon('warn') : nothing} ${factLine(medium, this.speech)}</small></span>
    </button>`;
  }

  #thumb({ mime, hash, id }: MediumView): TemplateResult | string {
    const url = `/media/${hash}`;
    if (mime.startsWith('image/')) return html`<img loading="lazy" decoding="async" src=${url} alt="" />`;
    // The picture a second into it: films often begin in black.
    if (mime.startsWith('video/')) return html`<video muted preload="metadata" src=${`${url}#t=1`}></video>`;
    return id.slice(id.lastIndexOf('.') + 1).toUpperCase();
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
    if (answer.ok) this.open = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'media-view': MediaView;
  }
}
