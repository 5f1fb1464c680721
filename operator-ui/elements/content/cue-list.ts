import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Show } from '#shared/scene.ts';
import { Roving } from '../../controllers/roving.ts';
import { base, buttons } from '../../look/styles.ts';
import { strip } from '../../state/content/strip.ts';
import { wrongAt, type Wrongs } from '../../state/content/wrongs.ts';
import { lengthOf } from '../../state/length-keys.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords } from '../../words/content-words.ts';

const secondMs = 1000;

export interface CueEvents {
  cue: number;
  move: { readonly cue: number; readonly by: -1 | 1 };
  length: { readonly cue: number; readonly ms: number };
}

/**
 * A show's cues along its time: as long as they last, with a gate where it waits for GO. With Shift, arrows put the cue
 * earlier or later; + and − make it longer or shorter. Raises `cue` with a number, `move` and `length`.
 */
@customElement('cue-list')
export class CueList extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      ol {
        display: flex;
        gap: 2px;
        padding: 5px 5px 8px;
        overflow-x: auto;
      }
      li {
        display: flex;
        min-width: min-content;
      }
      li button {
        flex: 1;
        min-width: 92px;
        min-height: var(--finger);
        padding: 6px 8px;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--lift);
      }
      li.gate button {
        border-left: 4px double var(--st-arm);
      }
      li.open button {
        border-right-style: dashed;
      }
      li [aria-pressed='true'] {
        border-color: var(--ink);
        box-shadow: inset 0 -3px 0 var(--ink);
      }
      li [aria-invalid='true'] {
        border-color: var(--st-fault);
      }
      b,
      small {
        display: block;
      }
      b {
        font-weight: 600;
      }
      small {
        font-size: var(--f-key);
        color: var(--ink-2);
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) show!: Show;
  @property({ type: Number }) chosen = 0;
  @property({ attribute: false }) wrongs: Wrongs = new Map();

  constructor() {
    super();
    void new Roving(this, 'li button');
  }

  protected override updated(changed: PropertyValues<this>): void {
    // The keyboard stays on the cue that was moved.
    if (changed.has('chosen') && this.matches(':focus-within'))
      this.renderRoot.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
  }

  protected override render(): TemplateResult {
    const words = contentWords[this.speech.language];
    return html`<ol aria-label=${words.cues} @keydown=${this.#onKey}>
      ${strip(this.show).map(({ cue, from, share, waits }, index) => {
        const lasts = cue.durationMs === undefined ? words.untilGo : this.speech.duration(cue.durationMs);
        const starts = waits ? words.go : from === null ? '' : this.speech.duration(from);
        return html`<li
          class=${`${waits ? 'gate' : ''} ${cue.durationMs === undefined ? 'open' : ''}`}
          .style=${`flex-grow:${share}`}
        >
          <button
            type="button"
            aria-pressed=${index === this.chosen ? 'true' : 'false'}
            aria-invalid=${wrongAt(this.wrongs, `cues.${index}`) === '' ? 'false' : 'true'}
            @click=${() => this.#tell('cue', index)}
          >
            <b>${index + 1} ${this.speech.text(cue.title)}</b>
            <small>${starts} · ${lasts}</small>
          </button>
        </li>`;
      })}
    </ol>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const at = [...this.renderRoot.querySelectorAll('li button')].indexOf(event.target as Element);
    const cue = this.show.cues[at];
    if (cue === undefined) return;
    const step = stepOf(event);
    const by = lengthOf(event);
    if (step === 0 && by === 0) return;
    event.preventDefault();
    if (step !== 0) this.#tell('move', { cue: at, by: step });
    else this.#tell('length', { cue: at, ms: Math.max(secondMs, (cue.durationMs ?? 0) + by * secondMs) });
  };

  #tell<K extends keyof CueEvents>(name: K, detail: CueEvents[K]): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function stepOf({ code, shiftKey }: KeyboardEvent): -1 | 0 | 1 {
  if (!shiftKey) return 0;
  return code === 'ArrowLeft' ? -1 : code === 'ArrowRight' ? 1 : 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'cue-list': CueList;
  }
}
