import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { noteTexts } from '#shared/cue-note.ts';
import type { GuideAnswer } from '#shared/guide.ts';
import { Preferences } from '../controllers/preferences.ts';
import { SecondTick } from '../controllers/second-tick.ts';
import { Settling } from '../controllers/settling.ts';
import { base, buttons } from '../look/styles.ts';
import { showRun, type ShowRun } from '../state/show-run.ts';
import { nextOf } from '../state/next-of.ts';
import { createSpeech, type Speech } from '../state/speech.ts';
import { numbersText } from '../state/units.ts';
import { deskWords, type DeskWords } from '../words/desk-words.ts';
import { consoleLanguages } from '../words/words.ts';
import { GuideLink } from './guide-link.ts';

/** A guide's phone: what is on, how long it has, what may be said next, and GO. Nothing else can be done with it. */
@customElement('guide-page')
export class GuidePage extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100dvh;
        padding: 20px;
        font-size: 17px;
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: start;
        gap: 16px;
      }
      .tongue {
        min-width: var(--touch);
        min-height: var(--touch);
        text-align: end;
        color: var(--ink-2);
      }
      section {
        margin-top: 22px;
      }
      h2 {
        font-size: 15px;
      }
      .cue {
        font-size: 20px;
        font-weight: 600;
        line-height: 1.25;
      }
      .left {
        font: 560 64px/1.05 var(--display);
      }
      .note {
        margin-top: 8px;
        padding-left: 12px;
        border-left: 3px solid var(--edge);
        white-space: pre-line;
      }
      .scroll {
        flex: 1;
        min-height: 0;
        overflow: auto;
      }
      .offline {
        margin: 10px 0;
        color: var(--st-fault);
        font-weight: 600;
      }
      .go {
        flex: none;
        min-height: 128px;
        margin-top: 16px;
        border-radius: var(--radius);
        background: var(--go);
        color: var(--go-ink);
        font: 760 64px/1 var(--display);
        text-align: center;
        touch-action: manipulation;
      }
      .go:disabled {
        background: none;
        box-shadow: inset 0 0 0 2px var(--edge);
        color: var(--ink-3);
        font-size: 24px;
      }
      .late {
        margin-top: 12px;
        color: var(--ink-2);
      }
      .without {
        flex: none;
        min-height: 64px;
        margin-top: 10px;
      }
      .over {
        margin: auto 0;
        text-align: center;
      }
      .over p {
        margin-top: 12px;
        color: var(--ink-2);
      }
    `,
  ];

  readonly #preferences = new Preferences(this);
  readonly #link = new GuideLink(this);
  readonly #settling = new Settling(this);

  constructor() {
    super();
    this.addController(new SecondTick(this));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { language } = this.#preferences;
    const words = deskWords[language].guide;
    const { state } = this.#link;
    if (state.is === 'asking') return nothing;
    if (state.is === 'over') {
      return html`<main class="over">
        <h1 class="title">${words.over}</h1>
        <p>${words.overHint}</p>
      </main>`;
    }
    const { run } = state;
    const speech = createSpeech(language, { timeZone: 'UTC', order: run.languages });
    const at = showRun(run.timeline, { segments: run.segments, screens: everyScreen(run) }, this.#link.now());
    this.#settling.sees(at.current.cue.id);
    return html`<header>
        <div>
          <h1 class="title">${speech.text(run.title)}</h1>
          <p class="quiet">${words.from(run.by)}</p>
        </div>
        <button
          class="tongue"
          aria-label=${speech.words.header.language}
          @click=${() => this.#preferences.setLanguage(nextOf(consoleLanguages, language))}
        >
          ${language}
        </button>
      </header>
      <main class="scroll">
        ${
          state.isHeard
            ? nothing
            : html`<p class="offline" role="alert">
                ${words.offline(speech.duration(performance.now() - state.heardMs))}
              </p>`
        }
        ${this.#now(run, at, speech, words)} ${this.#next(run, at, speech, words)}
        ${run.missing.length === 0 ? nothing : html`<p class="offline">${words.missing(numbersText(run.missing))}</p>`}
      </main>
      ${this.#go(run, at, state.isHeard, speech, words)}`;
  }

  #go(
    { next: told }: GuideAnswer,
    { current, next }: ShowRun,
    isHeard: boolean,
    speech: Speech,
    words: DeskWords['guide'],
  ): TemplateResult {
    const { go } = speech.words;
    const { isGoing } = this.#link;
    // The second press of a double one comes when the next cue is on already.
    const { rests } = this.#settling;
    // What was heard of another cue says nothing of this one: the hall has the last word in any case.
    const late = told !== null && told.cue === next?.cue.id ? told.late : [];
    const waits = late.length > 0 && next?.cue.policy !== 'go';
    const numbers = numbersText(late);
    return html`${
        late.length === 0 || isGoing
          ? nothing
          : html`<p class="late" role="status">${waits ? go.waitsFor(numbers) : `${numbers}: ${go.withoutHint}`}</p>`
      }
      <button
        class="go"
        ?disabled=${next === null || !isHeard || isGoing || rests || waits}
        @click=${() => void this.#link.go(current.cue.id)}
      >
        ${next === null ? words.last : isGoing ? words.gone : words.go}
      </button>
      ${
        waits
          ? html`<button
              class="button without"
              data-without
              ?disabled=${!isHeard || isGoing || rests}
              @click=${() => void this.#link.go(current.cue.id, told?.insists === true ? 'go' : undefined)}
            >
              <span>${go.without(numbers)}<br /><small>${go.withoutHint}</small></span>
            </button>`
          : nothing
      }`;
  }

  #now(run: GuideAnswer, at: ShowRun, speech: Speech, words: DeskWords['guide']): TemplateResult {
    const { leftMs, restMs, isRestSure, isWaiting } = at;
    return html`<section>
      <h2>
        <span>${words.now}</span
        ><em>${run.paused ? speech.words.runs.paused : speech.words.runs.cue(at.current.index + 1, at.rows.length)}</em>
      </h2>
      <p class="cue">${speech.text(at.current.cue.title)}</p>
      ${
        isWaiting || leftMs === null
          ? html`<p class="left">${words.waits}</p>`
          : html`<p class="left">${speech.duration(leftMs)}</p>`
      }
      ${
        restMs === 0
          ? nothing
          : html`<p class="quiet">${isRestSure ? '' : '≥ '}${speech.duration(restMs)} ${words.toEnd}</p>`
      }
    </section>`;
  }

  #next(
    run: GuideAnswer,
    { next }: ShowRun,
    speech: Speech,
    words: DeskWords['guide'],
  ): TemplateResult | typeof nothing {
    if (next === null) return nothing;
    const note = run.notes.find(({ cue }) => cue === next.cue.id)?.note;
    const text = speech.text(noteTexts(note, run.languages));
    return html`<section>
      <h2><span>${words.next}</span></h2>
      <p class="cue">${speech.text(next.cue.title)}</p>
      ${text === '' ? nothing : html`<p class="note">${text}</p>`}
    </section>`;
  }
}

function everyScreen({ timeline }: GuideAnswer): GuideAnswer['timeline']['cues'][number]['parts'][number]['screens'] {
  return timeline.cues.flatMap(({ parts }) => parts.flatMap(({ screens }) => screens));
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-page': GuidePage;
  }
}
