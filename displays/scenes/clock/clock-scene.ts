import { html, nothing, svg, type PropertyValues } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { fullDate, localInstant, weekdayName } from '#shared/dates.ts';
import type { ClockParams } from '#shared/scenes/clock.ts';
import { prepareCarvedDigits } from '../../look/carved.ts';
import { fitText } from '../../look/fit.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { setTransform } from '../../look/style.ts';
import { LookElement } from '../../look/look-element.ts';
import { clockStyles } from './clock-styles.ts';

const minuteMs = 60_000;

/** The time of the hall cut in stone, within a rim of sixty notches; the one that is now is gold. */
@customElement('scene-clock')
export class ClockScene extends LookElement<ClockParams> {
  static override styles = [sceneStyles, clockStyles];

  /** Whole minutes since the epoch. */
  @state() private minute = 0;

  @query('.title') private heading?: HTMLElement;
  @query('.now') private now?: SVGElement;

  override async prepare(): Promise<void> {
    await Promise.all([super.prepare(), prepareCarvedDigits()]);
    this.seek();
    await this.updateComplete;
  }

  /** A clock shows shared time, whatever its position. */
  override seek(): void {
    const nowMs = this.context.nowMs();
    this.minute = Math.floor(nowMs / minuteMs);
    const second = Math.floor(nowMs / 1000) % 60;
    setTransform(this.now, `rotate(${second * 6}deg)`);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { px } = this.units;
    if (this.heading) fitText(this.heading, { leastPx: 30 * px, mostPx: 84 * px });
  }

  protected override render() {
    const at = localInstant(this.minute * minuteMs, this.context.timeZone);
    const { title, date, seconds } = this.params;
    const two = (value: number): string => String(value).padStart(2, '0');
    return html`
      <div class="stone mid"></div>
      <div class="ray fill"></div>
      <div class="dial">
        <svg viewBox="-500 -500 1000 1000" aria-hidden="true">${seconds ? rim : nothing}</svg>
        <time class="figures" role="img" aria-label="${two(at.hour)}:${two(at.minute)}">
          <carved-digits .value=${two(at.hour)}></carved-digits>
          <carved-digits .value=${two(at.minute)}></carved-digits>
        </time>
      </div>
      <div class="words">
        ${title === undefined ? nothing : html`<div class="title display">${this.say(title)}</div>`}
        ${date ? this.#date(at) : nothing}
      </div>
    `;
  }

  #date({ date, weekday }: ReturnType<typeof localInstant>) {
    return this.context.languages.order.map(
      (language) =>
        html`<div class="date ${language === this.language ? 'own' : ''}" lang=${language}>
          ${said(weekday, date, language)}
        </div>`,
    );
  }
}

/** `Сәрсенбі, 2026 жылғы 20 мамыр`. */
function said(weekday: number, date: string, language: string): string {
  const name = weekdayName(weekday, language);
  return `${name.slice(0, 1).toLocaleUpperCase(language)}${name.slice(1)}, ${fullDate(date, language)}`;
}

/** A grain on the rim, as the poles of a yurt meet it. */
function notch(second: number): string {
  const angle = (second / 60) * 2 * Math.PI - Math.PI / 2;
  const long = second % 5 === 0;
  const at = (out: number, aside: number): string =>
    `${(Math.cos(angle) * out - Math.sin(angle) * aside).toFixed(1)} ${(Math.sin(angle) * out + Math.cos(angle) * aside).toFixed(1)}`;
  const [inner, half] = long ? [432, 7] : [448, 4.5];
  return `M${at(inner, 0)}L${at(inner + 10, -half)}L${at(484, -half)}L${at(494, 0)}L${at(484, half)}L${at(inner + 10, half)}Z`;
}

const notches = Array.from({ length: 60 }, (_, second) => notch(second)).join('');
const rim = svg`<path d=${notches} fill="#cfd6d4" opacity="0.3" transform="translate(1.6 1.6)"></path>
  <path d=${notches} fill="#000" opacity="0.6" transform="translate(-1.4 -1.4)"></path>
  <path d=${notches} fill="#12171a"></path>
  <path class="now" d=${notch(0)} fill="#ffc83d"></path>`;
