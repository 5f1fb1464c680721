import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import type { SignedIn } from '../controllers/session.ts';
import '../elements/people/key-list.ts';
import '../elements/people/my-access.ts';
import '../elements/people/people-list.ts';
import '../elements/people/session-list.ts';
import '../elements/people/tablet-list.ts';
import { base, pageStyles } from '../look/styles.ts';
import type { Speech } from '../state/speech.ts';

/** Everybody's own access and sessions; for technicians the shared tablets, for admins people and keys as well. */
@customElement('people-view')
export class PeopleView extends LitElement {
  static override styles = [
    base,
    pageStyles,
    css`
      h1 {
        margin-bottom: 16px;
      }
      .all {
        display: grid;
        gap: 30px;
        max-width: 1120px;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) person!: SignedIn;
  @property({ type: Number }) revision = 0;
  /** Shared time, ms. */
  @property({ type: Number }) now = 0;

  protected override render(): TemplateResult {
    const { speech, hall, revision, person } = this;
    const isAdmin = person.role === 'admin';
    return html`<h1 class="title">${speech.words.people.heading}</h1>
      <div class="all">
        ${
          isAdmin
            ? html`<people-list .speech=${speech} .hall=${hall} .me=${person.id} .revision=${revision}></people-list>`
            : nothing
        }
        <my-access .speech=${speech} .revision=${revision}></my-access>
        <session-list .speech=${speech} .me=${person.id} .revision=${revision}></session-list>
        ${
          isAdmin || person.role === 'technician'
            ? html`<tablet-list .speech=${speech} .revision=${revision}></tablet-list>`
            : nothing
        }
        ${
          isAdmin
            ? html`<key-list .speech=${speech} .hall=${hall} .revision=${revision} .now=${this.now}></key-list>`
            : nothing
        }
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'people-view': PeopleView;
  }
}
