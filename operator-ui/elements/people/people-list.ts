import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { KeyRound, ShieldCheck, Tablet } from 'lucide';
import type { Hall } from '#shared/hall.ts';
import { Listing } from '../../controllers/listing.ts';
import { icon } from '../../look/icon.ts';
import { peopleStyles } from '../../look/people-styles.ts';
import { base, buttons } from '../../look/styles.ts';
import { PersonListed } from '../../state/people-answers.ts';
import type { Speech } from '../../state/speech.ts';
import './person-dialog.ts';

/** Everybody who can sign in, for an admin: added, changed, switched off, removed. */
@customElement('people-list')
export class PeopleList extends LitElement {
  static override styles = [base, buttons, peopleStyles];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  /** Id of who looks at the list. */
  @property() me = '';
  /** A higher revision of the hall: there may be more to read. */
  @property({ type: Number }) revision = 0;
  /** Whom the dialog is about: a person's id, '' for somebody new, null while it is closed. */
  @state() private chosen: string | null = null;
  readonly #people = new Listing(this, 'people', PersonListed);

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('revision') && this.hasUpdated) void this.#people.read();
  }

  protected override render(): TemplateResult {
    const { people, failed } = { people: this.speech.words.people.list, failed: this.speech.words.people.failed };
    const { items, refusal } = this.#people;
    const listed = items.toSorted((one, other) => one.name.localeCompare(other.name, this.speech.language));
    return html`<h2>
        ${people.heading}
        <button class="button" data-act="add" @click=${() => (this.chosen = '')}>${people.add}</button>
      </h2>
      ${refusal === null ? nothing : html`<p class="error" role="alert">${failed}: ${this.speech.refused(refusal)}</p>`}
      <table>
        <thead>
          <tr>
            <th scope="col">${people.name}</th>
            <th scope="col">${people.role}</th>
            <th scope="col" class="aside">${people.zones}</th>
            <th scope="col" class="aside">${people.signsInWith}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${listed.map((person) => this.#row(person))}
        </tbody>
      </table>
      <person-dialog
        .speech=${this.speech}
        .hall=${this.hall}
        .person=${items.find(({ id }) => id === this.chosen) ?? null}
        .open=${this.chosen !== null}
        @dismiss=${() => (this.chosen = null)}
        @changed=${() => void this.#people.read()}
      ></person-dialog>`;
  }

  #row(person: PersonListed): TemplateResult {
    const { words } = this.speech;
    const { list } = words.people;
    const { id, name, role, disabled } = person;
    return html`<tr data-person=${id} class=${disabled ? 'off' : ''}>
      <td>
        ${name}${id === this.me ? html`<span class="tag">${list.you}</span>` : nothing}${
          disabled ? html`<span class="tag">${list.off}</span>` : nothing
        }
      </td>
      <td>${words.roles[role]}</td>
      <td class="aside">${this.#zones(person)}</td>
      <td class="aside">${this.#ways(person)}</td>
      <td>
        <button class="button" aria-label=${list.changeOf(name)} @click=${() => (this.chosen = id)}>
          ${list.change}
        </button>
      </td>
    </tr>`;
  }

  #zones({ zones }: PersonListed): string {
    if (zones === null) return this.speech.words.people.list.wholeHall;
    return this.speech.names(
      zones.map((id) => this.speech.text(this.hall.zones.find((zone) => zone.id === id)?.name ?? { en: id })),
    );
  }

  #ways({ hasPassword, hasSecondFactor, hasPin }: PersonListed): TemplateResult {
    const { people } = this.speech.words;
    if (!hasPassword && !hasPin) return html`<span class="quiet">${people.list.nothing}</span>`;
    return html`<div class="marks">
      ${hasPassword ? html`<span>${icon(KeyRound)}${people.password}</span>` : nothing}
      ${hasSecondFactor ? html`<span>${icon(ShieldCheck)}${people.access.secondFactor}</span>` : nothing}
      ${hasPin ? html`<span>${icon(Tablet)}${people.pin}</span>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'people-list': PeopleList;
  }
}
