import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { legibilityIn } from '#shared/legibility.ts';
import '../elements/health-availability.ts';
import '../elements/health-cleaning.ts';
import '../elements/health-incidents.ts';
import '../elements/health-legibility.ts';
import '../elements/health-wall.ts';
import { healthStyles } from '../look/health-styles.ts';
import { base, pageStyles } from '../look/styles.ts';
import type { Seen } from '../state/seen.ts';
import type { Speech } from '../state/speech.ts';
import { twoDigits } from '../state/units.ts';
import './health-screen.ts';

/** The technician's view: what is wrong, every screen by urgency, the month's availability; or one screen's page. */
@customElement('health-view')
export class HealthView extends LitElement {
  static override styles = [
    base,
    pageStyles,
    healthStyles,
    css`
      h1 {
        margin-bottom: 16px;
      }
      section a {
        display: inline-flex;
        align-items: center;
        min-height: max(36px, var(--finger));
        color: inherit;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) seen!: Seen;
  /** Shared time, ms. */
  @property({ type: Number }) now = 0;
  /** The screen whose page is open, or null. */
  @property() screen: string | null = null;
  @property() person = '';
  @state() private openedAt = 0;

  protected override willUpdate(): void {
    if (this.openedAt === 0 && this.now > 0) this.openedAt = this.now;
  }

  protected override render(): TemplateResult {
    const { health } = this.speech.words;
    const found = this.hall.screens.find(({ id }) => id === this.screen);
    if (found !== undefined)
      return html`<health-screen
        .hall=${this.hall}
        .speech=${this.speech}
        .seen=${this.seen}
        .now=${this.now}
        .screen=${found}
        .person=${this.person}
      ></health-screen>`;
    return html`<h1 class="title">${health.heading}</h1>
      <section aria-label=${health.incidents}>
        <health-incidents
          .speech=${this.speech}
          .incidents=${this.seen.incidents}
          .person=${this.person}
          .now=${this.now}
        ></health-incidents>
      </section>
      <section>
        <health-wall .hall=${this.hall} .speech=${this.speech} .seen=${this.seen} .now=${this.now}></health-wall>
      </section>
      ${this.#legibility()}
      ${
        this.hall.screens.some(({ touch }) => touch)
          ? html`<section>
              <h2>${health.cleaning.heading}</h2>
              <health-cleaning .speech=${this.speech}></health-cleaning>
            </section>`
          : nothing
      }
      <section>
        <h2 class="narrow">${health.availability} <span>${health.uptime}</span></h2>
        <health-availability .hall=${this.hall} .speech=${this.speech} .now=${this.openedAt}></health-availability>
      </section>`;
  }

  /** The screens that cannot be read or touched as they should; nothing where all can. */
  #legibility(): TemplateResult | typeof nothing {
    const { text, words } = this.speech;
    const poor = this.hall.screens.filter((screen) => legibilityIn(this.hall, screen).warnings.length > 0);
    if (poor.length === 0) return nothing;
    return html`<section>
      <h2>${words.health.legibility.heading}</h2>
      ${poor.map(
        (screen) =>
          html`<p><a href="#screen=${screen.id}">${twoDigits(screen.number)} ${text(screen.name)}</a></p>
            <health-legibility .hall=${this.hall} .speech=${this.speech} .screen=${screen}></health-legibility>`,
      )}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'health-view': HealthView;
  }
}
