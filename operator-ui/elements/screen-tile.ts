import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { GraduationCap } from 'lucide';
import { icon } from '../look/icon.ts';
import { markColour, markIcon } from '../look/marks.ts';
import { base } from '../look/styles.ts';
import { tileStyles } from '../look/tile-styles.ts';
import type { ScreenRead } from '../state/screen-read.ts';
import { worstMark } from '../state/screen-mark.ts';
import type { Speech } from '../state/speech.ts';
import { isTraining } from '../state/training.ts';
import { numbersText, twoDigits, type Unit } from '../state/units.ts';
import { deskWords } from '../words/desk-words.ts';

/** Narrower than this words break within themselves on the picture, px; the caption has them. */
const wordsWithin = 80;
/** Lower than this a member's badge would lie over its words, px. */
const wordsFrom = 56;
/** Narrower than this a member's badge would lie under the button that asks why, px. */
const marksFrom = 72;
/** Lower than this a member gives its room to its badge, px. */
const lowUnder = 44;
/** Narrower than this a number has its mark under it, px; and than that no room at all: half a number is another one. */
const slimUnder = 54;
const numberFrom = 20;
const markBeneathFrom = 28;

/**
 * A screen, or a surface with its members, as the floor plan shows it: the picture, its number and name, its state by
 * shape, colour and word. Who places it makes it an option of a listbox.
 */
@customElement('screen-tile')
export class ScreenTile extends LitElement {
  static override styles = [base, tileStyles];

  @property({ attribute: false }) unit!: Unit;
  @property({ attribute: false }) members: readonly ScreenRead[] = [];
  @property({ attribute: false }) speech!: Speech;
  @property({ type: Number }) pictureWidth = 0;
  @property({ type: Number }) pictureHeight = 0;
  /** No room for words: number and mark on the picture only. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** The words stand to the right of the picture, so far down from its top, px. */
  @property({ type: Boolean, reflect: true }) beside = false;
  @property({ type: Number }) captionTop = 0;
  /** Room for two lines only: what is on is told where it is not what it should be. */
  @property({ type: Boolean }) brief = false;
  /** Room for one line of its name only. */
  @property({ type: Boolean, reflect: true }) low = false;
  /** How old the picture beneath is, where it stands still. */
  @property() stillFor = '';
  /** A live picture lies beneath: nothing is drawn over it that is not needed. */
  @property({ type: Boolean, reflect: true }) live = false;

  protected override willUpdate(): void {
    this.toggleAttribute('trouble', this.members.length === 1 && this.members[0]?.mark.shape === 'fault');
  }

  protected override render(): TemplateResult {
    const isSurface = this.unit.kind === 'surface';
    return html`<div class="picture" .style=${`width:${this.pictureWidth}px;height:${this.pictureHeight}px`}>
        ${isSurface || this.compact ? this.members.map((member) => this.#member(member, isSurface)) : this.#poster()}
        ${this.stillFor === '' ? nothing : html`<span class="still">${markIcon('stale', 10)}${this.stillFor}</span>`}
        ${
          isTraining()
            ? html`<div class="training">
                ${icon(GraduationCap, 14)}<span>${deskWords[this.speech.language].training.mark}</span>
              </div>`
            : nothing
        }
      </div>
      ${this.compact ? nothing : this.#caption()}`;
  }

  #poster(): TemplateResult | typeof nothing {
    const [only] = this.members;
    if (only === undefined) return nothing;
    if (only.mark.shape === 'fault') return html`<div class="middle">${markIcon('fault', 26)}</div>`;
    return this.live || this.pictureWidth < wordsWithin ? nothing : html`<div class="middle">${only.want}</div>`;
  }

  #member(member: ScreenRead, isSurface: boolean): TemplateResult {
    const found = this.unit.members.find(({ screen }) => screen.id === member.screen.id);
    const { widthPx, heightPx } = this.unit;
    const scale = this.pictureWidth / widthPx;
    const rect = found?.rect ?? { x: 0, y: 0, width: widthPx, height: heightPx };
    const style = `left:${rect.x * scale}px;top:${rect.y * scale}px;width:${rect.width * scale}px;height:${rect.height * scale}px`;
    const trouble = isSurface && member.mark.shape === 'fault';
    // Where there is no room beside it, the mark of what is well is left to the caption.
    const isMarked = this.compact || member.mark.urgency > 0 || rect.width * scale >= marksFrom;
    const isSlim = this.compact && rect.width * scale < slimUnder;
    const isLow = rect.height * scale < (isSlim ? markBeneathFrom : lowUnder);
    const isNumbered = !isSlim || rect.width * scale >= numberFrom;
    return html`<div
      class="member ${trouble ? 'trouble' : ''} ${isLow ? 'low' : ''} ${isSlim ? 'slim' : ''}"
      .style=${style}
    >
      <span class="badge"
        >${isNumbered ? twoDigits(member.screen.number) : nothing}${isMarked ? markIcon(member.mark.shape, 11) : nothing}</span
      >
      ${this.live || trouble || this.compact || rect.height * scale < wordsFrom ? nothing : html`<span class="middle">${member.want}</span>`}
    </div>`;
  }

  #caption(): TemplateResult {
    const { words } = this.speech;
    const worst = worstMark(this.members.map((member) => member.mark));
    const spokesman = this.members.find((member) => member.mark === worst) ?? this.members[0];
    const differing = this.members.find((member) => member.has !== null);
    const isAlone = this.members.length === 1;
    const name = this.speech.text(this.unit.name);
    const want = spokesman?.want ?? '';
    // What is called like the screen, or like its state, need not be told twice; its room is the name's.
    const isPlain = differing === undefined && (want === name || want === words.marks[worst.word]);
    return html`<div class="caption" .style=${this.beside ? `margin-top:${this.captionTop}px` : ''}>
      <div class="name" title=${name}>
        <b>${numbersText(this.members.map(({ screen }) => screen.number))}</b><span>${name}</span>
      </div>
      <div class="state">
        ${markIcon(worst.shape, 12)}<b class=${worst.urgency > 1 ? markColour(worst.shape) : ''}
          >${isAlone || worst.urgency === 0 || spokesman === undefined ? '' : `${twoDigits(spokesman.screen.number)} `}${words.marks[worst.word]}</b
        ><span class="quiet">${worst.urgency < 2 ? '' : (spokesman?.age ?? '')}</span>
      </div>
      ${
        differing === undefined
          ? this.brief || isPlain
            ? nothing
            : html`<div class="what" title=${want}><span>${want}</span></div>`
          : html`<div class="what differs">${wantHas(this.speech, differing)}</div>`
      }
    </div>`;
  }
}

/** `want → has`, and in words for those who do not see the arrow. */
export function wantHas({ words }: Speech, { want, has }: Pick<ScreenRead, 'want' | 'has'>): TemplateResult {
  return html`<span
    ><span class="sr">${words.hall.wants} </span>${want}<span aria-hidden="true"> → </span
    ><span class="sr">, ${words.hall.has} </span>${has ?? words.hall.nothingReported}</span
  >`;
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-tile': ScreenTile;
  }
}
