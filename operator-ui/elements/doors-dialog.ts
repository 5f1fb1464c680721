import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall, Screen } from '#shared/hall.ts';
import { markIcon, type MarkShape } from '../look/marks.ts';
import type { Seen } from '../state/seen.ts';
import { selfTest, type SelfTest, type Unready } from '../state/self-test.ts';
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
  missing: 'fault',
  fetching: 'loading',
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
    const { ready, total, unready, unproved } = this.#test();
    const isOpen = this.seen.doors.is === 'open';
    return html`<p class="count">${isOpen ? words.asTheyShould(ready, total) : words.ready(ready, total)}</p>
      ${this.#pictures(isOpen, unproved)}
      <ul>
        ${unready.map(({ screen: id, why, secondsLeft = null }) => {
          const screen = this.#screen(id);
          return html`<li>
            ${markIcon(shapes[why])}<b>${twoDigits(screen?.number ?? 0)}</b
            ><span>${this.speech.text(screen?.name)}: ${this.#why(why, secondsLeft)}</span>
          </li>`;
        })}
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

  #test(): SelfTest {
    return selfTest(this.hall, this.seen.screens, this.now);
  }

  /** Nothing is wrong with a screen whose picture nobody can see, nor with one that is dark: said, and not loudly. */
  #pictures(isOpen: boolean, unproved: readonly string[]): TemplateResult | typeof nothing {
    const { doors: words } = this.speech.words;
    if (isOpen && unproved.length === 0) return nothing;
    const numbers = numbersText(unproved.map((id) => this.#screen(id)?.number ?? 0));
    return html`<p class="quiet" data-pictures>${isOpen ? words.unchecked(numbers) : words.checkedOnceOn}</p>`;
  }

  #screen(id: string): Screen | undefined {
    return this.hall.screens.find((screen) => screen.id === id);
  }

  #why(why: Unready, secondsLeft: number | null): string {
    const { doors: words, marks } = this.speech.words;
    if (why === 'fetching') return words.fetching(secondsLeft === null ? null : Math.ceil(secondsLeft));
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
    const { total, unready } = this.#test();
    if (isOpen) return words.screensRest(total);
    return unready.length > 0 ? words.withoutSome(unready.length) : words.allReady;
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
