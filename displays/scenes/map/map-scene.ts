import { html, nothing, type PropertyValues } from 'lit';
import { customElement, query, queryAll, state } from 'lit/decorators.js';
import type { Achievement } from '#shared/content.ts';
import type { MapParams } from '#shared/scenes/map.ts';
import { prepareCarvedDigits } from '../../look/carved.ts';
import { categoryStyles } from '../../look/category-styles.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { setOpacity, setTransform } from '../../look/style.ts';
import { createAttachment } from '../../touch/attachment.ts';
import { followGestures } from '../../touch/gestures.ts';
import { idleNotice } from '../../touch/idle-notice.ts';
import { invitation } from '../../touch/invitation.ts';
import { Scrub } from '../../touch/scrub.ts';
import { stepOf } from '../../touch/year-keys.ts';
import { TouchElement } from '../../touch/touch-element.ts';
import { touchStyles } from '../../touch/touch-styles.ts';
import { mapBar } from './bar.ts';
import { atlasOf, type Atlas } from './atlas.ts';
import { mapFrameAt, type Slot } from './attract.ts';
import { homeOf, isHome, panned, zoomed, type Camera } from './camera.ts';
import { cardStyles } from './card-styles.ts';
import { regionCard, spotCard, type Cards } from './cards.ts';
import { cameraEntries, cardValue, choiceOf, sides, toggled, type Choice, type Side } from './choice.ts';
import { FeltCanvas } from './felt-canvas.ts';
import { drawing } from './drawing.ts';
import { field, landExtent } from './layout.ts';
import type { Point } from './land.ts';
import { mapControlsStyles } from './map-controls-styles.ts';
import { mapStyles } from './map-styles.ts';
import { placeCards } from './place-cards.ts';
import { anchorOf, pointedAt, regionOnCard, sideOf, type Look } from './pointing.ts';
import { told as toldAloud } from './told.ts';
import { mapWords } from './words.ts';
import { lineHandle, yearLine } from './year-line.ts';

/** The country as pieces of felt, one of them lit; a year that runs by itself, or under the hands of several visitors. */
@customElement('scene-map')
export class MapScene extends TouchElement<MapParams> {
  static override styles = [sceneStyles, categoryStyles, touchStyles, mapStyles, mapControlsStyles, cardStyles];

  @state() private atlas: Atlas | null = null;
  @state() private passing: Slot | null = null;
  /** Where a hand holds the map just now; the view says where it rests. */
  @state() private held: Camera | null = null;

  @query('canvas') private canvas!: HTMLCanvasElement | null;
  @query('.field') private fieldElement!: HTMLElement | null;
  @query('.told') private told!: HTMLElement | null;
  @query('.lit') private lit!: SVGElement | null;
  @query('.spread') private spread!: SVGElement | null;
  @query('.year-line') private line!: HTMLElement | null;
  @query('.handle') private handle!: HTMLElement | null;
  @queryAll('.card') private cards!: NodeListOf<HTMLElement>;

  readonly #felt = new FeltCanvas();
  readonly #gestures = createAttachment((element) => this.#followHands(element));
  readonly #scrub = new Scrub({
    count: () => this.params.last - this.params.first + 1,
    index: () => this.#year - this.params.first,
    nowMs: () => this.context.nowMs(),
    show: (index) => this.#showYear(this.params.first + index),
    settle: (index) => {
      this.#showYear(this.params.first + index);
      this.raiseTouch('year', this.params.first + index);
    },
  });

  override async prepare(): Promise<void> {
    const { data, regions, changes } = this.params;
    const [achievements, borders, split] = await Promise.all([
      this.context.mediaData(data),
      this.context.mediaData(regions),
      this.context.mediaData(changes),
      prepareCarvedDigits(),
      super.prepare(),
    ]);
    this.atlas = atlasOf({ achievements, borders, changes: split }, this.params, landExtent);
    this.passing = this.atlas.slots[0] ?? null;
    await this.updateComplete;
    // The second borders are painted ahead too, so that the year they appear costs nothing.
    for (const year of [this.params.last, this.#year]) this.#paint(year);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#gestures.attach(null);
    this.#scrub.release();
  }

  override seek(positionMs: number): void {
    if (this.atlas === null) return;
    this.followIdle();
    const frame = mapFrameAt(positionMs, this.atlas.slots);
    if (frame !== undefined && frame.slot !== this.passing) this.passing = frame.slot;
    const at = this.isTouched ? this.#scrub.follow() : this.#year - this.params.first;
    setTransform(this.handle, lineHandle(at, this.params.last - this.params.first + 1));
    const { reducedMotion } = this.context;
    const here = this.isTouched || reducedMotion || frame === undefined ? 1 : frame.presence;
    setOpacity(this.told, here);
    setOpacity(this.lit, here);
    if (frame !== undefined && this.spread !== null) {
      const wave = reducedMotion ? 0 : (frame.progress * 3) % 1;
      setOpacity(this.spread, (1 - wave) * here);
      setTransform(this.spread, `scale(${(1 + wave * 1.1).toFixed(3)})`);
    }
    if (this.held === null) this.#paint(this.#year);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#scrub.attach(this.context.interactive ? this.line : null);
    this.#gestures.attach(this.context.interactive ? this.fieldElement : null);
    placeCards(this.cards, (side) => this.#anchorOf(side), this.units.px);
    this.#felt.follow(this.canvas, this.#camera);
  }

  get #choice(): Choice {
    return choiceOf(this.view.selection, field);
  }

  get #camera(): Camera {
    return this.held ?? (this.isTouched ? this.#choice.camera : homeOf(field));
  }

  get #year(): number {
    const chosen = this.isTouched ? this.#choice.year : null;
    return chosen ?? this.passing?.year ?? this.params.first;
  }

  get #look(): Look {
    return { year: this.#year, hidden: this.#choice.hidden, camera: this.#camera };
  }

  #paint(year: number): void {
    if (this.canvas === null || this.atlas === null) return;
    this.#felt.paint(this.canvas, this.atlas.landIn(year), this.#camera, this.context.canvas.width / field.width);
  }

  #showYear(year: number): void {
    if (year !== this.#choice.year) this.select({ year });
  }

  #followHands(element: HTMLElement): () => void {
    return followGestures(element, {
      tap: (x, y) => this.#tap(this.#toField(x, y)),
      pan: (dx, dy) => {
        const [x, y] = this.#toField(dx, dy);
        if (!isHome(this.#camera)) this.held = panned(this.#camera, field, x, y);
      },
      pinch: (factor, x, y) => {
        this.held = zoomed(this.#camera, field, factor, this.#toField(x, y));
      },
      settle: () => this.#rest(),
    });
  }

  #toField(x: number, y: number): Point {
    const { px } = this.units;
    return [x / px, y / px];
  }

  /** The hands have left the map: where it rests goes into the view. */
  #rest(): void {
    if (this.held === null) return;
    this.select({ year: this.#year, ...cameraEntries(this.held) });
    this.held = null;
  }

  #zoom(factor: number): void {
    const next = factor === 0 ? homeOf(field) : zoomed(this.#camera, field, factor, [field.width / 2, 400]);
    this.select({ year: this.#year, ...cameraEntries(next) });
  }

  /** A finger on the map opens a card for what it means. Each half has a card of its own. */
  #tap(at: Point): void {
    const { atlas } = this;
    if (atlas === null) return;
    const pointed = pointedAt(atlas, this.#look, at);
    if (pointed === null) this.select({ year: this.#year });
    else if (pointed.kind === 'spot') this.#openSpot(sideOf(at), pointed.achievement);
    else this.#openRegion(sideOf(at), pointed.id);
  }

  #openSpot(side: Side, { id, region, year }: Achievement): void {
    this.select({ year: this.#year, [side]: cardValue({ kind: 'spot', id }) });
    this.raiseTouch('region', region);
    this.raiseTouch('year', year);
    this.raiseTouch('event', id);
  }

  #openRegion(side: Side, id: string): void {
    this.select({ year: this.#year, [side]: cardValue({ kind: 'region', id }) });
    this.raiseTouch('region', id);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const step = stepOf(event.code, true);
    if (step === undefined) return;
    event.preventDefault();
    this.#scrub.release();
    const year = Math.min(this.params.last, Math.max(this.params.first, this.#year + step.by));
    this.#showYear(year);
    this.raiseTouch('year', year);
  };

  /** Where on the screen a card points to. */
  #anchorOf(side: Side): Point | undefined {
    const card = this.#choice.cards[side];
    return card === null || this.atlas === null ? undefined : anchorOf(this.atlas, this.#look, card);
  }

  protected override render() {
    const { atlas, context } = this;
    if (atlas === null) return html`<div class="stone"></div>`;
    const year = this.#year;
    const say = this.say.bind(this);
    const choice = this.#choice;
    const told = this.isTouched ? null : (this.passing?.achievement ?? null);
    const region = this.params.focus?.region;
    const lit = region === undefined ? [] : [{ kind: 'region' as const, id: region }];
    const opened = this.isTouched ? sides.flatMap((side) => choice.cards[side] ?? []) : lit;
    const land = atlas.landIn(year);
    return html`<div class="ground fill" ?inert=${!context.interactive}>
      <div class="stone"></div>
      <div class="dusk fill"></div>
      <div class="field fill">
        <canvas class="fill"></canvas>
        ${drawing({
          atlas,
          land,
          year,
          told,
          say,
          camera: this.#camera,
          hidden: this.isTouched ? choice.hidden : new Set<string>(),
          opened,
          open: (id, at) => this.#openRegion(sideOf(at), id),
        })}
      </div>
      ${
        isHome(this.#camera)
          ? nothing
          : html`<div class="corner"></div>
              <div class="base"><div class="stone"></div></div>`
      }
      <h1 class="year" aria-label=${`${say(mapWords.title)}, ${year}`}>
        <carved-digits .value=${String(year)}></carved-digits>
      </h1>
      ${land.isSchematic ? html`<p class="schematic ${this.isTouched ? 'below' : ''}">${say(mapWords.schematic)}</p>` : nothing}
      ${this.isTouched ? this.#touched(atlas, choice) : this.#attract(atlas)}
      <div class="line ${this.isTouched ? '' : 'low'}" @keydown=${this.#onKey}>
        ${yearLine({ first: this.params.first, last: this.params.last, year, achievements: atlas.achievements, say })}
      </div>
    </div>`;
  }

  #attract(atlas: Atlas) {
    const told = this.passing?.achievement ?? null;
    const region = told === null ? undefined : atlas.nameOf(atlas.regionOf(told, told.year), told.year);
    return html`${toldAloud(told, region, (text) => this.say(text))}
    ${invitation(this.context, this.language, mapWords.invite, (language) => this.touch({ language, selection: { year: this.#year } }))}`;
  }

  #touched(atlas: Atlas, choice: Choice) {
    const say = this.say.bind(this);
    const { view, context, language } = this;
    return html`${sides.map((side) => this.#card(atlas, side, choice))}
      ${mapBar({
        context,
        view,
        language,
        say,
        choice,
        isCovered: this.leavingInS !== null,
        choose: (patch) => this.touch(patch),
        toggle: (category) => this.select({ year: this.#year, hidden: toggled(choice.hidden, category) }),
        zoom: (factor) => this.#zoom(factor),
      })}
      <div class="notice">${idleNotice({ leavingInS: this.leavingInS, say, stay: () => this.touch() })}</div>`;
  }

  #card(atlas: Atlas, side: Side, choice: Choice) {
    const card = choice.cards[side];
    if (card === null) return nothing;
    const handlers: Cards = {
      say: (text) => this.say(text),
      close: (which) => this.select({ [which]: null }),
      openSpot: (which, achievement) => this.#openSpot(which, achievement),
      openRegion: (which, id) => this.#openRegion(which, id),
    };
    if (card.kind === 'region') return regionCard(handlers, side, regionOnCard(atlas, this.#look, card.id));
    const achievement = atlas.achievements.find(({ id }) => id === card.id);
    if (achievement === undefined) return nothing;
    return spotCard(
      handlers,
      side,
      achievement,
      regionOnCard(atlas, this.#look, atlas.regionOf(achievement, this.#year)),
    );
  }
}
