import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { pageStyles } from './page-element.ts';

/** One calm sentence where there is no picture yet, for whoever stands in front of it. */
@customElement('message-screen')
export class MessageScreen extends LitElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        place-items: end start;
      }
      p {
        max-width: 60ch;
        color: var(--tas-300);
      }
    `,
  ];

  @property() message = '';

  protected override render() {
    return html`<p role="status">${this.message}</p>`;
  }
}
