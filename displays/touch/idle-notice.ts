import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Text } from '#shared/text.ts';
import { warningMs } from './idle.ts';
import { touchWords } from './touch-words.ts';

export interface IdleNotice {
  readonly leavingInS: number | null;
  readonly say: (text: Text) => string;
  readonly stay: () => void;
}

const circumference = 2 * Math.PI * 42;

/** In the last seconds before a scene returns to its attract loop: how many are left, and one touch that keeps it. */
export function idleNotice({ leavingInS, say, stay }: IdleNotice): TemplateResult | typeof nothing {
  if (leavingInS === null) return nothing;
  const left = (leavingInS * 1000) / warningMs;
  return html`<div class="leaving" role="status">
    <svg viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="42" class="track"></circle>
      ${svg`<circle cx="50" cy="50" r="42" class="rest" stroke-dasharray=${circumference}
        stroke-dashoffset=${circumference * (1 - left)} transform="rotate(-90 50 50)"></circle>`}
      <text x="50" y="66">${leavingInS}</text>
    </svg>
    <span>${say(touchWords.returns)}</span>
    <button @click=${stay}>${say(touchWords.stay)}</button>
  </div>`;
}
