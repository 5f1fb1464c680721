import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import type { Hall } from '#shared/hall.ts';
import { Layer } from '#shared/scene.ts';
import { Text } from '#shared/text.ts';
import { ask, type Refusal } from '../controllers/rest.ts';
import { base, buttons, fields } from '../look/styles.ts';
import type { Speech } from '../state/speech.ts';
import { scheduleWords } from '../words/schedule-words.ts';

const Claim = z.object({ run: z.string(), layer: Layer, title: Text, sentence: z.string() });
const Explained = z.object({
  screen: z.string(),
  at: z.iso.datetime(),
  winner: Claim,
  losers: z.array(Claim.extend({ why: z.string() })),
  nextChange: z.object({ at: z.iso.datetime(), run: z.string() }).nullable(),
});
type Explained = z.infer<typeof Explained>;

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
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: end;
      }
      li {
        padding: 4px 0;
      }
      .winner {
        box-shadow: inset 3px 0 0 var(--st-ok);
        padding-inline-start: 8px;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  /** The wall time asked about, `YYYY-MM-DDTHH:MM`; the instant it is, ms. */
  @property({ attribute: false }) instantOf: (local: string) => number = () => 0;
  @property() at = '';
  @property() screen = '';
  @state() private explained: Explained | null = null;
  @state() private refusal: Refusal | null = null;

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language];
    const { explained, refusal } = this;
    return html`<h2>${words.why}</h2>
      <form @submit=${(event: SubmitEvent) => void this.#ask(event)}>
        <label
          >${words.screen}<select name="screen">
            ${this.hall.screens.map(
              (screen) =>
                html`<option value=${screen.id} ?selected=${screen.id === this.screen}>
                  ${screen.number} · ${this.speech.text(screen.name)}
                </option>`,
            )}
          </select></label
        >
        <label>${words.at}<input name="at" .value=${this.at} /></label>
        <button class="button" type="submit" data-act="why">${words.ask}</button>
      </form>
      ${refusal === null ? nothing : html`<p role="alert">${refusal.detail}</p>`}
      ${
        explained === null
          ? nothing
          : html`<ul lang="en">
              <li class="winner">${explained.winner.sentence}</li>
              ${explained.losers.map(({ sentence }) => html`<li>${sentence}</li>`)}
              <li>
                ${words.nextChange}:
                ${explained.nextChange === null ? words.never : this.speech.dateTime(Date.parse(explained.nextChange.at))}
              </li>
            </ul>`
      }`;
  }

  async #ask(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const [screen, at] = [data.get('screen'), data.get('at')];
    if (typeof screen !== 'string' || typeof at !== 'string') return;
    const instant = this.instantOf(at);
    if (Number.isNaN(instant)) return;
    const answer = await ask('GET', `explain?screen=${screen}&at=${new Date(instant).toISOString()}`, Explained);
    this.explained = answer.ok ? answer.value : null;
    this.refusal = answer.ok ? null : answer.refusal;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'why-panel': WhyPanel;
  }
}
