import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DoorClosed, DoorOpen, GraduationCap, Moon, Sun, UserRound } from 'lucide';
import type { DoorsView, Present } from '#shared/facts.ts';
import { trainingPath } from '#shared/training.ts';
import type { SignedIn } from '../controllers/session.ts';
import type { Theme } from '../controllers/preferences.ts';
import { headerStyles } from '../look/header-styles.ts';
import { icon } from '../look/icon.ts';
import { markIcon, type MarkShape } from '../look/marks.ts';
import { shanyraqMark } from '../look/shanyraq-mark.ts';
import { base, buttons } from '../look/styles.ts';
import { companyOf } from '../state/content/others.ts';
import type { Speech } from '../state/speech.ts';
import { keyLabel } from '../state/keys.ts';
import { isTraining } from '../state/training.ts';
import { viewNames, type ViewName } from '../state/views.ts';
import { deskWords } from '../words/desk-words.ts';
import { consoleLanguages } from '../words/words.ts';
import './hall-clock.ts';
import { raise } from './raise.ts';

export interface Counts {
  readonly faults: number;
  readonly warnings: number;
  readonly byHand: number;
}

/** Views by number, what needs a person, the hall's hours and clock. Raises `view`, `theme`, `language`. */
@customElement('header-bar')
export class HeaderBar extends LitElement {
  static override styles = [base, buttons, headerStyles];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) view: ViewName = 'hall';
  @property({ attribute: false }) counts: Counts = { faults: 0, warnings: 0, byHand: 0 };
  @property({ attribute: false }) doors: DoorsView | null = null;
  /** Everybody at a console. */
  @property({ attribute: false }) people: readonly Present[] = [];
  @property({ attribute: false }) nowMs: () => number = () => 0;
  @property({ attribute: false }) theme: Theme = 'dark';
  @property({ attribute: false }) person: SignedIn | null = null;

  protected override render(): TemplateResult {
    const { words } = this.speech;
    const { header } = words;
    const { training } = deskWords[this.speech.language];
    return html`<div class="brand">${shanyraqMark()}<span>${words.productName}</span></div>
      <nav aria-label=${header.sections}>
        ${viewNames.map(
          (name, index) =>
            html`<button
              aria-current=${this.view === name ? 'page' : nothing}
              @click=${() => this.#raise('view', name)}
            >
              <kbd>${index + 1}</kbd>${words.views[name]}
            </button>`,
        )}
      </nav>
      <div class="right">
        ${this.#count('fault', this.counts.faults, header.faults)}
        ${this.#count('warn', this.counts.warnings, header.warnings)}
        ${this.#count('by-hand', this.counts.byHand, header.byHand)} ${this.#others()}
        <button
          class="tool doors"
          aria-label="${words.doors.heading}: ${this.#opening()}"
          @click=${() => raise(this, 'dialog', 'doors')}
        >
          <kbd>${keyLabel('doors', words)}</kbd>${icon(this.doors?.is === 'open' ? DoorOpen : DoorClosed)}<span
            class="opening"
            >${this.#opening()}</span
          >
        </button>
        <hall-clock .speech=${this.speech} .nowMs=${this.nowMs}></hall-clock>
        <div class="tools">
          ${
            isTraining()
              ? nothing
              : html`<a
                  class="tool"
                  href=${`${trainingPath}/`}
                  aria-label="${training.enter}: ${training.enterHint}"
                  title="${training.enter} (${keyLabel('training', words)}): ${training.enterHint}"
                  >${icon(GraduationCap)}</a
                >`
          }
          <button
            class="tool"
            aria-label="${header.language}: ${this.speech.language}"
            title=${header.language}
            @click=${this.#nextLanguage}
          >
            ${this.speech.language}
          </button>
          <button
            class="tool"
            aria-label="${header.theme}: ${this.theme === 'dark' ? header.dark : header.light}"
            title="${header.theme}: ${this.theme === 'dark' ? header.dark : header.light}"
            @click=${() => this.#raise('theme', this.theme === 'dark' ? 'light' : 'dark')}
          >
            ${icon(this.theme === 'dark' ? Moon : Sun)}
          </button>
          <button
            class="tool person"
            data-name=${this.person?.name ?? ''}
            aria-label="${words.people.who.heading}: ${this.person?.name ?? ''}"
            title="${words.people.who.heading}: ${this.person?.name ?? ''}"
            @click=${() => raise(this, 'dialog', 'who')}
          >
            ${icon(UserRound)}
          </button>
        </div>
      </div>`;
  }

  #count(shape: MarkShape, n: number, words: (n: number) => string): TemplateResult | typeof nothing {
    if (n === 0) return nothing;
    return html`<span class="count" title=${words(n)}
      >${markIcon(shape)}<span aria-hidden="true">${n}</span><span class="sr">${words(n)}</span></span
    >`;
  }

  #opening(): string {
    const { header } = this.speech.words;
    if (this.doors === null) return '';
    const { is, until } = this.doors;
    if (until === null) return is === 'open' ? header.open : header.closed;
    const end = this.speech.timeFrom(this.nowMs(), until);
    return is === 'open' ? header.openUntil(end) : header.opensAt(end);
  }

  /** Colleagues by their first letters; the whole names for who looks closer. */
  #others(): TemplateResult | typeof nothing {
    const me = this.person?.id ?? '';
    const others = companyOf(this.people, me);
    if (others.length === 0) return nothing;
    const { header } = this.speech.words;
    const names = header.others(others.map(({ id, name }) => (id === me ? header.alsoMe : name)).join(', '));
    return html`<span class="others" title=${names}
      ><span class="sr">${names}</span>${others
        .slice(0, 4)
        .map(({ name }) => html`<i aria-hidden="true">${Array.from(name).slice(0, 2).join('')}</i>`)}</span
    >`;
  }

  readonly #nextLanguage = (): void => {
    const at = consoleLanguages.indexOf(this.speech.language);
    this.#raise('language', consoleLanguages[(at + 1) % consoleLanguages.length]);
  };

  #raise(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'header-bar': HeaderBar;
  }
}
