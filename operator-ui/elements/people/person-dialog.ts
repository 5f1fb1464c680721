import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import { Role } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import { ask, type Answered } from '../../controllers/rest.ts';
import { peopleStyles } from '../../look/people-styles.ts';
import type { PersonListed } from '../../state/people-answers.ts';
import { ConsoleDialog } from '../console-dialog.ts';
import '../hold-button.ts';
import './once-shown.ts';
import { passwordField } from './password-field.ts';
import { checkedZones, textOf, zoneChecks } from './zone-checks.ts';

const Done = z.unknown();
const Link = z.object({ url: z.string() });
const Added = z.object({ person: z.string() });

/** What came of the last thing that was asked for. */
type Said =
  | { readonly is: 'done'; readonly text: string }
  | { readonly is: 'refused'; readonly text: string }
  | { readonly is: 'link'; readonly of: string; readonly url: string };

/** Somebody new, or somebody known: name, role, zones and how they sign in. Raises `changed`, and `dismiss`. */
@customElement('person-dialog')
export class PersonDialog extends ConsoleDialog {
  static override styles = [...ConsoleDialog.styles, peopleStyles];

  @property({ attribute: false }) hall!: Hall;
  /** Null: somebody new. */
  @property({ attribute: false }) person: PersonListed | null = null;
  @state() private asRole: Role = 'operator';
  @state() private said: Said | null = null;
  @state() private isBusy = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('open') || !this.open) return;
    this.said = null;
    this.asRole = this.person?.role ?? 'operator';
  }

  protected override heading(): string {
    const { person } = this.speech.words.people;
    return this.person === null ? person.add : person.edit(this.person.name);
  }

  protected override body(): TemplateResult {
    return html`${this.#said()}${this.#form(this.person)}${this.person === null ? nothing : this.#ways(this.person)}`;
  }

  #said(): TemplateResult | typeof nothing {
    const { said } = this;
    const { people } = this.speech.words;
    if (said === null) return nothing;
    switch (said.is) {
      case 'done':
        return html`<p role="status">${said.text}</p>`;
      case 'refused':
        return html`<p class="error" role="alert">${people.failed}: ${said.text}</p>`;
      case 'link':
        return html`<once-shown
          .speech=${this.speech}
          .heading=${people.person.linkOf(said.of)}
          .secret=${said.url}
        ></once-shown>`;
    }
  }

  #form(known: PersonListed | null): TemplateResult {
    const { words } = this.speech;
    const { person, list, passwordRule } = words.people;
    return html`<form @submit=${(event: SubmitEvent) => void this.#onSubmit(event)}>
      <div class="row">
        <div>
          <label for="name">${list.name}</label>
          <input id="name" name="name" required maxlength="100" autocomplete="off" .value=${known?.name ?? ''} />
        </div>
        <div>
          <label for="role">${list.role}</label>
          <select
            id="role"
            name="role"
            @change=${(event: Event) => (this.asRole = Role.parse((event.target as HTMLSelectElement).value))}
          >
            ${Role.options.map(
              (role) => html`<option value=${role} ?selected=${role === this.asRole}>${words.roles[role]}</option>`,
            )}
          </select>
        </div>
      </div>
      ${
        this.asRole === 'admin'
          ? html`<p class="hint">${person.adminHint}</p>`
          : zoneChecks(this.hall, this.speech, known?.zones ?? null)
      }
      ${
        known === null
          ? passwordField({
              id: 'first',
              name: 'password',
              label: person.firstPassword,
              autocomplete: 'new-password',
              required: false,
              hint: `${person.firstPasswordHint} ${passwordRule}`,
            })
          : nothing
      }
      <div class="row">
        <button class="button" ?disabled=${this.isBusy}>${known === null ? person.create : words.people.save}</button>
      </div>
    </form>`;
  }

  #ways(known: PersonListed): TemplateResult {
    const { people } = this.speech.words;
    const { person } = people;
    const path = `people/${encodeURIComponent(known.id)}`;
    const change = (body: object): void => void this.#do(ask('PATCH', path, Done, body), person.saved);
    return html`<div class="ways form">
      <h2>${person.ways}</h2>
      <form
        class="row"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const form = event.target as HTMLFormElement;
          const password = textOf(new FormData(form), 'password');
          form.reset();
          void this.#do(ask('PUT', `${path}/password`, Done, { password }), person.passwordSet);
        }}
      >
        ${passwordField({ id: 'password', label: people.newPassword, autocomplete: 'new-password' })}
        <button class="button" ?disabled=${this.isBusy}>${person.setPassword}</button>
      </form>
      <p class="hint">${people.passwordRule} ${person.setPasswordHint}</p>
      <div class="row">
        <button class="button" data-act="link" ?disabled=${this.isBusy} @click=${() => void this.#makeLink(known)}>
          ${person.link}
        </button>
        ${
          known.hasSecondFactor
            ? html`<button
                class="button"
                data-act="drop-second"
                @click=${() => void this.#do(ask('DELETE', `${path}/second-factor`, Done), person.secondDropped)}
              >
                ${person.dropSecond}
              </button>`
            : nothing
        }
        <button class="button" data-act="switch" @click=${() => change({ disabled: !known.disabled })}>
          ${known.disabled ? person.switchOn : person.switchOff}
        </button>
        <hold-button danger data-act="remove" @held=${() => void this.#remove(path)}>${person.remove}</hold-button>
      </div>
      <p class="hint">${person.switchHint}</p>
    </div>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const element = event.target as HTMLFormElement;
    const form = new FormData(element);
    const role = this.asRole;
    const body = { name: textOf(form, 'name'), role, zones: role === 'admin' ? null : checkedZones(form) };
    const { person } = this.speech.words.people;
    if (this.person !== null) {
      await this.#do(ask('PATCH', `people/${encodeURIComponent(this.person.id)}`, Done, body), person.saved);
      return;
    }
    const password = textOf(form, 'password');
    const added = await this.#do(ask('POST', 'people', Added, { ...body, ...(password === '' ? {} : { password }) }));
    if (added === null) return;
    if (password !== '') return this.dismiss();
    element.reset();
    await this.#makeLink({ id: added.person, name: body.name });
  }

  async #makeLink({ id, name }: Pick<PersonListed, 'id' | 'name'>): Promise<void> {
    const link = await this.#do(ask('POST', `people/${encodeURIComponent(id)}/sign-in-link`, Link));
    if (link !== null) this.said = { is: 'link', of: name, url: link.url };
  }

  async #remove(path: string): Promise<void> {
    if ((await this.#do(ask('DELETE', path, Done))) !== null) this.dismiss();
  }

  /** The answer, or null where it was refused; says what came of it. */
  async #do<T>(asked: Promise<Answered<T>>, done = ''): Promise<T | null> {
    this.isBusy = true;
    const answer = await asked;
    this.isBusy = false;
    this.said = answer.ok
      ? done === ''
        ? null
        : { is: 'done', text: done }
      : { is: 'refused', text: this.speech.refused(answer.refusal) };
    this.dispatchEvent(new CustomEvent('changed'));
    return answer.ok ? answer.value : null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-dialog': PersonDialog;
  }
}
