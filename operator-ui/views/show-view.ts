import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RunView } from '#shared/facts.ts';
import { noteTexts, type CueNotes } from '#shared/cue-note.ts';
import type { Hall } from '#shared/hall.ts';
import type { Show, Timeline } from '#shared/scene.ts';
import { raise } from '../elements/raise.ts';
import '../elements/show-choice.ts';
import { markIcon } from '../look/marks.ts';
import { base, buttons } from '../look/styles.ts';
import { showStyles } from '../look/show-styles.ts';
import { showRun, type CueRow, type ShowRun } from '../state/show-run.ts';
import type { Speech } from '../state/speech.ts';
import { numbersText } from '../state/units.ts';

const perFrame = 250;

/** A running show by its list of cues: what is on, how long it has left, what comes next; a cue can be jumped to. */
@customElement('show-view')
export class ShowView extends LitElement {
  static override styles = [base, buttons, showStyles];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  /** The shows that run, the chosen one first. */
  @property({ attribute: false }) runs: readonly RunView[] = [];
  @property({ attribute: false }) run: RunView | null = null;
  @property({ attribute: false }) timeline: Timeline | null = null;
  /** What is to be read before its cues, of the version that runs. */
  @property({ attribute: false }) notes: CueNotes = [];
  /** The shows of the library: to choose from while none runs. */
  @property({ attribute: false }) shows: readonly Show[] = [];
  @property({ attribute: false }) nowMs: () => number = () => 0;
  @property({ type: Boolean }) able = true;
  @state() private focused: number | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), perFrame);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render(): TemplateResult {
    if (this.run === null) return html`<show-choice .speech=${this.speech} .shows=${this.shows}></show-choice>`;
    if (this.timeline === null) return html`<p class="none">${this.speech.words.link.connecting}</p>`;
    const now = this.nowMs();
    const seen = showRun(this.timeline, this.run, now);
    return html`${this.#head(this.run, seen)} ${this.#bar(seen)} ${this.#table(seen)} ${this.#note(seen)}`;
  }

  #head(run: RunView, { restMs, isRestSure, rows }: ShowRun): TemplateResult {
    const { showRun: words, runs } = this.speech.words;
    return html`<header>
      <div>
        <h1 class="title">${this.speech.text(run.title)}</h1>
        <p>
          ${words.of(this.speech.time(run.from))} ·
          ${this.speech.words.take.cues(rows.length)}${
            run.owner === null ? '' : ` · ${runs.by(run.owner)}`
          }${run.paused ? html` · <b class="c-warn">${runs.paused}</b>` : nothing}
        </p>
        ${
          this.runs.length < 2
            ? nothing
            : html`<div class="others">
                ${this.runs.map(
                  (other) =>
                    html`<button
                      class="button"
                      aria-pressed=${other.id === run.id ? 'true' : 'false'}
                      @click=${() => this.dispatchEvent(new CustomEvent('run', { detail: other.id }))}
                    >
                      ${this.speech.text(other.title)}, ${this.speech.time(other.from)}
                    </button>`,
                )}
              </div>`
        }
      </div>
      ${
        isRestSure || restMs > 0
          ? html`<p class="rest"><b>${isRestSure ? '' : '≥ '}${this.speech.duration(restMs)}</b>${words.toEnd}</p>`
          : nothing
      }
    </header>`;
  }

  #bar({ rows, current, positionMs }: ShowRun): TemplateResult {
    const known = rows.map(({ cue }) => cue.durationMs).filter((length) => length !== undefined);
    const usual = known.length === 0 ? 1 : known.reduce((sum, length) => sum + length, 0) / known.length;
    const lengths = rows.map(({ cue }) => cue.durationMs ?? usual);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const before = lengths.slice(0, current.index).reduce((sum, length) => sum + length, 0);
    const at = before + Math.min(positionMs, lengths[current.index] ?? 0);
    return html`<div class="bar" aria-hidden="true">
      ${rows.map(({ state: is }, index) => html`<i class=${is} .style=${`flex-grow:${lengths[index] ?? 0}`}></i>`)}
      <u .style=${`left:${(at / total) * 100}%`}></u>
    </div>`;
  }

  #table({ rows, current, positionMs, leftMs, isWaiting }: ShowRun): TemplateResult {
    const { showRun: words } = this.speech.words;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">${words.cue}</th>
          <th scope="col" class="wide">${words.screens}</th>
          <th scope="col">${words.trigger}</th>
          <th scope="col" class="n">${words.at}</th>
          <th scope="col" class="n">${words.length}</th>
          <th scope="col">${words.state}</th>
          <th scope="col"><span class="sr">${words.jump}</span></th>
        </tr>
      </thead>
      <tbody @keydown=${this.#onKey}>
        ${repeat(
          rows,
          ({ cue }) => cue.id,
          (row) =>
            row === current
              ? this.#row(
                  row,
                  leftMs === null ? words.untilGo : `−${this.speech.duration(leftMs)}`,
                  isWaiting,
                  positionMs,
                )
              : this.#row(
                  row,
                  row.cue.durationMs === undefined ? words.untilGo : this.speech.duration(row.cue.durationMs),
                  false,
                  0,
                ),
        )}
      </tbody>
    </table>`;
  }

  #row(row: CueRow, length: string, isWaiting: boolean, positionMs: number): TemplateResult {
    const { showRun: words } = this.speech.words;
    const { index, cue, state: is, atMs, screens } = row;
    const numbers = this.hall.screens.filter(({ id }) => screens.includes(id)).map(({ number }) => number);
    const share = cue.durationMs === undefined ? 0 : Math.min(1, positionMs / cue.durationMs);
    return html`<tr class=${is} data-cue=${cue.id} tabindex=${index === (this.focused ?? 0) ? 0 : -1}>
      <td class="no">${index + 1}</td>
      <td class="name">
        ${this.speech.text(cue.title)}
        ${is === 'on-air' ? html`<i class="progress"><i .style=${`transform:scaleX(${share})`}></i></i>` : nothing}
      </td>
      <td class="wide">${numbersText(numbers)}</td>
      <td class=${cue.trigger === 'go' ? 'go' : ''}>
        ${index === 0 ? words.start : cue.trigger === 'go' ? 'GO' : words.follow}
      </td>
      <td class="n">${atMs === null ? '' : this.speech.duration(atMs)}</td>
      <td class="n">${length}</td>
      <td class="state">${this.#state(is, isWaiting)}</td>
      <td>
        ${
          is === 'on-air'
            ? nothing
            : html`<button
                class="button jump"
                tabindex="-1"
                ?disabled=${!this.able}
                aria-label=${words.jumpTo(this.speech.text(cue.title))}
                @click=${() => this.#jump(cue.id)}
              >
                ${words.jump}
              </button>`
        }
      </td>
    </tr>`;
  }

  #state(is: CueRow['state'], isWaiting: boolean): TemplateResult | typeof nothing {
    const { showRun: words, marks } = this.speech.words;
    switch (is) {
      case 'done':
        return html`${markIcon('ready')}<span>${words.done}</span>`;
      case 'on-air':
        return html`${markIcon(isWaiting ? 'standby' : 'on-air')}<span>${isWaiting ? words.waits : marks.onAir}</span>`;
      case 'next':
        return html`${markIcon('standby')}<span>${words.next}</span>`;
      case 'later':
        return nothing;
    }
  }

  #note({ next }: ShowRun): TemplateResult | typeof nothing {
    const note = this.notes.find(({ cue }) => cue === next?.cue.id)?.note;
    const text = this.speech.text(noteTexts(note, this.hall.languages.order));
    if (text === '' || next === null) return nothing;
    return html`<p class="note"><b>${this.speech.words.showRun.noteFor(next.index + 1)}</b>${text}</p>`;
  }

  #jump(cue: string): void {
    if (this.run !== null) raise(this, 'act', { do: 'jump', run: this.run.id, body: { cue } });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr') : null;
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
    if (row === null || (step === 0 && event.code !== 'Enter')) return;
    event.preventDefault();
    if (event.code === 'Enter') {
      if (row.dataset['cue'] !== undefined && this.able) this.#jump(row.dataset['cue']);
      return;
    }
    const to = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    if (!(to instanceof HTMLElement)) return;
    this.focused = [...(to.parentElement?.children ?? [])].indexOf(to);
    to.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'show-view': ShowView;
  }
}
