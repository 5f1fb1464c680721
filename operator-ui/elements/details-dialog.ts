import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { baseOf } from '#shared/training.ts';
import { markColour, markIcon } from '../look/marks.ts';
import { limitText } from '../state/limit-text.ts';
import type { ScreenRead } from '../state/screen-read.ts';
import { twoDigits } from '../state/units.ts';
import { ConsoleDialog } from './console-dialog.ts';
import { wantHas } from './screen-tile.ts';
import './why-panel.ts';

/** One screen, close: its live picture, what is wanted and what is reported, and why it shows this, now or at any instant. */
@customElement('details-dialog')
export class DetailsDialog extends ConsoleDialog {
  static override styles = [
    ...ConsoleDialog.styles,
    css`
      dialog {
        width: min(980px, calc(100vw - 32px));
      }
      .members {
        display: flex;
        gap: 6px;
        margin-bottom: 12px;
      }
      .sides {
        display: grid;
        grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
        gap: 24px;
      }
      iframe {
        display: block;
        width: 100%;
        border: 0;
        background: #000;
        color-scheme: dark;
        pointer-events: none;
      }
      .state {
        display: flex;
        gap: 8px;
        align-items: center;
        font-size: var(--f-main);
        font-weight: 600;
        margin-bottom: 10px;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 4px 14px;
        margin-bottom: 18px;
      }
      p + dl {
        margin-top: 10px;
      }
      dt {
        color: var(--ink-2);
      }
      .differs {
        color: var(--st-warn);
        font-weight: 600;
      }
      @media (max-width: 900px) {
        .sides {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  /** The screens of the chosen unit. */
  @property({ attribute: false }) members: readonly ScreenRead[] = [];
  @state() private at = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) this.at = 0;
  }

  get #member(): ScreenRead | undefined {
    return this.members[this.at];
  }

  protected override heading(): string {
    const member = this.#member;
    if (member === undefined) return this.speech.words.hall.details;
    return `${twoDigits(member.screen.number)} ${this.speech.text(member.screen.name)}`;
  }

  protected override body(): TemplateResult {
    const member = this.#member;
    if (member === undefined) return html`<p>${this.speech.words.select.noneHint}</p>`;
    const { widthPx, heightPx, id } = member.screen;
    return html`${
        this.members.length < 2
          ? nothing
          : html`<div class="members">
              ${this.members.map(
                ({ screen }, index) =>
                  html`<button
                    class="button"
                    aria-pressed=${index === this.at ? 'true' : 'false'}
                    @click=${() => {
                      this.at = index;
                    }}
                  >
                    ${twoDigits(screen.number)}
                  </button>`,
              )}
            </div>`
      }
      <div class="sides">
        <iframe
          src=${`${baseOf(location.pathname)}/display/?screen=${encodeURIComponent(id)}&mode=mirror`}
          title=${this.speech.text(member.screen.name)}
          tabindex="-1"
          .style=${`aspect-ratio:${widthPx}/${heightPx}; ${heightPx > widthPx ? 'max-height:min(520px,42dvh); width:auto; margin:auto;' : ''}`}
        ></iframe>
        <div>
          ${this.#facts(member)}
          <why-panel
            fixed
            .speech=${this.speech}
            .hall=${this.hall}
            .screen=${id}
            .since=${member.state?.desired.run ?? ''}
          ></why-panel>
        </div>
      </div>`;
  }

  #facts({ state: seen, mark, age, want, has, shown }: ScreenRead): TemplateResult {
    const { hall, marks, layers, details } = this.speech.words;
    const report = seen?.reported ?? null;
    const clock = report?.clock.boundMs ?? null;
    const ms = this.speech.words.lastTake.ms;
    return html`<p class="state">
        ${markIcon(mark.shape, 16)}<span class=${mark.urgency > 1 ? markColour(mark.shape) : ''}
          >${marks[mark.word]}</span
        ><span class="quiet">${age}</span>
      </p>
      ${seen === undefined || seen.health.reason === null ? nothing : html`<p>${this.speech.said(seen.health)}</p>`}
      <dl>
        <dt>${hall.desired}</dt>
        <dd>${want}</dd>
        <dt>${hall.reported}</dt>
        <dd class=${has === null ? '' : 'differs'}>${has === null ? shown : wantHas(this.speech, { want, has })}</dd>
        ${
          seen === undefined
            ? nothing
            : html`<dt>${hall.since}</dt>
                <dd>${this.speech.time(seen.desired.since, true)}</dd>
                <dt>${hall.layer}</dt>
                <dd>${layers[seen.desired.layer]}</dd>
                <dt>${details.player}</dt>
                <dd>${details.players[seen.player]}</dd>`
        }
        ${
          report === null
            ? nothing
            : html`<dt>${details.clock}</dt>
                <dd>${clock === null ? '—' : `± ${this.speech.number(clock, 1)} ${ms}`}</dd>
                <dt>${details.frames}</dt>
                <dd>${report.frames.refreshHz === null ? '—' : this.speech.number(report.frames.refreshHz, 0)}</dd>
                <dt>${details.media}</dt>
                <dd>${details.held(report.media.held, report.media.missing.length)}</dd>
                ${
                  report.limits.length === 0
                    ? nothing
                    : html`<dt>${details.limits}</dt>
                        <dd>${report.limits.map((limit) => limitText(limit, this.speech)).join(', ')}</dd>`
                }`
        }
      </dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'details-dialog': DetailsDialog;
  }
}
