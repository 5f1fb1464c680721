import { html, svg } from 'lit';
import { customElement, query, queryAll, state } from 'lit/decorators.js';
import type { WallParams } from '#shared/scenes/wall.ts';
import { pickText } from '#shared/text.ts';
import { decodeImage } from '../../look/fonts.ts';
import { LookElement } from '../../look/look-element.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import stoneUrl from '../../look/stone/stone-mid.jpg?url';
import { setOpacity } from '../../look/style.ts';
import { crest, ranges, wallLayout, type WallLayout } from './layout.ts';
import discUrl from './sun-disc.webp?url';
import raysUrl from './sun-rays.webp?url';
import { loopMs, wallAt } from './times.ts';
import { wallStyles } from './wall-styles.ts';

/** Geometry of the baked pictures (scripts/pictures/sun.ts), in pixels of the drawing. */
const baked = {
  discPx: 940,
  discRadius: 455,
  raysPx: 920,
  raysPerQuarter: 8,
  rayFrom: 505,
  rayUntil: 905,
  rayHalfWidth: 52,
} as const;
const sides = ['left', 'right'] as const;
const hillColours = [
  { crest: '#ffdf9a', top: '#7a6a45', foot: '#4c4d45' },
  { crest: '#b9a77c', top: '#3f4340', foot: '#2f3739' },
  { crest: '#6f7470', top: '#2a3234', foot: '#1d2528' },
] as const;

/** A sunrise over the wall: the sun on the bezel, the steppe for a horizon, words cut into the stone. */
@customElement('scene-wall')
export class WallScene extends LookElement<WallParams> {
  static override styles = [sceneStyles, wallStyles];

  @state() private pictures: readonly HTMLImageElement[] = [];

  @query('.glow') private glow!: HTMLElement | null;
  @query('.disc') private disc!: HTMLElement | null;
  @query('.shine') private shine!: HTMLElement | null;
  @query('.lit') private lit!: SVGElement | null;
  @queryAll('.rays.left .ray') private leftRays!: NodeListOf<HTMLElement>;
  @queryAll('.rays.right .ray') private rightRays!: NodeListOf<HTMLElement>;
  @queryAll('.word img') private words!: NodeListOf<HTMLElement>;
  @queryAll('.line') private lines!: NodeListOf<HTMLElement>;

  override async prepare(): Promise<void> {
    const urls = this.params.words.map(({ picture }) => this.context.mediaUrl(picture));
    const [pictures] = await Promise.all([
      Promise.all(urls.map(decodeImage)),
      decodeImage(discUrl),
      decodeImage(raysUrl),
      super.prepare(),
    ]);
    this.pictures = pictures;
    await this.updateComplete;
  }

  override seek(positionMs: number): void {
    const at = this.context.reducedMotion ? loopMs / 2 : positionMs;
    const frame = wallAt(at, {
      rays: baked.raysPerQuarter,
      words: this.params.words.length,
      parts: this.context.languages.order.length,
    });
    setOpacity(this.glow, frame.glow);
    setOpacity(this.disc, 0.34 + 0.66 * frame.sun);
    setOpacity(this.shine, frame.sun * frame.glow);
    setOpacity(this.lit, frame.land);
    for (const rays of [this.leftRays, this.rightRays]) {
      rays.forEach((ray, index) => setOpacity(ray, 0.13 + 0.87 * (frame.rays[index] ?? 0)));
    }
    this.words.forEach((word, index) => setOpacity(word, 0.26 + 0.74 * (frame.words[index] ?? 0)));
    for (const line of this.lines) {
      const isTold = line.dataset['part'] === undefined || line.dataset['part'] === String(frame.line.part);
      setOpacity(line, isTold ? frame.line.opacity : 0);
    }
  }

  protected override render() {
    const layout = wallLayout(this.context, this.params.words.length);
    const { sun, scale } = layout;
    const glow = `radial-gradient(${2500 * scale}px ${1250 * scale}px at ${sun.x}px ${sun.y}px, #ffc04a57, #ff9d2a1a 48%, #ff9d2a00 74%)`;
    return html`
      <div class="stone mid"></div>
      <div class="night fill"></div>
      <div class="glow fill" .style=${`background:${glow}`}></div>
      <div class="above" .style=${`height:${sun.y + 90 * scale}px`}>${this.#sun(layout)}</div>
      ${this.#hills(layout)} ${layout.places.map((_, index) => this.#word(layout, index))} ${this.#lines(layout)}
    `;
  }

  #sun({ sun, scale }: WallLayout) {
    const size = baked.discPx * scale;
    const box = (wide: number): string =>
      `left:${sun.x - wide / 2}px;top:${sun.y - wide / 2}px;width:${wide}px;height:${wide}px`;
    return html`${sides.map(
        (side) =>
          html`<div class="rays ${side}" .style=${`left:${sun.x}px;top:${sun.y}px`}>
            ${Array.from({ length: baked.raysPerQuarter }, (_, index) =>
              rayElement(baked.raysPerQuarter - 1 - index, scale),
            )}
          </div>`,
      )}
      <img class="disc" alt="" src=${discUrl} decoding="sync" .style=${box(size)} />
      <div class="shine" .style=${box(baked.discRadius * 2 * scale)}></div>`;
  }

  #hills({ sun, scale }: WallLayout) {
    const height = this.context.canvas.height - sun.y;
    const foot = height / scale + 60;
    return html`<svg
      class="hills"
      viewBox=${`0 0 3840 ${height / scale}`}
      preserveAspectRatio="none"
      .style=${`top:${sun.y}px;height:${height}px`}
    >
      <defs>
        ${hillColours.map(
          ({ top, foot: lower }, index) => svg`<linearGradient id="hill-${index}" x1="0" x2="0" y1="0" y2="1">
            <stop offset="0" stop-color=${top}></stop>
            <stop offset="0.12" stop-color=${lower}></stop>
            <stop offset="0.62" stop-color="#11171a"></stop>
          </linearGradient>`,
        )}
        <pattern id="grain" width="1400" height="1400" patternUnits="userSpaceOnUse">
          <image href=${stoneUrl} width="1400" height="1400"></image>
        </pattern>
      </defs>
      ${ranges.map((range) => svg`<path fill="#141a1d" d="${crest(range)}V${foot}H-40Z"></path>`)}
      <g class="lit">
        ${ranges.map((range, index) => {
          const line = crest(range);
          return svg`<path fill="url(#hill-${index})" d="${line}V${foot}H-40Z"></path>
            <path class="crest" d=${line} stroke=${hillColours[index]?.crest ?? '#fff'} stroke-opacity=${0.75 - index * 0.18} stroke-width="5"></path>`;
        })}
      </g>
      ${ranges.slice(0, 1).map((range) => svg`<path class="grain" fill="url(#grain)" d="${crest(range)}V${foot}H-40Z"></path>`)}
    </svg>`;
  }

  #word({ places, scale }: WallLayout, index: number) {
    const place = places[index];
    const word = this.params.words[index];
    const picture = this.pictures[index];
    if (place === undefined || word === undefined || picture === undefined) return null;
    const fit = Math.min(scale, place.width / picture.naturalWidth);
    const width = picture.naturalWidth * fit;
    const height = picture.naturalHeight * fit;
    // The pictures begin at the top of the capitals, so that all words stand on one line whatever hangs below it.
    const [left, top] = [(place.width - width) / 2, place.height * 0.31];
    return html`<div
      class="word"
      role="img"
      aria-label=${word.word}
      .style=${`left:${place.x}px;top:${place.y}px;width:${place.width}px;height:${place.height}px`}
    >
      <img
        alt=""
        src=${picture.src}
        decoding="sync"
        .style=${`left:${left}px;top:${top}px;width:${width}px;height:${height}px`}
      />
    </div>`;
  }

  #lines({ places }: WallLayout) {
    const { title, years } = this.params;
    const { order } = this.context.languages;
    const [first, last] = [places[0], places.at(-1)];
    const box = (place: typeof first): string =>
      place === undefined ? '' : `left:${place.x}px;width:${place.width}px;top:${place.y + place.height * 0.88}px`;
    return html`${
      title === undefined
        ? null
        : order.map((language, part) => {
            const said = pickText(title, language, order);
            return html`<div class="line" data-part=${part} lang=${said.language} .style=${box(first)}>
              ${said.text}
            </div>`;
          })
    }${years === undefined ? null : html`<div class="line" .style=${box(last)}>${this.say(years)}</div>`}`;
  }
}

/** One ray of the left quarter, cut out of the baked picture; the right side is its mirror image. Index 0 is at the horizon. */
function rayElement(index: number, scale: number) {
  const angle = Math.PI + (Math.PI / 2) * ((index + 0.5) / baked.raysPerQuarter);
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  const corners = [baked.rayFrom, baked.rayUntil].flatMap((out) =>
    [-1, 1].map(
      (side) => [ux * out - uy * baked.rayHalfWidth * side, uy * out + ux * baked.rayHalfWidth * side] as const,
    ),
  );
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, right] = [Math.max(-baked.raysPx, Math.min(...xs)), Math.min(0, Math.max(...xs))];
  const [top, bottom] = [Math.max(-baked.raysPx, Math.min(...ys)), Math.min(0, Math.max(...ys))];
  const polygon = [corners[0], corners[1], corners[3], corners[2]]
    .flatMap((corner) => (corner === undefined ? [] : `${(corner[0] - left) * scale}px ${(corner[1] - top) * scale}px`))
    .join(',');
  return html`<div
    class="ray"
    .style=${[
      `left:${left * scale}px`,
      `top:${top * scale}px`,
      `width:${(right - left) * scale}px`,
      `height:${(bottom - top) * scale}px`,
      `background-image:url(${raysUrl})`,
      `background-size:${baked.raysPx * scale}px`,
      `background-position:${-(left + baked.raysPx) * scale}px ${-(top + baked.raysPx) * scale}px`,
      `clip-path:polygon(${polygon})`,
    ].join(';')}
  ></div>`;
}
