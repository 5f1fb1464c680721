import { html, type TemplateResult } from 'lit';
import type { BlockAnswer } from '#shared/schedule-answers.ts';
import { meeting, type Stay } from '../state/calendar-edits.ts';
import type { Speech } from '../state/speech.ts';
import { scheduleWords } from '../words/schedule-words.ts';

/** Where a block is held, and what it would meet there, or how much is free around it. */
export function heldWords(
  block: BlockAnswer,
  stay: Stay,
  blocks: readonly BlockAnswer[],
  speech: Speech,
): TemplateResult {
  const words = scheduleWords[speech.language];
  const { conflicts, gapBeforeMs, gapAfterMs } = meeting(block, stay, blocks);
  const said = (ms: number | null): string => (ms === null ? words.unlimited : speech.duration(ms));
  return html`<p>${stay.start.replace('T', ' ')}–${stay.end.slice(11)}</p>
    ${
      conflicts.length === 0
        ? html`<p>${words.free(said(gapBeforeMs), said(gapAfterMs))}</p>`
        : html`<p class="warn">△ ${words.overlaps}: ${speech.names(conflicts.map((one) => speech.text(one.title)))}</p>`
    }`;
}
