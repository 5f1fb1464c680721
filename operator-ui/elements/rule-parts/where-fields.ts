import { html, nothing, type TemplateResult } from 'lit';
import { check, languageField, textField, wrongText, type RulePart } from './part.ts';

/** On which screens, in which language, before whom it gives way, and who may know of it. */
export function whereFields(part: RulePart): TemplateResult {
  const { words, draft, change, speech, hall, wrong } = part;
  return html`<fieldset>
      <legend>${words.where}</legend>
      <target-chips
        data-for="targets"
        ?data-wrong=${wrong.has('targets')}
        .speech=${speech}
        .hall=${hall}
        .label=${words.where}
        .chosen=${draft.targets}
        whole
        @targets=${({ detail }: CustomEvent<readonly string[]>) => change({ targets: detail })}
      ></target-chips>
      ${wrongText(part, 'targets')}
      <details ?open=${draft.except.length > 0}>
        <summary>${words.except}${draft.except.length === 0 ? '' : ` (${draft.except.length})`}</summary>
        <target-chips
          data-for="except"
          .speech=${speech}
          .hall=${hall}
          .label=${words.except}
          .chosen=${draft.except}
          @targets=${({ detail }: CustomEvent<readonly string[]>) => change({ except: detail })}
        ></target-chips>
      </details>
      <div class="pair">
        ${languageField(part, 'language', words.language)}
        ${textField(part, 'priority', words.priority, { numeric: true })}
      </div>
      ${wrong.has('priority') ? nothing : html`<p class="hint">${words.priorityHint}</p>`}
    </fieldset>
    <fieldset>
      <legend>${words.visitors}</legend>
      ${check(part, 'listed', words.listed)} ${check(part, 'outsideHours', words.outside)}
    </fieldset>`;
}
