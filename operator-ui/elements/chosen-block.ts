import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { AbsentAnswer, BlockAnswer } from '#shared/schedule-answers.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import type { Rule, RuleException } from '#shared/schedule.ts';
import type { Show } from '#shared/scene.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { replaced, skipped, wallMs, wallText, type Stay } from '../state/calendar-edits.ts';
import { cronWords } from '../state/cron-words.ts';
import type { Speech } from '../state/speech.ts';
import './date-field.ts';
import type { DateField } from './date-field.ts';
import { scheduleWords } from '../words/schedule-words.ts';

export interface BlockEvents {
  /** To be looked at before saving. */
  'block-edits': readonly ScheduleEdit[];
  /** Open its rule. */
  'block-edit': null;
  /** The same once more, there. */
  'block-copy': Stay;
  /** Open its rule, as one that comes every week. */
  'block-weekly': null;
}

const dayMs = 24 * 3_600_000;

/** One occurrence of the calendar: what it is, when, for whom; and what can be done with it. */
@customElement('chosen-block')
export class ChosenBlock extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      h2 em {
        text-align: end;
        font-weight: 600;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .copy {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 8px;
        align-items: end;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) block!: BlockAnswer | AbsentAnswer;
  @property({ attribute: false }) rule!: Rule;
  @property({ attribute: false }) exception: RuleException | undefined;
  @property({ attribute: false }) shows: readonly Show[] = [];
  @state() private copyAt = '';

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('block')) this.copyAt = wallText(wallMs(this.block.start) + dayMs);
  }

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language];
    const { block, rule, exception } = this;
    const isAbsent = 'because' in block;
    const cron = 'cron' in rule.when ? rule.when.cron : null;
    const propose = (edit: ScheduleEdit): void => this.#tell('block-edits', [edit]);
    return html`<h2>${words.chosen} <em>${this.speech.text(block.title)}</em></h2>
      <p>
        ${block.start.replace('T', ' ')}–${block.end.slice(11)} ·
        ${cron === null ? words.once : (cronWords(cron, this.speech.language) ?? cron)}
      </p>
      ${rule.booking === undefined ? nothing : this.#booking(rule.booking)}
      <p class="acts">
        ${
          exception === undefined
            ? nothing
            : html`<button
                class="button"
                data-act="restore"
                @click=${() =>
                  propose({ type: 'exception.delete', rule: block.rule, date: block.date, base: exception.version })}
              >
                ${words.restore}
              </button>`
        }
        ${
          isAbsent
            ? nothing
            : html`<button class="button" data-act="skip" @click=${() => propose(skipped(block, exception))}>
                ${words.skip}
              </button>`
        }
        <button class="button" data-act="edit" @click=${() => this.#tell('block-edit', null)}>${words.edit}</button>
        ${
          'at' in rule.when
            ? html`<button class="button" data-act="weekly" @click=${() => this.#tell('block-weekly', null)}>
                ${words.makeWeekly}
              </button>`
            : nothing
        }
        <button
          class="button"
          data-act="delete"
          @click=${() => propose({ type: 'rule.delete', id: rule.id, base: rule.version })}
        >
          ${words.remove}
        </button>
      </p>
      ${isAbsent ? nothing : html`${this.#instead(block)} ${this.#copy(block)}`}`;
  }

  #booking({ group, guide, size, note }: NonNullable<Rule['booking']>): TemplateResult {
    const parts = [group, guide, size === undefined ? undefined : `× ${size}`, note];
    return html`<p class="quiet">${parts.filter((part) => part !== undefined && part !== '').join(' · ')}</p>`;
  }

  /** Something else on this date alone. */
  #instead(block: BlockAnswer): TemplateResult {
    const words = scheduleWords[this.speech.language];
    return html`<label
      >${words.instead}<select
        name="instead"
        @change=${(event: Event) => {
          const select = event.target as HTMLSelectElement;
          const { value } = select;
          select.value = '';
          if (value !== '') this.#tell('block-edits', [replaced(block, `show:${value}`, this.exception)]);
        }}
      >
        <option value="" selected>–</option>
        ${this.shows
          .filter(({ id }) => block.source.kind !== 'show' || id !== block.source.id)
          .map(({ id, title }) => html`<option value=${id}>${this.speech.text(title)}</option>`)}
      </select></label
    >`;
  }

  #copy(block: BlockAnswer): TemplateResult {
    const words = scheduleWords[this.speech.language];
    return html`<div class="copy">
      <label
        >${words.copyTo}<date-field
          field="copy-at"
          kind="datetime-local"
          .language=${this.speech.language}
          .label=${words.copyTo}
          .value=${live(this.copyAt)}
          @input=${(event: Event) => {
            this.copyAt = (event.target as DateField).value;
          }}
        ></date-field
      ></label>
      <button
        class="button"
        data-act="copy"
        ?disabled=${this.copyAt === ''}
        @click=${() => {
          const end = wallText(wallMs(this.copyAt) + wallMs(block.end) - wallMs(block.start));
          this.#tell('block-copy', { start: this.copyAt.slice(0, 16), end });
        }}
      >
        ${words.copy}
      </button>
    </div>`;
  }

  #tell<K extends keyof BlockEvents>(name: K, detail: BlockEvents[K]): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chosen-block': ChosenBlock;
  }
}
