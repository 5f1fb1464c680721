import { html, nothing, svg, type PropertyValues } from 'lit';
import { customElement, query, queryAll, state } from 'lit/decorators.js';
import { dayAndMonth, localInstant, timeOfDay } from '#shared/dates.ts';
import type { ProgrammeEntry } from '#shared/scene-context.ts';
import type { ProgrammeParams } from '#shared/scenes/programme.ts';
import { ornament } from '../../look/band.ts';
import { fitText, fitTogether } from '../../look/fit.ts';
import { inLoop, presence } from '../../look/motion.ts';
import { koshkarBand } from '../../look/ornament.ts';
import { pageAt, pagesOf } from '../../look/pages.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { setOpacity } from '../../look/style.ts';
import { words } from '../../look/words.ts';
import { TurningElement } from '../turning-element.ts';
import { programmeNow, type ProgrammeNow } from './entries.ts';
import { programmeStyles } from './programme-styles.ts';

const minuteMs = 60_000;
const pageMs = 12_000;
const edgeMs = 600;

/** What is on today: now in gold, then what comes, page by page where it is much. */
@customElement('scene-programme')
export class ProgrammeScene extends TurningElement<ProgrammeParams> {
  static override styles = [sceneStyles, programmeStyles];

  @state() private minute = 0;
  @state() private page = 0;

  @query('.words') private words?: HTMLElement;
  @query('.page') private list?: HTMLElement;
  @query('h1') private heading?: HTMLElement;
  @queryAll('.name') private names!: NodeListOf<HTMLElement>;

  protected override get turnMs(): number {
    return this.params.languageMs;
  }

  override seek(positionMs: number): void {
    this.minute = Math.floor(this.context.nowMs() / minuteMs);
    const count = this.#pages.length;
    this.page = pageAt(positionMs, count, pageMs);
    const turning = count === 1 || this.context.reducedMotion;
    setOpacity(this.list, turning ? 1 : presence(inLoop(positionMs, pageMs), 0, pageMs, edgeMs));
    setOpacity(this.words, this.takeTurns(positionMs));
  }

  get #now(): ProgrammeNow {
    const nowMs = Math.max(this.minute * minuteMs, 0);
    return programmeNow(this.context.programme(nowMs), nowMs, this.context.timeZone);
  }

  get #pages(): readonly ProgrammeNow['entries'][] {
    return pagesOf(this.#now.entries, this.isPortrait ? 6 : 4);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { px, far } = this.units;
    if (this.heading) fitText(this.heading, { leastPx: 40 * px, mostPx: 132 * px });
    fitTogether([...this.names], { leastPx: 24 * px, mostPx: 56 * far });
  }

  protected override render() {
    const { width, height } = this.frame;
    const { entries, later } = this.#now;
    const page = this.#pages[this.page] ?? [];
    return html`
      <div class="stone mid"></div>
      <div class="shade fill"></div>
      <svg class="fill" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<g transform="translate(0 ${height - 104})" fill="#e8dfcb" opacity="0.16">${ornament(koshkarBand({ width, height: 104 }))}</g>`}
      </svg>
      <div class="words">
        <header>
          <div class="date">${this.#date(this.minute * minuteMs)}</div>
          <h1 class="display balance">${this.say(this.params.title ?? words.today)}</h1>
        </header>
        ${
          entries.length === 0
            ? html`<div class="none">
                <p class="pretty">${this.say(this.params.otherwise ?? words.programmeOver)}</p>
                ${later === null ? nothing : this.#later(later)}
              </div>`
            : html`<div class="page">${page.map((entry) => this.#entry(entry))}</div>`
        }
      </div>
    `;
  }

  #date(atMs: number): string {
    return dayAndMonth(localInstant(atMs, this.context.timeZone).date, this.language);
  }

  #entry({ from, until, title, language, isOn }: ProgrammeNow['entries'][number]) {
    const time = (atMs: number): string => timeOfDay(atMs, this.context.timeZone);
    const spoken = language === null ? undefined : this.context.languages.names[language];
    const end = until === null ? '' : `–${time(until)}`;
    return html`<div class="entry ${isOn ? 'on' : ''}">
      <div class="when">
        <time>${isOn ? this.say(words.now) : time(from)}</time>
        <span>${isOn ? time(from) : ''}${end}</span>
      </div>
      <div class="what">
        <div class="name">${this.say(title)}</div>
        ${spoken === undefined ? nothing : html`<div class="spoken" lang=${language ?? ''}>${spoken}</div>`}
      </div>
    </div>`;
  }

  #later({ from, title }: ProgrammeEntry) {
    return html`<p class="later">
      ${this.#date(from)}, ${timeOfDay(from, this.context.timeZone)}
      <span>${this.say(title)}</span>
    </p>`;
  }
}
