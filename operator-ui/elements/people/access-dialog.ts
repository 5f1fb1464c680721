import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import { qrPath } from '#shared/qr-path.ts';
import { ask, type Answered } from '../../controllers/rest.ts';
import { peopleStyles } from '../../look/people-styles.ts';
import { ConsoleDialog } from '../console-dialog.ts';
import './once-shown.ts';
import { passwordField } from './password-field.ts';
import { textOf } from './zone-checks.ts';

export type AccessMatter = 'password' | 'second-factor' | 'no-second-factor' | 'pin' | 'no-pin';

const Begun = z.object({ secret: z.string(), uri: z.string() });
const Confirmed = z.object({ recoveryCodes: z.array(z.string()) });

/** A second factor on its way: its secret waits for the first digits, or its recovery codes to be written down. */
type Setup =
  | ({ readonly is: 'scanning' } & z.infer<typeof Begun>)
  | { readonly is: 'set'; readonly codes: readonly string[] };

/** One matter of one's own access, confirmed with the present password. Raises `changed`, and `dismiss`. */
@customElement('access-dialog')
export class AccessDialog extends ConsoleDialog {
  static override styles = [
    ...ConsoleDialog.styles,
    peopleStyles,
    css`
      .scan {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 20px;
        align-items: start;
      }
      svg.qr {
        width: 208px;
        height: 208px;
        background: #fff;
        border-radius: var(--radius);
      }
      code {
        overflow-wrap: anywhere;
        user-select: all;
      }
      @media (max-width: 560px) {
        .scan {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  @property({ attribute: false }) matter: AccessMatter | null = null;
  @property({ type: Boolean }) hasPassword = false;
  @state() private setup: Setup | null = null;
  @state() private refused: string | null = null;
  @state() private isBusy = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('open')) return;
    this.setup = null;
    this.refused = null;
  }

  protected override heading(): string {
    const { access, pin } = this.speech.words.people;
    switch (this.matter) {
      case 'password':
        return access.changePassword;
      case 'second-factor':
      case 'no-second-factor':
        return access.secondFactor;
      case 'pin':
      case 'no-pin':
      case null:
        return pin;
    }
  }

  protected override body(): TemplateResult {
    const { people } = this.speech.words;
    const { setup } = this;
    return html`${
      this.refused === null ? nothing : html`<p class="error" role="alert">${people.failed}: ${this.refused}</p>`
    }
    ${setup === null ? this.#form() : setup.is === 'scanning' ? this.#scan(setup) : this.#codes(setup.codes)}`;
  }

  #form(): TemplateResult {
    const { people } = this.speech.words;
    const { matter } = this;
    const asksPresent = matter !== 'password' || this.hasPassword;
    return html`<form @submit=${(event: SubmitEvent) => void this.#onSubmit(event)}>
      ${
        asksPresent
          ? passwordField({ id: 'present', label: people.presentPassword, autocomplete: 'current-password' })
          : nothing
      }
      ${
        matter === 'password'
          ? passwordField({
              id: 'fresh',
              label: people.newPassword,
              autocomplete: 'new-password',
              hint: `${people.passwordRule} ${people.access.passwordEnds}`,
            })
          : nothing
      }
      ${
        matter === 'pin'
          ? html`<div>
              <label for="pin">${people.pin}</label>
              <input
                id="pin"
                name="pin"
                type="password"
                inputmode="numeric"
                autocomplete="off"
                required
                pattern="[0-9]{4,8}"
                maxlength="8"
              />
              <p class="hint">${people.pinRule}</p>
            </div>`
          : nothing
      }
      <div class="row">
        <button class="button" ?disabled=${this.isBusy}>
          ${matter === 'second-factor' ? people.access.next : people.access.confirm}
        </button>
      </div>
    </form>`;
  }

  #scan({ secret, uri }: z.infer<typeof Begun>): TemplateResult {
    const { access } = this.speech.words.people;
    const { side, path } = qrPath(uri);
    return html`<div class="scan">
      <svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label=${access.qr}>
        <path d=${path} fill="#000"></path>
      </svg>
      <form @submit=${(event: SubmitEvent) => void this.#onDigits(event)}>
        <p>${access.scan}</p>
        <p><span class="label">${access.secret}</span><code>${secret}</code></p>
        <div>
          <label for="digits">${access.digits}</label>
          <input
            id="digits"
            name="digits"
            inputmode="numeric"
            autocomplete="one-time-code"
            required
            pattern="[0-9]{6}"
            maxlength="6"
          />
        </div>
        <div class="row"><button class="button" ?disabled=${this.isBusy}>${access.confirm}</button></div>
      </form>
    </div>`;
  }

  #codes(codes: readonly string[]): TemplateResult {
    const { people } = this.speech.words;
    return html`<div class="form">
      <once-shown
        .speech=${this.speech}
        .heading=${`${people.access.recovery}. ${people.access.recoveryHint}`}
        .secret=${codes.join('\n')}
      ></once-shown>
      <div class="row"><button class="button" @click=${() => this.dismiss()}>${people.done}</button></div>
    </div>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const password = textOf(form, 'present');
    switch (this.matter) {
      case 'second-factor': {
        const begun = await this.#do(ask('POST', 'session/second-factor', Begun, { password }));
        if (begun === null) return;
        this.setup = { is: 'scanning', ...begun };
        await this.updateComplete;
        this.renderRoot.querySelector<HTMLElement>('#digits')?.focus();
        return;
      }
      case 'no-second-factor':
        return this.#finish(ask('DELETE', 'session/second-factor', z.unknown(), { password }));
      case 'pin':
        return this.#finish(ask('PUT', 'session/pin', z.unknown(), { password, pin: textOf(form, 'pin') }));
      case 'no-pin':
        return this.#finish(ask('DELETE', 'session/pin', z.unknown(), { password }));
      case 'password': {
        const body = { password: textOf(form, 'fresh'), ...(this.hasPassword ? { current: password } : {}) };
        return this.#finish(ask('PUT', 'session/password', z.unknown(), body));
      }
      case null:
        return;
    }
  }

  async #onDigits(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const code = textOf(new FormData(event.target as HTMLFormElement), 'digits');
    const confirmed = await this.#do(ask('PUT', 'session/second-factor', Confirmed, { code }));
    if (confirmed === null) return;
    this.setup = { is: 'set', codes: confirmed.recoveryCodes };
    this.dispatchEvent(new CustomEvent('changed'));
  }

  async #finish(asked: Promise<Answered<unknown>>): Promise<void> {
    if ((await this.#do(asked)) === null) return;
    this.dispatchEvent(new CustomEvent('changed'));
    this.dismiss();
  }

  async #do<T>(asked: Promise<Answered<T>>): Promise<T | null> {
    this.isBusy = true;
    const answer = await asked;
    this.isBusy = false;
    this.refused = answer.ok ? null : this.speech.refused(answer.refusal);
    return answer.ok ? answer.value : null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'access-dialog': AccessDialog;
  }
}
