import { html, type TemplateResult } from 'lit';
import type { Scene, Show } from '#shared/scene.ts';
import type { Text } from '#shared/text.ts';
import { choice } from '../form-parts.ts';
import { check, wrongText, type RulePart } from './part.ts';

/** What the rule shows, what visitors call it, in which layer, and whether it is in force. */
export function subjectFields(part: RulePart, shows: readonly Show[], scenes: readonly Scene[]): TemplateResult {
  const { words, draft, change, wrong, speech, hall } = part;
  const group = (kind: 'show' | 'scene', label: string, all: readonly (Show | Scene)[]): TemplateResult =>
    html`<optgroup label=${label}>
      ${all.toSorted(speech.byTitle).map(({ id, title }) => {
        const value = `${kind}:${id}`;
        return html`<option value=${value} ?selected=${value === draft.subject}>${speech.text(title)}</option>`;
      })}
    </optgroup>`;
  return html`<fieldset>
    <legend>${words.what}</legend>
    <div>
      <label
        >${words.subject}<select
          name="subject"
          aria-invalid=${wrong.has('subject') ? 'true' : 'false'}
          @change=${(event: Event) => change({ subject: (event.target as HTMLSelectElement).value })}
        >
          <option value="" ?selected=${draft.subject === ''}>${words.choose}</option>
          ${group('show', words.shows, shows)} ${group('scene', words.scenes, scenes)}
        </select></label
      >
      ${wrongText(part, 'subject')}
    </div>
    <text-fields
      .languages=${hall.languages}
      .label=${words.title}
      .value=${draft.title}
      .problem=${wrong.get('title') ?? ''}
      @text=${({ detail }: CustomEvent<Text>) => change({ title: detail })}
    ></text-fields>
    ${choice(
      words.layer,
      draft.layer,
      [
        ['scheduled', speech.words.layers.scheduled],
        ['ambient', speech.words.layers.ambient],
      ],
      (layer) => change({ layer }),
    )}
    ${check(part, 'enabled', words.enabled)}
  </fieldset>`;
}
