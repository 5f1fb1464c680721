import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Show } from '#shared/scene.ts';
import { base, buttons, tables } from '../look/styles.ts';
import type { Speech } from '../state/speech.ts';
import { raise } from './raise.ts';

/** While no show runs: the shows of the library, each a touch away from the hall view, where its screens are chosen. */
@customElement('show-choice')
export class ShowChoice extends LitElement {
  static override styles = [
    base,
    buttons,
    tables,
    css`
      :host {
        display: block;
        max-width: 860px;
      }
      p {
        margin: 6px 0 18px;
        color: var(--ink-2);
      }
      td {
        height: 52px;
        vertical-align: middle;
      }
      .name {
        font: 600 17px/1.2 var(--display);
      }
      .n {
        width: 1%;
        text-align: end;
        white-space: nowrap;
      }
      td.n {
        color: var(--ink-2);
      }
      td:last-child {
        width: 1%;
        padding-right: 0;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) shows: readonly Show[] = [];

  protected override render(): TemplateResult {
    const { showRun: words } = this.speech.words;
    const name = (show: Show): string => this.speech.text(show.title);
    // What goes round by itself is background; the others wait to be started.
    const listed = this.shows.toSorted((a, b) => Number(a.loop) - Number(b.loop) || this.speech.byTitle(a, b));
    return html`<h1 class="title">${words.none}</h1>
      <p>${words.noneHint}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.show}</th>
            <th scope="col" class="n">${words.cues}</th>
            <th scope="col" class="n">${words.length}</th>
            <th scope="col"><span class="sr">${words.prepare}</span></th>
          </tr>
        </thead>
        <tbody>
          ${listed.map(
            (show) =>
              html`<tr data-show=${show.id}>
                <td class="name">${name(show)}</td>
                <td class="n">${show.cues.length}</td>
                <td class="n">${this.#length(show)}</td>
                <td>
                  <a
                    class="button"
                    href="#hall"
                    aria-label=${words.prepareShow(name(show))}
                    @click=${() => raise(this, 'draft', { item: { kind: 'show', id: show.id }, query: name(show) })}
                    >${words.prepare}</a
                  >
                </td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  /** Cues that wait for GO take as long as somebody likes. */
  #length({ cues, loop }: Show): string {
    const known = cues.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0);
    if (known === 0 && cues.length === 1) return this.speech.words.take.untilReleased;
    if (known === 0) return this.speech.words.showRun.untilGo;
    const isSure = cues.every(({ durationMs }) => durationMs !== undefined);
    const length = `${isSure ? '' : '≥ '}${this.speech.duration(known)}`;
    return loop ? `${length}, ${this.speech.words.showRun.round}` : length;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'show-choice': ShowChoice;
  }
}
