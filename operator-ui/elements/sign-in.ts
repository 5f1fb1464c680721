import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ask } from '../controllers/rest.ts';
import type { Credentials, SessionState } from '../controllers/session.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { shanyraqMark } from '../look/shanyraq-mark.ts';
import { TabletHere } from '../state/people-answers.ts';
import type { Speech } from '../state/speech.ts';
import { passwordField } from './people/password-field.ts';
import './people/pin-entry.ts';
import type { PinGiven } from './people/pin-entry.ts';
import { textOf } from './people/zone-checks.ts';
import { consoleLanguages, type ConsoleLanguage } from '../words/words.ts';

const languageNames: Readonly<Record<ConsoleLanguage, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** The door of the console. Raises `sign-in` with {@link Credentials}, and `language`. */
@customElement('sign-in')
export class SignIn extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        place-items: center;
        height: 100%;
        padding: 24px;
      }
      main {
        display: grid;
        gap: 18px;
        width: min(360px, 100%);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      form {
        display: grid;
        gap: 14px;
      }
      p {
        color: var(--ink-2);
        font-size: var(--f-main);
      }
      .refused {
        padding: 10px 12px;
        border: 1px solid var(--st-fault);
        border-left-width: 4px;
        color: var(--ink);
      }
      .refused b {
        display: block;
      }
      .languages {
        display: flex;
        gap: 6px;
      }
      .button {
        min-height: var(--touch);
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) session!: SessionState;
  @state() private here: TabletHere | null = null;
  /** What was tried last; a refusal is shown beside it. */
  @state() private wasPin = false;
  /** The password was right, and the digits are asked for: the field stays from then on. */
  @state() private asksDigits = false;

  protected override willUpdate(): void {
    const { session } = this;
    if (session.is === 'out' && session.refusal?.fields?.some(({ path }) => path === 'secondFactor') === true)
      this.asksDigits = true;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('asksDigits') && this.asksDigits) this.renderRoot.querySelector<HTMLElement>('#digits')?.focus();
    // Asked once it is known that nobody is signed in here.
    if (changed.has('session') && this.session.is === 'out' && this.here === null) void this.#look();
  }

  protected override render(): TemplateResult {
    const { signIn, people } = this.speech.words;
    const { session } = this;
    const refusal = session.is === 'out' && !this.wasPin ? session.refusal : null;
    const isBusy = session.is === 'asking' || (session.is === 'out' && session.busy);
    return html`<main>
      <div class="brand">
        ${shanyraqMark(34)}
        <h1 class="title">${signIn.title}</h1>
      </div>
      <p>${session.is === 'asking' && session.withLink ? signIn.withLink : signIn.lead}</p>
      ${
        refusal === null
          ? nothing
          : html`<div class="refused" role="alert"><b>${signIn.failed}: </b>${this.speech.refused(refusal)}</div>`
      }
      ${this.#shared(isBusy)}
      <form @submit=${this.#onSubmit}>
        <div>
          <label for="name">${signIn.name}</label>
          <input id="name" name="name" autocomplete="username" required maxlength="100" autofocus />
        </div>
        ${passwordField({ id: 'password', label: signIn.password, autocomplete: 'current-password' })}
        ${
          this.asksDigits
            ? html`<div>
                <label for="digits">${people.who.secondFactor}</label>
                <input id="digits" name="digits" autocomplete="one-time-code" required maxlength="32" />
              </div>`
            : nothing
        }
        <button class="button" ?disabled=${isBusy}>${signIn.submit}</button>
      </form>
      <div class="languages" role="group" aria-label=${this.speech.words.header.language}>
        ${consoleLanguages.map(
          (language) =>
            html`<button
              class="button"
              lang=${language}
              aria-pressed=${language === this.speech.language ? 'true' : 'false'}
              @click=${() => this.dispatchEvent(new CustomEvent('language', { detail: language }))}
            >
              ${languageNames[language]}
            </button>`,
        )}
      </div>
    </main>`;
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const digits = textOf(form, 'digits').trim();
    this.#raise({
      name: textOf(form, 'name'),
      password: textOf(form, 'password'),
      ...(digits === '' ? {} : { secondFactor: digits }),
    });
  };

  /** On a shared tablet its people come first, with their PINs. */
  #shared(isBusy: boolean): TemplateResult | typeof nothing {
    const { who } = this.speech.words.people;
    if (this.here === null || this.here.tablet === null || this.here.people.length === 0) return nothing;
    const refusal = this.wasPin && this.session.is === 'out' ? this.session.refusal : null;
    return html`<pin-entry
        .speech=${this.speech}
        .people=${this.here.people}
        .refused=${refusal === null ? null : this.speech.refused(refusal)}
        .busy=${isBusy}
        @pin=${({ detail }: CustomEvent<PinGiven>) => this.#raise(detail)}
      ></pin-entry>
      <h2>${who.withPassword}</h2>`;
  }

  async #look(): Promise<void> {
    const answer = await ask('GET', 'tablet', TabletHere);
    if (answer.ok) this.here = answer.value;
  }

  #raise(detail: Credentials): void {
    this.wasPin = 'pin' in detail;
    this.dispatchEvent(new CustomEvent<Credentials>('sign-in', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in': SignIn;
  }
}
