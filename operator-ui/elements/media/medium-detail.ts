import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import type { Hall } from '#shared/hall.ts';
import { Holding, type MediumView } from '#shared/media.ts';
import { ask, type Refusal } from '../../controllers/rest.ts';
import { markIcon, type MarkShape } from '../../look/marks.ts';
import { base, buttons } from '../../look/styles.ts';
import { factRows, warningLines } from '../../state/content/medium-words.ts';
import { keyLabel } from '../../state/keys.ts';
import type { Speech } from '../../state/speech.ts';
import { twoDigits } from '../../state/units.ts';
import { contentWords } from '../../words/content-words.ts';
import '../content/content-users.ts';

/** Where a file is does not change the hall's revision: it is asked again this often, ms. */
const askEveryMs = 3000;

const shapes: Readonly<Record<Holding['state'], MarkShape>> = {
  held: 'ready',
  fetching: 'loading',
  coming: 'stale',
  missing: 'fault',
  unheard: 'stale',
};

/** Where something has to be done first. */
const troubled: readonly Holding['state'][] = ['missing', 'unheard', 'fetching', 'coming', 'held'];

/** One file: what it is, what players will have trouble with, where it is, what uses it. Raises `remove`. */
@customElement('medium-detail')
export class MediumDetail extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: 18px;
        max-width: 860px;
        padding: 18px 24px 40px;
      }
      .picture {
        display: block;
        max-width: 100%;
        max-height: 340px;
        background: var(--ground);
      }
      audio {
        width: 100%;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 4px 20px;
      }
      dt {
        color: var(--ink-2);
      }
      .warnings li {
        color: var(--st-warn);
      }
      .where {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
        gap: 4px 20px;
      }
      h1 {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) medium!: MediumView;
  @property({ type: Number }) revision = 0;
  @property({ type: Boolean }) able = false;
  @property({ type: Boolean }) may = false;
  @state() private holdings: readonly Holding[] = [];
  @state() private refusal: Refusal | null = null;
  @state() private isSure = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => void this.#read(), askEveryMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('medium');
    if (before !== undefined && before.id !== this.medium.id) {
      this.holdings = [];
      this.isSure = false;
    }
    if (changed.has('medium') || changed.has('revision')) void this.#read();
  }

  async #read(): Promise<void> {
    const { id } = this.medium;
    const answer = await ask('GET', `media/holdings?id=${encodeURIComponent(id)}`, z.array(Holding));
    if (id !== this.medium.id) return;
    if (answer.ok) this.holdings = answer.value;
    this.refusal = answer.ok ? null : answer.refusal;
  }

  protected override render(): TemplateResult {
    const words = contentWords[this.speech.language];
    const warnings = warningLines(this.medium.facts, this.hall, this.speech);
    return html`<h1 class="title">${this.medium.id}</h1>
      ${this.#picture()}
      <dl>
        ${factRows(this.medium, this.speech).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      ${
        warnings.length === 0
          ? nothing
          : html`<section class="warnings">
              <h2>${words.media.warnings}</h2>
              <ul>
                ${warnings.map((warning) => html`<li>${markIcon('warn')} ${warning}</li>`)}
              </ul>
            </section>`
      }
      <section>
        <h2>
          <span>${words.media.where}</span
          ><em>${this.holdings.filter((one) => one.state === 'held').length} / ${this.holdings.length}</em>
        </h2>
        ${this.refusal === null ? nothing : html`<p class="quiet">${this.speech.refused(this.refusal)}</p>`}
        ${
          this.holdings.length === 0
            ? html`<p class="quiet">${words.media.nowhere}</p>`
            : html`<ul class="where">
                ${this.holdings
                  .toSorted((a, b) => troubled.indexOf(a.state) - troubled.indexOf(b.state))
                  .map((holding) => this.#holding(holding))}
              </ul>`
        }
      </section>
      <content-users .speech=${this.speech} kind="medium" .of=${this.medium.id} .revision=${this.revision}>
      </content-users>
      ${
        this.may
          ? html`<div>
              <button class="button" data-act="delete" ?disabled=${!this.able} @click=${this.#remove}>
                <kbd>${keyLabel('removeMedium', this.speech.words)}</kbd
                >${this.isSure ? words.reallyDelete : words.remove2}
              </button>
            </div>`
          : nothing
      }`;
  }

  #picture(): TemplateResult | typeof nothing {
    const { mime, hash, id, hasThumbnail } = this.medium;
    const url = `/media/${hash}`;
    const poster = hasThumbnail ? `${url}/thumbnail` : nothing;
    if (mime.startsWith('image/')) return html`<img class="picture" src=${url} alt=${id} />`;
    if (mime.startsWith('video/'))
      return html`<video
        class="picture"
        src=${url}
        poster=${poster}
        controls
        muted
        preload="metadata"
        aria-label=${id}
      ></video>`;
    return mime.startsWith('audio/') ? html`<audio src=${url} controls aria-label=${id}></audio>` : nothing;
  }

  #holding({ screen: id, state: how, why, held, needed }: Holding): TemplateResult {
    const words = contentWords[this.speech.language].media;
    const screen = this.hall.screens.find((one) => one.id === id);
    return html`<li data-screen=${id} data-state=${how}>
      ${markIcon(shapes[how])}
      ${screen === undefined ? id : `${twoDigits(screen.number)} ${this.speech.text(screen.name)}`}
      <span class="quiet"
        >${why === null ? words.holding[how] : words.lack[why]}${
          how === 'coming' || how === 'fetching' ? `, ${words.share(held, needed)}` : ''
        }</span
      >
    </li>`;
  }

  readonly #remove = (): void => {
    if (this.isSure) this.dispatchEvent(new CustomEvent('remove', { detail: this.medium.id }));
    this.isSure = !this.isSure;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'medium-detail': MediumDetail;
  }
}
