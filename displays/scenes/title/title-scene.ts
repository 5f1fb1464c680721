import { html, nothing, type PropertyValues } from 'lit';
import { customElement, query, queryAll } from 'lit/decorators.js';
import type { ProgrammeEntry } from '#shared/scene-context.ts';
import type { TitleParams } from '#shared/scenes/title.ts';
import { timeOfDay } from '#shared/dates.ts';
import { fitText } from '../../look/fit.ts';
import { LookElement } from '../../look/look-element.ts';
import { drift, inLoop, presence } from '../../look/motion.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { setOpacity, setTransform } from '../../look/style.ts';
import type { CrownPlace } from '../../look/woodwork.ts';
import { words } from '../../look/words.ts';
import { crown } from './crown.ts';
import { titleStyles } from './title-styles.ts';

/** The light takes this long to wander over the poles and back; the words below take turns in the same time. */
const loopMs = 48_000;
const shownAtMost = 3;

/** The exhibition's name under the open crown of a yurt, with an introduction and today's programme in turn. */
@customElement('scene-title')
export class TitleScene extends LookElement<TitleParams> {
  static override styles = [sceneStyles, titleStyles];

  @query('.late') private lateLight?: HTMLElement;
  @query('.clouds') private clouds?: HTMLElement;
  @query('.beam') private beam?: HTMLElement;
  @query('h1') private heading?: HTMLElement;
  @query('.under') private under?: HTMLElement;
  @queryAll('.turn') private turns!: NodeListOf<HTMLElement>;

  #programmeMinute = Number.NaN;

  override seek(positionMs: number): void {
    const at = this.context.reducedMotion ? loopMs / 4 : inLoop(positionMs, loopMs);
    const light = drift(at, loopMs);
    setOpacity(this.lateLight, light);
    setOpacity(this.beam, 0.7 + 0.3 * light);
    setTransform(this.clouds, `translate(${(light * 9 - 4).toFixed(2)}%, ${(light * -3).toFixed(2)}%)`);
    this.#takeTurns(inLoop(positionMs, loopMs));
    this.#followProgramme();
  }

  #takeTurns(at: number): void {
    const count = this.turns.length;
    for (const [index, turn] of [...this.turns].entries()) {
      const from = (loopMs * index) / count;
      setOpacity(turn, count === 1 ? 1 : presence(at, from, from + loopMs / count, 900));
    }
  }

  #followProgramme(): void {
    if (!this.params.programme) return;
    const minute = Math.floor(this.context.nowMs() / 60_000);
    if (minute === this.#programmeMinute) return;
    this.#programmeMinute = minute;
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { px, far } = this.units;
    if (this.heading) fitText(this.heading, { leastPx: 36 * px, mostPx: 180 * px });
    if (this.under) fitText(this.under, { leastPx: 24 * px, mostPx: 44 * far });
    for (const turn of this.turns) fitText(turn, { leastPx: 24 * px, mostPx: 44 * far });
  }

  protected override render() {
    const { title, subtitle, lead, figure } = this.params;
    const entries = this.#upcoming();
    const place = this.#place();
    return html`
      ${figure === 'none' ? html`<div class="stone mid"></div>` : crown(this.frame, place, figure)}
      <div class="words">
        <h1 class="display">${this.say(title)}</h1>
        <div class="under">
          <div class="others">
            ${this.otherLanguages(title).map(({ language, text }) => html`<div lang=${language}>${text}</div>`)}
          </div>
          ${subtitle === undefined ? nothing : html`<div class="subtitle">${this.say(subtitle)}</div>`}
        </div>
        <div class="turns">
          ${lead === undefined ? nothing : html`<p class="turn pretty">${this.say(lead)}</p>`}
          ${entries.length === 0 ? nothing : this.#programme(entries)}
        </div>
      </div>
    `;
  }

  #programme(entries: readonly ProgrammeEntry[]) {
    const now = this.context.nowMs();
    return html`<div class="turn programme">
      <div class="today">${this.say(words.today)}</div>
      ${entries.map(
        ({ title, from }) =>
          html`<div class="entry ${from <= now ? 'on' : ''}">
            <time>${from <= now ? this.say(words.now) : timeOfDay(from, this.context.timeZone)}</time>
            <span>${this.say(title)}</span>
          </div>`,
      )}
    </div>`;
  }

  #upcoming(): readonly ProgrammeEntry[] {
    if (!this.params.programme) return [];
    const now = this.context.nowMs();
    const ahead = this.context.programme(now).filter(({ from, until }) => (until ?? from) > now);
    return ahead.toSorted((a, b) => a.from - b.from).slice(0, shownAtMost);
  }

  #place(): CrownPlace {
    const { width, height } = this.frame;
    if (this.isPortrait) return { x: width / 2, y: height * 0.285, radius: width * 0.352 };
    return { x: width * 0.73, y: height * 0.46, radius: height * 0.36 };
  }
}
