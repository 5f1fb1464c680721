import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RunView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import type { Scene, Show } from '#shared/scene.ts';
import type { Preview } from '../controllers/previews.ts';
import { base } from '../look/styles.ts';
import { search, type Draft } from '../state/draft.ts';
import { lightsOf } from '../state/go.ts';
import type { OnNow } from '../state/runs.ts';
import type { Seen } from '../state/seen.ts';
import type { Speech } from '../state/speech.ts';
import { targetsOf } from '../state/targets.ts';
import type { GoPanel, GoPolicy } from './go-panel.ts';
import './go-panel.ts';
import './last-take.ts';
import './preview-panel.ts';
import './run-list.ts';
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
  /** Who is at this console. */
  @property() me = '';
  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) able = true;

  /** Whether GO is in sight, so that Space is GO. */
  get showsGo(): boolean {
    return this.seen.standbys.length > 0;
  }

  go(policy: GoPolicy): void {
    this.renderRoot.querySelector<GoPanel>('go-panel')?.go(policy);
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

  protected override render(): TemplateResult {
    const { hall, speech, seen, draft } = this;
    const found = search(draft.query, this.scenes, this.shows, speech.language, hall.languages.order);
    const standby = seen.standbys.at(-1);
    return html`<div class="scroll" tabindex="-1">
        ${this.preview === null ? nothing : this.#preview(this.preview)}
        <take-panel
          .hall=${hall}
          .speech=${speech}
          .selected=${this.selected}
          .targets=${targetsOf(hall, this.selected)}
          .draft=${draft}
          .found=${found}
          .stocked=${this.scenes.length + this.shows.length > 0}
          .able=${this.able}
        ></take-panel>
        <run-list
          .hall=${hall}
          .speech=${speech}
          .runs=${seen.runs}
          .on=${this.on}
          .now=${this.now}
          .me=${this.me}
          .afterwards=${this.afterwards}
          .able=${this.able}
        ></run-list>
        <last-take .hall=${hall} .speech=${speech} .take=${seen.takes[0] ?? null}></last-take>
      </div>
      ${
        standby === undefined
          ? nothing
          : html`<div class="go">
              <go-panel
                .hall=${hall}
                .speech=${speech}
                .standby=${standby}
                .lights=${lightsOf(standby, seen.screens)}
                .able=${this.able}
              ></go-panel>
            </div>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'action-panel': ActionPanel;
  }
}
