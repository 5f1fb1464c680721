import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { sceneType } from '#shared/scenes/registry.ts';
import { base, buttons, fields } from '../look/styles.ts';
import {
  holdTimes,
  previewBody,
  standbyBody,
  stillToChoose,
  takeBody,
  type Draft,
  type Found,
} from '../state/draft.ts';
import { keyLabel } from '../state/keys.ts';
import { typedTime } from '../state/typed-time.ts';
import type { Speech } from '../state/speech.ts';
import { screensOf } from '../state/targets.ts';
import { raise } from './raise.ts';
import { takePanelStyles } from './take-panel-styles.ts';

/** What to put on the chosen screens: a scene or a show from the library, for how long, in which language, and why. */
@customElement('take-panel')
export class TakePanel extends LitElement {
  static override styles = [base, buttons, fields, takePanelStyles];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) selected: ReadonlySet<string> = new Set();
  @property({ attribute: false }) targets: readonly string[] = [];
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) found: readonly Found[] = [];
  /** Shared time, ms. */
  @property({ type: Number }) now = 0;
  /** Whether the library holds anything at all. */
  @property({ type: Boolean }) stocked = true;
  /** Who else holds what is seen on the chosen screens; empty: nobody. */
  @property() over = '';
  /** False while no command can be given. */
  @property({ type: Boolean }) able = true;

  /** Where its keys are: from Preview and Standby down to Take. */
  get acts(): { readonly top: number; readonly bottom: number } | null {
    const [first, last] = ['.acts', '.take'].map((part) =>
      this.renderRoot.querySelector(part)?.getBoundingClientRect(),
    );
    return first === undefined || last === undefined ? null : { top: first.top, bottom: last.bottom };
  }

  protected override render(): TemplateResult {
    const { take, select, lease } = this.speech.words;
    const count = this.selected.size;
    const at = this.#at();
    const isTime = !Number.isNaN(at);
    const canTake = this.able && takeBody(this.draft, this.targets, at) !== null;
    const canHold = this.able && standbyBody(this.draft, this.targets) !== null;
    const next = stillToChoose(this.draft, count);
    return html`<section>
        <h2>
          <span>${count === 0 ? select.none : select.chosen(count, this.hall.screens.length)}</span>
        </h2>
        <div class="zones" role="group" aria-label=${select.zones}>
          ${this.#zone('all', select.all)}
          ${this.hall.zones.map((zone) => this.#zone(zone.id, this.speech.text(zone.name)))}
          ${
            count === 0
              ? nothing
              : html`<button class="button plain" @click=${() => raise(this, 'choose', { screens: [], how: 'only' })}>
                  <kbd>${keyLabel('cancel', this.speech.words)}</kbd>${select.clear}
                </button>`
          }
        </div>
      </section>
      <section>
        <h2><label for="search">${take.heading}</label><kbd>${keyLabel('search', this.speech.words)}</kbd></h2>
        <input
          id="search"
          type="search"
          autocomplete="off"
          placeholder=${take.search}
          .value=${this.draft.query}
          @input=${this.#onQuery}
          @keydown=${this.#onSearchKey}
        />
        ${this.#results()}
      </section>
      <div class="pair">${this.#hold()}${this.#language()}</div>
      <div class="pair when">
        <div>
          <label for="at">${take.at}</label>
          <input
            id="at"
            data-figures
            inputmode="numeric"
            autocomplete="off"
            maxlength="5"
            placeholder=${take.atNow}
            aria-invalid=${isTime ? 'false' : 'true'}
            .value=${this.draft.at}
            @input=${(event: Event) => raise(this, 'draft', { at: (event.target as HTMLInputElement).value })}
          />
        </div>
        <div>
          <label for="reason">${take.reason}</label>
          <input
            id="reason"
            maxlength="500"
            placeholder=${take.reasonHint}
            .value=${this.draft.reason}
            @input=${(event: Event) => raise(this, 'draft', { reason: (event.target as HTMLInputElement).value })}
          />
        </div>
      </div>
      <div class="acts">
        <button class="button grow" data-keeps-field ?disabled=${!canHold} @click=${this.preview}>
          <kbd>${keyLabel('preview', this.speech.words)}</kbd>${take.preview}
        </button>
        <button
          class="button grow"
          title=${at === null ? '' : take.armWaits}
          ?disabled=${!canHold || at !== null}
          @click=${this.arm}
        >
          <kbd>${keyLabel('standby', this.speech.words)}</kbd>${take.arm}
        </button>
      </div>
      <button class="button take" ?disabled=${!canTake} @click=${this.takeNow}>
        <kbd>${keyLabel('take', this.speech.words)}</kbd>${next === null ? this.#takes(at, count) : take[next]}${
          canTake && this.over !== '' ? html`<small data-over>${lease.over(this.over)}</small>` : nothing
        }
      </button>`;
  }

  /** Puts the chosen thing on the chosen screens; does nothing while something is missing. */
  readonly takeNow = (): void => {
    const body = this.able ? takeBody(this.draft, this.targets, this.#at()) : null;
    if (body !== null) raise(this, 'act', { do: 'take', body });
  };

  /** Shows what it would look like, without anything happening. */
  readonly preview = (): void => {
    const body = previewBody(this.draft, this.targets);
    if (body !== null) raise(this, 'preview', body);
  };

  readonly arm = (): void => {
    const body = this.able && this.#at() === null ? standbyBody(this.draft, this.targets) : null;
    if (body !== null) raise(this, 'act', { do: 'arm', body });
  };

  #at(): number | null {
    return typedTime(this.draft.at, this.now, this.hall.timeZone);
  }

  #takes(at: number | null, count: number): string {
    const { take } = this.speech.words;
    if (at === null) return take.now(count);
    return Number.isNaN(at) ? take.noTime : take.atTime(this.speech.timeFrom(this.now, at), count);
  }

  #zone(id: string, name: string): TemplateResult {
    const screens = screensOf(this.hall, id);
    const isChosen = screens.length > 0 && screens.every((screen) => this.selected.has(screen));
    return html`<button
      class="button"
      aria-pressed=${isChosen ? 'true' : 'false'}
      @click=${() => raise(this, 'choose', { screens, how: id === 'all' && !isChosen ? 'only' : 'toggle' })}
    >
      ${id === 'all' ? html`<kbd>${keyLabel('selectAll', this.speech.words)}</kbd>` : nothing}${name}
    </button>`;
  }

  #results(): TemplateResult {
    const { take } = this.speech.words;
    if (this.found.length === 0) {
      return html`<p class="hint">${this.stocked ? take.nothingFound : take.libraryEmpty}</p>`;
    }
    const { item } = this.draft;
    const at = this.found.findIndex(({ kind, id }) => kind === item?.kind && id === item.id);
    return html`<div class="found" role="listbox" aria-label=${take.search} @keydown=${this.#onSearchKey}>
      ${this.found.map(
        ({ kind, id, title, type, cues, fits }, index) =>
          html`<div
            role="option"
            tabindex=${index === Math.max(at, 0) ? 0 : -1}
            aria-selected=${index === at ? 'true' : 'false'}
            data-item="${kind}:${id}"
            ?data-unfit=${!fits}
            @click=${() => raise(this, 'draft', { item: { kind, id } })}
          >
            <span>${title}</span
            ><small
              >${!fits ? take.unfit : kind === 'show' ? `${take.show}, ${take.cues(cues)}` : this.#type(type)}</small
            >
          </div>`,
      )}
    </div>`;
  }

  #type(type: string): string {
    const known = sceneType(type);
    return known === undefined ? type : this.speech.text(known.title);
  }

  #hold(): TemplateResult {
    const { take } = this.speech.words;
    const minute = 60_000;
    const named = (ms: number): string => (ms < 60 * minute ? take.minutes(ms / minute) : take.hours(ms / 60 / minute));
    return html`<div>
      <label for="hold">${take.hold}</label>
      <select
        id="hold"
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          raise(this, 'draft', { holdFor: value === '' ? null : Number(value) });
        }}
      >
        <option value="" .selected=${this.draft.holdFor === null}>${take.untilReleased}</option>
        ${holdTimes.map((ms) => html`<option value=${ms} .selected=${this.draft.holdFor === ms}>${named(ms)}</option>`)}
      </select>
    </div>`;
  }

  #language(): TemplateResult {
    const { order, names } = this.hall.languages;
    return html`<div>
      <label for="language">${this.speech.words.take.language}</label>
      <select
        id="language"
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          raise(this, 'draft', { language: value === '' ? null : value });
        }}
      >
        <option value="" .selected=${this.draft.language === null}>${this.speech.words.take.ownLanguage}</option>
        ${order.map(
          (tag) => html`<option value=${tag} .selected=${this.draft.language === tag}>${names[tag] ?? tag}</option>`,
        )}
      </select>
    </div>`;
  }

  readonly #onQuery = (event: Event): void => {
    raise(this, 'draft', { query: (event.target as HTMLInputElement).value });
  };

  async #show(item: string, focus: boolean): Promise<void> {
    await this.updateComplete;
    const option = this.renderRoot.querySelector<HTMLElement>(`[data-item="${item}"]`);
    option?.scrollIntoView({ block: 'nearest' });
    if (focus) option?.focus();
  }

  /** Arrows walk through what was found, from the field as well; Enter in the field chooses the first. */
  readonly #onSearchKey = (event: KeyboardEvent): void => {
    const { item } = this.draft;
    const at = this.found.findIndex(({ kind, id }) => kind === item?.kind && id === item.id);
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
    const isEnter = event.code === 'Enter' && at < 0;
    if (step === 0 && !isEnter) return;
    event.preventDefault();
    const next = this.found[isEnter ? 0 : Math.min(Math.max(at + step, 0), this.found.length - 1)];
    if (next === undefined) return;
    raise(this, 'draft', { item: { kind: next.kind, id: next.id } });
    const isInList = event.target instanceof Element && event.target.matches('[role=option]');
    void this.#show(`${next.kind}:${next.id}`, isInList);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'take-panel': TakePanel;
  }
}
