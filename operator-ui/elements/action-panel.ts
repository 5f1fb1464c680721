import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RunView, StandbyView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import type { Scene, Show } from '#shared/scene.ts';
import type { Preview } from '../controllers/previews.ts';
import { Settling } from '../controllers/settling.ts';
import { base } from '../look/styles.ts';
import { search, type Draft } from '../state/draft.ts';
import { goOf, lightsOf } from '../state/go.ts';
import { goesTo, othersOn, ownersOf } from '../state/others-runs.ts';
import type { OnNow } from '../state/runs.ts';
import { scrollBetween } from '../state/scroll-between.ts';
import type { Seen } from '../state/seen.ts';
import type { Speech } from '../state/speech.ts';
import { targetsOf } from '../state/targets.ts';
import type { GoPanel, GoPolicy } from './go-panel.ts';
import './go-panel.ts';
import './last-take.ts';
import './preview-panel.ts';
import './run-list.ts';
import './standby-list.ts';
import type { TakePanel } from './take-panel.ts';
import './take-panel.ts';

/** Beside every view that plays the hall: choose, arm, GO, what runs and how the last take fell. */
@customElement('action-panel')
export class ActionPanel extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--pane);
        border-left: 1px solid var(--line);
      }
      .scroll {
        flex: 1;
        min-height: 0;
        overflow: auto;
        display: grid;
        gap: 22px;
        align-content: start;
        padding: 16px 24px;
      }
      .go {
        padding: 14px 24px 16px;
        border-top: 1px solid var(--line);
        max-height: 70%;
        overflow: auto;
      }
      go-panel + standby-list {
        margin-top: 14px;
      }
      @media (max-width: 900px) {
        :host {
          border-left: 0;
          border-top: 1px solid var(--line);
        }
        .scroll {
          grid-template-columns: 1fr 1fr;
          gap: 18px 26px;
          padding: 14px 18px;
        }
        .scroll take-panel {
          grid-row: 1 / 3;
        }
        .scroll preview-panel {
          grid-area: 1 / 2 / 3;
          align-self: end;
        }
        .go {
          padding: 10px 18px;
        }
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) seen!: Seen;
  /** What runs now, and whether anybody sees it. */
  @property({ attribute: false }) on: OnNow = { seen: [], beneath: [] };
  @property({ attribute: false }) scenes: readonly Scene[] = [];
  @property({ attribute: false }) shows: readonly Show[] = [];
  @property({ attribute: false }) selected: ReadonlySet<string> = new Set();
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) preview: Preview | null = null;
  @property({ attribute: false }) afterwards: (run: RunView) => string = () => '';
  /** Whether this person may take an announcement off. */
  @property({ type: Boolean }) announces = true;
  /** Who is at this console. */
  @property() me = '';
  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) able = true;
  /** The standby that GO was asked to be about. */
  @state() private chosen: string | null = null;
  readonly #settling = new Settling(this);
  #meant: string | null = null;

  /** Whether GO is in sight, so that Space is GO. */
  get showsGo(): boolean {
    return this.#standby !== null;
  }

  go(policy: GoPolicy): void {
    this.#goPanel?.go(policy);
  }

  /** Stands down what GO is about, and nothing that is not in sight. */
  standDown(): void {
    this.#goPanel?.standDown();
  }

  get #goPanel(): GoPanel | null {
    return this.renderRoot.querySelector<GoPanel>('go-panel');
  }

  get #standby(): StandbyView | null {
    return goOf(this.seen.standbys, this.me, this.chosen);
  }

  get takePanel(): TakePanel | null {
    return this.renderRoot.querySelector<TakePanel>('take-panel');
  }

  #preview({ body, plans }: Preview): TemplateResult {
    const id = body.scene ?? body.show;
    const found = [...this.scenes, ...this.shows].find((candidate) => candidate.id === id);
    return html`<preview-panel
      .hall=${this.hall}
      .speech=${this.speech}
      .plans=${plans}
      .subject=${this.speech.text(found?.title)}
    ></preview-panel>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was armed here just now is what GO is meant for; what a way back restores keeps its old time.
    const before = changed.get('seen')?.standbys;
    const newest = this.seen.standbys.findLast(({ owner }) => owner === this.me);
    const isNew = before?.every(({ id, at }) => newest !== undefined && id !== newest.id && at < newest.at) ?? false;
    if (isNew && newest !== undefined) this.chosen = this.#meant = newest.id;
    const standby = this.#standby;
    this.#settling.sees(
      standby === null ? null : `${standby.id} ${standby.screens.join(' ')}`,
      this.#meant !== null && standby?.id === this.#meant,
    );
    this.#meant = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('preview') && this.preview !== null) void this.#bringIntoSight();
  }

  /** It lies beneath the keys that ask for it, and comes in sight no further than leaves these in sight to be pressed next. */
  async #bringIntoSight(): Promise<void> {
    const shown = this.renderRoot.querySelector('preview-panel');
    const scroll = this.renderRoot.querySelector('.scroll');
    await shown?.updateComplete;
    if (shown === null || scroll === null) return;
    const by = scrollBetween(
      scroll.getBoundingClientRect(),
      shown.getBoundingClientRect(),
      this.takePanel?.acts ?? null,
    );
    scroll.scrollBy({ top: by });
  }

  protected override render(): TemplateResult {
    const { hall, speech, seen, draft } = this;
    const chosen = { hall, screens: this.selected };
    const found = search(draft.query, this.scenes, this.shows, speech.language, hall.languages.order, chosen);
    const standby = this.#standby;
    const others = seen.standbys.filter(({ id }) => id !== standby?.id);
    return html`<div class="scroll" tabindex="-1">
        <take-panel
          .hall=${hall}
          .speech=${speech}
          .selected=${this.selected}
          .targets=${targetsOf(hall, this.selected)}
          .draft=${draft}
          .found=${found}
          .now=${this.now}
          .over=${ownersOf(othersOn(this.selected, this), speech)}
          .stocked=${this.scenes.length + this.shows.length > 0}
          .able=${this.able}
        ></take-panel>
        ${this.preview === null ? nothing : this.#preview(this.preview)}
        <run-list
          .hall=${hall}
          .speech=${speech}
          .runs=${seen.runs}
          .on=${this.on}
          .announced=${seen.announced}
          .announces=${this.announces}
          .now=${this.now}
          .me=${this.me}
          .afterwards=${this.afterwards}
          .able=${this.able}
          .closed=${seen.doors.is === 'closed'}
        ></run-list>
        <last-take .hall=${hall} .speech=${speech} .take=${seen.takes[0] ?? null}></last-take>
      </div>
      ${
        seen.standbys.length === 0
          ? nothing
          : html`<div class="go">
              ${standby === null ? nothing : this.#go(standby)}
              ${
                others.length === 0
                  ? nothing
                  : html`<standby-list
                      .hall=${hall}
                      .speech=${speech}
                      .standbys=${others}
                      .screens=${seen.screens}
                      .alone=${standby === null}
                      .me=${this.me}
                      @choose-standby=${({ detail }: CustomEvent<string>) => this.#choose(detail)}
                    ></standby-list>`
              }
            </div>`
      }`;
  }

  #go(standby: StandbyView): TemplateResult {
    return html`<go-panel
      .hall=${this.hall}
      .speech=${this.speech}
      .standby=${standby}
      .lights=${lightsOf(standby, this.seen.screens)}
      .me=${this.me}
      .over=${ownersOf(othersOn(goesTo(standby), this), this.speech)}
      .resting=${this.#settling.rests}
      .able=${this.able}
    ></go-panel>`;
  }

  #choose(standby: string): void {
    this.chosen = this.#meant = standby;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'action-panel': ActionPanel;
  }
}
