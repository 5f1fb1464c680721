import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { actorWords } from '#shared/actor-words.ts';
import type { AnnouncedView, RunView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import { markIcon } from '../look/marks.ts';
import { rows } from '../look/row-styles.ts';
import { base, buttons } from '../look/styles.ts';
import { announcedOn } from '../state/announcements.ts';
import { comingRuns, type OnNow } from '../state/runs.ts';
import type { Speech } from '../state/speech.ts';
import { numbersText } from '../state/units.ts';
import { raise } from './raise.ts';
import './announced-list.ts';
import './run-acts.ts';

/**
 * What people started and still runs, and what the schedule brings next: owner, time left, a way to release. What lies
 * beneath other runs on all its screens is folded away: by the evening of a busy day that is most of it.
 */
@customElement('run-list')
export class RunList extends LitElement {
  static override styles = [
    base,
    buttons,
    rows,
    css`
      :host {
        display: block;
      }
      ul {
        margin-top: 6px;
      }
      .name {
        font-weight: 600;
      }
      .about {
        grid-column: 2 / 4;
        color: var(--ink-2);
        font-size: var(--f-label);
      }
      .left {
        white-space: nowrap;
        color: var(--ink-2);
      }
      run-acts {
        grid-column: 2 / 4;
        margin-top: 4px;
      }
      .cancel {
        grid-column: 2 / 4;
        justify-self: start;
        min-height: max(30px, var(--finger));
        margin-top: 4px;
        font-size: var(--f-label);
      }
      details {
        border-top: 1px solid var(--line);
      }
      summary {
        min-height: max(38px, var(--finger));
        padding-top: 10px;
        color: var(--ink-2);
        cursor: pointer;
      }
      details .button {
        min-height: max(30px, var(--finger));
        margin-bottom: 8px;
        font-size: var(--f-label);
      }
      h2 + announced-list {
        margin-top: 6px;
      }
      h2 ~ p {
        margin-top: 6px;
        color: var(--ink-2);
      }
      h2:not(:first-child) {
        margin-top: 16px;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) runs: readonly RunView[] = [];
  /** What of them is on, seen or beneath others. */
  @property({ attribute: false }) on: OnNow = { seen: [], beneath: [] };
  /** Shared time, ms. */
  @property({ type: Number }) now = 0;
  /** What comes after a release of the run, in one line; empty: not known. */
  @property({ attribute: false }) afterwards: (run: RunView) => string = () => '';
  /** What is announced over all of it. */
  @property({ attribute: false }) announced: readonly AnnouncedView[] = [];
  /** Whether this person may take an announcement off. */
  @property({ type: Boolean }) announces = true;
  /** Who is at this console. */
  @property() me = '';
  @property({ type: Boolean }) able = true;
  /** Whether the hall is closed: then not even the schedule runs. */
  @property({ type: Boolean }) closed = false;
  @state() private isUnfolded = false;

  protected override render(): TemplateResult {
    const { words } = this.speech;
    const { seen, beneath } = this.on;
    const next = comingRuns(this.runs, this.now);
    const announced = announcedOn(this.announced, this.now);
    const { heading, none, noneBeneath, noneClosed } = words.runs;
    return html`<h2><span>${heading}</span></h2>
      <announced-list
        .hall=${this.hall}
        .speech=${this.speech}
        .announced=${announced}
        .now=${this.now}
        .able=${this.able && this.announces}
      ></announced-list>
      ${
        seen.length === 0
          ? html`<p>${this.closed ? noneClosed : announced.length > 0 ? noneBeneath : none}</p>`
          : this.#list(seen)
      }
      ${beneath.length === 0 ? nothing : this.#beneath(beneath)}
      ${
        next.length === 0
          ? nothing
          : html`<h2><span>${words.runs.upcoming}</span></h2>
              <ul>
                ${repeat(
                  next,
                  ({ id }) => id,
                  (run) => this.#coming(run),
                )}
              </ul>`
      }`;
  }

  #list(runs: readonly RunView[], afterwards = this.afterwards): TemplateResult {
    return html`<ul>
      ${repeat(
        runs,
        ({ id }) => id,
        (run) => this.#run(run, afterwards),
      )}
    </ul>`;
  }

  /** Nothing on the screens depends on them now; each would be seen again when what lies over it ends. */
  #beneath(runs: readonly RunView[]): TemplateResult {
    const { words } = this.speech;
    const mine = runs.filter(({ owner }) => owner === null || owner === this.me).map(({ id }) => id);
    return html`<details
      @toggle=${(event: Event) => {
        this.isUnfolded = (event.target as HTMLDetailsElement).open;
      }}
    >
      <summary>${words.runs.beneath(runs.length)}</summary>
      ${
        mine.length < 2
          ? nothing
          : html`<button
              class="button"
              ?disabled=${!this.able}
              @click=${() => raise(this, 'act', { do: 'release', runs: mine })}
            >
              ${words.runs.releaseBeneath(mine.length)}
            </button>`
      }
      ${this.isUnfolded ? this.#list(runs, () => words.runs.nothingChanges) : nothing}
    </details>`;
  }

  /** What the schedule brings is told alone; what somebody has set for a time can be cancelled here. */
  #coming(run: RunView): TemplateResult {
    const { runs } = this.speech.words;
    const [title, time] = [this.speech.text(run.title), this.speech.timeFrom(this.now, run.from)];
    if (run.layer !== 'manual')
      return html`<li><span></span><span>${title}</span><span class="left">${time}</span></li>`;
    return html`<li data-run=${run.id}>
      ${markIcon('by-hand')}<span class="name">${title}</span><span class="left">${time}</span>
      <span class="about"
        >${[
          this.#numbers(run),
          ...(run.owner === null ? [] : [runs.by(actorWords(run.owner)[this.speech.language])]),
          ...(run.reason === null ? [] : [this.speech.quoted(run.reason)]),
        ].join(' · ')}</span
      >
      <button
        class="button cancel"
        aria-label=${runs.cancelThis(title, time)}
        ?disabled=${!this.able}
        @click=${() => raise(this, 'act', { do: 'release', runs: [run.id] })}
      >
        ${runs.cancel}
      </button>
    </li>`;
  }

  #numbers({ screens }: RunView): string {
    return numbersText(this.hall.screens.filter(({ id }) => screens.includes(id)).map(({ number }) => number));
  }

  #run(run: RunView, afterwards: (run: RunView) => string): TemplateResult {
    const { runs } = this.speech.words;
    const isByHand = run.layer === 'manual';
    const about = [
      this.#numbers(run),
      run.owner === null ? null : runs.by(actorWords(run.owner)[this.speech.language]),
      run.cues > 1 ? runs.cue(run.cue + 1, run.cues) : null,
      run.paused ? runs.paused : null,
      run.reason === null ? null : this.speech.quoted(run.reason),
    ].filter((part) => part !== null);
    return html`<li data-run=${run.id}>
      ${markIcon(isByHand ? 'by-hand' : run.layer === 'emergency' ? 'emergency' : 'on-air')}
      <span class="name">${this.speech.text(run.title)}</span>
      <span class="left"
        >${run.until === null ? runs.untilReleased : runs.left(this.speech.duration(run.until - this.now))}</span
      >
      <span class="about">${about.join(' · ')}</span>
      ${
        isByHand
          ? html`<run-acts
              .speech=${this.speech}
              .run=${run}
              .afterwards=${afterwards(run)}
              .me=${this.me}
              .able=${this.able}
            ></run-acts>`
          : nothing
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'run-list': RunList;
  }
}
