import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import { UserView } from '#shared/drafts.ts';
import { ask, type Refusal } from '../../controllers/rest.ts';
import { base } from '../../look/styles.ts';
import type { Speech } from '../../state/speech.ts';
import { userText } from '../../state/content/user-text.ts';
import { contentWords } from '../../words/content-words.ts';

/** Everything that uses a scene, a show or a medium: it cannot be deleted under them. */
@customElement('content-users')
export class ContentUsers extends LitElement {
  static override styles = [base];

  @property({ attribute: false }) speech!: Speech;
  @property() kind: 'scene' | 'show' | 'medium' = 'scene';
  @property() of = '';
  @property({ type: Number }) revision = 0;
  @state() private users: readonly UserView[] = [];
  @state() private refusal: Refusal | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kind') || changed.has('of') || changed.has('revision')) void this.#read();
  }

  async #read(): Promise<void> {
    const { kind, of } = this;
    const answer = await ask('GET', `users?kind=${kind}&id=${encodeURIComponent(of)}`, z.array(UserView));
    if (kind !== this.kind || of !== this.of) return;
    if (answer.ok) this.users = answer.value;
    this.refusal = answer.ok ? null : answer.refusal;
  }

  protected override render(): TemplateResult {
    const words = contentWords[this.speech.language];
    if (this.refusal !== null) return html`<p class="quiet">${this.speech.refused(this.refusal)}</p>`;
    return html`<h2><span>${words.usedBy}</span><em>${this.users.length}</em></h2>
      ${
        this.users.length === 0
          ? html`<p class="quiet">${words.unused}</p>`
          : html`<ul>
              ${this.users.map((user) => html`<li data-user=${user.id}>${userText(user, this.speech)}</li>`)}
            </ul>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'content-users': ContentUsers;
  }
}
