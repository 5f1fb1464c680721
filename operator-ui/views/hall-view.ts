import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Image, ImageOff } from 'lucide';
import type { Hall } from '#shared/hall.ts';
import type { Scene } from '#shared/scene.ts';
import { icon } from '../look/icon.ts';
import { base, buttons } from '../look/styles.ts';
import '../elements/floor-plan.ts';
import type { HallFilter } from '../elements/hall-filter.ts';
import '../elements/hall-filter.ts';
import { raise } from '../elements/raise.ts';
import '../elements/screen-list.ts';
import { announcedOn } from '../state/announcements.ts';
import { keyLabel } from '../state/keys.ts';
import { fitting, noFilter, type ScreenFilter } from '../state/screen-filter.ts';
import { readScreens, type ScreensRead } from '../state/screen-read.ts';
import type { Seen } from '../state/seen.ts';
import type { Speech } from '../state/speech.ts';

export type Layout = 'plan' | 'list';

/** The hall, on its floor plan or as a list. */
@customElement('hall-view')
export class HallView extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        position: relative;
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        height: 100%;
        min-width: 0;
      }
      /* Pictures behind an enlarged plan reach beyond its edge: there the ground covers them. */
      floor-plan {
        border: solid var(--ground);
        border-width: 8px 16px 12px;
      }
      .bar {
        background: var(--ground);
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        gap: 6px 12px;
        padding: 8px 24px 0;
      }
      /* What is hidden goes on a line of its own where there is no room, and the buttons stay where they are. */
      hall-filter {
        flex: 1 1 440px;
      }
      .switch {
        display: flex;
        gap: 6px;
        margin-left: auto;
      }
      .switch .button {
        min-height: max(28px, var(--finger));
        padding: 2px 10px;
        font-size: var(--f-label);
      }
      /* On is as it should be: it is off that is to be seen, and that the picture says. */
      .switch [data-pictures][aria-pressed='true'] {
        background: var(--lift);
        border-color: var(--edge);
        color: var(--ink);
      }
      .switch [data-on] {
        position: relative;
        border-color: var(--st-hand);
        box-shadow: inset 0 -2px 0 var(--st-hand);
      }
      /* On the corner: the buttons stay where they are. */
      .count {
        position: absolute;
        top: -6px;
        right: -6px;
        min-width: 16px;
        padding: 0 4px;
        border-radius: 8px;
        background: var(--st-hand);
        color: var(--pane);
        font: 640 var(--f-key) / 16px var(--text);
        text-align: center;
      }
      @media (pointer: coarse), (max-width: 900px) {
        .bar {
          flex-wrap: nowrap;
          padding: 8px 14px 0;
        }
        hall-filter {
          flex-basis: 0;
        }
        /* A word to filter by needs the room more. */
        .switch {
          gap: 4px;
        }
        .switch .button {
          padding-inline: 7px;
        }
      }
      @media (max-width: 560px) {
        .bar {
          flex-wrap: wrap;
        }
        hall-filter {
          flex-basis: 100%;
        }
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) seen!: Seen;
  @property({ attribute: false }) scenes: ReadonlyMap<string, Scene> = new Map();
  @property({ attribute: false }) selected: ReadonlySet<string> = new Set();
  @property({ attribute: false }) mirrors: ReadonlyMap<string, number | null> = new Map();
  @property({ attribute: false }) layout: Layout = 'plan';
  /** Whether live pictures are wanted. */
  @property({ type: Boolean }) pictures = true;
  /** Shared time, ms, whole seconds: ages are counted in those. */
  @property({ type: Number }) now = 0;

  /** Of the plan and the list alike. */
  @state() private filter: ScreenFilter = noFilter;

  #screens: ScreensRead | null = null;
  #fitting: ReadonlySet<string> = new Set();

  focusFilter(): void {
    this.renderRoot.querySelector<HallFilter>('hall-filter')?.focusWords();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { hall, seen, scenes, speech, now, filter } = this;
    if ((['hall', 'speech', 'seen', 'scenes', 'now'] as const).some((name) => changed.has(name)))
      this.#screens = readScreens({ hall, seen, scenes, speech, now }, this.#screens);
    const found = fitting(filter, hall, this.#screens?.read ?? new Map(), speech);
    // The same set while the same screens fit: the plan need not be drawn anew.
    const isSame = found.size === this.#fitting.size && [...found].every((id) => this.#fitting.has(id));
    if (!isSame) this.#fitting = found;
  }

  protected override render(): TemplateResult {
    const { hall, keys } = this.speech.words;
    const on = announcedOn(this.seen.announced, this.now).length;
    const other: Layout = this.layout === 'plan' ? 'list' : 'plan';
    return html`<h1 class="sr">${this.speech.words.views.hall}</h1>
      <div class="bar">
        <hall-filter
          .hall=${this.hall}
          .speech=${this.speech}
          .read=${this.#screens?.read ?? new Map()}
          .filter=${this.filter}
          .fitting=${this.#fitting}
          @narrow=${({ detail }: CustomEvent<ScreenFilter>) => {
            this.filter = detail;
          }}
        ></hall-filter>
        <div class="switch" role="toolbar" aria-label=${this.speech.words.views.hall}>
          ${(['announce', 'sound', 'details'] as const).map(
            (name) =>
              html`<button
                class="button"
                data-open=${name}
                ?data-on=${name === 'announce' && on > 0}
                aria-label=${name === 'announce' && on > 0 ? this.speech.words.announce.some(on) : nothing}
                title=${name === 'announce' && on > 0 ? this.speech.words.announce.some(on) : nothing}
                @click=${() => raise(this, 'dialog', name)}
              >
                <kbd>${keyLabel(name, this.speech.words)}</kbd>${this.#named(name)}
                ${name === 'announce' && on > 0 ? html`<b class="count">${on}</b>` : nothing}
              </button>`,
          )}
          <button
            class="button"
            data-pictures
            aria-label=${keys.pictures}
            title=${keys.pictures}
            aria-pressed=${this.pictures ? 'true' : 'false'}
            @click=${() => this.dispatchEvent(new CustomEvent('live', { detail: !this.pictures }))}
          >
            <kbd>${keyLabel('pictures', this.speech.words)}</kbd>${icon(this.pictures ? Image : ImageOff)}
          </button>
          <button class="button" @click=${() => this.dispatchEvent(new CustomEvent('layout', { detail: other }))}>
            <kbd>${keyLabel('list', this.speech.words)}</kbd>${hall[other]}
          </button>
        </div>
      </div>
      ${
        this.layout === 'plan'
          ? html`<floor-plan
              .hall=${this.hall}
              .speech=${this.speech}
              .mirrors=${this.mirrors}
              .read=${this.#screens?.read}
              .fitting=${this.#fitting}
              .selected=${this.selected}
              .now=${this.now}
            ></floor-plan>`
          : html`<screen-list
              .hall=${this.hall}
              .speech=${this.speech}
              .read=${this.#screens?.read}
              .fitting=${this.#fitting}
              .selected=${this.selected}
            ></screen-list>`
      }`;
  }

  #named(dialog: 'announce' | 'sound' | 'details'): string {
    const { announce, sound, hall } = this.speech.words;
    return dialog === 'announce' ? announce.heading : dialog === 'sound' ? sound.heading : hall.details;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-view': HallView;
  }
}
