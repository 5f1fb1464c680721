import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { Rule } from '#shared/schedule.ts';
import type { Show } from '#shared/scene.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { cronWords } from '../state/cron-words.ts';
import type { Speech } from '../state/speech.ts';
import { scheduleWords } from '../words/schedule-words.ts';

/** A rule to fill in: when, what, where, and for whom. Raises `rule-edit` with the rule, to be looked at before saving. */
@customElement('rule-editor')
export class RuleEditor extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
        padding: 12px 0;
        border-top: 1px solid var(--line);
      }
      form {
        display: grid;
        gap: 8px;
      }
      label {
        display: grid;
        gap: 2px;
        font-size: var(--f-label);
        color: var(--ink-2);
      }
      label.check {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .wrong {
        color: var(--st-fault);
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) shows: readonly Show[] = [];
  @property({ attribute: false }) rule!: Rule;
  /** Its next occurrences as wall times. */
  @property({ attribute: false }) next: readonly string[] = [];
  @state() private wrong = '';
  @state() private cron = '';

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('rule')) this.cron = 'cron' in this.rule.when ? this.rule.when.cron : '';
  }

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language];
    const { rule, hall } = this;
    const once = 'at' in rule.when ? rule.when.at : '';
    const targets = [
      'all',
      ...hall.zones.map(({ id }) => id),
      ...hall.surfaces.map(({ id }) => id),
      ...hall.screens.map(({ id }) => id),
    ];
    const said = this.cron === '' ? null : cronWords(this.cron, this.speech.language);
    return html`<form @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <label>${words.title}<input name="title" .value=${this.speech.text(rule.title)} /></label>
      <label
        >${words.show}<select name="show">
          ${this.shows.map(
            (show) =>
              html`<option value=${show.id} ?selected=${show.id === rule.show}>
                ${this.speech.text(show.title)}
              </option>`,
          )}
        </select></label
      >
      <label>${words.once}<input name="at" placeholder="2026-12-16T10:00" .value=${once} /></label>
      <label
        >${words.expression}<input
          name="cron"
          placeholder="30 10 * * tue-sun"
          .value=${this.cron}
          @input=${(event: InputEvent) => {
            this.cron = (event.target as HTMLInputElement).value;
          }}
      /></label>
      ${this.cron === '' ? nothing : html`<p>${words.inWords}: <b>${said ?? words.noWords}</b></p>`}
      <label
        >${words.minutes}<input
          name="minutes"
          inputmode="numeric"
          .value=${rule.durationMs === undefined ? '' : String(Math.round(rule.durationMs / 60_000))}
      /></label>
      <label
        >${words.targets}<select name="targets" multiple size="5">
          ${targets.map((id) => html`<option value=${id} ?selected=${rule.targets.includes(id)}>${id}</option>`)}
        </select></label
      >
      <label>${words.priority}<input name="priority" inputmode="numeric" .value=${String(rule.priority)} /></label>
      <label>${words.group}<input name="group" .value=${rule.booking?.group ?? ''} /></label>
      <label>${words.guide}<input name="guide" .value=${rule.booking?.guide ?? ''} /></label>
      <label>${words.note}<input name="note" .value=${rule.booking?.note ?? ''} /></label>
      ${this.#check('listed', words.listed, rule.listed)}
      ${this.#check('outsideHours', words.outside, rule.outsideHours)}
      ${this.#check('enabled', words.enabled, rule.enabled)}
      ${this.next.length === 0 ? nothing : html`<p>${words.next}: ${this.next.join(', ')}</p>`}
      ${this.wrong === '' ? nothing : html`<p class="wrong" role="alert">${this.wrong}</p>`}
      <button class="button" type="submit">${words.see}</button>
    </form>`;
  }

  #check(name: string, label: string, isOn: boolean): TemplateResult {
    return html`<label class="check"><input type="checkbox" name=${name} ?checked=${isOn} />${label}</label>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const { title: _title, show: _show, when: _when, durationMs: _ms, booking, ...rest } = this.rule;
    const { group: _group, guide: _guide, note: _note, ...kept } = booking ?? { group: '' };
    const minutes = Number(text('minutes'));
    const parsed = Rule.safeParse({
      ...rest,
      ...(text('title') === '' ? {} : { title: { ...this.rule.title, [this.speech.language]: text('title') } }),
      show: text('show'),
      when: text('cron') === '' ? { at: text('at') } : { cron: text('cron') },
      ...(minutes > 0 ? { durationMs: Math.round(minutes * 60_000) } : {}),
      targets: data.getAll('targets'),
      priority: Number(text('priority')),
      listed: data.has('listed'),
      outsideHours: data.has('outsideHours'),
      enabled: data.has('enabled'),
      ...(text('group') === ''
        ? {}
        : {
            booking: {
              ...kept,
              group: text('group'),
              ...(text('guide') === '' ? {} : { guide: text('guide') }),
              ...(text('note') === '' ? {} : { note: text('note') }),
            },
          }),
    });
    const [issue] = parsed.error?.issues ?? [];
    this.wrong = issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`;
    if (parsed.success) this.dispatchEvent(new CustomEvent<Rule>('rule-edit', { detail: parsed.data }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rule-editor': RuleEditor;
  }
}
