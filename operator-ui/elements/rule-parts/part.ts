import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Hall } from '#shared/hall.ts';
import type { RuleOutlookAnswer } from '#shared/schedule-answers.ts';
import type { RuleDraft, RuleField } from '../../state/rule-draft.ts';
import type { Speech } from '../../state/speech.ts';
import '../date-field.ts';
import type { DateField } from '../date-field.ts';
import type { RuleWords } from '../../words/schedule-words.ts';

/** What the parts of the rule's form share. */
export interface RulePart {
  readonly speech: Speech;
  readonly words: RuleWords;
  readonly hall: Hall;
  readonly draft: RuleDraft;
  readonly change: (change: Partial<RuleDraft>) => void;
  /** What is wrong, by field, with an example. */
  readonly wrong: ReadonlyMap<RuleField, string>;
  /** When it would come; null while nobody knows. */
  readonly outlook: RuleOutlookAnswer | null;
}

type TextName = {
  [K in keyof RuleDraft]: RuleDraft[K] extends string ? (string extends RuleDraft[K] ? K : never) : never;
}[keyof RuleDraft];

/** What is wrong with a field, beneath it. */
export function wrongText({ wrong }: RulePart, field: RuleField): TemplateResult | typeof nothing {
  const text = wrong.get(field);
  return text === undefined ? nothing : html`<p class="error" id=${`wrong-${field}`} role="alert">${text}</p>`;
}

interface FieldManner {
  readonly placeholder?: string;
  readonly numeric?: boolean;
  /** A time of day: no number, but digits all the same. */
  readonly figures?: boolean;
  readonly hint?: string;
}

/** One line to type in, with its label and what is wrong with it. */
export function textField(
  part: RulePart,
  name: TextName & RuleField,
  label: string,
  { placeholder = '', numeric = false, figures = false, hint = '' }: FieldManner = {},
): TemplateResult {
  const { draft, wrong, change } = part;
  return html`<div>
    <label
      >${label}<input
        name=${name}
        placeholder=${placeholder}
        inputmode=${numeric ? 'decimal' : nothing}
        ?data-figures=${figures}
        aria-invalid=${wrong.has(name) ? 'true' : 'false'}
        aria-describedby=${wrong.has(name) ? `wrong-${name}` : nothing}
        .value=${live(draft[name])}
        @input=${(event: InputEvent) => change({ [name]: (event.target as HTMLInputElement).value })}
    /></label>
    ${wrong.has(name) ? wrongText(part, name) : hint === '' ? nothing : html`<p class="hint">${hint}</p>`}
  </div>`;
}

/** A date, or a date and time, with its label and what is wrong with it. */
export function dateField(
  part: RulePart,
  name: 'at' | 'from' | 'to',
  label: string,
  kind: DateField['kind'] = 'date',
): TemplateResult {
  const { draft, wrong, change, speech } = part;
  return html`<div>
    <label
      >${label}<date-field
        .field=${name}
        .kind=${kind}
        .language=${speech.language}
        .label=${label}
        .wrong=${wrong.has(name)}
        .value=${live(draft[name])}
        @input=${(event: Event) => change({ [name]: (event.target as DateField).value })}
      ></date-field
    ></label>
    ${wrongText(part, name)}
  </div>`;
}

export function check(
  { draft, change }: RulePart,
  name: 'enabled' | 'listed' | 'outsideHours' | 'isBooking',
  label: string,
): TemplateResult {
  return html`<label class="check"
    ><input
      type="checkbox"
      name=${name}
      .checked=${draft[name]}
      @change=${(event: Event) => change({ [name]: (event.target as HTMLInputElement).checked })}
    />${label}</label
  >`;
}

/** A language of the hall, or none. */
export function languageField(
  { hall, draft, change, words }: RulePart,
  name: 'language' | 'groupLanguage',
  label: string,
): TemplateResult {
  const { order, names } = hall.languages;
  const tags = draft[name] === '' || order.includes(draft[name]) ? order : [...order, draft[name]];
  return html`<label
    >${label}<select
      name=${name}
      @change=${(event: Event) => change({ [name]: (event.target as HTMLSelectElement).value })}
    >
      <option value="" ?selected=${draft[name] === ''}>${name === 'language' ? words.asScreens : '–'}</option>
      ${tags.map((tag) => html`<option value=${tag} ?selected=${tag === draft[name]}>${names[tag] ?? tag}</option>`)}
    </select></label
  >`;
}
