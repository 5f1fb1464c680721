import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Calendar } from 'lucide';
import { icon } from '../look/icon.ts';
import { base, buttons, fields } from '../look/styles.ts';
import type { ConsoleLanguage } from '../words/words.ts';
import { dateWords } from '../words/date-words.ts';
import { isWhole, shownDate, stepped, typedDate } from '../state/typed-dates.ts';

/**
 * A local date, or a date and time, that is typed in the console's language on any layout: the browser's own field goes by
 * the browser's language, and takes no digits from a Kazakh row. Its calendar is the browser's. Raises `input` with every
 * key, and `change` when the date is another and is meant: when the last digit of a whole one is typed, and with Enter, an
 * arrow, the calendar, or when the field is left. `value` is empty while what is typed is no date; of that no `change`
 * tells, and the field says what is wrong.
 */
@customElement('date-field')
export class DateField extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
      }
      .box {
        position: relative;
      }
      .error {
        margin: 2px 0 0;
      }
      /* The icon is in the middle of its button: an example with a time ends before it. */
      input.typed {
        padding-right: calc((max(34px, var(--finger)) + 16px) / 2 + 3px);
      }
      button {
        position: absolute;
        inset: 0 0 0 auto;
        display: grid;
        place-items: center;
        width: max(34px, var(--finger));
        color: var(--ink-2);
      }
      button:disabled {
        color: var(--ink-3);
      }
      /* It opens the browser's calendar below the button, and is never seen. */
      input.native {
        position: absolute;
        inset: 0;
        z-index: -1;
        opacity: 0;
        pointer-events: none;
      }
    `,
  ];

  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  /** So that its label belongs to it, and Enter submits its form. */
  static readonly formAssociated = true;

  @property({ attribute: false }) language: ConsoleLanguage = 'en';
  @property() kind: 'date' | 'datetime-local' = 'date';
  /** What it is called, and by what name it is found. */
  @property() label = '';
  @property() field = '';
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM`. */
  @property() value = '';
  @property({ type: Boolean }) wrong = false;
  @property({ type: Boolean }) disabled = false;
  @state() private text = '';
  /** The value that whoever listens knows. */
  #told = '';
  /** Whether what stands in it is no date, and nobody is typing. */
  @state() private isSlip = false;
  @query('.native') private native!: HTMLInputElement;
  @query('.typed') private typed!: HTMLInputElement;
  readonly #internals = this.attachInternals();

  /** Also before it was drawn: a form that opens puts the keyboard on its first field. */
  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) this.typed.focus(options);
    else void this.updateComplete.then(() => this.typed.focus(options));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('value') && this.value !== (this.#read() ?? '');
    if (isOther) this.#told = this.value;
    if (isOther || changed.has('language')) this.#show();
  }

  protected override render(): TemplateResult {
    const words = dateWords[this.language];
    return html`<div class="box">
        <input
          class="typed"
          name=${this.field}
          inputmode="numeric"
          autocomplete="off"
          data-figures
          placeholder=${this.#example()}
          aria-label=${this.label}
          aria-invalid=${this.wrong || this.isSlip ? 'true' : 'false'}
          aria-describedby=${this.isSlip ? 'slip' : nothing}
          ?disabled=${this.disabled}
          .value=${this.text}
          @input=${this.#onInput}
          @blur=${this.#onLeave}
          @keydown=${this.#onKey}
        /><input
          class="native"
          type=${this.kind}
          tabindex="-1"
          aria-hidden="true"
          @input=${(event: Event) => event.stopPropagation()}
          @change=${this.#onCalendar}
        /><button
          type="button"
          tabindex="-1"
          aria-label="${words.calendar}: ${this.label}"
          title=${words.calendar}
          ?disabled=${this.disabled}
          @click=${this.#onOpen}
        >
          ${icon(Calendar)}
        </button>
      </div>
      ${this.isSlip ? html`<p class="error" id="slip">${words.slip(this.#example())}</p>` : nothing}`;
  }

  /** What is no date keeps its form from being sent, as if none had been asked for. */
  protected override updated(): void {
    const isWrong = this.value === '' && this.text.trim() !== '';
    if (isWrong)
      this.#internals.setValidity({ badInput: true }, dateWords[this.language].slip(this.#example()), this.typed);
    else this.#internals.setValidity({});
  }

  #example(): string {
    const { date, dateTime } = dateWords[this.language];
    return this.kind === 'date' ? date : dateTime;
  }

  #read(): string | null {
    return typedDate(this.text, this.kind === 'datetime-local');
  }

  #show(): void {
    this.isSlip = false;
    this.text = shownDate(this.value, dateWords[this.language].between);
  }

  /** Before whoever listens hears of it, the value is the new one. */
  readonly #onInput = (): void => {
    this.isSlip = false;
    this.text = this.typed.value;
    this.value = this.#read() ?? '';
    if (!isWhole(this.text, this.typed.selectionStart ?? 0, this.kind === 'datetime-local')) return;
    // Typed without anything between: now it can be read.
    if (/^\d+$/.test(this.text)) this.#show();
    this.#tellChange();
  };

  readonly #onLeave = (): void => {
    if (this.value !== '') this.#show();
    this.isSlip = this.value === '' && this.text.trim() !== '';
    if (!this.isSlip) this.#tellChange();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      this.#onLeave();
      this.#internals.form?.requestSubmit();
    }
    if (event.altKey && event.code === 'ArrowDown') return this.#onOpen();
    const by = event.code === 'ArrowUp' ? 1 : event.code === 'ArrowDown' ? -1 : 0;
    if (by === 0 || this.value === '') return;
    event.preventDefault();
    const caret = this.typed.selectionStart ?? 0;
    this.#become(stepped(this.value, this.text, caret, by));
    void this.updateComplete.then(() => this.typed.setSelectionRange(caret, caret));
  };

  readonly #onOpen = (): void => {
    this.native.value = this.value;
    this.native.showPicker();
  };

  readonly #onCalendar = (): void => {
    if (this.native.value !== '') this.#become(this.native.value.slice(0, 16));
    this.typed.focus();
  };

  #become(value: string): void {
    this.value = value;
    this.#show();
    this.#tell('input');
    this.#tellChange();
  }

  #tellChange(): void {
    if (this.value === this.#told) return;
    this.#told = this.value;
    this.#tell('change');
  }

  #tell(name: 'input' | 'change'): void {
    this.dispatchEvent(new Event(name, { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'date-field': DateField;
  }
}
