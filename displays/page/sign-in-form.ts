import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { signIn, type Person } from './person.ts';
import { pageLanguage, pageWords, sayOnPage } from './words.ts';
import { pageStyles } from './page-element.ts';

/**
 * Signs a person in, in place of the page they asked for.
 *
 * @fires signed-in - `detail` is the {@link Person}
 */
@customElement('sign-in-form')
export class SignInForm extends LitElement {
  static override styles = [
    pageStyles,
    css`
      form {
        display: grid;
        gap: 1em;
        width: min(22em, 100%);
      }
      label {
        display: grid;
        gap: 0.3em;
        color: var(--tas-300);
      }
      input,
      button {
        min-height: 2.8em;
        padding: 0 0.8em;
        border: 1px solid var(--tas-600);
        border-radius: 3px;
        background: var(--tas-900);
        color: var(--tas-100);
        font: inherit;
      }
      button {
        border-color: var(--tas-400);
        background: var(--tas-800);
        font-weight: 600;
      }
      :is(input, button):focus-visible {
        outline: 2px solid var(--tas-100);
        outline-offset: 2px;
      }
      [role='alert'] {
        color: #ff9d94;
      }
    `,
  ];

  @query('[name=name]') private nameField!: HTMLInputElement;
  @query('[name=password]') private passwordField!: HTMLInputElement;
  @state() private refused: string | null = null;
  @state() private isAsking = false;

  override focus(): void {
    this.nameField.focus();
  }

  protected override firstUpdated(): void {
    this.focus();
  }

  protected override render() {
    return html`
      <form @submit=${this.#submit} lang=${pageLanguage()}>
        <h1>Shanyraq</h1>
        <label>${sayOnPage(pageWords.name)}<input name="name" autocomplete="username" required /></label>
        <label>
          ${sayOnPage(pageWords.password)}
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <button ?disabled=${this.isAsking}>${sayOnPage(pageWords.signIn)}</button>
        ${this.refused === null ? nothing : html`<p role="alert">${this.refused}</p>`}
        <p class="muted">${sayOnPage(pageWords.signInHint)}</p>
      </form>
    `;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.#ask();
  };

  async #ask(): Promise<void> {
    this.isAsking = true;
    try {
      const answer = await signIn({ name: this.nameField.value, password: this.passwordField.value });
      if ('refused' in answer) this.refused = answer.refused;
      else this.dispatchEvent(new CustomEvent<Person>('signed-in', { detail: answer }));
    } catch {
      this.refused = sayOnPage(pageWords.noController);
    } finally {
      this.isAsking = false;
    }
  }
}
