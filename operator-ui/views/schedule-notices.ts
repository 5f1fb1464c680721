import { html, nothing, type TemplateResult } from 'lit';
import type { ScheduleController } from '../controllers/schedule.ts';
import type { EffectEvents } from '../elements/schedule-effect.ts';
import '../elements/schedule-effect.ts';
import '../elements/schedule-refusal.ts';
import type { Speech } from '../state/speech.ts';

export interface Notices {
  readonly speech: Speech;
  readonly schedule: ScheduleController;
  /** Where a block is held; null while none is. */
  readonly held: TemplateResult | null;
  /** Begin again from what somebody else has made of it. */
  readonly theirs: () => void;
  readonly save: () => void;
  readonly cancel: () => void;
}

/** What stands above everything: a refusal, where a block is held, what is about to be saved. */
export function scheduleNotices({ speech, schedule, held, theirs, save, cancel }: Notices): TemplateResult {
  const { pending, refusal, readRefusal } = schedule;
  return html`<schedule-refusal
      .speech=${speech}
      .refusal=${refusal ?? readRefusal}
      @theirs=${theirs}
    ></schedule-refusal>
    <div class="held" aria-live="polite">${held ?? nothing}</div>
    ${
      pending === null
        ? nothing
        : html`<schedule-effect
            .speech=${speech}
            .pending=${pending}
            @effect-save=${save}
            @effect-cancel=${cancel}
            @effect-more=${({ detail }: CustomEvent<EffectEvents['effect-more']>) =>
              void schedule.propose([...pending.edits, ...detail])}
          ></schedule-effect>`
    }`;
}
