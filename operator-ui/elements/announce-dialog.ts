import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import type { AnnouncedView } from '#shared/facts.ts';
import type { Text } from '#shared/text.ts';
import type { RefusedAct } from '../state/without-late.ts';
import type { Act } from '../state/acts.ts';
import { announcedOn, announcements } from '../state/announcements.ts';
import { ConsoleDialog } from './console-dialog.ts';
import { raise } from './raise.ts';
import './announced-list.ts';
import './text-fields.ts';

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
      /* From its head downwards: an answer makes it longer at its foot, and nothing moves under the pointer. */
      dialog {
        margin-top: min(12dvh, 96px);
        max-height: calc(100dvh - min(12dvh, 96px) - 24px);
      }
      h2 {
        margin: 20px 0 6px;
      }
      .main {
        width: 100%;
        min-height: 48px;
      }
      .main[aria-disabled='true'] {
        color: var(--ink-2);
        border-color: var(--line);
        cursor: default;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  /** Targets of the chosen screens; empty: the whole hall. */
  @property({ attribute: false }) targets: readonly string[] = [];
  @property({ type: Number }) count = 0;
  @property({ attribute: false }) announced: readonly AnnouncedView[] = [];
  /** Why the last command was not carried out. */
  @property({ attribute: false }) refused: RefusedAct | null = null;
  /** Shared time, ms. */
  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) able = true;
  @state() private type: 'ribbon' | 'notice' = 'ribbon';
  @state() private text: Text = {};
  @state() private holdFor = 10 * minute;
  /** What was sent as it stands here: pressed again it would be announced twice. */
  @state() private sent: string | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isRefused = changed.has('refused') && this.refused !== null;
    // What was taken off can be announced again.
    const before = changed.get('announced') ?? this.announced;
    const isGone = before.some(({ id }) => !this.announced.some((one) => one.id === id));
    if (changed.has('open') || isRefused || isGone) this.sent = null;
  }

  protected override heading(): string {
    return this.speech.words.announce.heading;
  }

  protected override body(): TemplateResult {
    const { announce, take, select } = this.speech.words;
    const where = this.targets.length === 0 ? select.everything : select.screens(this.count);
    const isSent = this.sent !== null && this.sent === this.#wish;
    return html`<div class="ready">
        ${announcements.map(
          ({ text, minutes }) =>
            html`<button
              class="button"
              @click=${() => {
                this.#use(text);
                this.holdFor = minutes * minute;
              }}
            >
              ${this.speech.text(text)}
            </button>`,
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
                html`<option value=${minutes * minute} .selected=${this.holdFor === minutes * minute}>
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
        aria-disabled=${isSent ? 'true' : 'false'}
        @click=${() => this.#say()}
      >
        ${isSent ? announce.sent(where) : announce.say(where)}
      </button>
      <p class="sr" role="status">${isSent ? announce.sent(where) : ''}</p>
      ${this.#list()}`;
  }

  #use(text: Text): void {
    this.text = text;
  }

  get #body(): Extract<Act, { readonly do: 'overlay' }>['body'] {
    const targets = this.targets.length === 0 ? ['all'] : [...this.targets];
    return { type: this.type, targets, text: this.text, holdFor: this.holdFor };
  }

  get #wish(): string {
    return JSON.stringify(this.#body);
  }

  #say(): void {
    if (this.sent === this.#wish) return;
    this.sent = this.#wish;
    raise(this, 'act', { do: 'overlay', body: this.#body });
  }

  #list(): TemplateResult {
    const { announce } = this.speech.words;
    const isNone = announcedOn(this.announced, this.now).length === 0;
    return html`<h2><span>${isNone ? announce.none : announce.now}</span></h2>
      <announced-list
        .hall=${this.hall}
        .speech=${this.speech}
        .announced=${this.announced}
        .now=${this.now}
        .able=${this.able}
      ></announced-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'announce-dialog': AnnounceDialog;
  }
}
