import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall, Screen } from '#shared/hall.ts';
import { markIcon, type MarkShape } from '../look/marks.ts';
import type { Seen } from '../state/seen.ts';
import { selfTest, type Unready } from '../state/self-test.ts';
import { numbersText, twoDigits } from '../state/units.ts';
import { ConsoleDialog } from './console-dialog.ts';
import { raise } from './raise.ts';

const shapes: Readonly<Record<Unready, MarkShape>> = {
  offline: 'fault',
  trouble: 'fault',
  unheard: 'stale',
  stale: 'stale',
  maintenance: 'by-hand',
  unsynced: 'loading',
  missing: 'loading',
  changing: 'loading',
  disagrees: 'disagrees',
};

/** Before the doors: how the hall stands, screen by screen, and one touch that opens or closes it. */
@customElement('doors-dialog')
export class DoorsDialog extends ConsoleDialog {
  static override styles = [
    ...ConsoleDialog.styles,
    css`
      .count {
        font: 560 40px/1.1 var(--display);
      }
      ul {
        margin: 12px 0 18px;
      }
      li {
        display: flex;
        gap: 10px;
        align-items: center;
        padding: 6px 0;
        border-top: 1px solid var(--line);
      }
      .acts {
        display: flex;
        gap: 8px;
        margin-top: 18px;
      }
      .acts .button {
        min-height: 56px;
        font-size: var(--f-main);
        flex-direction: column;
        gap: 2px;
      }
      small {
        color: var(--ink-2);
        font-size: var(--f-label);
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) seen!: Seen;
  /** Shared time, ms. */
  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) able = true;

  protected override heading(): string {
    return this.speech.words.doors.heading;
  }

  /** Not “Close”: beside the doors that would be the hall. */
  protected override leave(): string {
    return this.speech.words.common.cancel;
  }

  protected override body(): TemplateResult {
    const { doors: words } = this.speech.words;
    const { ready, total, unready, unproved } = selfTest(this.seen.screens, this.now);
    const isOpen = this.seen.doors.is === 'open';
    return html`<p class="count">${words.ready(ready, total)}</p>
      <ul>
        ${unready.map(({ screen: id, why }) => {
          const screen = this.#screen(id);
          return html`<li>
            ${markIcon(shapes[why])}<b>${twoDigits(screen?.number ?? 0)}</b
            ><span>${this.speech.text(screen?.name)}: ${this.#why(why)}</span>
          </li>`;
        })}
        ${
          unproved.length === 0
            ? nothing
            : html`<li data-unproved>
                ${markIcon('stale')}<b>${numbersText(unproved.map((id) => this.#screen(id)?.number ?? 0))}</b
                ><span>${words.unproved(unproved.length)}</span>
              </li>`
        }
      </ul>
      <p class="quiet">${this.#standing()}</p>
      <div class="acts">
        <button
          class="button grow"
          data-doors=${isOpen ? 'closed' : 'open'}
          autofocus
          ?disabled=${!this.able}
          @click=${() => this.#set(isOpen ? 'closed' : 'open')}
        >
          ${isOpen ? words.close : words.open}
          <small>${this.#after(isOpen)}</small>
        </button>
      </div>`;
  }

  #screen(id: string): Screen | undefined {
    return this.hall.screens.find((screen) => screen.id === id);
  }

  #why(why: Unready): string {
    const { doors: words, marks } = this.speech.words;
    return why === 'offline' || why === 'maintenance' || why === 'changing' ? marks[why] : words.unready[why];
  }

  #standing(): string {
    const { doors: words } = this.speech.words;
    const { is, until, by } = this.seen.doors;
    const end = until === null ? '' : this.speech.timeFrom(this.now, until);
    if (is === 'open') return by === null ? words.openByHours(end) : words.openByHand(by, end);
    return by === null ? words.closedByHours(end) : words.closedByHand(by, end);
  }

  #after(isOpen: boolean): string {
    const { doors: words } = this.speech.words;
    const { total, unready, unproved } = selfTest(this.seen.screens, this.now);
    if (isOpen) return words.screensRest(total);
    if (unready.length > 0) return words.withoutSome(unready.length);
    return unproved.length > 0 ? words.someUnproved(unproved.length) : words.allReady;
  }

  #set(is: 'open' | 'closed'): void {
    raise(this, 'act', { do: 'doors', is });
    this.dismiss();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'doors-dialog': DoorsDialog;
  }
}
