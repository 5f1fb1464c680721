import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import type { MediumView } from '#shared/media.ts';
import { Roving } from '../../controllers/roving.ts';
import { libraryStyles } from '../../look/content-styles.ts';
import { markIcon } from '../../look/marks.ts';
import { base, buttons } from '../../look/styles.ts';
import { factLine, warningLines } from '../../state/content/medium-words.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords } from '../../words/content-words.ts';

/** The hall's files, each by a small picture of its own. Raises `pick` with an id, `in-sight` with the ids in sight. */
@customElement('media-list')
export class MediaList extends LitElement {
  static override styles = [
    base,
    buttons,
    libraryStyles,
    css`
      :host {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) media: readonly MediumView[] = [];
  @property() current = '';
  /** Rows; which medium a row shows may change. */
  readonly #inSight = new Set<Element>();
  readonly #rows = new Set<Element>();
  #observer: IntersectionObserver | null = null;

  constructor() {
    super();
    void new Roving(this, '[data-medium]');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new IntersectionObserver(this.#seen, { root: this });
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#rows.clear();
    this.#inSight.clear();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const rows = new Set(this.renderRoot.querySelectorAll('[data-medium]'));
    for (const row of this.#rows) {
      if (rows.has(row)) continue;
      this.#observer?.unobserve(row);
      this.#inSight.delete(row);
    }
    for (const row of rows) if (!this.#rows.has(row)) this.#observer?.observe(row);
    this.#rows.clear();
    for (const row of rows) this.#rows.add(row);
    if (changed.has('media')) this.#tell();
  }

  protected override render(): TemplateResult {
    const words = contentWords[this.speech.language].media;
    return html`${this.media.length === 0 ? html`<p class="empty">${words.empty}</p>` : nothing}
    ${this.media.map((medium) => this.#row(medium))}`;
  }

  #row(medium: MediumView): TemplateResult {
    const { id, hash, facts, hasThumbnail } = medium;
    const isWarned = warningLines(facts, this.hall, this.speech).length > 0;
    return html`<button
      class="row"
      data-medium=${id}
      aria-current=${id === this.current ? 'true' : 'false'}
      @click=${() => this.dispatchEvent(new CustomEvent<string>('pick', { detail: id }))}
    >
      <span class="thumb" aria-hidden="true"
        >${
          hasThumbnail
            ? html`<img loading="lazy" decoding="async" src=${`/media/${hash}/thumbnail`} alt="" />`
            : id.slice(id.lastIndexOf('.') + 1).toUpperCase()
        }</span
      >
      <span><b>${id}</b><small>${isWarned ? markIcon('warn') : nothing} ${factLine(medium, this.speech)}</small></span>
    </button>`;
  }

  readonly #seen = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#inSight.add(target);
      else this.#inSight.delete(target);
    }
    this.#tell();
  };

  #tell(): void {
    const detail = [...this.#inSight].map((row) => (row as HTMLElement).dataset['medium'] ?? '');
    this.dispatchEvent(new CustomEvent<readonly string[]>('in-sight', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'media-list': MediaList;
  }
}
