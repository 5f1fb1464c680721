import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { ask, type Refusal } from '../controllers/rest.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { Explained, lossWords, nextWords, originWords } from '../state/explained.ts';
import type { Speech } from '../state/speech.ts';
import './date-field.ts';
import { instantOfWall } from '../state/wall-time.ts';
import { scheduleWords, type WhyWords } from '../words/schedule-words.ts';

/** Why a screen shows what it shows, at an instant: the winner, every loser and the reason, the next change. */
@customElement('why-panel')
export class WhyPanel extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
        padding: 12px 0;
        border-top: 1px solid var(--line);
      }
      :host([fixed]) {
        padding: 0;
        border: 0;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: end;
        margin-top: 6px;
      }
      form label {
        flex: 1 1 150px;
      }
      ol {
        margin-top: 10px;
      }
      li {
        padding: 7px 0;
        border-top: 1px solid var(--line);
        color: var(--ink-2);
      }
      b {
        display: block;
        font-weight: 600;
      }
      .winner {
        box-shadow: inset 3px 0 0 var(--st-ok);
        padding-inline-start: 10px;
        color: var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  /** The wall time asked about, `YYYY-MM-DDTHH:MM`; empty: now. */
  @property() at = '';
  @property() screen = '';
  /** One screen, asked about at once; otherwise a screen is chosen, and asking is an act. */
  @property({ type: Boolean, reflect: true }) fixed = false;
  /** What the screen's present answer depends on: asked again when it changes. */
  @property({ attribute: false }) since: unknown = null;
  @state() private explained: Explained | null = null;
  @state() private refusal: Refusal | null = null;
  /** The question whose answer is awaited, so that an older answer does not stand for it. */
  #asked = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.fixed || !this.isConnected) return;
    if (changed.has('screen')) this.at = '';
    if (changed.has('screen') || (changed.has('since') && this.at === '')) void this.#ask(this.screen, this.at);
  }

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language];
    const { refusal } = this;
    return html`<h2>${words.why.heading}</h2>
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          this.#submit(event.target as HTMLFormElement);
        }}
      >
        ${this.fixed ? nothing : this.#screens(words.why)}
        <label
          >${words.why.at}<date-field
            field="at"
            kind="datetime-local"
            .language=${this.speech.language}
            .label=${words.why.at}
            .value=${this.at}
          ></date-field
        ></label>
        <button class="button" type="submit" data-act="why">${words.why.ask}</button>
        ${
          this.fixed && this.at !== ''
            ? html`<button
                class="button"
                type="button"
                data-act="now"
                @click=${() => {
                  this.at = '';
                  void this.#ask(this.screen, '');
                }}
              >
                ${words.why.now}
              </button>`
            : nothing
        }
      </form>
      ${refusal === null ? nothing : html`<p class="error" role="alert">${this.speech.refused(refusal)}</p>`}
      <div aria-live="polite">${this.explained === null ? nothing : this.#answer(this.explained, words.why)}</div>`;
  }

  #screens(words: WhyWords): TemplateResult {
    return html`<label
      >${words.screen}<select name="screen">
        ${this.hall.screens.map(
          (screen) =>
            html`<option value=${screen.id} ?selected=${screen.id === this.screen}>
              ${screen.number} · ${this.speech.text(screen.name)}
            </option>`,
        )}
      </select></label
    >`;
  }

  #answer(explained: Explained, words: WhyWords): TemplateResult {
    const { winner, losers, at } = explained;
    return html`<ol>
        <li class="winner"><b>${this.speech.text(winner.title)}</b>${originWords(winner, this.speech, words)}</li>
        ${losers.map(
          (lost) =>
            html`<li class="lost">
              <b>${this.speech.text(lost.title)}</b>${originWords(lost, this.speech, words)} ·
              ${lossWords(lost, winner, this.speech, words)}
            </li>`,
        )}
        <li class="next">${words.next}: ${nextWords(explained, this.speech, words)}</li>
      </ol>
      <p class="sr">${this.speech.dayDate(Date.parse(at))}</p>`;
  }

  #submit(form: HTMLFormElement): void {
    const data = new FormData(form);
    const [screen, at] = [data.get('screen') ?? this.screen, form.querySelector('date-field')?.value ?? ''];
    if (typeof screen !== 'string') return;
    if (this.fixed) this.at = at;
    void this.#ask(screen, at);
  }

  async #ask(screen: string, at: string): Promise<void> {
    if (screen === '') return;
    const asked = `${screen} ${at}`;
    if (asked !== this.#asked) this.explained = null;
    this.#asked = asked;
    const when = at === '' ? '' : `&at=${new Date(instantOfWall(at, this.hall.timeZone)).toISOString()}`;
    const answer = await ask('GET', `explain?screen=${encodeURIComponent(screen)}${when}`, Explained);
    if (asked !== this.#asked) return;
    this.explained = answer.ok ? answer.value : null;
    this.refusal = answer.ok ? null : answer.refusal;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'why-panel': WhyPanel;
  }
}
