import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { mirrorLimits } from '#shared/mirrors.ts';
import type { Hall } from '#shared/hall.ts';
import { floorStyles } from '../look/floor-styles.ts';
import { base } from '../look/styles.ts';
import { captionOf } from '../state/caption.ts';
import { layOutFloor, type Floor, type Placed } from '../state/floor.ts';
import { pictureOrder, picturesAt } from '../state/picture-order.ts';
import { nearest, ways } from '../state/nearest.ts';
import type { ScreenRead } from '../state/screen-read.ts';
import { keyLabel, keyOf } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';
import { numbersText, type Unit } from '../state/units.ts';
import { scheduleWords } from '../words/schedule-words.ts';
import { raise } from './raise.ts';
import { roomOf } from '../look/room.ts';
import './screen-tile.ts';

/** Above this many units there is no room for words under the pictures. */
const compactAbove = 40;
/** What is under a name, px: its state, and where there is room what is on. */
const stateHeight = { roomy: 41, narrow: 23 };
/** On a smaller picture the button would hide what is to be asked about: it stands beside it. */
const whyWithin = { width: 80, height: 60 };
const hasRoomForWhy = (width: number, height: number): boolean =>
  width >= whyWithin.width && height >= whyWithin.height;
/** What the button takes beside a picture, or above the words there, with what parts it from them, px. */
const whyWidth = 32;
const whyHeight = 35;
/** Between a picture and the words beside it, px. */
const besideGap = 10;
/** How long a picture is live before it is another's turn, ms. */
const turnMs = 10_000;

/** The hall to scale with every screen in place; a listbox of which several can be chosen. */
@customElement('floor-plan')
export class FloorPlan extends LitElement {
  static override styles = [base, floorStyles];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) read: ReadonlyMap<string, ScreenRead> = new Map();
  @property({ attribute: false }) selected: ReadonlySet<string> = new Set();
  /** Screens whose live picture lies behind the plan, and since when it stands still. */
  @property({ attribute: false }) mirrors: ReadonlyMap<string, number | null> = new Map();
  /** Screens that fit the filter; the others are left as outlines in their places. */
  @property({ attribute: false }) fitting: ReadonlySet<string> = new Set();
  /** Shared time, ms. */
  @property({ type: Number }) now = 0;
  @state() private frame = { width: 0, height: 0 };
  /** The unit that has the keyboard. */
  @state() private current: string | null = null;

  #floor: Floor | null = null;
  /** All that the layout depends on, as it was laid out. */
  #drawnFrom = '';
  #turn = 0;
  readonly #members = new Map<string, readonly ScreenRead[]>();
  readonly #resize = new ResizeObserver(([entry]) => {
    if (entry === undefined) return;
    const { width, height } = entry.contentRect;
    this.frame = { width: Math.floor(width), height: Math.floor(height) };
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isNewFrame = (changed as Map<string, unknown>).has('frame');
    if ((changed.has('hall') || changed.has('speech') || isNewFrame) && this.frame.width > 0) {
      // Laying out takes some 40 ms, and the hall changes with every sound that is muted.
      const { floorPlan, screens, surfaces, languages } = this.hall;
      const drawnFrom = JSON.stringify([floorPlan, screens, surfaces, languages, this.frame, this.speech.language]);
      if (drawnFrom === this.#drawnFrom) return;
      this.#drawnFrom = drawnFrom;
      const isNarrow = this.frame.width < 800;
      const rest = isNarrow ? stateHeight.narrow : stateHeight.roomy;
      const letters = Math.max(...Object.values(this.speech.words.marks).map((word) => word.length));
      this.#floor = layOutFloor(this.hall, {
        ...this.frame,
        captionOf: (unit, pictureWidth, side) => {
          if (this.#isCompact) return { width: 0, height: 0 };
          const isBeside = side === 'beside';
          const words = captionOf(
            numbersText(unit.members.map(({ screen }) => screen.number)),
            this.speech.text(unit.name),
            isBeside ? 0 : pictureWidth,
            rest,
            // Of a surface the state is that of one screen, and says of which.
            letters + (unit.members.length > 1 ? 3 : 0),
            isBeside ? 3 : 2,
          );
          const hasWhy = hasRoomForWhy(pictureWidth, (pictureWidth * unit.heightPx) / unit.widthPx);
          return isBeside
            ? { width: words.width + besideGap, height: words.height + (hasWhy ? 0 : whyHeight) }
            : { ...words, width: Math.max(words.width, hasWhy ? 0 : pictureWidth + whyWidth) };
        },
      });
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    const turn = Math.floor(this.now / turnMs);
    const isOtherTurn = this.#hasTurns && (turn !== this.#turn || changed.has('selected'));
    const isLaidOut = ['hall', 'speech', 'frame', 'fitting'].some((name) =>
      (changed as Map<string, unknown>).has(name),
    );
    if (!isOtherTurn && !isLaidOut) return;
    this.#turn = turn;
    this.#askForPictures();
  }

  /** Not all pictures can be live: they take turns. */
  get #hasTurns(): boolean {
    return this.hall.screens.length > mirrorLimits.live;
  }

  #askForPictures(): void {
    const { left, top } = this.getBoundingClientRect();
    const pictures = this.#inSight.flatMap((placed) =>
      picturesAt(placed, { left, top }, (screen) => ({
        isChosen: this.selected.has(screen),
        isTroubled: (this.read.get(screen)?.mark.urgency ?? 0) > 1,
      })),
    );
    const ordered = pictureOrder(pictures, this.#turn);
    raise(
      this,
      'pictures',
      ordered.map(({ screen, rect }) => ({ screen, rect })),
    );
  }

  /** The units of which something fits the filter: what can be chosen, and what has a picture. */
  get #inSight(): readonly Placed[] {
    return (this.#floor?.placed ?? []).filter(({ unit }) => this.#fits(unit));
  }

  #fits({ members }: Unit): boolean {
    return members.some(({ screen }) => this.fitting.has(screen.id));
  }

  get #isCompact(): boolean {
    return this.hall.screens.length > compactAbove;
  }

  protected override render(): TemplateResult | typeof nothing {
    const floor = this.#floor;
    if (floor === null) return nothing;
    const inSight = this.#inSight;
    const first = (inSight.find(({ unit }) => unit.id === this.current) ?? inSight[0])?.unit.id ?? null;
    return html`${roomOf(floor, this.speech.words.hall.door, ({ unit }) => this.#fits(unit))}
      <div
        role="listbox"
        aria-multiselectable="true"
        aria-label=${this.speech.words.hall.screensLabel}
        @click=${this.#onClick}
        @keydown=${this.#onKey}
        @focusin=${this.#onFocus}
      >
        ${repeat(
          floor.placed,
          ({ unit }) => unit.id,
          (placed) => this.#tile(placed, placed.unit.id === first),
        )}
      </div>
      ${this.#isCompact ? nothing : inSight.map((placed) => this.#why(placed))}`;
  }

  #tile({ unit, picture, side, width }: Placed, isFirst: boolean): TemplateResult {
    const members = this.#membersOf(unit);
    const label = members
      .map(({ screen, mark, want }) => `${screen.number} ${this.speech.words.marks[mark.word]}, ${want}`)
      .join('; ');
    return html`<screen-tile
      role="option"
      class=${this.#fits(unit) ? '' : 'aside'}
      aria-hidden=${this.#fits(unit) ? nothing : 'true'}
      aria-disabled=${this.#fits(unit) ? nothing : 'true'}
      data-unit=${unit.id}
      aria-selected=${this.#isChosen({ unit }) ? 'true' : 'false'}
      aria-label=${`${this.speech.text(unit.name)}: ${label}`}
      tabindex=${isFirst ? 0 : -1}
      .style=${`transform:translate(${picture.x}px,${picture.y}px);width:${width}px`}
      .unit=${unit}
      .members=${members}
      .speech=${this.speech}
      .pictureWidth=${picture.width}
      .pictureHeight=${picture.height}
      .compact=${this.#isCompact}
      .beside=${side === 'beside'}
      .captionTop=${side === 'beside' && !hasRoomForWhy(picture.width, picture.height) ? whyHeight : 0}
      .live=${unit.members.every(({ screen }) => this.mirrors.has(screen.id))}
      .stillFor=${this.#stillFor(unit)}
      .brief=${this.frame.width < 800}
    ></screen-tile>`;
  }

  /** The same list for as long as nothing in it has changed: the tile need not be drawn anew. */
  #membersOf(unit: Unit): readonly ScreenRead[] {
    const members = unit.members.flatMap(({ screen }) => this.read.get(screen.id) ?? []);
    const before = this.#members.get(unit.id);
    if (before?.length === members.length && members.every((member, index) => member === before[index])) return before;
    this.#members.set(unit.id, members);
    return members;
  }

  /** The age of a picture that stands still, as it is read; empty while it is live, or where there is none. */
  #stillFor(unit: Unit): string {
    const since = unit.members.flatMap(({ screen }) => this.mirrors.get(screen.id) ?? []);
    return since.length === 0 ? '' : this.speech.duration(Math.max(0, this.now - Math.min(...since)));
  }

  /** One touch to why; by keyboard the same is the key of details on the tile, so that it is no stop of its own. */
  #why({ unit, picture, side }: Placed): TemplateResult {
    const { words } = this.speech;
    const isWithin = hasRoomForWhy(picture.width, picture.height);
    const label = `${scheduleWords[this.speech.language].why.heading} ${this.speech.text(unit.name)}`;
    return html`<button
      class=${isWithin ? 'why' : side === 'beside' ? 'why above' : 'why beside'}
      tabindex="-1"
      data-why=${unit.id}
      aria-label=${label}
      title="${label} (${keyLabel('details', words)})"
      .style=${`transform:translate(${isWithin ? `calc(${picture.x + picture.width}px - 100% - 2px),${picture.y + 2}px` : `${picture.x + picture.width + (side === 'beside' ? besideGap : 6)}px,${picture.y}px`})`}
      @click=${() => this.#askAbout(unit)}
    >
      ?
    </button>`;
  }

  #askAbout(unit: Unit): void {
    raise(
      this,
      'ask',
      unit.members.map(({ screen }) => screen.id),
    );
  }

  #unitOf(event: Event): Placed | undefined {
    const tile = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-unit]') : null;
    return this.#floor?.placed.find(({ unit }) => unit.id === tile?.dataset['unit']);
  }

  readonly #onClick = (event: MouseEvent): void => {
    const placed = this.#unitOf(event);
    if (placed === undefined) return;
    this.current = placed.unit.id;
    const how = event.shiftKey ? 'add' : 'toggle';
    raise(this, 'choose', { screens: placed.unit.members.map(({ screen }) => screen.id), how });
  };

  readonly #onFocus = (event: FocusEvent): void => {
    this.current = this.#unitOf(event)?.unit.id ?? this.current;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const placed = this.#unitOf(event);
    if (placed === undefined || this.#floor === null) return;
    const way = ways[event.code];
    if (way !== undefined) {
      event.preventDefault();
      const next = nearest(this.#inSight, placed, way);
      if (next !== null) this.#focus(next.unit.id);
    } else if (keyOf(event.code, event.shiftKey) === 'details' && !this.#isChosen(placed)) {
      event.preventDefault();
      this.#askAbout(placed.unit);
    } else if (event.code === 'Enter' || event.code === 'Space') {
      event.preventDefault();
      raise(this, 'choose', { screens: placed.unit.members.map(({ screen }) => screen.id), how: 'toggle' });
    }
  };

  #isChosen({ unit }: Pick<Placed, 'unit'>): boolean {
    return unit.members.every(({ screen }) => this.selected.has(screen.id));
  }

  #focus(id: string): void {
    this.current = id;
    this.renderRoot.querySelector<HTMLElement>(`[data-unit="${CSS.escape(id)}"]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floor-plan': FloorPlan;
  }
}
