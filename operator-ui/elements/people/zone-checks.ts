import { html, type TemplateResult } from 'lit';
import type { Hall } from '#shared/hall.ts';
import type { Speech } from '../../state/speech.ts';

/** The zones of the hall to tick, as part of a form with `peopleStyles`. None ticked means the whole hall. */
export function zoneChecks(hall: Hall, speech: Speech, chosen: readonly string[] | null): TemplateResult {
  const { person } = speech.words.people;
  return html`<fieldset>
    <legend>${person.limit}</legend>
    <div class="checks">
      ${hall.zones.map(
        ({ id, name }) =>
          html`<label
            ><input
              type="checkbox"
              name="zone"
              value=${id}
              ?checked=${chosen?.includes(id) === true}
            />${speech.text(name)}</label
          >`,
      )}
    </div>
    <p class="hint">${person.limitHint}</p>
  </fieldset>`;
}

/** What was ticked; null: the whole hall. */
export function checkedZones(form: FormData): readonly string[] | null {
  const zones = form.getAll('zone').map(String);
  return zones.length === 0 ? null : zones;
}

/** A text field of a form, trimmed of nothing; '' where it has none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
