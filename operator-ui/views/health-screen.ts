import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state as internal } from 'lit/decorators.js';
import type { Hall, Screen } from '#shared/hall.ts';
import { ask, type Refusal } from '../controllers/rest.ts';
import '../elements/health-actions.ts';
import '../elements/health-chart.ts';
import '../elements/health-incidents.ts';
import '../elements/health-legibility.ts';
import '../elements/screen-calibration.ts';
import '../elements/health-pairing.ts';
import '../elements/media/screen-media.ts';
import { healthStyles } from '../look/health-styles.ts';
import { markColour, markIcon } from '../look/marks.ts';
import { base, buttons } from '../look/styles.ts';
import { chartValues, EventsAnswer, SeriesAnswer, TakesAnswer, type ChartName } from '../state/health-answers.ts';
import { keyLabel } from '../state/keys.ts';
import { screenMark } from '../state/screen-mark.ts';
import type { Seen } from '../state/seen.ts';
import type { Speech } from '../state/speech.ts';
import { twoDigits } from '../state/units.ts';
import { healthScreenStyles } from './health-screen-styles.ts';

const spans = { hour: 3_600_000, day: 24 * 3_600_000, month: 31 * 24 * 3_600_000 } as const;
type Span = keyof typeof spans;
/** The last hour is read again this often. */
const againMs = 10_000;
/** Charts in percent. */
const shares: ReadonlySet<ChartName> = new Set(['up', 'dropped', 'cpu']);
/** Whoever is later than this was not late: it joined what had begun. */
const joinedMs = 10_000;

interface Past {
  readonly series: SeriesAnswer;
  readonly events: EventsAnswer;
  readonly takes: TakesAnswer;
}

/** One screen: how it stands, what it shows, what can be done, and its last hour, day or month. Also on a phone. */
@customElement('health-screen')
export class HealthScreen extends LitElement {
  static override styles = [
    base,
    buttons,
    healthStyles,
    healthScreenStyles,
    css`
      :host {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) seen!: Seen;
  @property({ attribute: false }) screen!: Screen;
  /** Shared time, ms. */
  @property({ type: Number }) now = 0;
  @property() person = '';
  @internal() private span: Span = 'hour';
  @internal() private past: Past | null = null;
  @internal() private refusal: Refusal | null = null;
  #readAt = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('screen') && changed.get('screen')?.id !== this.screen.id;
    if (isOther) this.past = null;
    if (isOther || (this.now > 0 && this.now - this.#readAt > againMs)) void this.#read();
  }

  protected override render(): TemplateResult {
    const { words, text, duration } = this.speech;
    const { health } = words;
    const state = this.seen.screens[this.screen.id];
    const mark = state === undefined ? null : screenMark(state, this.seen.link);
    const mine = this.seen.incidents.filter(({ still }) => still.includes(this.screen.id));
    return html`<nav>
        <a href="#health" data-act="all"><kbd>${keyLabel('allScreens', words)}</kbd>← ${health.back}</a>
      </nav>
      <h1 class="title">${twoDigits(this.screen.number)} ${text(this.screen.name)}</h1>
      ${
        state === undefined || mark === null
          ? nothing
          : html`<p class="state ${markColour(mark.shape)}">
              ${markIcon(mark.shape, 16)} ${words.marks[mark.word]} ·
              ${health.since(duration(this.now - state.health.since))}
            </p>`
      }
      <p class="reason">${state === undefined ? nothing : this.speech.said(state.health)}</p>
      ${this.#lock()}
      ${
        mine.length === 0
          ? nothing
          : html`<section>
              <health-incidents
                .speech=${this.speech}
                .incidents=${mine}
                .person=${this.person}
                .now=${this.now}
              ></health-incidents>
            </section>`
      }
      <section>
        <h2>${health.actions}</h2>
        <health-actions
          .speech=${this.speech}
          .screen=${this.screen}
          .isInMaintenance=${state?.health.state === 'maintenance'}
          .can=${state?.host?.can ?? []}
        ></health-actions>
      </section>
      <section>
        <h2>${health.calibration.heading}</h2>
        <screen-calibration .speech=${this.speech} .screen=${this.screen} .trial=${state?.trial}></screen-calibration>
      </section>
      <section>
        <h2>${words.people.pairing.heading}</h2>
        <health-pairing
          .speech=${this.speech}
          .screen=${this.screen}
          .isPaired=${state?.paired === true}
        ></health-pairing>
      </section>
      ${this.#facts()}
      <section>
        <h2>${health.legibility.heading}</h2>
        <health-legibility .hall=${this.hall} .speech=${this.speech} .screen=${this.screen}></health-legibility>
      </section>
      <section>
        <div class="row">
          ${(Object.keys(spans) as Span[]).map(
            (span) =>
              html`<button class="button" aria-pressed=${span === this.span} @click=${() => this.#choose(span)}>
                ${health[span]}
              </button>`,
          )}
        </div>
        ${this.refusal === null ? nothing : html`<p class="error" role="alert">${health.failed}: ${this.speech.refused(this.refusal)}</p>`}
        <div class="charts">${(Object.keys(chartValues) as ChartName[]).map((name) => this.#chart(name))}</div>
      </section>
      ${this.past === null ? nothing : html`${this.#takes(this.past.takes)} ${this.#history(this.past.events)}`}`;
  }

  /** Whoever cleans it is no fault, but nobody should wonder why it hears no touch. */
  #lock(): TemplateResult | typeof nothing {
    const state = this.seen.screens[this.screen.id];
    const until = (state?.reportedAt ?? 0) + (state?.reported?.touch?.lockedMs ?? 0);
    const { words, duration } = this.speech;
    return until > this.now && state?.reported?.touch?.lockedMs !== undefined
      ? html`<p class="lock">${words.health.cleaning.locked(duration(until - this.now))}</p>`
      : nothing;
  }

  #facts(): TemplateResult | typeof nothing {
    const state = this.seen.screens[this.screen.id];
    const { health } = this.speech.words;
    const { number } = this.speech;
    const reported = state?.reported ?? null;
    if (reported === null) return nothing;
    const { page, clock, media } = reported;
    const host = state?.host;
    const clockIs = health.clockIs[clock.status as keyof typeof health.clockIs] ?? clock.status;
    const rows: readonly (readonly [string, string])[] = [
      [health.browser, page.browser],
      [health.build, page.build],
      [health.window, `${page.width} × ${page.height} · ${number(page.pixelRatio, 2)}`],
      [health.clock, clock.boundMs === null ? clockIs : `${clockIs}, ${health.within(number(clock.boundMs, 2))}`],
      [
        health.machine,
        host === undefined
          ? health.noHost
          : health.load(
              number(host.cpu * 100),
              host.temperatureC === null ? '–' : number(host.temperatureC),
              number(host.disk.freeBytes / 2 ** 30, 1),
            ),
      ],
    ];
    return html`<section>
        <h2>${health.media}</h2>
        <screen-media .speech=${this.speech} .media=${media}></screen-media>
      </section>
      <section>
        <h2>${health.facts}</h2>
        <dl>
          ${rows.map(
            ([name, value]) =>
              html`<dt>${name}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
      </section>`;
  }

  #chart(name: ChartName): TemplateResult {
    const points = this.past?.series.points ?? [];
    return html`<health-chart
      .label=${this.speech.words.health.charts[name]}
      .speech=${this.speech}
      .timeZone=${this.hall.timeZone}
      .most=${shares.has(name) ? 100 : null}
      .times=${points.map(({ at }) => Date.parse(at) / 1000)}
      .values=${points.map((point) => chartValues[name](point))}
    ></health-chart>`;
  }

  #takes(takes: TakesAnswer): TemplateResult {
    const { health } = this.speech.words;
    return html`<section>
      <h2>${health.takes}</h2>
      ${takes.length === 0 ? html`<p class="quiet">${health.noTakes}</p>` : nothing}
      <table>
        <tbody>
          ${takes.slice(0, 60).map(
            ({ plannedAt, latenessMs, run }) =>
              html`<tr>
                <td>${this.speech.dateTime(Date.parse(plannedAt))}</td>
                <td>${this.#runName(run)}</td>
                <td class="number">
                  ${
                    latenessMs < joinedMs
                      ? health.late(this.speech.number(latenessMs, 1))
                      : health.joined(this.speech.duration(latenessMs))
                  }
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  /** A run that is over has no title any more; a rule's is named after it, and any other was somebody's. */
  #runName(run: string): string {
    const known = this.seen.runs.find(({ id }) => id === run);
    if (known !== undefined) return this.speech.text(known.title);
    const [rule = '', start] = run.split('@');
    return start === undefined ? this.speech.words.marks.byHand : rule;
  }

  #history(events: EventsAnswer): TemplateResult {
    const { health, marks } = this.speech.words;
    const told = (event: EventsAnswer[number]): string => {
      if (event.kind === 'state') {
        const name =
          event.body.is === 'online' ? marks.onAir : (marks[event.body.is as keyof typeof marks] ?? event.body.is);
        const why = this.speech.said(event.body);
        return why === '' ? name : `${name}: ${why}`;
      }
      if (event.body.is === 'software') return health.software(event.body.browser ?? '', event.body.build ?? '');
      return event.body.is === 'came' ? health.came : health.left;
    };
    return html`<section>
      <h2>${health.history}</h2>
      ${events.length === 0 ? html`<p class="quiet">${health.noHistory}</p>` : nothing}
      <table>
        <tbody>
          ${events.slice(0, 100).map(
            (event) =>
              html`<tr>
                <td>${this.speech.dateTime(Date.parse(event.at))}</td>
                <td>${told(event)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  #choose(span: Span): void {
    this.span = span;
    void this.#read();
  }

  async #read(): Promise<void> {
    this.#readAt = this.now;
    const { id } = this.screen;
    const query = new URLSearchParams({
      from: new Date(this.now - spans[this.span]).toISOString(),
      to: new Date(this.now).toISOString(),
    }).toString();
    const of = `screens/${encodeURIComponent(id)}`;
    const [series, events, takes] = await Promise.all([
      ask('GET', `${of}/series?${query}`, SeriesAnswer),
      ask('GET', `${of}/events?${query}`, EventsAnswer),
      ask('GET', `${of}/takes?${query}`, TakesAnswer),
    ]);
    if (id !== this.screen.id) return;
    const failed = [series, events, takes].find((answer) => !answer.ok);
    this.refusal = failed === undefined || failed.ok ? null : failed.refusal;
    if (series.ok && events.ok && takes.ok)
      this.past = { series: series.value, events: events.value, takes: takes.value };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'health-screen': HealthScreen;
  }
}
