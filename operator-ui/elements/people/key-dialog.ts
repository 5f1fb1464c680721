import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import type { Hall } from '#shared/hall.ts';
import { ask } from '../../controllers/rest.ts';
import { peopleStyles } from '../../look/people-styles.ts';
import { keyGroups, type KeyGroup } from '../../state/key-groups.ts';
import { ConsoleDialog } from '../console-dialog.ts';
import './once-shown.ts';
import { checkedZones, textOf, zoneChecks } from './zone-checks.ts';

const Made = z.object({ id: z.string(), key: z.string() });
const usualDays = 90;

/** A key for another system, with as little as it needs; the key is shown once. Raises `changed`, and `dismiss`. */
@customElement('key-dialog')
export class KeyDialog extends ConsoleDialog {
  static override styles = [...ConsoleDialog.styles, peopleStyles];

  @property({ attribute: false }) hall!: Hall;
  @state() private made: { readonly name: string; readonly key: string } | null = null;
  @state() private refused: string | null = null;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('open')) return;
    this.made = null;
    this.refused = null;
  }

  protected override heading(): string {
    return this.speech.words.people.keys.title;
  }

  protected override body(): TemplateResult {
    const { keys, failed } = this.speech.words.people;
    const { made } = this;
    if (made !== null)
      return html`<once-shown
        .speech=${this.speech}
        .heading=${keys.made(made.name)}
        .secret=${made.key}
      ></once-shown>`;
    return html`${this.refused === null ? nothing : html`<p class="error" role="alert">${failed}: ${this.refused}</p>`}
      <form @submit=${(event: SubmitEvent) => void this.#onSubmit(event)}>
        <div class="row">
          <div>
            <label for="name">${keys.name}</label>
            <input id="name" name="name" required maxlength="100" autocomplete="off" />
          </div>
          <div>
            <label for="days">${keys.days}</label>
            <input id="days" name="days" type="number" required min="1" max="366" value=${usualDays} />
          </div>
        </div>
        <fieldset>
          <legend>${keys.may}</legend>
          <div class="checks long">
            ${(Object.keys(keyGroups) as KeyGroup[]).map(
              (group) =>
                html`<label
                  ><input
                    type="checkbox"
                    name="group"
                    value=${group}
                    ?checked=${group === 'see'}
                  />${keys.groups[group]}</label
                >`,
            )}
          </div>
        </fieldset>
        ${zoneChecks(this.hall, this.speech, null)}
        <div class="row"><button class="button">${keys.make}</button></div>
      </form>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const name = textOf(form, 'name');
    const permissions = form.getAll('group').flatMap((group) => keyGroups[group as KeyGroup]);
    const body = { name, permissions, zones: checkedZones(form), days: Number(textOf(form, 'days')) };
    const answer = await ask('POST', 'keys', Made, body);
    this.refused = answer.ok ? null : this.speech.refused(answer.refusal);
    if (answer.ok) this.made = { name, key: answer.value.key };
    this.dispatchEvent(new CustomEvent('changed'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'key-dialog': KeyDialog;
  }
}
