import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Pending } from '../controllers/schedule.ts';
import type { BlockAnswer, ImpactAnswer } from '#shared/schedule-answers.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import { base, buttons } from '../look/styles.ts';
import { keyLabel } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';
import { scheduleWords, type ScheduleWords } from '../words/schedule-words.ts';

export interface EffectEvents {
  'effect-save': null;
  'effect-cancel': null;
  /** These edits as well: longer hours, for example. */
  'effect-more': readonly ScheduleEdit[];
}

/** What pending edits would do, read before they are saved. */
@customElement('schedule-effect')
export class ScheduleEffect extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        padding: 12px 0;
        border-top: 1px solid var(--line);
        box-shadow: inset 3px 0 0 var(--st-preview);
        padding-inline-start: 12px;
      }
      li {
        padding: 2px 0;
      }
      .some {
        padding-inline-start: 12px;
        font-size: var(--f-label);
      }
      .warn {
        color: var(--st-warn);
      }
      footer {
        display: flex;
        gap: 8px;
        margin-top: 10px;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) pending!: Pending;

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language];
    const { impact } = this.pending;
    return html`<h2>${words.effect}</h2>
      <div role="status">
        ${
          impact === null
            ? html`<p>${this.pending.isBeyond ? words.beyond : words.reckoning}</p>`
            : this.#effect(impact, words)
        }
      </div>
      <footer>
        <button
          class="button"
          data-act="save"
          ?disabled=${impact === null && !this.pending.isBeyond}
          @click=${() => this.#tell('effect-save', null)}
        >
          <kbd>${keyLabel('saveChange', this.speech.words)}</kbd>${words.save}
        </button>
        <button class="button" data-act="cancel" @click=${() => this.#tell('effect-cancel', null)}>
          <kbd>${keyLabel('cancel', this.speech.words)}</kbd>${words.cancel}
        </button>
      </footer>`;
  }

  #effect(impact: ImpactAnswer, words: ScheduleWords): TemplateResult {
    const { added, moved, changes, conflicts, displaced, outside, gaps, silenced } = impact;
    const mourned = new Set(silenced.map(({ run }) => run));
    const gone = impact.gone.filter(({ run }) => !mourned.has(run));
    const odd = [...added, ...moved.map(({ becomes }) => becomes)].filter(({ moment }) => moment !== 'usual');
    if ([added, gone, moved, changes, conflicts, displaced, outside, gaps, silenced].every((list) => list.length === 0))
      return html`<p>${words.nothing}</p>`;
    return html`<ul>
      ${this.#some(added.length, words.added, added)} ${this.#some(gone.length, words.gone, gone)}
      ${this.#some(
        moved.length,
        words.moved,
        moved.map(({ becomes }) => becomes),
      )}
      ${changes.length === 0 ? nothing : this.#changes(changes, words)}
      ${conflicts.map(
        (block) =>
          html`<li class="warn">
            △ ${words.conflicts}: ${this.speech.names(block.lost.map((loss) => this.speech.text(loss.title)))}
            (${block.start.slice(5).replace('T', ' ')})
          </li>`,
      )}
      ${displaced.length === 0 ? nothing : html`<li class="warn">△ ${words.displaced}: ${this.#named(displaced)}</li>`}
      ${odd.map(
        (block) =>
          html`<li class="warn">
            △ ${block.start.slice(0, 10)}: ${block.moment === 'gap' ? words.inGap : words.inOverlap}
          </li>`,
      )}
      ${outside
        .slice(0, 3)
        .map(
          (one) =>
            html`<li class="warn">
              △ ${words.outsideHours}: ${one.date}
              ${
                one.extendDay.length === 0
                  ? nothing
                  : html`<button class="button" @click=${() => this.#tell('effect-more', one.extendDay)}>
                      ${words.extendDay}
                    </button>`
              }
              ${
                one.extendWeek.length === 0
                  ? nothing
                  : html`<button class="button" @click=${() => this.#tell('effect-more', one.extendWeek)}>
                      ${words.extendWeek}
                    </button>`
              }
            </li>`,
        )}
      ${gaps.length === 0 ? nothing : html`<li class="warn">△ ${words.gaps(gaps.length)}</li>`}
      ${
        silenced.length === 0
          ? nothing
          : html`<li class="warn">
              ${words.silenced}:
              <ul>
                ${silenced.map((one) => html`<li>${one.start.slice(11)} ${this.speech.text(one.title)}</li>`)}
              </ul>
            </li>`
      }
    </ul>`;
  }

  /** The first of what would change on screens: from what to what. */
  #changes(changes: ImpactAnswer['changes'], words: ScheduleWords): TemplateResult {
    const { text, dayTime, time, words: said } = this.speech;
    const name = ({ layer, title }: ImpactAnswer['changes'][number]['was']): string =>
      layer === 'closed' ? said.layers.closed : text(title);
    return html`<li>
      ${words.changes(changes.length)}
      <ul class="some">
        ${changes.slice(0, 4).map(
          ({ from, until, was, becomes, screens }) =>
            html`<li>
              ${dayTime(Date.parse(from))}–${time(Date.parse(until))}: ${name(was)} → <b>${name(becomes)}</b>
              <span class="quiet">× ${screens.length}</span>
            </li>`,
        )}
      </ul>
    </li>`;
  }

  #some(count: number, say: (n: number) => string, blocks: readonly BlockAnswer[]): TemplateResult | typeof nothing {
    return count === 0 ? nothing : html`<li>${say(count)}: ${this.#named(blocks)}</li>`;
  }

  #named(blocks: readonly BlockAnswer[]): string {
    const some = blocks
      .slice(0, 5)
      .map((block) => `${this.speech.text(block.title)} ${block.start.slice(5).replace('T', ' ')}`);
    return `${some.join(', ')}${blocks.length > 5 ? '…' : ''}`;
  }

  #tell<K extends keyof EffectEvents>(name: K, detail: EffectEvents[K]): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'schedule-effect': ScheduleEffect;
  }
}
