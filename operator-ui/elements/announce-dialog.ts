import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import type { Hall } from '#shared/hall.ts';
import { Overlay } from '#shared/scene.ts';
import { Text } from '#shared/text.ts';
import { ask } from '../controllers/rest.ts';
import { announcements } from '../state/announcements.ts';
import { ConsoleDialog } from './console-dialog.ts';
import { raise } from './raise.ts';
import './text-fields.ts';

const Shown = Overlay.omit({ from: true, until: true }).extend({
  from: z.iso.datetime(),
  until: z.iso.datetime().nullable(),
  targets: z.array(z.string()),
});
type Shown = z.infer<typeof Shown>;

const minute = 60_000;

/** Words over whatever runs: a ribbon or a notice, in the hall's languages, on the chosen screens or on all. */
@customElement('announce-dialog')
export class AnnounceDialog extends ConsoleDialog {
  static override styles = [
    ...ConsoleDialog.styles,
    css`
      .ready {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin: 0 0 14px;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 10px;
        margin: 12px 0;
      }
      .where {
        line-height: max(36px, var(--finger));
      }
      li {
        display: flex;
        gap: 12px;
        align-items: center;
        padding: 6px 0;
        border-top: 1px solid var(--line);
      }
      li span {
        flex: 1;
      }
      h2 {
        margin: 20px 0 6px;
      }
      .main {
        width: 100%;
        min-height: 48px;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  /** Targets of the chosen screens; empty: the whole hall. */
  @property({ attribute: false }) targets: readonly string[] = [];
  @property({ type: Number }) count = 0;
  /** Rises whenever overlays changed. */
  @property({ type: Number }) overlaysAt = 0;
  @property({ type: Boolean }) able = true;
  @state() private type: 'ribbon' | 'notice' = 'ribbon';
  @state() private text: Text = {};
  @state() private holdFor = 10 * minute;
  @state() private shown: readonly Shown[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.open && (changed.has('open') || changed.has('overlaysAt'))) void this.#read();
  }

  protected override heading(): string {
    return this.speech.words.announce.heading;
  }

  protected override body(): TemplateResult {
    const { announce, take, select } = this.speech.words;
    const where = this.targets.length === 0 ? select.everything : select.screens(this.count);
    return html`<div class="ready">
        ${announcements.map(
          (text) => html`<button class="button" @click=${() => this.#use(text)}>${this.speech.text(text)}</button>`,
        )}
      </div>
      <text-fields
        .languages=${this.hall.languages}
        .label=${announce.text}
        .value=${this.text}
        multiline
        most="240"
        @text=${({ detail }: CustomEvent<Text>) => this.#use(detail)}
      ></text-fields>
      <div class="pair">
        <div>
          <label for="type">${announce.as}</label>
          <select
            id="type"
            @change=${(event: Event) => {
              this.type = (event.target as HTMLSelectElement).value === 'notice' ? 'notice' : 'ribbon';
            }}
          >
            <option value="ribbon">${announce.ribbon}</option>
            <option value="notice">${announce.notice}</option>
          </select>
        </div>
        <div>
          <label for="for">${take.hold}</label>
          <select
            id="for"
            @change=${(event: Event) => {
              this.holdFor = Number((event.target as HTMLSelectElement).value);
            }}
          >
            ${[1, 5, 10, 15, 30, 60].map(
              (minutes) =>
                html`<option value=${minutes * minute} ?selected=${this.holdFor === minutes * minute}>
                  ${take.minutes(minutes)}
                </option>`,
            )}
          </select>
        </div>
        <div>
          <span class="label">${this.speech.words.emergency.where}</span>
          <p class="where">${where}</p>
        </div>
      </div>
      <button
        class="button main"
        data-announce
        ?disabled=${!this.able || Object.keys(this.text).length === 0}
        @click=${() => this.#say()}
      >
        ${announce.say(where)}
      </button>
      ${this.#list()}`;
  }

  #use(text: Text): void {
    this.text = text;
  }

  #say(): void {
    const targets = this.targets.length === 0 ? ['all'] : [...this.targets];
    raise(this, 'act', { do: 'overlay', body: { type: this.type, targets, text: this.text, holdFor: this.holdFor } });
  }

  #list(): TemplateResult {
    const { announce } = this.speech.words;
    if (this.shown.length === 0) return html`<h2><span>${announce.none}</span></h2>`;
    return html`<h2><span>${announce.now}</span></h2>
      <ul>
        ${this.shown.map(({ id, type, params, until }) => {
          const text = Text.safeParse(params['text']);
          return html`<li data-overlay=${id}>
            <span>${text.success ? this.speech.text(text.data) : type}</span>
            <em class="quiet">${until === null ? '' : announce.until(this.speech.time(Date.parse(until)))}</em>
            <button
              class="button"
              ?disabled=${!this.able}
              @click=${() => raise(this, 'act', { do: 'hide-overlay', overlay: id })}
            >
              ${announce.takeOff}
            </button>
          </li>`;
        })}
      </ul>`;
  }

  async #read(): Promise<void> {
    const answer = await ask('GET', 'overlays', z.array(Shown));
    if (answer.ok) this.shown = answer.value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'announce-dialog': AnnounceDialog;
  }
}
