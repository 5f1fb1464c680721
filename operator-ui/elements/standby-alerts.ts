import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { actorWords } from '#shared/actor-words.ts';
import type { StandbyView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import { alerts } from '../look/alert-styles.ts';
import { markIcon } from '../look/marks.ts';
import { base, buttons } from '../look/styles.ts';
import type { Speech } from '../state/speech.ts';
import { lossesOf, type StandbyLoss } from '../state/standby-losses.ts';
import { subjectText } from '../state/standby-text.ts';
import { numbersText } from '../state/units.ts';
import { actWords } from '../words/act-words.ts';

/** So many at most, the newest. */
const kept = 4;

/** Tells who armed something that a colleague has taken screens of it since, until they have read it. */
@customElement('standby-alerts')
export class StandbyAlerts extends LitElement {
  static override styles = [base, buttons, alerts];

  @property({ attribute: false }) hall: Hall | null = null;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) standbys: readonly StandbyView[] = [];
  /** Who is at this console. */
  @property() me = '';
  @state() private losses: readonly StandbyLoss[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('me')) this.losses = [];
    const before = changed.get('standbys');
    if (before !== undefined) this.losses = [...this.losses, ...lossesOf(before, this.standbys, this.me)].slice(-kept);
  }

  protected override render(): TemplateResult {
    return html`<div role="alert">
      ${this.hall === null ? nothing : this.losses.map((loss) => this.#loss(loss, this.hall?.screens ?? []))}
    </div>`;
  }

  #loss(loss: StandbyLoss, screens: Hall['screens']): TemplateResult {
    const { speech } = this;
    const numbers = screens.filter(({ id }) => loss.screens.includes(id)).map(({ number }) => number);
    const by = loss.by.owner === null ? '?' : actorWords(loss.by.owner)[speech.language];
    const [theirs, mine] = [subjectText(loss.by, speech), subjectText(loss.mine, speech)];
    return html`<div class="alert warn" data-lost-standby=${loss.mine.id}>
      ${markIcon('warn', 16)}
      <p>${actWords[speech.language].standby.lost(by, theirs, numbersText(numbers), mine, loss.isLeft)}</p>
      <button
        class="button"
        @click=${() => {
          this.losses = this.losses.filter((one) => one !== loss);
        }}
      >
        ${speech.words.common.close}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'standby-alerts': StandbyAlerts;
  }
}
