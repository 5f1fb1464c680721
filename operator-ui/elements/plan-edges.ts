import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { markIcon } from '../look/marks.ts';
import { base } from '../look/styles.ts';
import type { ScreenRead } from '../state/screen-read.ts';
import { worstMark } from '../state/screen-mark.ts';
import type { Speech } from '../state/speech.ts';
import { edges, type Edge } from '../state/plan-view.ts';
import { numbersText } from '../state/units.ts';
import { floorWords } from '../words/floor-words.ts';

const arrows: Readonly<Record<Edge, string>> = { left: '←', up: '↑', right: '→', down: '↓' };

/** At each edge of an enlarged plan, which screens behind it need help. Raises `go` with the edge to go to. */
@customElement('plan-edges')
export class PlanEdges extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0;
        pointer-events: none;
      }
      button {
        position: absolute;
        display: flex;
        gap: 6px;
        align-items: center;
        justify-content: center;
        min-width: max(28px, var(--finger));
        min-height: max(28px, var(--finger));
        padding: 2px 8px;
        border: 2px solid var(--st-fault);
        border-radius: var(--radius);
        background: var(--pane);
        color: var(--ink);
        font: 640 var(--f-text) / 1 var(--text);
        cursor: pointer;
        pointer-events: auto;
      }
      .soon {
        border-color: var(--st-warn);
      }
      .left {
        left: 4px;
      }
      .right {
        right: 4px;
      }
      .left,
      .right {
        top: 50%;
        translate: 0 -50%;
      }
      .up {
        top: 4px;
      }
      .down {
        bottom: 4px;
      }
      .up,
      .down {
        left: 50%;
        translate: -50% 0;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  /** Screens that need help and are not in sight, by the edge behind which they lie. */
  @property({ attribute: false }) behind: ReadonlyMap<Edge, readonly ScreenRead[]> = new Map();

  protected override render(): readonly TemplateResult[] {
    const words = floorWords[this.speech.language];
    return edges.flatMap((edge) => {
      const screens = this.behind.get(edge) ?? [];
      if (screens.length === 0) return [];
      const worst = worstMark(screens.map(({ mark }) => mark));
      const numbers = numbersText(screens.map(({ screen }) => screen.number));
      const label = words.troubled(screens.length, edge, numbers);
      return [
        html`<button
          class="${edge} ${worst.urgency > 2 ? '' : 'soon'}"
          data-edge=${edge}
          aria-label=${label}
          title=${label}
          @click=${() => this.dispatchEvent(new CustomEvent<Edge>('go', { detail: edge }))}
        >
          <span aria-hidden="true">${arrows[edge]}</span>${markIcon(worst.shape)}<span aria-hidden="true"
            >${screens.length}</span
          >
        </button>`,
      ];
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-edges': PlanEdges;
  }
}
