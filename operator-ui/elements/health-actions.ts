import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import type { HostReport } from '#shared/host-report.ts';
import type { Screen } from '#shared/hall.ts';
import type { ActionAnswer } from '#shared/orders.ts';
import { focused } from '../controllers/deep.ts';
import { ask } from '../controllers/rest.ts';
import { ScreenOrders, type Level } from '../controllers/screen-orders.ts';
import { healthStyles } from '../look/health-styles.ts';
import { base, buttons } from '../look/styles.ts';
import { keyLabel } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';
import './hold-button.ts';

/** Those that are wanted most have keys. */
const keys = { identify: 'identify', 'test-grid': 'testGrid', screenshot: 'lookNow' } as const;

/** What a technician can have a screen do, and what came of it: each act is confirmed by the screen, or said not to be. */
@customElement('health-actions')
export class HealthActions extends LitElement {
  static override styles = [
    base,
    buttons,
    healthStyles,
    css`
      hold-button {
        min-height: max(36px, var(--finger));
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: max(36px, var(--finger));
      }
      [role='status'] {
        margin-top: 10px;
        overflow-wrap: anywhere;
      }
      img {
        display: block;
        max-width: min(100%, 640px);
        margin-top: 12px;
        border: 1px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) screen!: Screen;
  @property({ type: Boolean }) isInMaintenance = false;
  /** What the screen's machine can do beside keeping its browser. */
  @property({ attribute: false }) can: HostReport['can'] = [];
  /** What came of the last action, and whether one is under way. */
  @state() private said: { readonly text: string; readonly isWorking: boolean } | null = null;
  @state() private picture: string | null = null;
  readonly #orders = new ScreenOrders((of, answer) => {
    // Another screen's page by now: the answer is not about that one.
    if (this.screen.id !== of) return;
    if (answer === null) this.said = this.#working();
    else
      this.said = {
        text: answer.ok ? this.#came(answer.value) : this.speech.refused(answer.refusal),
        isWorking: false,
      };
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('screen') || changed.get('screen')?.id === this.screen.id) return;
    this.said = this.#orders.isAtWork(this.screen.id) ? this.#working() : null;
    this.picture = null;
  }

  protected override render(): TemplateResult {
    const { health } = this.speech.words;
    const isOff = this.screen.touchOff === true;
    const acts: readonly (readonly [act: string, label: string])[] = [
      ['identify', health.identify],
      ['test-grid', health.testGrid],
      ['screenshot', health.lookNow],
      ['reload', health.reload],
      ['clear-cache', health.clearCache],
      ['restart-player', health.restart],
      ['reboot', health.reboot],
      ...(this.screen.touch
        ? [[isOff ? 'touch-on' : 'touch-off', isOff ? health.touchOn : health.touchOff] as const]
        : []),
      ['quarantine', health.quarantine],
      ['release', health.release],
    ];
    const { isInMaintenance } = this;
    return html`<div class="row">
        ${acts.map(([act, label]) =>
          // What takes a screen from its visitors is held.
          act === 'reboot' || act === 'quarantine'
            ? html`<hold-button
                data-act=${act}
                ?disabled=${this.said?.isWorking === true}
                @held=${() => void this.#act(act)}
                >${label}</hold-button
              >`
            : html`<button
                class="button"
                data-act=${act}
                ?disabled=${this.said?.isWorking === true}
                @click=${() => void this.#act(act)}
              >
                ${Object.hasOwn(keys, act) ? html`<kbd>${keyLabel(keys[act as keyof typeof keys], this.speech.words)}</kbd>` : nothing}${label}
              </button>`,
        )}
        <button
          class="button"
          @click=${() => void (isInMaintenance ? this.#endMaintenance() : this.#startMaintenance())}
        >
          ${isInMaintenance ? health.endMaintenance : health.maintenance}
        </button>
        ${(['volume', 'brightness'] as const).map((act) => (this.can.includes(act) ? this.#level(act) : nothing))}
      </div>
      ${this.said === null ? nothing : html`<p role="status">${this.said.text}</p>`}
      ${this.picture === null ? nothing : html`<img src=${this.picture} alt=${health.picture} />`}`;
  }

  /**
   * What the machine is set to now is not known: the range says what is asked of it. It is never off: whoever moves it
   * key by key would lose it with each key.
   */
  #level(act: Level): TemplateResult {
    return html`<label
      >${this.speech.words.health[act]}
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        data-act=${act}
        @change=${({ target }: Event) => void this.#orders.setLevel(this.screen.id, act, (target as HTMLInputElement).valueAsNumber / 100)}
    /></label>`;
  }

  /** A button that is off loses the keyboard: it is given back, unless it has gone elsewhere meanwhile. */
  async #act(act: string): Promise<void> {
    const had = focused();
    await this.#orders.order(this.screen.id, act);
    await this.updateComplete;
    if (focused() === document.body && had instanceof HTMLElement) had.focus();
  }

  #working(): { readonly text: string; readonly isWorking: boolean } {
    return { text: this.speech.words.health.working, isWorking: true };
  }

  #came({ confirmed, afterMs, said, words, picture }: ActionAnswer): string {
    const { health } = this.speech.words;
    if (picture !== undefined) this.picture = `data:image/jpeg;base64,${picture}`;
    const seconds = this.speech.number(afterMs / 1000, 1);
    return `${confirmed ? health.confirmed(seconds) : health.unconfirmed} ${this.speech.said({ said: words, reason: said })}`;
  }

  async #startMaintenance(): Promise<void> {
    const answer = await ask('POST', 'maintenance', z.unknown(), { targets: this.screen.id });
    if (!answer.ok) this.said = { text: this.speech.refused(answer.refusal), isWorking: false };
  }

  async #endMaintenance(): Promise<void> {
    const Windows = z.array(z.object({ id: z.string(), targets: z.array(z.string()) }));
    const windows = await ask('GET', 'maintenance', Windows);
    if (!windows.ok) return;
    for (const { id, targets } of windows.value)
      if (targets.includes(this.screen.id)) await ask('DELETE', `maintenance/${encodeURIComponent(id)}`, z.unknown());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'health-actions': HealthActions;
  }
}
