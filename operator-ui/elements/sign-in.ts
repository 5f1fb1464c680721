import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SessionState } from '../controllers/session.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { shanyraqMark } from '../look/shanyraq-mark.ts';
import type { Speech } from '../state/speech.ts';
import { consoleLanguages, type ConsoleLanguage } from '../words/words.ts';

const languageNames: Readonly<Record<ConsoleLanguage, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

export interface Credentials {
  readonly name: string;
  readonly password: string;
}

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

  protected override render(): TemplateResult {
    const { signIn } = this.speech.words;
    const { session } = this;
    const refusal = session.is === 'out' ? session.refusal : null;
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
      <form @submit=${this.#onSubmit}>
        <div>
          <label for="name">${signIn.name}</label>
          <input id="name" name="name" autocomplete="username" required maxlength="100" autofocus />
        </div>
        <div>
          <label for="password">${signIn.password}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
            maxlength="200"
          />
        </div>
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
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const detail: Credentials = { name: text('name'), password: text('password') };
    this.dispatchEvent(new CustomEvent<Credentials>('sign-in', { detail }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in': SignIn;
  }
}
