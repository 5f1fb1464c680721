import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { mirrorLimits } from '#shared/mirrors.ts';
import type { Hall } from '#shared/hall.ts';
import { PlanZoom } from '../controllers/plan-zoom.ts';
import { RestingSize } from '../controllers/resting-size.ts';
import { floorStyles } from '../look/floor-styles.ts';
import { base } from '../look/styles.ts';
import { layOutFloor, type Floor, type Placed } from '../state/floor.ts';
import { captionsOf, compactAbove, hasRoomForWhy, toldOf, whyHeight, type Told } from '../state/floor-captions.ts';
import { boxOf, boxOrNull, enlarged, isInView, mostZoom, type Edge, type PlanView } from '../state/plan-view.ts';
import { pictureOrder, picturesAt } from '../state/picture-order.ts';
import { nearest, ways } from '../state/nearest.ts';
import { worstMark } from '../state/screen-mark.ts';
import type { ScreenRead } from '../state/screen-read.ts';
import { keyOf } from '../state/keys.ts';
import { troubledBehind } from '../state/troubled-behind.ts';
import type { Speech } from '../state/speech.ts';
import type { Unit } from '../state/units.ts';
import { floorWords } from '../words/floor-words.ts';
import { raise } from './raise.ts';
import { whyButton } from './why-button.ts';
import { roomOf } from '../look/room.ts';
import './plan-edges.ts';
import './plan-tools.ts';
import type { PlanStep } from './plan-tools.ts';
import './screen-tile.ts';

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
  /** The floor as large as it is looked at. */
  #drawn: Floor | null = null;
  #turn = 0;
  /** How many pictures were asked for, and from which view of the plan. */
  #asked: { readonly pictures: number; readonly view: PlanView | null } = { pictures: 0, view: null };
  readonly #members = new Map<string, readonly ScreenRead[]>();
  readonly #zoom = new PlanZoom(this, {
    frame: () => this.frame,
    most: () => (this.#floor === null ? 1 : mostZoom(this.#floor)),
    at: () => boxOrNull(this.#focused ?? this.#floor?.placed.find((one) => this.#isChosen(one))),
    partAt: (event) => boxOrNull(this.#unitOf(event)),
    carry: (transform) => raise(this, 'carry', transform),
  });

  constructor() {
    super();
    this.addController(new RestingSize(this, (size) => (this.frame = size)));
  }

  /** The second alone changes only whose turn it is, and how long a picture has stood still. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    if (changed.size !== 1 || !changed.has('now')) return true;
    return this.#isOtherTurn || [...this.mirrors.values()].some((since) => since !== null);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isNewFrame = (changed as Map<string, unknown>).has('frame');
    if ((changed.has('hall') || changed.has('speech') || isNewFrame) && this.frame.width > 0) this.#layOut();
    if (this.#floor === null) return;
    const { zoom } = this.#zoom.view;
    if (zoom > 1) {
      // What was chosen or looked for is seen, wherever the plan was looked at.
      if (changed.has('selected')) this.#look(this.#floor.placed.filter((placed) => this.#isChosen(placed)));
      if (changed.has('fitting')) this.#look(this.#inSight);
    }
    if (this.#drawn?.room.width !== this.#floor.room.width * this.#zoom.view.zoom)
      this.#drawn = enlarged(this.#floor, this.#zoom.view.zoom);
  }

  #layOut(): void {
    // Laying out takes some 40 ms, and the hall changes with every sound that is muted.
    const { floorPlan, screens, surfaces, languages } = this.hall;
    const drawnFrom = JSON.stringify([floorPlan, screens, surfaces, languages, this.frame, this.speech.language]);
    if (drawnFrom === this.#drawnFrom) return;
    this.#drawnFrom = drawnFrom;
    const captionOf = captionsOf(this.speech, this.#isCompact, this.frame.width);
    this.#floor = layOutFloor(this.hall, { ...this.frame, captionOf });
    this.#drawn = null;
    this.#zoom.keep();
  }

  /** Moves the plan to these, unless one of them is in view. */
  #look(placed: readonly Placed[]): void {
    const { view } = this.#zoom;
    if (placed.length > 0 && !placed.some(({ picture }) => isInView(view, picture, this.frame)))
      this.#zoom.show(placed.map(boxOf));
  }

  protected override updated(changed: PropertyValues<this>): void {
    const isTurned = this.#isOtherTurn || (this.#hasTurns && changed.has('selected'));
    const isLaidOut = ['hall', 'speech', 'frame', 'fitting'].some((name) =>
      (changed as Map<string, unknown>).has(name),
    );
    if (!isTurned && !isLaidOut && this.#asked.view === this.#zoom.view) return;
    this.#turn = this.#turnNow;
    this.#askForPictures();
  }

  /** Not all pictures can be live: they take turns. */
  get #hasTurns(): boolean {
    return this.#asked.pictures > mirrorLimits.live;
  }

  get #turnNow(): number {
    return Math.floor(this.now / turnMs);
  }

  get #isOtherTurn(): boolean {
    return this.#hasTurns && this.#turnNow !== this.#turn;
  }

  #askForPictures(): void {
    const { view } = this.#zoom;
    const { left, top } = this.getBoundingClientRect();
    const corner = { left: left + this.clientLeft + view.x, top: top + this.clientTop + view.y };
    const pictures = (this.#drawn?.placed ?? [])
      .filter(({ unit }, index) => this.#fits(unit) && this.#isInView(index))
      .flatMap((placed) =>
        picturesAt(placed, corner, (screen) => ({
          isChosen: this.selected.has(screen),
          isTroubled: (this.read.get(screen)?.mark.urgency ?? 0) > 1,
        })),
      );
    this.#asked = { pictures: pictures.length, view };
    const ordered = pictureOrder(pictures, this.#turn);
    raise(
      this,
      'pictures',
      ordered.map(({ screen, rect }) => ({ screen, rect })),
    );
  }

  /** Whether any of the picture of this unit is within the plan's frame. */
  #isInView(index: number): boolean {
    const { zoom, x, y } = this.#zoom.view;
    const placed = this.#drawn?.placed[index];
    return placed !== undefined && (zoom === 1 || isInView({ zoom: 1, x, y }, placed.picture, this.frame));
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
    const [floor, drawn] = [this.#floor, this.#drawn];
    if (floor === null || drawn === null) return nothing;
    const { zoom } = this.#zoom.view;
    const inSight = this.#inSight;
    const first = (inSight.find(({ unit }) => unit.id === this.current) ?? inSight[0])?.unit.id ?? null;
    const told = floor.placed.map((placed) =>
      toldOf(placed, floor, zoom, { isCompact: this.#isCompact, frameWidth: this.frame.width }),
    );
    const size = zoom === 1 ? '' : `width:${this.frame.width * zoom}px;height:${this.frame.height * zoom}px`;
    return html`<div class="ground" .style=${size}>
        ${roomOf(drawn, this.speech.words.hall.door, ({ unit }) => this.#fits(unit))}
        <div
          role="listbox"
          aria-multiselectable="true"
          aria-label=${this.speech.words.hall.screensLabel}
          @click=${this.#onClick}
          @keydown=${this.#onKey}
          @focusin=${this.#onFocus}
        >
          ${repeat(
            drawn.placed,
            ({ unit }) => unit.id,
            (placed, index) => this.#tile(placed, placed.unit.id === first, told[index]),
          )}
        </div>
        ${drawn.placed.map((placed, index) =>
          told[index]?.detail !== 'number' && this.#fits(placed.unit) && this.#isInView(index)
            ? whyButton(placed, this.speech, () => this.#askAbout(placed.unit))
            : nothing,
        )}
      </div>
      ${
        zoom === 1
          ? nothing
          : html`<plan-edges
              .speech=${this.speech}
              .behind=${this.#behind}
              @go=${({ detail }: CustomEvent<Edge>) => this.#goTo(detail)}
            ></plan-edges>`
      }
      <plan-tools
        role="toolbar"
        aria-label=${floorWords[this.speech.language].heading}
        .speech=${this.speech}
        .zoom=${zoom}
        .most=${mostZoom(floor)}
        .upright=${this.frame.width - floor.room.width > this.frame.height - floor.room.height}
        @step=${({ detail }: CustomEvent<PlanStep>) => this.#zoom[detail]()}
      ></plan-tools>`;
  }

  /** What is in need of help must be seen, also where it is not looked at. */
  get #behind(): ReadonlyMap<Edge, readonly ScreenRead[]> {
    return troubledBehind(this.#inSight, this.read, this.#zoom.view, this.frame);
  }

  /** To the one behind that edge that needs help most. */
  #goTo(edge: Edge): void {
    const troubled = this.#behind.get(edge) ?? [];
    const worst = worstMark(troubled.map(({ mark }) => mark));
    const id = troubled.find(({ mark }) => mark === worst)?.screen.id;
    const placed = this.#inSight.find(({ unit }) => unit.members.some(({ screen }) => screen.id === id));
    if (placed !== undefined) this.#zoom.reveal(boxOf(placed));
  }

  #tile({ unit, picture, side }: Placed, isFirst: boolean, told: Told | undefined): TemplateResult {
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
      .style=${`transform:translate(${picture.x}px,${picture.y}px);width:${told?.width ?? 0}px`}
      .unit=${unit}
      .members=${members}
      .speech=${this.speech}
      .pictureWidth=${picture.width}
      .pictureHeight=${picture.height}
      .compact=${told?.detail === 'number'}
      .low=${this.#isCompact && told?.detail !== 'number'}
      .beside=${side === 'beside'}
      .captionTop=${side === 'beside' && !hasRoomForWhy(picture.width, picture.height) ? whyHeight : 0}
      .live=${unit.members.every(({ screen }) => this.mirrors.has(screen.id))}
      .stillFor=${this.#stillFor(unit)}
      .brief=${told?.detail === 'brief'}
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
    const placed = this.#unitOf(event);
    this.current = placed?.unit.id ?? this.current;
    // Whoever walks by keys sees where they are; a pointer is there already.
    if (placed !== undefined && event.target instanceof Element && event.target.matches(':focus-visible'))
      this.#zoom.reveal(boxOf(placed));
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

  get #focused(): Placed | undefined {
    const focused = this.shadowRoot?.activeElement?.getAttribute('data-unit');
    return this.#floor?.placed.find(({ unit }) => unit.id === focused);
  }

  #isChosen({ unit }: Pick<Placed, 'unit'>): boolean {
    return unit.members.every(({ screen }) => this.selected.has(screen.id));
  }

  #focus(id: string): void {
    this.current = id;
    this.renderRoot.querySelector<HTMLElement>(`[data-unit="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floor-plan': FloorPlan;
  }
}
