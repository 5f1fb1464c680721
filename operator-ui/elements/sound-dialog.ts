import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Hall, SoundOutput } from '#shared/hall.ts';
import { Volume2, VolumeX } from 'lucide';
import { icon } from '../look/icon.ts';
import { emergencyPlaces } from '../state/emergency-places.ts';
import { outputsWithin, ownOutputs } from '../state/own-outputs.ts';
import { twoDigits } from '../state/units.ts';
import { ConsoleDialog } from './console-dialog.ts';
import { raise } from './raise.ts';

/** After a slider was let go it rests for this long before the hall is told: one act for five presses of an arrow. */
const restMs = 150;
/** So long a level is believed that the hall has not confirmed. */
const believedMs = 2_000;

/** The level and the mute of every output, and of all of them at once. */
@customElement('sound-dialog')
export class SoundDialog extends ConsoleDialog {
  static override styles = [
    ...ConsoleDialog.styles,
    css`
      li {
        display: grid;
        grid-template-columns: 1fr minmax(140px, 220px) 48px auto;
        gap: 14px;
        align-items: center;
        padding: 8px 0;
        border-top: 1px solid var(--line);
      }
      input[type='range'] {
        width: 100%;
        min-height: max(32px, var(--finger));
        accent-color: var(--ink);
      }
      .level {
        text-align: end;
      }
      .muted {
        color: var(--ink-2);
      }
      .all {
        display: flex;
        gap: 8px;
        margin-top: 16px;
      }
      @media (max-width: 560px) {
        li {
          grid-template-columns: 1fr auto;
        }
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ type: Boolean }) able = true;
  /** What the person is limited to; null: the whole hall. */
  @property({ attribute: false }) zones: readonly string[] | null = null;
  /** What a hand has just set: what the hall says meanwhile is of before, and must not move the slider under it. */
  @state() private moved: { readonly output: string; readonly level: number } | null = null;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** Runs from when the hall was told. */
  #believing: ReturnType<typeof setTimeout> | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { moved } = this;
    const isConfirmed = this.hall.soundOutputs.some(({ id, level }) => id === moved?.output && level === moved.level);
    if (isConfirmed && this.#believing !== undefined) this.#believe();
    if (changed.has('open') && !this.open) this.#tell();
  }

  #move(output: string, level: number): void {
    if (this.moved !== null && this.moved.output !== output) this.#tell();
    clearTimeout(this.#believing);
    this.#believing = undefined;
    this.moved = { output, level };
  }

  /** From now on the slider stands where the hall has it. */
  #believe(): void {
    clearTimeout(this.#believing);
    this.#believing = undefined;
    this.moved = null;
  }

  /** A slider was let go where it is. */
  #settle(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#tell(), restMs);
  }

  #tell(): void {
    if (this.#resting === undefined || this.moved === null) return;
    clearTimeout(this.#resting);
    this.#resting = undefined;
    const { output, level } = this.moved;
    raise(this, 'act', { do: 'sound', output, body: { level } });
    this.#believing = setTimeout(() => this.#believe(), believedMs);
  }

  protected override heading(): string {
    return this.speech.words.sound.heading;
  }

  protected override body(): TemplateResult {
    const { sound } = this.speech.words;
    const { soundOutputs } = this.hall;
    const own = outputsWithin(this.hall, this.zones);
    return html`<ul>
        ${soundOutputs.map((output) => this.#output(output, own.includes(output)))}
      </ul>
      ${soundOutputs.length === 0 ? html`<p class="quiet">${sound.none}</p>` : ''}
      <div class="all">
        ${[true, false].map(
          (muted) =>
            html`<button
              class="button grow"
              data-all=${muted ? 'mute' : 'unmute'}
              ?disabled=${!this.able || own.length === 0}
              @click=${() => raise(this, 'act', { do: 'sound', output: ownOutputs(this.zones), body: { muted } })}
            >
              ${icon(muted ? VolumeX : Volume2)}${this.#every(muted)}
            </button>`,
        )}
      </div>`;
  }

  /** What a press does to all of them, or to those of somebody who is limited to zones. */
  #every(muted: boolean): string {
    const { sound } = this.speech.words;
    if (this.zones === null) return muted ? sound.muteAll : sound.unmuteAll;
    const where = emergencyPlaces(this.hall, this.zones, this.speech)[0].name;
    return muted ? sound.muteIn(where) : sound.unmuteIn(where);
  }

  #output({ id, name, screen, level: told, maxLevel, muted }: SoundOutput, isOwn: boolean): TemplateResult {
    const { sound } = this.speech.words;
    const level = this.moved?.output === id ? this.moved.level : told;
    const called = this.speech.text(name);
    const number = this.hall.screens.find((candidate) => candidate.id === screen)?.number ?? 0;
    return html`<li data-output=${id}>
      <span class=${muted ? 'muted' : ''}
        >${called}<br /><small class="quiet"
          >${sound.by(twoDigits(number))}${isOwn ? '' : `; ${sound.notYours}`}</small
        ></span
      >
      <input
        type="range"
        min="0"
        max=${Math.round(maxLevel * 100)}
        step="1"
        .value=${String(Math.round(level * 100))}
        aria-label=${`${called}: ${sound.level}`}
        ?disabled=${!this.able || !isOwn}
        @input=${(event: Event) => this.#move(id, Number((event.target as HTMLInputElement).value) / 100)}
        @change=${() => this.#settle()}
      />
      <span class="level">${Math.round(level * 100)} %</span>
      <button
        class="button"
        aria-pressed=${muted ? 'true' : 'false'}
        aria-label=${`${called}: ${sound.mute}`}
        ?disabled=${!this.able || !isOwn}
        @click=${() => raise(this, 'act', { do: 'sound', output: id, body: { muted: !muted } })}
      >
        ${icon(muted ? VolumeX : Volume2)}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sound-dialog': SoundDialog;
  }
}
