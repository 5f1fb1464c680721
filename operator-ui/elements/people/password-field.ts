import { html, nothing, type TemplateResult } from 'lit';

interface PasswordField {
  readonly id: string;
  /** By which the form gives it; the id, where nothing else is said. */
  readonly name?: string;
  readonly label: string;
  readonly autocomplete: 'current-password' | 'new-password';
  readonly required?: boolean;
  readonly hint?: string;
}

/** A password to be typed, under its label. */
export function passwordField({
  id,
  name = id,
  label,
  autocomplete,
  required = true,
  hint,
}: PasswordField): TemplateResult {
  return html`<div>
    <label for=${id}>${label}</label>
    <input id=${id} name=${name} type="password" autocomplete=${autocomplete} ?required=${required} maxlength="200" />
    ${hint === undefined ? nothing : html`<p class="hint">${hint}</p>`}
  </div>`;
}
