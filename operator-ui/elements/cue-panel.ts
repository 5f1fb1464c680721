import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RunView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import { insistsOn } from '#shared/next-readiness.ts';
import type { Timeline } from '#shared/scene.ts';
import { Settling } from '../controllers/settling.ts';
import { goStyles } from '../look/go-styles.ts';
import { base, buttons } from '../look/styles.ts';
import { nextLightsOf, type Lights } from '../state/go.ts';
import { keyLabel } from '../state/keys.ts';
import { isOthers, ownersOf } from '../state/others-runs.ts';
import type { Seen } from '../state/seen.ts';
import { showRun, type CueRow } from '../state/show-run.ts';
import type { Speech } from '../state/speech.ts';
import { numbersText } from '../state/units.ts';
import { actWords } from '../words/act-words.ts';
import { deskWords } from '../words/desk-words.ts';
import type { GoPolicy } from './go-panel.ts';
import './hold-button.ts';
import type { HoldButton } from './hold-button.ts';
import './last-take.ts';
import { raise } from './raise.ts';
import './run-acts.ts';
import './standby-lights.ts';
import { whyLate } from './why-late.ts';

/** Beside a running show: the next cue, a light for each of its screens, GO, pause, back and stop. */
@customElement('cue-panel')
export class CuePanel extends LitElement {
  static override styles = [
    base,
    buttons,
    goStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 14px;
        padding: 16px 24px;
        overflow: auto;
        background: var(--pane);
        border-left: 1px solid var(--line);
      }
      .title {
        margin-top: 4px;
      }
      .row > * {
        flex: 1;
        min-height: var(--touch);
      }
      last-take {
        margin-top: auto;
      }
      @media (max-width: 900px) {
        :host {
          border-left: 0;
          border-top: 1px solid var(--line);
          padding: 14px 18px;
        }
      }
      /* On a tablet GO stands beside what else can be done: all of it in sight at once. */
      @media (min-width: 561px) and (max-width: 900px) {
        :host {
          display: grid;
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          grid-auto-flow: dense;
          align-content: start;
          align-items: start;
          gap: 10px 26px;
        }
        :host > * {
          grid-column: 2;
        }
        :host > :is(section, standby-lights, .why, .go, last-take) {
          grid-column: 1;
        }
        .go {
          grid-row: 3 / span 2;
          min-height: 92px;
          height: 100%;
        }
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) seen!: Seen;
  @property({ attribute: false }) run: RunView | null = null;
  @property({ attribute: false }) timeline: Timeline | null = null;
  /** What comes when the show is stopped, in one line; empty: not known. */
  @property() afterwards = '';
  /** Who is at this console. */
  @property() me = '';
  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) able = true;
  readonly #settling = new Settling(this);

  /**
   * Starts the next cue: `strict` when all of its screens are ready, or the cue goes without the others anyway; `go`
   * whoever is not.
   */
  go(policy: GoPolicy): void {
    const { next } = this;
    if (next === null || this.#settling.rests || (policy === 'strict' && !next.isLit)) return;
    // Only what the cue does not allow by itself is said, so that a screen that it insists on is never left by mistake.
    this.#control('go', policy === 'go' && next.insistsOn.length > 0 ? 'go' : undefined);
  }

  back(): void {
    this.#control('back');
  }

  pause(): void {
    this.#control(this.run?.paused === true ? 'resume' : 'pause');
  }

  /** What the key that stops the show holds. */
  get stop(): HoldButton | null {
    return this.renderRoot.querySelector<HoldButton>('hold-button');
  }

  /** What GO would start, how its screens stand, and whether GO waits for none of them. */
  get next(): Next | null {
    if (this.run === null || this.timeline === null) return null;
    const { next: row } = showRun(this.timeline, this.run, this.now);
    if (row === null) return null;
    const lights = nextLightsOf(this.run, row, this.seen.screens, this.seen.runs);
    const isLit = lights.waitsFor.length === 0 || row.cue.policy === 'go';
    return { row, lights, isLit, insistsOn: insistsOn(row.cue, lights.waitsFor) };
  }

  #control(action: 'go' | 'pause' | 'resume' | 'back', policy?: 'go'): void {
    if (this.run === null || this.timeline === null || !this.able) return;
    const { current } = showRun(this.timeline, this.run, this.now);
    const how = policy === undefined ? {} : { policy };
    raise(this, 'act', { do: 'control', run: this.run.id, action, from: current.cue.id, ...how });
  }

  /** The second press of a hand that presses twice was not meant for the cue after. */
  protected override willUpdate(): void {
    const { run, timeline, now } = this;
    const on = run === null || timeline === null ? null : showRun(timeline, run, now).current.index;
    this.#settling.sees(on === null ? null : `${run?.id} ${on}`);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { showRun: words, go, lease } = this.speech.words;
    const { run } = this;
    if (run === null || this.timeline === null) return nothing;
    const { next } = this;
    const title = next === null ? words.last : this.speech.text(next.row.cue.title);
    return html`<section>
        <h2>
          <span>${words.next}</span
          ><em
            >${
              next === null
                ? ''
                : `${words.cueNumber(next.row.index + 1)} · ${go.ready(next.lights.ready, next.lights.lights.size)}`
            }</em
          >
        </h2>
        <p class="title">${title}</p>
      </section>
      ${
        next === null
          ? nothing
          : html`<standby-lights .hall=${this.hall} .speech=${this.speech} .lights=${next.lights}></standby-lights>
              ${whyLate(this.hall, this.speech, next.lights)}`
      }
      ${this.#go(next)}
      <div class="row">
        <button class="button" ?disabled=${!this.able} @click=${() => this.back()}>
          <kbd>${keyLabel('cueBack', this.speech.words)}</kbd>${words.back}
        </button>
        <button class="button" ?disabled=${!this.able} @click=${() => this.pause()}>
          <kbd>${keyLabel('pause', this.speech.words)}</kbd>${run.paused ? words.resume : words.pause}
        </button>
      </div>
      <hold-button ?disabled=${!this.able} @held=${() => raise(this, 'act', { do: 'release', runs: [run.id] })}
        ><kbd>${keyLabel('stop', this.speech.words)}</kbd>${words.stop}</hold-button
      >
      ${isOthers(run, this) ? html`<p class="quiet" data-held>${lease.heldBy(ownersOf([run], this.speech))}</p>` : nothing}
      ${this.afterwards === '' ? nothing : html`<p class="quiet">${deskWords[this.speech.language].afterwards(this.afterwards)}</p>`}
      ${
        run.layer === 'manual' && run.owner !== this.me
          ? html`<run-acts .speech=${this.speech} .run=${run} .me=${this.me} .able=${this.able}></run-acts>`
          : nothing
      }
      <last-take .hall=${this.hall} .speech=${this.speech} .take=${this.#lastTake(run)}></last-take>`;
  }

  #lastTake(run: RunView): Seen['takes'][number] | null {
    return this.seen.takes.find((take) => take.run === run.id) ?? null;
  }

  #number(id: string): number {
    return this.hall.screens.find((screen) => screen.id === id)?.number ?? 0;
  }

  #go(next: Next | null): TemplateResult {
    const { showRun: words, go } = this.speech.words;
    const waitsFor = next?.lights.waitsFor ?? [];
    const numbers = numbersText(waitsFor.map((id) => this.#number(id)));
    const isLit = next?.isLit === true;
    return html`<button
        class="go"
        aria-disabled=${isLit && this.able && !this.#settling.rests ? 'false' : 'true'}
        aria-describedby="why"
        @click=${() => this.go('strict')}
      >
        <b>${go.go}</b
        ><span id="why"
          ><strong>${next === null ? words.last : go.takes(next.lights.lights.size)}</strong>${
            next === null
              ? ''
              : !this.able
                ? go.noLink
                : this.#settling.rests
                  ? actWords[this.speech.language].standby.rests
                  : waitsFor.length === 0
                    ? go.allReady
                    : isLit
                      ? `${numbers}: ${go.withoutHint}`
                      : go.waitsFor(numbers)
          }</span
        ><kbd>${keyLabel('go', this.speech.words)}</kbd>
      </button>
      ${
        next === null || waitsFor.length === 0 || isLit
          ? nothing
          : html`<button class="button" data-without ?disabled=${!this.able} @click=${() => this.go('go')}>
              <kbd>${keyLabel('anyway', this.speech.words)}</kbd
              ><span>${go.without(numbers)}<br /><small>${go.withoutHint}</small></span>
            </button>`
      }`;
  }
}

interface Next {
  readonly row: CueRow;
  readonly lights: Lights;
  readonly isLit: boolean;
  readonly insistsOn: readonly string[];
}

declare global {
  interface HTMLElementTagNameMap {
    'cue-panel': CuePanel;
  }
}
