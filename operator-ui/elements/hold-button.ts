import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons } from '../look/styles.ts';
import { holdMs, wasHeld } from '../state/hold.ts';

/**
 * A dangerous act: a dashed border, and nothing happens until it has been held. With the keyboard the focused button is
 * held by Space or Enter; whoever owns a key for it calls `begin()`, `end()` and `cancel()`. Raises `held`.
 */
@customElement('hold-button')
export class HoldButton extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: inline-flex;
        min-height: max(36px, var(--finger));
      }
      button {
        position: relative;
        flex: 1;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        min-height: inherit;
        padding: 4px 10px;
        text-align: center;
        border: 1px dashed var(--field-edge);
        border-radius: var(--radius);
        background: var(--lift);
        overflow: hidden;
        touch-action: none;
        user-select: none;
        white-space: inherit;
      }
      :host([danger]) button:not(:disabled) {
        border-color: var(--st-fault);
      }
      button:disabled {
        color: var(--ink-3);
        border-color: var(--line);
        background: none;
      }
      i {
        position: absolute;
        inset: 0;
        background: var(--st-fault);
        opacity: 0.42;
        transform: scaleX(0);
        transform-origin: 0 50%;
      }
      .holding i {
        transform: scaleX(1);
        transition: transform linear;
        transition-duration: var(--hold);
      }
      span {
        position: relative;
        display: flex;
        align-items: center;
        gap: 8px;
      }
    `,
  ];

  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  @property({ type: Boolean }) disabled = false;
  @property({ type: Boolean, reflect: true }) danger = false;
  /** Since when somebody holds it, by the events' clock, ms; null: nobody does. */
  @state() private since: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cancel();
  }

  /** Somebody holds it from this instant of the events' clock on, ms; after {@link holdMs} it happens. */
  begin(at: number): void {
    if (this.disabled || this.since !== null) return;
    this.since = at;
    this.#timer = setTimeout(() => {
      // What came up too early may wait behind this very timer, on a page that was busy: it is heard first.
      this.#timer = setTimeout(() => this.#happen());
    }, holdMs);
  }

  /** It was let go at this instant of the same clock, ms: it happens still where it was held for long enough. */
  end(at: number): void {
    if (this.since !== null && wasHeld(this.since, at)) this.#happen();
    else this.cancel();
  }

  /** Whoever held it is gone: nothing happens. */
  readonly cancel = (): void => {
    clearTimeout(this.#timer);
    this.since = null;
  };

  #happen(): void {
    this.cancel();
    // It was done by somebody else, or may not be done any more, while it was held.
    if (this.disabled) return;
    this.dispatchEvent(new CustomEvent('held', { bubbles: false }));
  }

  protected override render(): TemplateResult {
    return html`<button
      class=${this.since === null ? '' : 'holding'}
      .style=${`--hold:${holdMs}ms`}
      ?disabled=${this.disabled}
      @pointerdown=${this.#onPointer}
      @pointerup=${this.#onEnd}
      @pointercancel=${this.cancel}
      @pointerleave=${this.#onEnd}
      @keydown=${this.#onKey}
      @keyup=${this.#onEnd}
      @blur=${this.cancel}
      @contextmenu=${(event: Event) => event.preventDefault()}
    >
      <i></i><span><slot></slot></span>
    </button>`;
  }

  readonly #onPointer = (event: PointerEvent): void => {
    if (event.button === 0) this.begin(event.timeStamp);
  };

  readonly #onEnd = (event: Event): void => this.end(event.timeStamp);

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.code !== 'Space' && event.code !== 'Enter') return;
    event.preventDefault();
    if (!event.repeat) this.begin(event.timeStamp);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hold-button': HoldButton;
  }
}
