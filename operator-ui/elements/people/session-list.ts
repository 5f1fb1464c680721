import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import { Listing } from '../../controllers/listing.ts';
import { ask } from '../../controllers/rest.ts';
import { peopleStyles } from '../../look/people-styles.ts';
import { base, buttons } from '../../look/styles.ts';
import { browserName } from '../../state/browser-name.ts';
import { SessionListed } from '../../state/people-answers.ts';
import type { Speech } from '../../state/speech.ts';

/** The browsers that somebody is signed in with: one's own, and for an admin everybody's. Each can be ended. */
@customElement('session-list')
export class SessionList extends LitElement {
  static override styles = [base, buttons, peopleStyles];

  @property({ attribute: false }) speech!: Speech;
  /** Id of who looks at the list; an admin sees everybody's. */
  @property() me = '';
  @property({ type: Number }) revision = 0;
  @state() private refused: string | null = null;
  readonly #sessions = new Listing(this, 'sessions', SessionListed);

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('revision') && this.hasUpdated) void this.#sessions.read();
  }

  protected override render(): TemplateResult {
    const { sessions, failed } = { ...this.speech.words.people };
    const { items } = this.#sessions;
    const listed = items.toSorted((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt));
    const isOfAll = items.some(({ person }) => person !== this.me);
    const refusal =
      this.refused ?? (this.#sessions.refusal === null ? null : this.speech.refused(this.#sessions.refusal));
    return html`<h2>${isOfAll ? sessions.everybody : sessions.heading}</h2>
      ${refusal === null ? nothing : html`<p class="error" role="alert">${failed}: ${refusal}</p>`}
      <table>
        <thead>
          <tr>
            <th scope="col">${sessions.person}</th>
            <th scope="col">${sessions.browser}</th>
            <th scope="col" class="aside">${sessions.from}</th>
            <th scope="col">${sessions.since}</th>
            <th scope="col" class="aside">${sessions.until}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${listed.map((session) => this.#row(session))}
        </tbody>
      </table>`;
  }

  #row({ id, name, browser, address, createdAt, expiresAt, isThis }: SessionListed): TemplateResult {
    const { sessions } = this.speech.words.people;
    return html`<tr data-session=${id}>
      <td>${name}${isThis ? html`<span class="tag">${sessions.here}</span>` : nothing}</td>
      <td title=${browser}>${browserName(browser)}</td>
      <td class="aside">${address}</td>
      <td>${this.speech.dateTime(Date.parse(createdAt))}</td>
      <td class="aside">${this.speech.dateTime(Date.parse(expiresAt))}</td>
      <td>
        ${
          isThis
            ? nothing
            : html`<button class="button" aria-label=${sessions.endOf(name)} @click=${() => void this.#end(id)}>
                ${sessions.end}
              </button>`
        }
      </td>
    </tr>`;
  }

  async #end(id: string): Promise<void> {
    const answer = await ask('DELETE', `sessions/${encodeURIComponent(id)}`, z.unknown());
    this.refused = answer.ok ? null : this.speech.refused(answer.refusal);
    await this.#sessions.read();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'session-list': SessionList;
  }
}
