import { html, type TemplateResult } from 'lit';
import { weekdayNames } from '../state/cron-words.ts';
import type { ConsoleLanguage } from '../words/words.ts';

/** One of several, as buttons of which one is pressed. Its look is in `formStyles`. */
export function choice<T extends string>(
  label: string,
  chosen: T,
  choices: readonly (readonly [T, string])[],
  choose: (value: T) => void,
): TemplateResult {
  return html`<div class="choice" role="group" aria-label=${label}>
    ${choices.map(
      ([value, text]) =>
        html`<button
          type="button"
          class="button"
          data-choice=${value}
          aria-pressed=${value === chosen ? 'true' : 'false'}
          @click=${() => choose(value)}
        >
          ${text}
        </button>`,
    )}
  </div>`;
}

/** The days of a week, ISO, each to be pressed. */
export function weekdayKeys(
  label: string,
  language: ConsoleLanguage,
  chosen: readonly number[],
  choose: (weekdays: readonly number[]) => void,
): TemplateResult {
  return html`<div class="choice weekdays" role="group" aria-label=${label}>
    ${weekdayNames(language).map((name, index) => {
      const day = index + 1;
      const isChosen = chosen.includes(day);
      return html`<button
        type="button"
        class="button"
        data-weekday=${day}
        aria-pressed=${isChosen ? 'true' : 'false'}
        @click=${() => choose(isChosen ? chosen.filter((one) => one !== day) : [...chosen, day])}
      >
        ${name}
      </button>`;
    })}
  </div>`;
}
