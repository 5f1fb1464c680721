import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '#shared/text.ts';
import { warningMs } from './idle.ts';
import { ring } from './ring.ts';
import { touchWords } from './touch-words.ts';

export interface IdleNotice {
  readonly leavingInS: number | null;
  readonly say: (text: Text) => string;
  readonly stay: () => void;
}

/** In the last seconds before a scene returns to its attract loop: how many are left, and one touch that keeps it. */
export function idleNotice({ leavingInS, say, stay }: IdleNotice): TemplateResult | typeof nothing {
  if (leavingInS === null) return nothing;
  return html`<div class="leaving" role="status">
    ${ring((leavingInS * 1000) / warningMs, leavingInS)}
    <span>${say(touchWords.returns)}</span>
    <button @click=${stay}>${say(touchWords.stay)}</button>
  </div>`;
}
