import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Download } from 'lucide';
import { z } from 'zod';
import type { LastActView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import { journalKinds, type JournalKind } from '#shared/journal-kinds.ts';
import { UndoAnswer } from '#shared/schedule-answers.ts';
import { ask, type Refusal } from '../controllers/rest.ts';
import { raise } from '../elements/raise.ts';
import { icon } from '../look/icon.ts';
import { journalStyles } from '../look/journal-styles.ts';
import { base, buttons, fields, pageStyles } from '../look/styles.ts';
import {
  Entry,
  everything,
  journalCsv,
  journalQuery,
  offerOf,
  type JournalFilter,
  type Offer,
} from '../state/journal.ts';
import { keyLabel } from '../state/keys.ts';
import { actorName } from '../state/schedule-names.ts';
import type { Speech } from '../state/speech.ts';
import '../elements/date-field.ts';
import type { DateField } from '../elements/date-field.ts';
import { deskWords } from '../words/desk-words.ts';

const pageSize = 60;
const exportPageSize = 1000;

/** Who did what, when and why; newest first, and it grows as the hall decides. */
@customElement('journal-view')
export class JournalView extends LitElement {
  static override styles = [base, pageStyles, buttons, fields, journalStyles];

  @property({ attribute: false }) speech!: Speech;
  /** The hall's revision; a higher one means that there is more to read. */
  @property({ type: Number }) revision = 0;
  @property({ attribute: false }) hall!: Hall;
  /** Names for the filter by person, beside those that the entries have. */
  @property({ attribute: false }) people: readonly string[] = [];
  /** What can be undone now. */
  @property({ attribute: false }) lastAct: LastActView | null = null;
  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) able = true;
  @state() private entries: readonly Entry[] = [];
  /** Ids of what is armed now. */
  @property({ attribute: false }) standbys: ReadonlySet<string> = new Set();

  @state() private refusal: Refusal | null = null;
  @state() private undoRefusal: Refusal | null = null;
  /** Ids of what is over scenes now. */
  @state() overlays: ReadonlySet<string> = new Set();
  /** Of drafts that were thrown away and are kept. */
  @state() discarded: ReadonlySet<string> = new Set();
  @state() private isComplete = false;
  @state() private filter: JournalFilter = everything;
  #reading: Promise<void> = Promise.resolve();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('revision')) this.#later(() => this.#readNewest());
  }

  protected override render(): TemplateResult {
    const { journal } = this.speech.words;
    return html`<header>
        <h1 class="title">${journal.heading}</h1>
        ${this.#filters()}
      </header>
      ${
        this.refusal === null
          ? nothing
          : html`<p class="error" role="alert">${journal.failed}: ${this.speech.refused(this.refusal)}</p>`
      }
      ${
        this.undoRefusal === null
          ? nothing
          : html`<p class="error" role="alert">${this.speech.refused(this.undoRefusal)}</p>`
      }
      <table>
        <thead>
          <tr>
            <th scope="col">${journal.when}</th>
            <th scope="col">${journal.who}</th>
            <th scope="col">${journal.what}</th>
            <th scope="col">${journal.why}</th>
            <th scope="col"><span class="sr">${deskWords[this.speech.language].journal.undo}</span></th>
          </tr>
        </thead>
        <tbody>
          ${this.entries.map((entry, index) => this.#row(entry, this.entries.slice(0, index)))}
        </tbody>
      </table>
      <footer>${this.#foot()}</footer>`;
  }

  #filters(): TemplateResult {
    const { journal } = this.speech.words;
    const words = deskWords[this.speech.language].journal;
    const { actor, kind } = this.filter;
    const known = [...this.people, ...this.entries.map((entry) => entry.actor), actor];
    const names = [...new Set(known)].filter((name) => name !== '').toSorted();
    return html`<div>
        <label for="actor">${journal.person}</label>
        <select id="actor" @change=${(event: Event) => this.#narrow({ actor: valueOf(event) })}>
          <option value="">${journal.everybody}</option>
          ${names.map(
            (name) =>
              html`<option value=${name} ?selected=${name === actor}>
                ${actorName(name, this.hall, this.speech)}
              </option>`,
          )}
        </select>
      </div>
      <div>
        <label for="kind">${journal.kind}</label>
        <select id="kind" @change=${(event: Event) => this.#narrow({ kind: kindOf(valueOf(event)) })}>
          <option value="">${journal.everyKind}</option>
          ${journalKinds.map((one) => html`<option value=${one} ?selected=${one === kind}>${words.kinds[one]}</option>`)}
        </select>
      </div>
      ${this.#date('from', words.from)} ${this.#date('to', words.to)}
      <button class="button" data-export @click=${() => void this.#export()}>
        <kbd>${keyLabel('exportAll', this.speech.words)}</kbd>${icon(Download)}${words.export}
      </button>`;
  }

  #date(name: 'from' | 'to', label: string): TemplateResult {
    return html`<div class="date">
      <label for=${name}>${label}</label>
      <date-field
        id=${name}
        .field=${name}
        .language=${this.speech.language}
        .label=${label}
        .value=${this.filter[name]}
        @change=${(event: Event) => this.#narrow({ [name]: (event.target as DateField).value })}
      ></date-field>
    </div>`;
  }

  #row(entry: Entry, newer: readonly Entry[]): TemplateResult {
    const { seq, at, actor, summary, said, reason } = entry;
    return html`<tr data-seq=${seq}>
      <td>${this.speech.dateTime(Date.parse(at))}</td>
      <td>${actorName(actor, this.hall, this.speech)}</td>
      <td>${this.speech.said({ said, reason: summary })}</td>
      <td>${reason ?? ''}</td>
      <td>${this.#undo(offerOf(entry, newer, this))}</td>
    </tr>`;
  }

  #undo(offer: Offer | null): TemplateResult | typeof nothing {
    if (offer === null) return nothing;
    const { words, language } = this.speech;
    const { undo, takeOff } = deskWords[language].journal;
    const label = offer.is === 'overlay' ? takeOff : offer.is === 'standby' ? words.keys.standDown : undo;
    return html`<button
      class="button"
      data-undo=${offer.is}
      ?disabled=${!this.able}
      @click=${() => void this.#takeBack(offer)}
    >
      ${offer.is === 'take-back' ? html`<kbd>${keyLabel('back', words)}</kbd>` : nothing}${label}
    </button>`;
  }

  async #takeBack(offer: Offer): Promise<void> {
    this.undoRefusal = null;
    switch (offer.is) {
      case 'take-back':
        return raise(this, 'act', { do: 'take-back', act: offer.act });
      case 'overlay':
        return raise(this, 'act', { do: 'hide-overlay', overlay: offer.overlay });
      case 'standby':
        return raise(this, 'act', { do: 'stand-down', standby: offer.standby });
      case 'draft': {
        const { discarded } = offer;
        const back = await ask('POST', 'discarded-drafts', z.unknown(), { discarded });
        this.undoRefusal = back.ok ? null : back.refusal;
        return;
      }
      case 'edit': {
        const found = await ask('GET', `schedule/undo?act=${encodeURIComponent(offer.act)}`, UndoAnswer);
        const made = found.ok ? await ask('POST', 'schedule/edits', z.unknown(), { edits: found.value.edits }) : found;
        this.undoRefusal = made.ok ? null : made.refusal;
      }
    }
  }

  #foot(): TemplateResult | typeof nothing {
    const { journal } = this.speech.words;
    const words = deskWords[this.speech.language].journal;
    if (this.refusal !== null) return nothing;
    if (this.entries.length === 0)
      return this.filter === everything
        ? html`<p class="quiet">${journal.empty}</p>`
        : html`<p class="quiet">${words.nothing}</p>
            <button class="button" @click=${() => this.#narrow(everything)}>${words.clear}</button>`;
    if (this.isComplete) return nothing;
    return html`<button class="button" data-act="older" @click=${() => this.#later(() => this.#readOlder())}>
      <kbd>${keyLabel('older', this.speech.words)}</kbd>${journal.older}
    </button>`;
  }

  #narrow(change: Partial<JournalFilter>): void {
    this.filter = change === everything ? everything : { ...this.filter, ...change };
    this.entries = [];
    this.isComplete = false;
    this.#later(() => this.#readNewest());
  }

  /** One reading at a time, so that pages never cross. */
  #later(read: () => Promise<void>): void {
    this.#reading = this.#reading.then(read, read);
  }

  async #readNewest(filter = this.filter): Promise<void> {
    const shown = await ask('GET', 'overlays', z.array(z.object({ id: z.string() })));
    if (shown.ok) this.overlays = new Set(shown.value.map(({ id }) => id));
    const aside = await ask('GET', 'discarded-drafts', z.array(z.object({ id: z.string() })));
    if (aside.ok) this.discarded = new Set(aside.value.map(({ id }) => id));
    const page = await this.#page(pageSize);
    // What was asked for before the journal was narrowed is not what is wanted now.
    if (page === null || filter !== this.filter) return;
    const newest = page.filter((entry) => !this.entries.some((known) => known.seq === entry.seq));
    const isGap = this.entries.length > 0 && newest.length === pageSize;
    if (this.entries.length === 0 || isGap) this.isComplete = page.length < pageSize;
    this.entries = isGap ? page : [...newest, ...this.entries];
  }

  async #readOlder(filter = this.filter): Promise<void> {
    const last = this.entries.at(-1);
    const page = last === undefined ? null : await this.#page(pageSize, last.seq);
    if (page === null || filter !== this.filter) return;
    this.isComplete = page.length < pageSize;
    this.entries = [...this.entries, ...page];
  }

  /** Everything that fits the filters, not only what is in sight. */
  async #export(): Promise<void> {
    const all: Entry[] = [];
    for (;;) {
      const page = await this.#page(exportPageSize, all.at(-1)?.seq);
      if (page === null) return;
      all.push(...page);
      if (page.length < exportPageSize) break;
    }
    const address = URL.createObjectURL(new Blob([journalCsv(all, this.hall, this.speech)], { type: 'text/csv' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: 'journal.csv' });
    link.click();
    URL.revokeObjectURL(address);
  }

  /** Null where it could not be read, or where something else is looked for by now. */
  async #page(limit: number, before?: number): Promise<readonly Entry[] | null> {
    const { filter } = this;
    const query = journalQuery(filter, this.hall.timeZone);
    query.set('limit', String(limit));
    if (before !== undefined) query.set('before', String(before));
    const answer = await ask('GET', `journal?${query.toString()}`, z.array(Entry));
    if (filter !== this.filter) return null;
    this.refusal = answer.ok ? null : answer.refusal;
    return answer.ok ? answer.value : null;
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

function kindOf(value: string): JournalKind | '' {
  return journalKinds.find((kind) => kind === value) ?? '';
}

declare global {
  interface HTMLElementTagNameMap {
    'journal-view': JournalView;
  }
}
