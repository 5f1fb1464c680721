import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import type { MediumView } from '#shared/media.ts';
import type { Text } from '#shared/text.ts';
import { paramsStyles } from '../../look/content-styles.ts';
import { formStyles } from '../../look/form-styles.ts';
import { base, buttons, fields } from '../../look/styles.ts';
import { emptyValue, type Field, type NamedField } from '../../state/content/fields.ts';
import { valueAt, withValue, type Path } from '../../state/content/paths.ts';
import { wrongAt, type Wrongs } from '../../state/content/wrongs.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords, type ContentWords } from '../../words/content-words.ts';
import '../text-fields.ts';

/** The form that a scene type's schema makes; what is wrong stands at its field. Raises `value` with all parameters. */
@customElement('params-form')
export class ParamsForm extends LitElement {
  static override styles = [base, buttons, fields, formStyles, paramsStyles];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) field!: Field;
  @property({ attribute: false }) value: unknown = {};
  @property({ attribute: false }) wrongs: Wrongs = new Map();
  @property({ attribute: false }) media: readonly MediumView[] = [];
  @property({ attribute: false }) unproofed: readonly string[] = [];

  protected override render(): TemplateResult {
    return this.#field(this.field, [], '', false);
  }

  get #words(): ContentWords {
    return contentWords[this.speech.language];
  }

  #named(named: readonly NamedField[], path: Path): TemplateResult {
    return html`<div class="grid">
      ${named.map(({ name, field, isOptional, preset }) => {
        const label = this.#label(name);
        const isWide = !['number', 'choice', 'switch'].includes(field.is);
        return html`<div class=${isWide ? 'wide' : ''} data-field=${[...path, name].join('.')}>
          ${this.#field(field, [...path, name], label, isOptional, preset)}
        </div>`;
      })}
    </div>`;
  }

  #field(field: Field, path: Path, label: string, isOptional: boolean, preset?: unknown): TemplateResult {
    const value = valueAt(this.value, path);
    const wrong = wrongAt(this.wrongs, ['params', ...path].join('.'));
    const put = (next: unknown): void => this.#put(path, next);
    switch (field.is) {
      case 'text':
        return html`<text-fields
          .languages=${this.hall.languages}
          .label=${label}
          .value=${value ?? {}}
          .unproofed=${this.unproofed}
          .unproofedWord=${this.#words.unproofed}
          .problem=${wrong}
          ?multiline=${path.at(-1) !== 'title' && path.at(-1) !== 'subtitle'}
          @text=${({ detail }: CustomEvent<Text>) =>
            put(isOptional && Object.keys(detail).length === 0 ? undefined : detail)}
        ></text-fields>`;
      case 'line':
        return this.#labelled(
          label,
          wrong,
          path,
          (id) =>
            html`<input
              id=${id}
              aria-invalid=${wrong === '' ? 'false' : 'true'}
              .value=${wordsOf(value)}
              @input=${(event: Event) => put(textOf(event) === '' && isOptional ? undefined : textOf(event))}
            />`,
        );
      case 'medium':
        return this.#labelled(label, wrong, path, (id) => this.#medium(id, value, wrong, put));
      case 'number':
        return this.#labelled(label, wrong, path, (id) => this.#number(id, field, path, value ?? preset, wrong, put));
      case 'choice':
        return this.#labelled(
          label,
          wrong,
          path,
          (id) =>
            html`<select id=${id} @change=${(event: Event) => put(textOf(event))}>
              ${field.choices.map(
                (choice) =>
                  html`<option value=${choice} ?selected=${choice === (value ?? preset)}>
                    ${this.#words.choices[choice as keyof ContentWords['choices']] ?? choice}
                  </option>`,
              )}
            </select>`,
        );
      case 'switch':
        return html`<label class="check"
          ><input
            type="checkbox"
            .checked=${Boolean(value ?? preset)}
            @change=${(event: Event) => put((event.target as HTMLInputElement).checked)}
          />${label}</label
        >`;
      case 'group':
        return this.#group(field, path, label, isOptional && value === undefined, value, preset);
      case 'list':
        return this.#list(field.item, path, label, (value ?? []) as readonly unknown[], wrong);
      case 'variants':
        return this.#variants(field, path, value);
      case 'json':
        return this.#labelled(
          label,
          wrong,
          path,
          (id) =>
            html`<textarea
              class="json"
              id=${id}
              .value=${JSON.stringify(value ?? preset ?? null, null, 2)}
              @change=${(event: Event) => put(parsedOr(textOf(event), value))}
            ></textarea>`,
        );
    }
  }

  #labelled(label: string, wrong: string, path: Path, control: (id: string) => TemplateResult): TemplateResult {
    const id = path.join('-') || 'value';
    return html`<label for=${id}>${label}</label>${control(id)}${
        wrong === '' ? nothing : html`<p class="error" role="alert">${wrong}</p>`
      }`;
  }

  #medium(id: string, value: unknown, wrong: string, put: (next: unknown) => void): TemplateResult {
    const isKnown = value === '' || value === undefined || this.media.some((medium) => medium.id === value);
    return html`<select
      id=${id}
      aria-invalid=${wrong === '' ? 'false' : 'true'}
      @change=${(event: Event) => put(textOf(event))}
    >
      <option value="" ?selected=${value === '' || value === undefined}>${this.#words.chooseFile}</option>
      ${isKnown ? nothing : html`<option selected>${wordsOf(value)}</option>`}
      ${this.media.map((medium) => html`<option ?selected=${medium.id === value}>${medium.id}</option>`)}
    </select>`;
  }

  /** Times are written in seconds. */
  #number(
    id: string,
    { least, most }: Extract<Field, { is: 'number' }>,
    path: Path,
    value: unknown,
    wrong: string,
    put: (next: unknown) => void,
  ): TemplateResult {
    const unit = String(path.at(-1)).endsWith('Ms') ? 1000 : 1;
    const isShare = most !== null && most <= 1;
    return html`<input
      id=${id}
      type="number"
      step=${unit === 1 && !isShare ? '1' : 'any'}
      min=${least === null ? nothing : least / unit}
      max=${most === null ? nothing : most / unit}
      aria-invalid=${wrong === '' ? 'false' : 'true'}
      .value=${typeof value === 'number' ? String(value / unit) : ''}
      @input=${(event: Event) => {
        const text = textOf(event).trim();
        put(text === '' ? undefined : Number(text) * unit);
      }}
    />`;
  }

  #group(
    field: Extract<Field, { is: 'group' }>,
    path: Path,
    label: string,
    isAbsent: boolean,
    value: unknown,
    preset: unknown,
  ): TemplateResult {
    if (label === '') return this.#named(field.fields, path);
    const isOff = isAbsent && preset === undefined;
    return html`<fieldset>
      <legend>${label}</legend>
      ${
        isOff
          ? html`<button type="button" class="button small" @click=${() => this.#put(path, emptyValue(field))}>
              ${this.#words.add}
            </button>`
          : html`${this.#named(field.fields, path)}${
              preset === undefined && value !== undefined
                ? html`<button type="button" class="button small" @click=${() => this.#put(path, undefined)}>
                    ${this.#words.remove}
                  </button>`
                : nothing
            }`
      }
    </fieldset>`;
  }

  #list(item: Field, path: Path, label: string, values: readonly unknown[], wrong: string): TemplateResult {
    const { add, remove, up } = this.#words;
    const swap = (index: number): void => {
      const next = [...values];
      [next[index - 1], next[index]] = [next[index], next[index - 1]];
      this.#put(path, next);
    };
    return html`<fieldset>
      <legend>${label}</legend>
      ${values.map(
        (_value, index) =>
          html`<div class="item">
            <div class="row">
              <span>${index + 1}</span>
              <button type="button" class="button small" ?disabled=${index === 0} @click=${() => swap(index)}>
                ${up}<span class="sr">${label} ${index + 1}</span>
              </button>
              <button type="button" class="button small" @click=${() => this.#put([...path, index], undefined)}>
                ${remove}<span class="sr">${label} ${index + 1}</span>
              </button>
            </div>
            ${
              item.is === 'group'
                ? this.#named(item.fields, [...path, index])
                : this.#field(item, [...path, index], `${label} ${index + 1}`, false)
            }
          </div>`,
      )}
      <button
        type="button"
        class="button small"
        data-act="add"
        @click=${() => this.#put([...path, values.length], emptyValue(item))}
      >
        ${add}<span class="sr">${label}</span>
      </button>
      ${wrong === '' || values.length > 0 ? nothing : html`<p class="error" role="alert">${wrong}</p>`}
    </fieldset>`;
  }

  #variants({ key, variants }: Extract<Field, { is: 'variants' }>, path: Path, value: unknown): TemplateResult {
    const chosen = String(valueAt(value, [key]));
    const turn = (next: string): void => {
      const kept = (variants[next] ?? []).flatMap(({ name, field, isOptional }): [string, unknown][] => {
        const known = valueAt(value, [name]);
        return known === undefined && isOptional ? [] : [[name, known ?? emptyValue(field)]];
      });
      this.#put(path, { [key]: next, ...Object.fromEntries(kept) });
    };
    return html`${this.#labelled(
      this.#label(key),
      '',
      [...path, key],
      (id) =>
        html`<select id=${id} @change=${(event: Event) => turn(textOf(event))}>
          ${Object.keys(variants).map(
            (choice) =>
              html`<option value=${choice} ?selected=${choice === chosen}>
                ${this.#words.choices[choice as keyof ContentWords['choices']] ?? choice}
              </option>`,
          )}
        </select>`,
    )}
    ${this.#named(variants[chosen] ?? [], path)}`;
  }

  #label(name: string): string {
    return this.#words.params[name as keyof ContentWords['params']] ?? name;
  }

  #put(path: Path, next: unknown): void {
    this.dispatchEvent(new CustomEvent('value', { detail: withValue(this.value, path, next) }));
  }
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const textOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** What was there before stays where somebody wrote something that is not JSON. */
function parsedOr(text: string, before: unknown): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return before;
    throw error;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'params-form': ParamsForm;
  }
}
