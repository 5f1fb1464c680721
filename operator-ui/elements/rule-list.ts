import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Rule, RuleException } from '#shared/schedule.ts';
import { Roving } from '../controllers/roving.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { cronWords } from '../state/cron-words.ts';
import type { Speech } from '../state/speech.ts';
import { scheduleWords } from '../words/schedule-words.ts';

/** As many as are drawn; of more, the search finds the one. */
const drawn = 60;

/** Every rule, those that are off and those beneath everything too, for the calendar shows only what comes. */
@customElement('rule-list')
export class RuleList extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
      }
      ul {
        margin-top: 8px;
      }
      li button {
        display: block;
        width: 100%;
        padding: 7px 4px;
        border-top: 1px solid var(--line);
        font-weight: 400;
      }
      li button:hover {
        background: var(--lift);
      }
      b {
        display: flex;
        gap: 8px;
        justify-content: space-between;
        font-weight: 600;
      }
      b i {
        font-style: normal;
        font-weight: 400;
        color: var(--ink-3);
      }
      .off b {
        color: var(--ink-3);
      }
      .more {
        padding: 8px 4px;
        color: var(--ink-2);
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) rules: ReadonlyMap<string, Rule> = new Map();
  @property({ attribute: false }) exceptions: ReadonlyMap<string, RuleException> = new Map();
  /** What a rule is called, and its targets. */
  @property({ attribute: false }) names: (rule: Rule) => string = () => '';
  @property({ attribute: false }) places: (target: string) => string = (target) => target;
  @state() private search = '';

  constructor() {
    super();
    void new Roving(this, '[data-rule]');
  }

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language];
    const wanted = this.search.trim().toLowerCase();
    const found = [...this.rules.values()]
      .map((rule) => ({ rule, name: this.names(rule) }))
      .filter(({ rule, name }) =>
        [rule.id, name, rule.booking?.group ?? ''].some((text) => text.toLowerCase().includes(wanted)),
      )
      .toSorted((a, b) => a.name.localeCompare(b.name, this.speech.language) || (a.rule.id < b.rule.id ? -1 : 1));
    const differing = Map.groupBy(this.exceptions.values(), ({ rule }) => rule);
    return html`<label
        >${words.searchRules}<input
          type="search"
          name="search"
          .value=${this.search}
          @input=${(event: InputEvent) => {
            this.search = (event.target as HTMLInputElement).value;
          }}
      /></label>
      ${found.length === 0 ? html`<p class="more">${words.noRules}</p>` : nothing}
      <ul>
        ${found.slice(0, drawn).map(({ rule }) => this.#row(rule, differing.get(rule.id)?.length ?? 0))}
      </ul>
      ${found.length > drawn ? html`<p class="more">${words.more(found.length - drawn)}</p>` : nothing}`;
  }

  #row(rule: Rule, differing: number): TemplateResult {
    const words = scheduleWords[this.speech.language];
    const parts = [
      this.#when(rule),
      this.speech.names(rule.targets.map(this.places)),
      rule.booking?.group,
      differing === 0 ? undefined : words.skippedDays(differing),
    ];
    return html`<li class=${rule.enabled ? '' : 'off'}>
      <button data-rule=${rule.id} @click=${() => this.dispatchEvent(new CustomEvent('rule', { detail: rule.id }))}>
        <b>${this.names(rule)}<i>${rule.enabled ? this.speech.words.layers[rule.layer] : words.off}</i></b>
        <span class="quiet">${parts.filter((part) => part !== undefined).join(' · ')}</span>
      </button>
    </li>`;
  }

  #when({ when }: Rule): string {
    if ('at' in when) return when.at.replace('T', ' ');
    if ('always' in when) return scheduleWords[this.speech.language].rule.always;
    return cronWords(when.cron, this.speech.language) ?? when.cron;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rule-list': RuleList;
  }
}
