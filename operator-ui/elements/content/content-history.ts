import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import { Edition } from '#shared/drafts.ts';
import type { Scene, Show } from '#shared/scene.ts';
import { ask, type Refusal } from '../../controllers/rest.ts';
import { base, buttons } from '../../look/styles.ts';
import { differences } from '../../state/content/paths.ts';
import { keyLabel } from '../../state/keys.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords } from '../../words/content-words.ts';
import './content-differences.ts';

const EditionSeen = Edition.omit({ id: true, at: true }).extend({ revision: z.int(), at: z.iso.datetime() });
type EditionSeen = z.infer<typeof EditionSeen>;

/** The past of a scene or show, what differs, and the way back. Raises `revert` with what it was. */
@customElement('content-history')
export class ContentHistory extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      h2 kbd {
        margin-right: 3px;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      li > button {
        width: 100%;
        min-height: var(--finger);
        padding: 6px 0;
        font-weight: 400;
      }
      li > [aria-expanded='true'] {
        font-weight: 600;
      }
      li > button:hover {
        background: color-mix(in srgb, var(--ink) 5%, transparent);
      }
      li .quiet {
        display: block;
        font-size: var(--f-label);
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property() kind: 'scene' | 'show' = 'scene';
  @property() of = '';
  /** What it is now, written or saved. */
  @property({ attribute: false }) now: Scene | Show | null = null;
  @property({ type: Number }) revision = 0;
  @state() private editions: readonly EditionSeen[] = [];
  @state() private refusal: Refusal | null = null;
  @state() private open: number | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('of') || changed.has('kind')) this.open = null;
    if (changed.has('kind') || changed.has('of') || changed.has('revision')) void this.#read();
  }

  async #read(): Promise<void> {
    const { kind, of } = this;
    const answer = await ask('GET', `${kind}s/${encodeURIComponent(of)}/editions`, z.array(EditionSeen));
    if (kind !== this.kind || of !== this.of) return;
    if (answer.ok) this.editions = answer.value;
    this.refusal = answer.ok ? null : answer.refusal;
  }

  protected override render(): TemplateResult {
    const words = contentWords[this.speech.language];
    return html`<h2>
        <span><kbd>${keyLabel('history', this.speech.words)}</kbd> ${words.history}</span
        ><em>${this.editions.length}</em>
      </h2>
      ${this.refusal === null ? nothing : html`<p class="quiet">${this.speech.refused(this.refusal)}</p>`}
      ${this.editions.length === 0 ? html`<p class="quiet">${words.noHistory}</p>` : nothing}
      <ul>
        ${this.editions.map((edition) => {
          const isOpen = this.open === edition.revision;
          return html`<li>
            <button
              data-act="edition"
              aria-expanded=${isOpen ? 'true' : 'false'}
              @click=${() => (this.open = isOpen ? null : edition.revision)}
            >
              ${words.version(edition.content.body.version)} · ${words.how[edition.how]}
              ${edition.by === null ? '' : words.by(edition.by)}
              <span class="quiet"
                >${edition.authors.length === 0 ? '' : `${words.drafted(edition.authors.join(', '))} · `}${this.speech.dateTime(
                  Date.parse(edition.at),
                )}</span
              >
            </button>
            ${isOpen ? this.#compared(edition) : nothing}
          </li>`;
        })}
      </ul>`;
  }

  #compared({ content }: EditionSeen): TemplateResult {
    const words = contentWords[this.speech.language];
    const isSame = differences(content.body, this.now).length === 0;
    return html`<content-differences
        .speech=${this.speech}
        .from=${content.body}
        .to=${this.now}
        .was=${words.was}
        .is=${words.is}
      ></content-differences>
      <button
        class="button"
        data-act="revert"
        ?disabled=${isSame}
        @click=${() => this.dispatchEvent(new CustomEvent('revert', { detail: content.body }))}
      >
        <kbd>${keyLabel('revert', this.speech.words)}</kbd>${words.revert}
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'content-history': ContentHistory;
  }
}
