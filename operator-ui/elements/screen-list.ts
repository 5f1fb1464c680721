import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Hall } from '#shared/hall.ts';
import { markColour, markIcon } from '../look/marks.ts';
import { base, buttons } from '../look/styles.ts';
import type { ScreenRead } from '../state/screen-read.ts';
import type { Speech } from '../state/speech.ts';
import { twoDigits, unitsOf, type Unit } from '../state/units.ts';
import { scheduleWords } from '../words/schedule-words.ts';
import { raise } from './raise.ts';
import { wantHas } from './screen-tile.ts';

/** The hall as a list: what each screen should show, what it says it shows, and since when. */
@customElement('screen-list')
export class ScreenList extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .small {
        min-width: max(28px, var(--finger));
      }
      :host {
        display: block;
        overflow: auto;
        padding: 0 24px 16px;
        background: var(--ground);
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th {
        position: sticky;
        top: 0;
        z-index: 1;
        background: var(--ground);
        padding: 10px 12px 6px 0;
        font-size: var(--f-label);
        font-weight: 400;
        color: var(--ink-2);
        text-align: start;
        white-space: nowrap;
      }
      td {
        height: max(40px, var(--finger));
        padding: 3px 12px 3px 0;
        border-top: 1px solid var(--line);
        color: var(--ink-2);
      }
      tr.screen {
        cursor: pointer;
      }
      tr.screen:hover td {
        background: color-mix(in srgb, var(--ink) 4%, transparent);
      }
      tr.chosen td {
        background: color-mix(in srgb, var(--st-preview) 14%, transparent);
      }
      tr.group td {
        height: max(32px, var(--finger));
        color: var(--ink-2);
        font-weight: 500;
      }
      td:first-child,
      th:first-child {
        padding-left: 8px;
        width: 72px;
        white-space: nowrap;
      }
      input {
        width: 18px;
        height: 18px;
        margin: 0 10px 0 0;
        vertical-align: -4px;
        accent-color: var(--st-preview);
      }
      b {
        color: var(--ink);
        font-weight: 600;
      }
      .name {
        color: var(--ink);
      }
      .in .name {
        padding-left: 16px;
      }
      .state {
        white-space: nowrap;
      }
      .state b {
        margin: 0 6px;
        font-weight: 500;
      }
      .differs {
        color: var(--st-warn);
        font-weight: 600;
      }
      td.number {
        text-align: end;
        white-space: nowrap;
      }
      th.number {
        text-align: end;
      }
      /* Beside the panel of a small desk, too, the way to why would be pushed out. */
      @media (max-width: 1200px) {
        .wide {
          display: none;
        }
      }
      @media (max-width: 900px) {
        :host {
          padding: 0 14px 12px;
        }
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) read: ReadonlyMap<string, ScreenRead> = new Map();
  @property({ attribute: false }) selected: ReadonlySet<string> = new Set();

  /** Screens that fit the filter. */
  @property({ attribute: false }) fitting: ReadonlySet<string> = new Set();

  protected override render(): TemplateResult {
    const { hall, take } = this.speech.words;
    const units = unitsOf(this.hall).map((unit) => ({ unit, rows: this.#rowsOf(unit) }));
    const shown = units.filter(({ rows }) => rows.length > 0);
    return html`${shown.length === 0 ? html`<p class="quiet">${take.nothingFound}</p>` : nothing}
      <table>
        <thead>
          <tr>
            <th scope="col">${hall.number}</th>
            <th scope="col">${hall.screen}</th>
            <th scope="col">${hall.state}</th>
            <th scope="col">${hall.desired}</th>
            <th scope="col">${hall.reported}</th>
            <th scope="col" class="wide">${hall.layer}</th>
            <th scope="col" class="number">${hall.since}</th>
            <th scope="col"><span class="sr">${scheduleWords[this.speech.language].why.heading}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            shown,
            ({ unit }) => unit.id,
            ({ unit, rows }) => this.#unit(unit, rows),
          )}
        </tbody>
      </table>`;
  }

  #rowsOf(unit: Unit): readonly ScreenRead[] {
    return unit.members.flatMap(({ screen }) => (this.fitting.has(screen.id) ? (this.read.get(screen.id) ?? []) : []));
  }

  #unit(unit: Unit, rows: readonly ScreenRead[]): TemplateResult {
    if (unit.kind === 'screen') return html`${rows.map((read) => this.#row(read, false))}`;
    const ids = unit.members.map(({ screen }) => screen.id as string);
    const isChosen = ids.every((id) => this.selected.has(id));
    const name = this.speech.text(unit.name);
    return html`<tr class="screen group ${isChosen ? 'chosen' : ''}" @click=${() => this.#toggle(ids)}>
        <td colspan="8">
          <input type="checkbox" .checked=${isChosen} aria-label=${name} @click=${this.#onBox(ids)} />${name}
        </td>
      </tr>
      ${rows.map((read) => this.#row(read, true))}`;
  }

  #row({ screen, state: seen, mark, age, want, has, shown }: ScreenRead, isIn: boolean): TemplateResult {
    const { words } = this.speech;
    const isChosen = this.selected.has(screen.id);
    const name = this.speech.text(screen.name);
    return html`<tr
      class="screen ${isChosen ? 'chosen' : ''} ${isIn ? 'in' : ''}"
      data-screen=${screen.id}
      @click=${() => this.#toggle([screen.id])}
    >
      <td>
        <input
          type="checkbox"
          .checked=${isChosen}
          aria-label="${screen.number} ${name}"
          @click=${this.#onBox([screen.id])}
        /><b>${twoDigits(screen.number)}</b>
      </td>
      <td class="name">${name}</td>
      <td class="state">
        ${markIcon(mark.shape)}<b class=${mark.urgency > 1 ? markColour(mark.shape) : ''}>${words.marks[mark.word]}</b
        >${age}
      </td>
      <td>${want}</td>
      <td class=${has === null ? '' : 'differs'}>${has === null ? shown : wantHas(this.speech, { want, has })}</td>
      <td class="wide">${seen === undefined ? '' : words.layers[seen.desired.layer]}</td>
      <td class="number">${seen === undefined ? '' : this.speech.time(seen.desired.since)}</td>
      <td class="number">
        <button
          class="button plain small"
          data-why=${screen.id}
          aria-label="${scheduleWords[this.speech.language].why.heading} ${screen.number} ${name}"
          @click=${(event: Event) => {
            event.stopPropagation();
            raise(this, 'ask', [screen.id]);
          }}
        >
          ?
        </button>
      </td>
    </tr>`;
  }

  /** The row answers clicks already; the box must not answer twice. */
  #onBox(screens: readonly string[]): (event: Event) => void {
    return (event) => {
      event.stopPropagation();
      this.#toggle(screens);
    };
  }

  #toggle(screens: readonly string[]): void {
    raise(this, 'choose', { screens, how: 'toggle' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-list': ScreenList;
  }
}
