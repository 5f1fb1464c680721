import { html, nothing, type TemplateResult } from 'lit';
import { check, languageField, textField, wrongText, type RulePart } from './part.ts';

/** For whom it is, where it is for somebody. */
export function bookingFields(part: RulePart): TemplateResult {
  const { words, draft, change, wrong } = part;
  return html`<fieldset>
    ${check(part, 'isBooking', words.booking)}
    ${
      draft.isBooking
        ? html`${textField(part, 'group', words.group)} ${textField(part, 'guide', words.guide)}
            <div class="pair">
              ${languageField(part, 'groupLanguage', words.groupLanguage)}
              ${textField(part, 'size', words.size, { numeric: true })}
            </div>
            <div>
              <label
                >${words.note}<textarea
                  name="note"
                  rows="2"
                  aria-invalid=${wrong.has('note') ? 'true' : 'false'}
                  .value=${draft.note}
                  @input=${(event: InputEvent) => change({ note: (event.target as HTMLTextAreaElement).value })}
                ></textarea>
              </label>
              ${wrongText(part, 'note')}
            </div>`
        : nothing
    }
  </fieldset>`;
}
