import { html, nothing, type PropertyValues } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Chronicle, type ChronicleEvent } from '#shared/content.ts';
import { dayAndMonth } from '#shared/dates.ts';
import type { ChronicleParams } from '#shared/scenes/chronicle.ts';
import { categoryNames } from '../../look/category-names.ts';
import { prepareCarvedDigits } from '../../look/carved.ts';
import { glyphs } from '../../look/glyph.ts';
import { categoryStyles } from '../../look/category-styles.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { setOpacity, setTransform } from '../../look/style.ts';
import { idleNotice } from '../../touch/idle-notice.ts';
import { invitation } from '../../touch/invitation.ts';
import { Scrub } from '../../touch/scrub.ts';
import { toolBar } from '../../touch/tool-bar.ts';
import { TouchElement } from '../../touch/touch-element.ts';
import { touchStyles } from '../../touch/touch-styles.ts';
import { attractAt, lightAfterChange } from './attract.ts';
import { attractStyles } from './attract-styles.ts';
import { chooser } from './chooser.ts';
import { controlsStyles } from './controls-styles.ts';
import { fitReading } from './fit-reading.ts';
import { fringe } from './fringe.ts';
import { readingStyles } from './reading-styles.ts';
import { handleTransform, scrubber } from './scrubber.ts';
import { stepOf } from '../../touch/year-keys.ts';
import { chronicleYears, openEvent, ownEvents, type ChronicleYear } from './years.ts';
import { chronicleWords } from './words.ts';

/** A year cut into the stone, and what happened in it. Left alone it tells its field of life year by year. */
@customElement('scene-chronicle')
export class ChronicleScene extends TouchElement<ChronicleParams> {
  static override styles = [sceneStyles, categoryStyles, touchStyles, attractStyles, readingStyles, controlsStyles];

  @state() private years: readonly ChronicleYear[] = [];
  /** Index of the year that the attract loop has come to, and which of its events it tells. */
  @state() private passing = { year: 0, round: 0 };

  @query('.lit') private lit?: HTMLElement;
  @query('.told') private told?: HTMLElement;
  @query('.handle') private handle?: HTMLElement;
  @query('.strip') private strip!: HTMLElement | null;
  @query('.list') private list!: HTMLElement | null;

  #changedAtMs = Number.NEGATIVE_INFINITY;
  readonly #scrub = new Scrub({
    count: () => this.years.length,
    index: () => this.#openIndex,
    nowMs: () => this.context.nowMs(),
    show: (index) => this.#showYear(index),
    settle: (index) => this.#settle(index),
  });

  override async prepare(): Promise<void> {
    const [data] = await Promise.all([
      this.context.mediaData(this.params.data),
      prepareCarvedDigits(),
      super.prepare(),
    ]);
    this.years = chronicleYears(Chronicle.parse(data), this.params);
    await this.updateComplete;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scrub.release();
  }

  override seek(positionMs: number): void {
    this.followIdle();
    const { reducedMotion } = this.context;
    const frame = attractAt(positionMs, this.years.length, this.params.yearMs);
    if (frame.year !== this.passing.year || frame.round !== this.passing.round) {
      this.passing = { year: frame.year, round: frame.round };
    }
    if (this.isTouched) {
      const at = this.#scrub.follow();
      setTransform(this.handle, handleTransform(at, this.years.length));
      const light = lightAfterChange(this.context.nowMs() - this.#changedAtMs);
      setOpacity(this.lit, reducedMotion ? 1 : light);
      return;
    }
    setOpacity(this.lit, reducedMotion ? 1 : frame.light);
    setOpacity(this.told, reducedMotion ? 1 : frame.words);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const before = changed.get('view') as ChronicleScene['view'] | undefined;
    if (before !== undefined && before.selection?.['year'] !== this.view.selection?.['year']) {
      this.#changedAtMs = this.context.nowMs();
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.list) fitReading(this, this.list);
    this.#scrub.attach(this.context.interactive ? this.strip : null);
    if (this.isTouched) setTransform(this.handle, handleTransform(this.#scrub.follow(), this.years.length));
  }

  get #openIndex(): number {
    const year = this.view.selection?.['year'];
    const index = this.years.findIndex((entry) => entry.year === year);
    return index < 0 ? this.passing.year : index;
  }

  #showYear(index: number): void {
    const year = this.years[index]?.year;
    if (year !== undefined && year !== this.view.selection?.['year']) this.select({ year, event: null });
  }

  #settle(index: number): void {
    this.#showYear(index);
    const year = this.years[index]?.year;
    if (year !== undefined) this.raiseTouch('year', year);
  }

  #open(event: ChronicleEvent): void {
    this.select({ year: event.year, event: event.id });
    this.raiseTouch('year', event.year);
    if (event.region !== null) this.raiseTouch('region', event.region);
    this.raiseTouch('event', event.id);
  }

  /** A touch on the attract loop opens the year it has come to, in the language of the words that were touched. */
  #enter(language?: string): void {
    const year = this.years[this.passing.year];
    if (year === undefined) return;
    const own = ownEvents(year, this.params.category);
    const event = own[this.passing.round % Math.max(1, own.length)];
    this.touch({
      ...(language === undefined ? {} : { language }),
      selection: { year: year.year, event: event?.id ?? null },
    });
    this.raiseTouch('year', year.year);
    // Keys go on where the visitor is: on the strip of years.
    void this.updateComplete.then(() => this.strip?.focus({ preventScroll: true }));
  }

  readonly #onKey = (key: KeyboardEvent): void => {
    const step = stepOf(key.code, key.target === this.strip);
    if (step === undefined) return;
    key.preventDefault();
    if (step.kind === 'event') this.#turn(step.by);
    else {
      this.#scrub.release();
      this.#settle(Math.min(this.years.length - 1, Math.max(0, this.#openIndex + step.by)));
    }
  };

  #turn(by: number): void {
    const year = this.years[this.#openIndex];
    if (year === undefined) return;
    const open = this.#eventOf(year);
    const next = year.events[(open === undefined ? -1 : year.events.indexOf(open)) + by];
    if (next !== undefined) this.#open(next);
  }

  #eventOf(year: ChronicleYear): ChronicleEvent | undefined {
    const chosen = this.view.selection?.['event'];
    return openEvent(year, this.params.category, typeof chosen === 'string' ? chosen : undefined);
  }

  protected override render() {
    const index = this.isTouched ? this.#openIndex : this.passing.year;
    const year = this.years[index];
    if (year === undefined) return html`<div class="stone mid"></div>`;
    return this.isTouched ? this.#reading(year) : this.#attract(year);
  }

  #attract(year: ChronicleYear) {
    const own = ownEvents(year, this.params.category);
    const event = own[this.passing.round % Math.max(1, own.length)];
    return html`<div class="attract fill" @click=${() => this.#enter()}>
      <div class="lit fill">${this.#stone(year, true)}</div>
      <div class="told">
        ${
          event === undefined
            ? html`<p class="display">${this.say(chronicleWords.noEvents)}</p>`
            : html`<div class="when">
                  ${glyph(event)}<span class="date">${dayAndMonth(event.date, this.language)}</span>
                  <span class="field">${this.say(categoryNames[event.category])}</span>
                </div>
                <p class="display balance">${this.say(event.title)}</p>`
        }
      </div>
      ${invitation(this.context, this.language, chronicleWords.invite, (language) => this.#enter(language), fringe)}
    </div>`;
  }

  #stone({ year }: ChronicleYear, stacked: boolean) {
    const text = String(year);
    return html`<div class="stone mid"></div>
      <h1 class="year ${stacked ? 'stacked' : ''}" aria-label=${text}>
        ${
          stacked
            ? html`<carved-digits .value=${text.slice(0, -2)}></carved-digits
                ><carved-digits .value=${text.slice(-2)}></carved-digits>`
            : html`<carved-digits .value=${text}></carved-digits>`
        }
      </h1>
      <div class="ray fill"></div>`;
  }

  #reading(year: ChronicleYear) {
    const open = this.#eventOf(year);
    const { view, context, language } = this;
    const say = this.say.bind(this);
    return html`<div class="reading fill" ?inert=${!context.interactive} @keydown=${this.#onKey}>
      <div class="lit fill">${this.#stone(year, view.lowReach === true)}</div>
      <div class="list">
        ${
          year.events.length === 0
            ? html`<p class="display none">${say(chronicleWords.noEvents)}</p>`
            : html`<ol>
                ${year.events.map((event) => this.#entry(event, event === open))}
              </ol>`
        }
      </div>
      <div class="controls">
        ${chooser({ events: year.events, open, language, say, choose: (event) => this.#open(event) })}
        ${scrubber({
          years: this.years,
          category: this.params.category,
          open: year.year,
          say,
          choose: (to) => this.#settle(this.years.findIndex((entry) => entry.year === to)),
        })}
        ${toolBar(
          {
            context,
            view,
            language,
            say,
            isCovered: this.leavingInS !== null,
            choose: (patch) => this.touch(patch),
          },
          true,
        )}
      </div>
      <div class="notice">${idleNotice({ leavingInS: this.leavingInS, say, stay: () => this.touch() })}</div>
    </div>`;
  }

  #entry(event: ChronicleEvent, isOpen: boolean) {
    const date = dayAndMonth(event.date, this.language);
    const own = event.category === this.params.category ? 'own' : '';
    return html`<li class="${own} ${isOpen ? 'open' : ''}" @click=${() => this.#open(event)}>
      <div class="date">${date}${isOpen ? html`<span>${this.say(categoryNames[event.category])}</span>` : nothing}</div>
      ${glyph(event)}
      <div class="words">
        <h2 class="display">${this.say(event.title)}</h2>
        ${isOpen ? html`<p class="pretty">${this.say(event.text)}</p>` : nothing}
      </div>
    </li>`;
  }
}

function glyph({ category }: ChronicleEvent) {
  return html`<svg class="glyph ${category}" viewBox="0 0 24 24" aria-hidden="true">${glyphs[category]}</svg>`;
}
