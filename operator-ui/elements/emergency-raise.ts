import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import type { Text } from '#shared/text.ts';
import { markIcon } from '../look/marks.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { emergencyPlaces, type Place } from '../state/emergency-places.ts';
import type { EmergencySeen } from '../state/emergency.ts';
import type { Speech } from '../state/speech.ts';
import type { HoldButton } from './hold-button.ts';
import { everything } from '../state/targets.ts';
import { isThere } from '../state/where-text.ts';
import './hold-button.ts';
import { raise } from './raise.ts';
import './text-fields.ts';

const valueOf = ({ targets }: Place): string => targets.join(' ');

type Kind = 'evacuation' | 'announcement' | 'blackout';

/**
 * What is to be raised, and where: each kind is held to happen, and says on its button where it will and whether it is a
 * drill. It is made anew whenever its dialog opens: what was chosen for the last time must not be raised by the next.
 */
@customElement('emergency-raise')
export class EmergencyRaise extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
      }
      .kinds {
        display: grid;
        gap: 10px;
      }
      hold-button {
        width: 100%;
        margin-top: 12px;
        min-height: 64px;
        font-size: 18px;
        font-weight: 600;
      }
      .how {
        display: flex;
        flex-wrap: wrap;
        gap: 16px;
        align-items: end;
        margin: 12px 0 8px;
      }
      .how > div {
        flex: 1 1 200px;
      }
      .check {
        display: flex;
        gap: 8px;
        align-items: center;
        min-height: 44px;
        font-size: var(--f-text);
        color: var(--ink);
      }
      input[type='checkbox'] {
        width: 20px;
        height: 20px;
        accent-color: var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  /** The zones that this person is limited to; null: the whole hall. */
  @property({ attribute: false }) zones: readonly string[] | null = null;
  /** What is on now. */
  @property({ attribute: false }) running: readonly EmergencySeen[] = [];
  @property({ type: Boolean }) able = true;
  /** The place that was chosen, by its targets; null: the first. */
  @state() private chosen: string | null = null;
  @state() private isDrill = false;
  @state() private text: Text = {};
  /** What was raised from here, until it is heard of. */
  #raised: Text | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('running')) return;
    const before = changed.get('running') ?? [];
    const isNew = ({ run }: EmergencySeen): boolean => before.every((one) => one.run.id !== run.id);
    // What was said is on the screens: held once more it would be said twice. A colleague's announcement leaves alone what
    // is being written here.
    const isSaid = this.running.some((one) => isNew(one) && one.run.source.id === 'announcement');
    if (!isSaid || this.text !== this.#raised) return;
    this.text = {};
    this.#raised = null;
  }

  protected override updated(): void {
    // What was raised is on and cannot be raised again: the keyboard goes to what is told of it.
    const held = this.renderRoot.querySelector<HoldButton>('hold-button:focus-within');
    if (held?.disabled === true) this.dispatchEvent(new CustomEvent('done'));
  }

  /** The keyboard begins at the evacuation: what is raised in a hurry needs no second key. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[data-kind=evacuation]')?.focus(options);
  }

  protected override render(): TemplateResult {
    const { emergency } = this.speech.words;
    return html`<p class="quiet">${this.running.length === 0 ? emergency.lead : emergency.more}</p>
      <div class="how">
        <div>
          <label for="targets">${emergency.where}</label>
          <select
            id="targets"
            @change=${(event: Event) => {
              this.chosen = (event.target as HTMLSelectElement).value;
            }}
          >
            ${emergencyPlaces(this.hall, this.zones, this.speech).map(
              (place) =>
                html`<option value=${valueOf(place)} ?selected=${valueOf(place) === valueOf(this.#place)}>
                  ${place.name}
                </option>`,
            )}
          </select>
        </div>
        <label class="check"
          ><input
            type="checkbox"
            .checked=${this.isDrill}
            @change=${(event: Event) => {
              this.isDrill = (event.target as HTMLInputElement).checked;
            }}
          />${emergency.drill}</label
        >
      </div>
      <div class="kinds">
        ${this.#kind('evacuation')} ${this.#kind('blackout')}
        <text-fields
          .languages=${this.hall.languages}
          .label=${emergency.announcementText}
          .value=${this.text}
          multiline
          @text=${({ detail }: CustomEvent<Text>) => {
            this.text = detail;
          }}
        ></text-fields>
        ${this.#kind('announcement')}
      </div>`;
  }

  #kind(kind: Kind): TemplateResult {
    const { emergency } = this.speech.words;
    const [what, where] = [emergency[kind], this.#place.name];
    const lacksText = kind === 'announcement' && Object.keys(this.text).length === 0;
    const isOn = kind !== 'announcement' && this.running.some((one) => one.covered.length === 0 && this.#is(one, kind));
    return html`<hold-button
      danger
      data-kind=${kind}
      ?disabled=${!this.able || lacksText || isOn}
      @held=${() => this.#go(kind)}
      >${kind === 'evacuation' ? markIcon('emergency', 18) : ''}${
        isOn ? emergency.onAlready(what, where, this.isDrill) : emergency.holdFor(what, where, this.isDrill)
      }</hold-button
    >`;
  }

  /** Whether this is what the button of the kind would raise. */
  #is({ run, isDrill }: EmergencySeen, kind: Kind): boolean {
    return run.source.id === kind && isDrill === this.isDrill && isThere(this.hall, this.#place.targets, run.screens);
  }

  get #place(): Place {
    const places = emergencyPlaces(this.hall, this.zones, this.speech);
    return places.find((place) => valueOf(place) === this.chosen) ?? places[0];
  }

  #go(kind: Kind): void {
    const { targets } = this.#place;
    if (kind === 'announcement') this.#raised = this.text;
    raise(this, 'act', {
      do: 'emergency',
      body: {
        kind,
        ...(targets.includes(everything) ? {} : { targets: [...targets] }),
        ...(kind === 'announcement' ? { text: this.text } : {}),
        ...(this.isDrill ? { drill: true } : {}),
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'emergency-raise': EmergencyRaise;
  }
}
