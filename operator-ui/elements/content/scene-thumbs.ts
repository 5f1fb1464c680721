import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { z } from 'zod';
import type { Content } from '#shared/drafts.ts';
import type { Hall } from '#shared/hall.ts';
import type { MirrorsWanted } from '#shared/mirrors.ts';
import { Plan } from '#shared/plan.ts';
import { ask } from '../../controllers/rest.ts';
import { Roving } from '../../controllers/roving.ts';
import { libraryStyles } from '../../look/content-styles.ts';
import { base, buttons } from '../../look/styles.ts';
import { aliasPlan } from '../../state/content/alias.ts';
import { thumbBoxes } from '../../state/content/thumb-boxes.ts';
import type { Speech } from '../../state/speech.ts';
import { unitsOf } from '../../state/units.ts';
import '../mirror-frame.ts';

export interface Thumb {
  readonly key: string;
  readonly content: Content | null;
  /** The screen or surface on which it is shown. */
  readonly place: string;
  readonly title: string;
  readonly about: string;
}

/** So long after the list has come to rest pictures are asked for, ms. */
const restMs = 250;
/** No more pictures at once than the page of mirrors plays. */
const atOnce = 8;

/** The library's list; what is in sight is drawn by the screens' own players, all on one page. Raises `pick`. */
@customElement('scene-thumbs')
export class SceneThumbs extends LitElement {
  static override styles = [
    base,
    buttons,
    libraryStyles,
    css`
      :host {
        display: block;
        position: relative;
      }
      mirror-frame {
        position: absolute;
        inset: 0;
        z-index: 1;
      }
      .all {
        position: relative;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) items: readonly Thumb[] = [];
  @property() current = '';
  @property({ type: Boolean }) pictures = true;
  @property() nothing = '';
  @state() private plans: ReadonlyMap<string, readonly Plan[]> = new Map();
  @state() private inSight: readonly Thumb[] = [];
  readonly #asked = new Map<string, string>();
  readonly #prefixes = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    void new Roving(this, '[data-key]');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('scroll', this.#rest);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('scroll', this.#rest);
    clearTimeout(this.#timer);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('items') || changed.has('pictures')) this.#rest();
  }

  protected override render(): TemplateResult {
    return html`<div class="all">
      ${this.items.length === 0 ? html`<p class="empty">${this.nothing}</p>` : nothing}
      ${repeat(
        this.items,
        // A row under somebody's finger stays that row when others come.
        ({ key }) => key,
        ({ key, title, about }) =>
          html`<button
            class="row"
            data-key=${key}
            aria-current=${key === this.current ? 'true' : 'false'}
            @click=${() => this.dispatchEvent(new CustomEvent<string>('pick', { detail: key }))}
          >
            <span class="thumb" aria-hidden="true"></span>
            <span><b>${title}</b><small>${about}</small></span>
          </button>`,
      )}
      ${this.pictures ? this.#frame() : nothing}
    </div>`;
  }

  /** One page for all pictures, as long as the list, so that it moves with it. */
  #frame(): TemplateResult {
    const shown = this.inSight.flatMap(({ key, place }) => {
      const plans = this.plans.get(key);
      const unit = unitsOf(this.hall).find(({ id }) => id === place);
      const box = this.#boxOf(key);
      return plans === undefined || unit === undefined || box === null ? [] : [{ key, plans, unit, box }];
    });
    const plans = shown.flatMap((one) => one.plans.map((plan) => aliasPlan(plan, this.#prefix(one.key))));
    const mirrors: MirrorsWanted['mirrors'] = shown.flatMap(({ key, unit, box }) =>
      thumbBoxes(unit, box).map(({ screen, rect }) => ({
        screen: `${this.#prefix(key)}-${screen}` as MirrorsWanted['mirrors'][number]['screen'],
        rect,
      })),
    );
    return html`<mirror-frame .plans=${plans} .mirrors=${mirrors}></mirror-frame>`;
  }

  /** Short, for a screen's id has little room; the same for as long as the list lives. */
  #prefix(key: string): string {
    const known = this.#prefixes.get(key) ?? `t${this.#prefixes.size}`;
    this.#prefixes.set(key, known);
    return known;
  }

  /** Where the picture of a line stands, px of the list. */
  #boxOf(key: string): { x: number; y: number; width: number; height: number } | null {
    const thumb = this.renderRoot.querySelector<HTMLElement>(`[data-key="${key}"] .thumb`);
    const all = this.renderRoot.querySelector('.all')?.getBoundingClientRect();
    if (thumb === null || all === undefined) return null;
    const { left, top, width, height } = thumb.getBoundingClientRect();
    return { x: left - all.left, y: top - all.top, width, height };
  }

  readonly #rest = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), restMs);
  };

  async #look(): Promise<void> {
    if (!this.pictures || !this.isConnected) return;
    const { top, bottom } = this.getBoundingClientRect();
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-key]')];
    const visible = new Set(
      rows
        .filter((row) => {
          const box = row.getBoundingClientRect();
          return box.bottom > top && box.top < bottom;
        })
        .map(({ dataset }) => dataset['key']),
    );
    this.inSight = this.items.filter(({ key }) => visible.has(key)).slice(0, atOnce);
    await Promise.all(this.inSight.map((item) => this.#ask(item)));
  }

  /** The plans of what this line is now; the same once. A draft with gaps has no picture. */
  async #ask({ key, content, place }: Thumb): Promise<void> {
    const text = JSON.stringify({ content, place });
    if (content === null || this.#asked.get(key) === text) return;
    this.#asked.set(key, text);
    const answer = await ask('POST', 'drafts/preview', z.array(Plan), { content, targets: [place] });
    if (answer.ok) this.plans = new Map(this.plans).set(key, answer.value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'scene-thumbs': SceneThumbs;
  }
}
