import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RunView, ScreenState } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import type { Timeline } from '#shared/scene.ts';
import { goStyles } from '../look/go-styles.ts';
import { markIcon } from '../look/marks.ts';
import { base, buttons } from '../look/styles.ts';
import { keyLabel } from '../state/keys.ts';
import type { Seen } from '../state/seen.ts';
import { missingFor, showRun, type CueRow } from '../state/show-run.ts';
import type { Speech } from '../state/speech.ts';
import { numbersText } from '../state/units.ts';
import { deskWords } from '../words/desk-words.ts';
import './hold-button.ts';
import type { HoldButton } from './hold-button.ts';
import './last-take.ts';
import { raise } from './raise.ts';
import './run-acts.ts';

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
        :host > :is(section, .lights, .go, last-take) {
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

  /** Starts the next cue; `strict` only when all of its screens are there. */
  go(policy: 'strict' | 'go'): void {
    const next = this.#next;
    if (next === null || (policy === 'strict' && missingFor(next, this.seen.screens).length > 0)) return;
    this.#control('go');
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

  get #next(): CueRow | null {
    if (this.run === null || this.timeline === null) return null;
    return showRun(this.timeline, this.run, this.now).next;
  }

  #control(action: 'go' | 'pause' | 'resume' | 'back'): void {
    if (this.run === null || this.timeline === null || !this.able) return;
    const { current } = showRun(this.timeline, this.run, this.now);
    raise(this, 'act', { do: 'control', run: this.run.id, action, from: current.cue.id });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { showRun: words, go } = this.speech.words;
    const { run } = this;
    if (run === null || this.timeline === null) return nothing;
    const next = this.#next;
    const missing = missingFor(next, this.seen.screens);
    const isReady = next !== null && missing.length === 0 && this.able;
    const numbers = numbersText(missing.map((id) => this.#number(id)));
    return html`<section>
        <h2><span>${words.next}</span><em>${next === null ? '' : words.cueNumber(next.index + 1)}</em></h2>
        <p class="title">${next === null ? words.last : this.speech.text(next.cue.title)}</p>
      </section>
      <div class="lights">
        ${this.#inOrder(next?.screens ?? []).map((id) => this.#light(id, this.seen.screens[id], missing))}
      </div>
      <button class="go" aria-disabled=${isReady ? 'false' : 'true'} @click=${() => this.go('strict')}>
        <b>${go.go}</b
        ><span
          ><strong>${next === null ? words.last : go.takes(next.screens.length)}</strong>${
            missing.length === 0 ? '' : go.waitsFor(numbers)
          }</span
        ><kbd>${keyLabel('go', this.speech.words)}</kbd>
      </button>
      ${
        missing.length === 0 || next === null
          ? nothing
          : html`<button class="button" data-without ?disabled=${!this.able} @click=${() => this.go('go')}>
              <kbd>${keyLabel('anyway', this.speech.words)}</kbd>${go.without(numbers)}
            </button>`
      }
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

  #inOrder(screens: readonly string[]): readonly string[] {
    return screens.toSorted((a, b) => this.#number(a) - this.#number(b));
  }

  #light(id: string, state: ScreenState | undefined, missing: readonly string[]): TemplateResult {
    const isMissing = missing.includes(id);
    const { marks } = this.speech.words;
    return html`<div
      class="light ${isMissing ? 'failed' : ''}"
      data-screen=${id}
      title=${`${this.#number(id)} ${isMissing ? marks.offline : marks.onAir}`}
    >
      <span>${this.#number(id)}</span
      >${markIcon(isMissing ? 'fault' : state?.agrees === false ? 'disagrees' : 'ready', 12)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cue-panel': CuePanel;
  }
}
