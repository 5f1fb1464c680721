import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ask } from '../../controllers/rest.ts';
import { peopleStyles } from '../../look/people-styles.ts';
import { base, buttons } from '../../look/styles.ts';
import { Me } from '../../state/people-answers.ts';
import type { Speech } from '../../state/speech.ts';
import type { AccessMatter } from './access-dialog.ts';
import './access-dialog.ts';

/** What the person at this console signs in with: password, second factor, PIN; each changed by themselves alone. */
@customElement('my-access')
export class MyAccess extends LitElement {
  static override styles = [base, buttons, peopleStyles];

  @property({ attribute: false }) speech!: Speech;
  @property({ type: Number }) revision = 0;
  @state() private me: Me | null = null;
  @state() private matter: AccessMatter | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('revision') && this.hasUpdated) void this.#read();
  }

  protected override render(): TemplateResult {
    const { people } = this.speech.words;
    const { access } = people;
    const { me } = this;
    return html`<h2>${access.heading}</h2>
      ${me?.byPin === true ? html`<p>${access.byPin}</p>` : nothing}
      ${me === null || me.byPin ? nothing : this.#table(me)}
      <access-dialog
        .speech=${this.speech}
        .matter=${this.matter}
        .hasPassword=${me?.hasPassword === true}
        .open=${this.matter !== null}
        @dismiss=${() => (this.matter = null)}
        @changed=${() => void this.#read()}
      ></access-dialog>`;
  }

  #table(me: Me): TemplateResult {
    const { people } = this.speech.words;
    const { access } = people;
    const { hasPassword, hasSecondFactor, hasPin } = me;
    return html`<table>
      <tbody>
        ${this.#row(people.password, hasPassword ? access.set : access.none, [
          ['password', hasPassword ? access.change : access.choose],
        ])}
        ${
          // Both are confirmed with the password.
          hasPassword
            ? html`${this.#row(
                access.secondFactor,
                hasSecondFactor ? access.secondOn(me.recoveryCodes) : access.off,
                hasSecondFactor ? [['no-second-factor', access.doWithout]] : [['second-factor', access.setUp]],
              )}
              ${this.#row(
                people.pin,
                hasPin ? access.set : access.none,
                hasPin
                  ? [
                      ['pin', access.change],
                      ['no-pin', access.doWithout],
                    ]
                  : [['pin', access.choose]],
              )}`
            : nothing
        }
      </tbody>
    </table>`;
  }

  #row(name: string, stands: string, acts: readonly (readonly [AccessMatter, string])[]): TemplateResult {
    return html`<tr>
      <td>${name}</td>
      <td class="quiet">${stands}</td>
      <td>
        ${acts.map(
          ([matter, label]) =>
            html`<button
              class="button"
              data-matter=${matter}
              aria-label="${name}: ${label}"
              @click=${() => (this.matter = matter)}
            >
              ${label}
            </button> `,
        )}
      </td>
    </tr>`;
  }

  async #read(): Promise<void> {
    const answer = await ask('GET', 'session', Me);
    if (answer.ok) this.me = answer.value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'my-access': MyAccess;
  }
}
