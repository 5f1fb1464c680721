import { html, css, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import type { RuleOutlookAnswer } from '#shared/schedule-answers.ts';
import type { Rule } from '#shared/schedule.ts';
import type { Scene, Show } from '#shared/scene.ts';
import { RuleOutlook } from '../controllers/rule-outlook.ts';
import { formStyles } from '../look/form-styles.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { flawsByField, ruleOf, type RuleDraft, type RuleField } from '../state/rule-draft.ts';
import { ruleName } from '../state/schedule-names.ts';
import type { Speech } from '../state/speech.ts';
import { scheduleWords, type RuleWords } from '../words/schedule-words.ts';
import './days-and-times.ts';
import './target-chips.ts';
import './text-fields.ts';
import { bookingFields } from './rule-parts/booking-fields.ts';
import type { RulePart } from './rule-parts/part.ts';
import { subjectFields } from './rule-parts/subject-fields.ts';
import { timeFields } from './rule-parts/time-fields.ts';
import { whereFields } from './rule-parts/where-fields.ts';

export interface RuleEditorEvents {
  /** To be looked at before saving. */
  'rule-edit': Rule;
  'rule-close': null;
}

/**
 * Everything a rule says, to be filled in. What is wrong, and a time that the clocks jump over, stands beside its field
 * while it is typed; the hall works out when the rule comes.
 */
@customElement('rule-editor')
export class RuleEditor extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    formStyles,
    css`
      :host {
        display: block;
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        margin-bottom: 10px;
      }
      header h2 {
        font-size: var(--f-main);
        color: var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) shows: readonly Show[] = [];
  @property({ attribute: false }) scenes: readonly Scene[] = [];
  /** Ids that are not free for a new rule. */
  @property({ attribute: false }) taken: ReadonlySet<string> = new Set();
  /** What the form begins with; another object begins it anew. */
  @property({ attribute: false }) start!: RuleDraft;
  @state() private draft!: RuleDraft;
  /** Whether somebody tried to go on: then everything that is missing is pointed out too. */
  @state() private isTried = false;
  readonly #outlook = new RuleOutlook(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('start')) {
      this.draft = this.start;
      this.isTried = false;
    }
    const drafted = ruleOf(this.draft, this.taken);
    this.#outlook.about(drafted.ok ? drafted.rule : null);
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Who opens the form is in it.
    if (changed.has('start')) this.renderRoot.querySelector<HTMLElement>('[name=subject]')?.focus();
  }

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language].rule;
    const drafted = ruleOf(this.draft, this.taken);
    const { answer, refusal } = this.#outlook;
    const part: RulePart = {
      speech: this.speech,
      words,
      hall: this.hall,
      draft: this.draft,
      change: (change) => {
        this.draft = { ...this.draft, ...change };
      },
      wrong: this.#wrongs(drafted.ok ? [] : drafted.slips, answer, words),
      outlook: answer,
    };
    return html`<header>
        <h2>${this.#heading(words)}</h2>
        <button class="button" type="button" data-act="close" @click=${() => this.#tell('rule-close', null)}>
          ${words.close}
        </button>
      </header>
      <form
        novalidate
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          this.#submit();
        }}
      >
        ${subjectFields(part, this.shows, this.scenes)} ${timeFields(part)} ${whereFields(part)} ${bookingFields(part)}
        ${refusal === null ? nothing : html`<p class="error" role="alert">${this.speech.refused(refusal)}</p>`}
        <div class="foot"><button class="button" type="submit" data-act="effect">${words.see}</button></div>
      </form>`;
  }

  /** As it is called until something else is saved. */
  #heading(words: RuleWords): TemplateResult | string {
    const { id, title, subject } = this.start;
    if (id === null) return words.newHeading;
    const [kind = '', of = ''] = subject.split(':');
    const called = { id, ...(Object.keys(title).length === 0 ? {} : { title }), [kind]: of };
    const name = ruleName(called, [...this.shows, ...this.scenes], this.speech);
    return html`${words.heading} <em>${this.speech.quoted(name)}</em>`;
  }

  #wrongs(
    slips: readonly RuleField[],
    answer: RuleOutlookAnswer | null,
    words: RuleWords,
  ): ReadonlyMap<RuleField, string> {
    const wrong = new Map<RuleField, string>();
    for (const field of slips) if (this.isTried || isTyped(this.draft, field)) wrong.set(field, words.slips[field]);
    for (const [field, flaw] of answer === null ? [] : flawsByField(answer, this.draft.comes)) {
      if (flaw.code !== 'expression') wrong.set(field, words.flaws[flaw.code]);
      else if (flaw.field !== undefined) {
        const { field: name, found, example } = flaw.field;
        const known = words.cronFields;
        const said = Object.hasOwn(known, name) ? known[name as keyof typeof known] : name;
        wrong.set(field, words.wrongField(said, found, example));
      }
    }
    return wrong;
  }

  #submit(): void {
    const drafted = ruleOf(this.draft, this.taken);
    // What the hall has not judged yet it judges when it is asked for the effect.
    const isFlawed = this.#outlook.isFresh && (this.#outlook.answer?.flaws ?? []).length > 0;
    this.isTried = true;
    if (drafted.ok && !isFlawed) this.#tell('rule-edit', drafted.rule);
    else void this.updateComplete.then(() => this.#toFirstWrong());
  }

  #toFirstWrong(): void {
    const field = this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true], [data-wrong]');
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  }

  #tell<K extends keyof RuleEditorEvents>(name: K, detail: RuleEditorEvents[K]): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** Whether somebody has put something into the field: an empty form is not full of faults. */
function isTyped(draft: RuleDraft, field: RuleField): boolean {
  if (field === 'targets') return draft.targets.length > 0;
  if (field === 'title') return true;
  return draft[field].trim() !== '';
}

declare global {
  interface HTMLElementTagNameMap {
    'rule-editor': RuleEditor;
  }
}
