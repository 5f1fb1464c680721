import { html, nothing, type TemplateResult } from 'lit';
import type { ComingAnswer } from '#shared/schedule-answers.ts';
import { daysOf } from '../../state/cron-days.ts';
import { cronWords } from '../../state/cron-words.ts';
import { scheduleWords } from '../../words/schedule-words.ts';
import { choice } from '../form-parts.ts';
import { dateField, textField, wrongText, type RulePart } from './part.ts';

const said = (local: string): string => local.replace('T', ' ');

/** When it comes, how long it lasts, between which dates, and the next five times that makes. */
export function timeFields(part: RulePart): TemplateResult {
  const { words, draft, change } = part;
  return html`<fieldset>
    <legend>${words.when}</legend>
    ${choice(
      words.when,
      draft.comes,
      [
        ['again', words.again],
        ['once', words.once],
        ['always', words.always],
      ],
      (comes) => change({ comes }),
    )}
    ${draft.comes === 'again' ? again(part) : draft.comes === 'once' ? dateField(part, 'at', words.at, 'datetime-local') : nothing}
    ${clockChanges(part)} ${draft.comes === 'always' ? nothing : lasting(part)}
    ${
      draft.comes === 'once'
        ? nothing
        : html`<div class="pair">${dateField(part, 'from', words.from)} ${dateField(part, 'to', words.to)}</div>`
    }
    ${nextFive(part)}
  </fieldset>`;
}

function again(part: RulePart): TemplateResult {
  const { words, draft, change, speech, wrong } = part;
  return html`<days-and-times
      .speech=${speech}
      .expression=${draft.cron}
      @expression=${({ detail }: CustomEvent<string>) => change({ cron: detail })}
    ></days-and-times>
    <details ?open=${(draft.cron !== '' && daysOf(draft.cron) === null) || wrong.has('cron')}>
      <summary>${words.byExpression}</summary>
      ${textField(part, 'cron', words.expression, { placeholder: '30 10 * * tue-sun' })}
    </details>
    ${
      wrong.has('cron')
        ? nothing
        : html`<p aria-live="polite">
            <b>${cronWords(draft.cron, speech.language) ?? scheduleWords[speech.language].noWords}</b>
          </p>`
    }`;
}

/** Times that the hall's clocks jump over, or have twice, where they matter: beside the time. */
function clockChanges({ words, outlook, draft }: RulePart): TemplateResult | typeof nothing {
  const soon = outlook?.next.filter(({ moment }) => draft.comes === 'once' && moment !== 'usual') ?? [];
  const odd = [...(outlook?.odd ?? []), ...soon];
  const unique = odd.filter((one, index) => odd.findIndex(({ from }) => from === one.from) === index).slice(0, 4);
  if (unique.length === 0) return nothing;
  return html`<ul class="odd" role="alert">
    ${unique.map((one) => html`<li class="warn">△ ${oddWords(one, words)}</li>`)}
  </ul>`;
}

function oddWords({ planned, start, moment }: ComingAnswer, words: RulePart['words']): string {
  return moment === 'gap' ? words.inGap(said(planned), start.slice(11)) : words.inOverlap(said(planned));
}

function lasting(part: RulePart): TemplateResult {
  const { words, draft, change } = part;
  return html`<span class="label">${words.lasts}</span> ${choice(
      words.lasts,
      draft.lasts,
      [
        ['own', words.own],
        ['minutes', words.minutes],
        ['until', words.until],
      ],
      (lasts) => change({ lasts }),
    )}
    ${draft.lasts === 'minutes' ? textField(part, 'minutes', words.minutes, { numeric: true }) : nothing}
    ${
      draft.lasts === 'until'
        ? textField(part, 'end', words.until, {
            figures: true,
            placeholder: draft.comes === 'once' ? '2026-12-16 18:00' : '18:00',
            hint: words.untilHint,
          })
        : nothing
    }
    ${draft.lasts === 'own' ? html`${wrongText(part, 'minutes')} ${wrongText(part, 'end')}` : nothing}`;
}

function nextFive({ words, outlook, draft }: RulePart): TemplateResult | typeof nothing {
  if (draft.comes === 'always') return html`<p class="hint">${words.always5}</p>`;
  if (outlook === null || outlook.flaws.length > 0) return nothing;
  if (outlook.next.length === 0) return html`<p class="warn">${words.nextNone}</p>`;
  return html`<div>
    <span class="label">${words.next}</span>
    <ol class="next">
      ${outlook.next.map(({ start, moment }) => html`<li>${moment === 'usual' ? '' : '△ '}${said(start)}</li>`)}
    </ol>
  </div>`;
}
