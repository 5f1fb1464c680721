import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { markIcon } from '../look/marks.ts';
import type { Seen } from '../state/seen.ts';
import { selfTest } from '../state/self-test.ts';
import { twoDigits } from '../state/units.ts';
import { ConsoleDialog } from './console-dialog.ts';
import { raise } from './raise.ts';

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
  @property({ type: Boolean }) able = true;

  protected override heading(): string {
    return this.speech.words.doors.heading;
  }

  protected override body(): TemplateResult {
    const { doors: words, marks } = this.speech.words;
    const { doors } = this.seen;
    const { ready, total, unready } = selfTest(this.seen.screens);
    const isOpen = doors.is === 'open';
    return html`<p class="count">${words.ready(ready, total)}</p>
      <ul>
        ${unready.map(({ screen: id, why }) => {
          const screen = this.hall.screens.find((candidate) => candidate.id === id);
          const shape = why === 'offline' || why === 'trouble' ? 'fault' : why === 'unheard' ? 'stale' : 'loading';
          const text = why === 'offline' ? marks.offline : words.unready[why];
          return html`<li>
            ${markIcon(shape)}<b>${twoDigits(screen?.number ?? 0)}</b
            ><span>${this.speech.text(screen?.name)}: ${text}</span>
          </li>`;
        })}
      </ul>
      <p class="quiet">${this.#now()}</p>
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

  #now(): string {
    const { doors: words } = this.speech.words;
    const { is, until, by } = this.seen.doors;
    const end = until === null ? '' : this.speech.time(until);
    if (is === 'open') return by === null ? words.openByHours(end) : words.openByHand(by, end);
    return by === null ? words.closedByHours(end) : words.closedByHand(by, end);
  }

  #after(isOpen: boolean): string {
    const { doors: words } = this.speech.words;
    const { ready, total } = selfTest(this.seen.screens);
    if (isOpen) return words.screensRest(total);
    return ready === total ? words.allReady : words.withoutSome(total - ready);
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
