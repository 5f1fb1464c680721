import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { actorWords } from '#shared/actor-words.ts';
import type { RunView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import { markIcon } from '../look/marks.ts';
import { base } from '../look/styles.ts';
import { isOn } from '../state/runs.ts';
import type { Speech } from '../state/speech.ts';
import { numbersText } from '../state/units.ts';
import './run-acts.ts';

/** What people started and still runs, and what the schedule brings next: owner, time left, a way to release. */
@customElement('run-list')
export class RunList extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      li {
        display: grid;
        grid-template-columns: 16px 1fr auto;
        gap: 2px 10px;
        align-items: center;
        padding: 8px 0;
        border-top: 1px solid var(--line);
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
      h2 + p {
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
  /** Shared time, ms. */
  @property({ type: Number }) now = 0;
  /** What comes after a release of the run, in one line; empty: not known. */
  @property({ attribute: false }) afterwards: (run: RunView) => string = () => '';
  /** Who is at this console. */
  @property() me = '';
  @property({ type: Boolean }) able = true;

  protected override render(): TemplateResult {
    const { words } = this.speech;
    const on = this.runs.filter((run) => isOn(run, this.now) && run.layer !== 'ambient' && run.layer !== 'closed');
    const next = this.runs
      .filter((run) => run.from > this.now && run.layer !== 'ambient')
      .toSorted((a, b) => a.from - b.from)
      .slice(0, 3);
    return html`<h2><span>${words.runs.heading}</span></h2>
      ${
        on.length === 0
          ? html`<p>${words.runs.none}</p>`
          : html`<ul>
              ${repeat(
                on,
                ({ id }) => id,
                (run) => this.#run(run),
              )}
            </ul>`
      }
      ${
        next.length === 0
          ? nothing
          : html`<h2><span>${words.runs.upcoming}</span></h2>
              <ul>
                ${next.map(
                  (run) =>
                    html`<li>
                      <span></span><span>${this.speech.text(run.title)}</span
                      ><span class="left">${this.speech.time(run.from)}</span>
                    </li>`,
                )}
              </ul>`
      }`;
  }

  #run(run: RunView): TemplateResult {
    const { runs } = this.speech.words;
    const numbers = this.hall.screens.filter(({ id }) => run.screens.includes(id)).map(({ number }) => number);
    const isByHand = run.layer === 'manual';
    const about = [
      numbersText(numbers),
      run.owner === null ? null : runs.by(actorWords(run.owner)[this.speech.language]),
      run.cues > 1 ? runs.cue(run.cue + 1, run.cues) : null,
      run.paused ? runs.paused : null,
      run.reason === null ? null : `“${run.reason}”`,
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
              .afterwards=${this.afterwards(run)}
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
