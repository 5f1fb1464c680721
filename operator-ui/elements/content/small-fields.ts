import { html, nothing, type TemplateResult } from 'lit';

export const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** One of several, in a list that opens. */
export function choiceField(
  id: string,
  label: string,
  value: string,
  choices: Readonly<Record<string, string>>,
  put: (next: string) => void,
): TemplateResult {
  return html`<label for=${id}>${label}</label>
    <select id=${id} @change=${(event: Event) => put(valueOf(event))}>
      ${Object.entries(choices).map(
        ([choice, words]) => html`<option value=${choice} ?selected=${choice === value}>${words}</option>`,
      )}
    </select>`;
}

/** Milliseconds, written as seconds; nothing is undefined. */
export function secondsField(
  id: string,
  label: string,
  ms: number | undefined,
  put: (ms: number | undefined) => void,
): TemplateResult {
  return html`<label for=${id}>${label}</label>
    <input
      id=${id}
      type="number"
      min="0"
      step="any"
      .value=${ms === undefined ? '' : String(ms / 1000)}
      @input=${(event: Event) => {
        const text = valueOf(event).trim();
        put(text === '' ? undefined : Math.round(Number(text) * 1000));
      }}
    />`;
}

export function switchField(label: string, value: boolean, put: (next: boolean) => void): TemplateResult {
  return html`<label class="check"
    ><input
      type="checkbox"
      .checked=${value}
      @change=${(event: Event) => put((event.target as HTMLInputElement).checked)}
    />${label}</label
  >`;
}

/** What is wrong with a field, beneath it; nothing where nothing is. */
export function wrongNote(wrong: string): TemplateResult | typeof nothing {
  return wrong === '' ? nothing : html`<p class="error" role="alert">${wrong}</p>`;
}
