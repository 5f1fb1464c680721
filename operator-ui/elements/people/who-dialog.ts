import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LogOut, UserRound } from 'lucide';
import { z } from 'zod';
import { ask } from '../../controllers/rest.ts';
import type { SignedIn } from '../../controllers/session.ts';
import { icon } from '../../look/icon.ts';
import { TabletHere } from '../../state/people-answers.ts';
import { ConsoleDialog } from '../console-dialog.ts';
import './pin-entry.ts';
import type { PinGiven } from './pin-entry.ts';

/** Who is at this console; on a shared tablet another takes their place with a PIN. Raises `switched` and `sign-out`. */
@customElement('who-dialog')
export class WhoDialog extends ConsoleDialog {
  static override styles = [
    ...ConsoleDialog.styles,
    css`
      .me {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
        justify-content: space-between;
      }
      .me span {
        display: flex;
        gap: 8px;
        align-items: center;
      }
      .me div {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      section {
        margin-top: 16px;
        padding-top: 14px;
        border-top: 1px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) person!: SignedIn;
  @state() private here: TabletHere | null = null;
  @state() private refused: string | null = null;
  @state() private isBusy = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('open') || !this.open) return;
    this.refused = null;
    void this.#look();
  }

  protected override heading(): string {
    return this.speech.words.people.who.heading;
  }

  protected override body(): TemplateResult {
    const { words } = this.speech;
    const { who } = words.people;
    const { here } = this;
    return html`<div class="me">
        <span>${icon(UserRound)}<b>${this.person.name}</b>${words.roles[this.person.role]}</span>
        <div>
          <a class="button" href="#people" @click=${() => this.dismiss()}>${who.mine}</a>
          <button class="button" data-act="sign-out" @click=${() => this.#signOut()}>
            ${icon(LogOut)}${words.header.signOut}
          </button>
        </div>
      </div>
      ${
        here === null
          ? nothing
          : html`<section>
              <h2>${who.switchTo}</h2>
              ${
                here.tablet === null
                  ? html`<p class="quiet">${who.noTablet}</p>`
                  : html`<pin-entry
                      .speech=${this.speech}
                      .people=${here.people.filter(({ id }) => id !== this.person.id)}
                      .refused=${this.refused}
                      .busy=${this.isBusy}
                      @pin=${({ detail }: CustomEvent<PinGiven>) => void this.#enter(detail)}
                    ></pin-entry>`
              }
            </section>`
      }`;
  }

  #signOut(): void {
    this.dismiss();
    this.dispatchEvent(new CustomEvent('sign-out'));
  }

  async #look(): Promise<void> {
    const answer = await ask('GET', 'tablet', TabletHere);
    this.here = answer.ok ? answer.value : null;
  }

  async #enter(given: PinGiven): Promise<void> {
    this.isBusy = true;
    this.refused = null;
    const answer = await ask('POST', 'session', z.unknown(), given);
    this.isBusy = false;
    if (!answer.ok) {
      this.refused = this.speech.refused(answer.refusal);
      return;
    }
    this.dismiss();
    this.dispatchEvent(new CustomEvent('switched'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'who-dialog': WhoDialog;
  }
}
