import { html, nothing, type TemplateResult } from 'lit';
import type { Hall } from '#shared/hall.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import type { Rule } from '#shared/schedule.ts';
import type { Scene, Show } from '#shared/scene.ts';
import type { ScheduleController } from '../controllers/schedule.ts';
import '../elements/days-pane.ts';
import '../elements/hours-editor.ts';
import '../elements/rule-list.ts';
import { placeName, ruleName } from '../state/schedule-names.ts';
import type { Speech } from '../state/speech.ts';
import type { ScheduleWords } from '../words/schedule-words.ts';

/** What can stand beside the calendar. */
const panes = ['plan', 'rules', 'hours', 'days'] as const;
export type Pane = (typeof panes)[number];

export interface Panes {
  readonly pane: Pane;
  readonly speech: Speech;
  readonly hall: Hall;
  readonly library: readonly (Show | Scene)[];
  readonly schedule: ScheduleController;
  /** The hall's date, and the date on the calendar, `YYYY-MM-DD`. */
  readonly today: string;
  readonly date: string;
  /** Changes when the forms that are open are done with. */
  readonly round: number;
  readonly propose: (edits: readonly ScheduleEdit[]) => void;
  readonly editRule: (id: string) => void;
}

export interface PaneTabs {
  readonly words: ScheduleWords;
  readonly pane: Pane;
  readonly isHidden: boolean;
  readonly choose: (pane: Pane) => void;
}

export function paneTabs({ words, pane, isHidden, choose }: PaneTabs): TemplateResult {
  const names: Readonly<Record<Pane, string>> = {
    plan: words.plan,
    rules: words.rules,
    hours: words.hoursTab,
    days: words.daysTab,
  };
  return html`<div class="panes" role="group" aria-label=${words.panes} ?hidden=${isHidden}>
    ${panes.map(
      (one) =>
        html`<button
          class="button"
          data-pane=${one}
          aria-pressed=${pane === one ? 'true' : 'false'}
          @click=${() => choose(one)}
        >
          ${names[one]}
        </button>`,
    )}
  </div>`;
}

/** The pane that is open, unless it is the plan: that one is always there, for shows are dragged out of it. */
export function otherPane(given: Panes): TemplateResult | typeof nothing {
  const { speech, hall, schedule, round } = given;
  const propose = ({ detail }: CustomEvent<readonly ScheduleEdit[]>): void => given.propose(detail);
  switch (given.pane) {
    case 'plan':
      return nothing;
    case 'rules':
      return html`<rule-list
        .speech=${speech}
        .rules=${schedule.rules}
        .exceptions=${schedule.exceptions}
        .names=${(rule: Rule) => ruleName(rule, given.library, speech)}
        .places=${(target: string) => placeName(target, hall, speech)}
        @rule=${({ detail }: CustomEvent<string>) => given.editRule(detail)}
      ></rule-list>`;
    case 'hours':
      return html`<hours-editor
        .speech=${speech}
        .hall=${hall}
        .hours=${hall.openingHours}
        .round=${round}
        @edits=${propose}
      ></hours-editor>`;
    case 'days':
      return html`<days-pane
        .speech=${speech}
        .hall=${hall}
        .days=${schedule.days}
        .today=${given.today}
        .date=${given.date}
        .round=${round}
        @edits=${propose}
      ></days-pane>`;
  }
}
