import { html, svg, type TemplateResult } from 'lit';

const circumference = 2 * Math.PI * 42;

/** A ring that empties: `left` is what remains, 0..1, and `text` stands in it. Classes: `track`, `rest`. */
export function ring(left: number, text: string | number): TemplateResult {
  return html`<svg viewBox="0 0 100 100" aria-hidden="true">
    <circle cx="50" cy="50" r="42" class="track"></circle>
    ${svg`<circle cx="50" cy="50" r="42" class="rest" stroke-dasharray=${circumference}
      stroke-dashoffset=${circumference * (1 - left)} transform="rotate(-90 50 50)"></circle>`}
    <text x="50" y="50">${text}</text>
  </svg>`;
}
