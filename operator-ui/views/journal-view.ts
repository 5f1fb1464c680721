import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import { ask, type Refusal } from '../controllers/rest.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { keyLabel } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';

const Entry = z.object({
  seq: z.int(),
  revision: z.int(),
  at: z.iso.datetime(),
  command: z.string(),
  actor: z.string(),
  reason: z.string().nullable(),
  summary: z.string(),
  changed: z.array(z.object({ kind: z.string(), id: z.string() })),
});
type Entry = z.infer<typeof Entry>;

const pageSize = 60;

/** Who did what, when and why; newest first, and it grows as the hall decides. */
@customElement('journal-view')
export class JournalView extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
        height: 100%;
        overflow: auto;
        padding: 18px 24px;
      }
      header {
        display: flex;
        align-items: end;
        gap: 12px;
        margin-bottom: 12px;
      }
      h1 {
        flex: 1;
      }
      header div {
        width: 180px;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th {
        padding: 4px 16px 6px 0;
        font-size: var(--f-label);
        font-weight: 400;
        color: var(--ink-2);
        text-align: start;
      }
      td {
        padding: 8px 16px 8px 0;
        border-top: 1px solid var(--line);
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      td:nth-child(1),
      td:nth-child(2) {
        white-space: nowrap;
        color: var(--ink-2);
      }
      td:nth-child(4) {
        color: var(--ink-2);
      }
      footer {
        padding: 14px 0;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  /** The hall's revision; a higher one means that there is more to read. */
  @property({ type: Number }) revision = 0;
  @state() private entries: readonly Entry[] = [];
  @state() private refusal: Refusal | null = null;
  @state() private isComplete = false;
  @state() private actor = '';
  #reading: Promise<void> = Promise.resolve();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('revision')) this.#later(() => this.#readNewest());
  }

  /** Reads the next page of older entries. */
  readonly readOlder = (): void => {
    if (!this.isComplete) this.#later(() => this.#readOlder());
  };

  protected override render(): TemplateResult {
    const { journal } = this.speech.words;
    const people = [...new Set(this.entries.map((entry) => entry.actor))].toSorted();
    const shown = this.entries.filter((entry) => this.actor === '' || entry.actor === this.actor);
    return html`<header>
        <h1 class="title">${journal.heading}</h1>
        <div>
          <label for="actor">${journal.person}</label>
          <select
            id="actor"
            @change=${(event: Event) => {
              this.actor = (event.target as HTMLSelectElement).value;
            }}
          >
            <option value="">${journal.everybody}</option>
            ${people.map((name) => html`<option ?selected=${name === this.actor}>${name}</option>`)}
          </select>
        </div>
      </header>
      ${
        this.refusal === null
          ? nothing
          : html`<p class="error" role="alert">${journal.failed}: ${this.refusal.title}. ${this.refusal.detail}</p>`
      }
      <table>
        <thead>
          <tr>
            <th scope="col">${journal.when}</th>
            <th scope="col">${journal.who}</th>
            <th scope="col">${journal.what}</th>
            <th scope="col">${journal.why}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            ({ seq, at, actor, summary, reason }) =>
              html`<tr data-seq=${seq}>
                <td>${this.speech.dateTime(Date.parse(at))}</td>
                <td>${actor}</td>
                <td>${summary}</td>
                <td>${reason ?? ''}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <footer>
        ${this.entries.length === 0 && this.refusal === null ? html`<p class="quiet">${journal.empty}</p>` : nothing}
        ${
          this.isComplete || this.entries.length === 0
            ? nothing
            : html`<button class="button" @click=${this.readOlder}>
                <kbd>${keyLabel('older', this.speech.words)}</kbd>${journal.older}
              </button>`
        }
      </footer>`;
  }

  /** One reading at a time, so that pages never cross. */
  #later(read: () => Promise<void>): void {
    this.#reading = this.#reading.then(read, read);
  }

  async #readNewest(): Promise<void> {
    const page = await this.#page('');
    if (page === null) return;
    const newest = page.filter((entry) => !this.entries.some((known) => known.seq === entry.seq));
    const isGap = this.entries.length > 0 && newest.length === pageSize;
    if (this.entries.length === 0 || isGap) this.isComplete = page.length < pageSize;
    this.entries = isGap ? page : [...newest, ...this.entries];
  }

  async #readOlder(): Promise<void> {
    const last = this.entries.at(-1);
    const page = last === undefined ? null : await this.#page(`&before=${last.seq}`);
    if (page === null) return;
    this.isComplete = page.length < pageSize;
    this.entries = [...this.entries, ...page];
  }

  async #page(query: string): Promise<readonly Entry[] | null> {
    const answer = await ask('GET', `journal?limit=${pageSize}${query}`, z.array(Entry));
    this.refusal = answer.ok ? null : answer.refusal;
    return answer.ok ? answer.value : null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'journal-view': JournalView;
  }
}
