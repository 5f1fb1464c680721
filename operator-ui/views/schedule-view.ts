import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import type { BlockAnswer } from '#shared/schedule-answers.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import type { Rule } from '#shared/schedule.ts';
import type { Show } from '#shared/scene.ts';
import { ScheduleController } from '../controllers/schedule.ts';
import '../elements/day-panel.ts';
import '../elements/missed-list.ts';
import '../elements/rule-editor.ts';
import type { EffectEvents } from '../elements/schedule-effect.ts';
import '../elements/schedule-effect.ts';
import type { GridEvents, GridSpan, ScheduleGrid } from '../elements/schedule-grid.ts';
import '../elements/schedule-grid.ts';
import '../elements/why-panel.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { copied, meeting, mourned, moved, placed, skipped, wallMs, wallText } from '../state/calendar-edits.ts';
import { cronWords } from '../state/cron-words.ts';
import type { Speech } from '../state/speech.ts';
import { inScope } from '../state/schedule-scope.ts';
import { instantOfWall, wallOf } from '../state/wall-time.ts';
import { scheduleWords, type ScheduleWords } from '../words/schedule-words.ts';
import { scheduleStyles } from './schedule-styles.ts';

const dayMs = 24 * 3_600_000;

/** The schedule as a calendar: blocks to drag, what each change would do, and the way back. */
@customElement('schedule-view')
export class ScheduleView extends LitElement {
  static override styles = [base, buttons, fields, scheduleStyles];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) shows: readonly Show[] = [];
  @property({ attribute: false }) revision = 0;
  @property({ type: Number }) now = 0;
  @state() private span: GridSpan = 'timeGridWeek';
  @state() private scope = 'all';
  @state() private chosen = '';
  @state() private isEditing = false;
  @state() private held: TemplateResult | null = null;
  @state() private date = '';
  @query('schedule-grid') private readonly grid!: ScheduleGrid | null;
  readonly #schedule = new ScheduleController(this);
  #stopDrag: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopDrag?.();
  }

  protected override firstUpdated(): void {
    this.date = wallOf(this.now, this.hall.timeZone).slice(0, 10);
    const list = this.renderRoot.querySelector<HTMLElement>('.shows');
    if (list !== null && this.grid !== null) this.#stopDrag = this.grid.acceptFrom(list);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('revision') && changed.get('revision') !== undefined) void this.#schedule.read();
  }

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language];
    const { calendar, pending, refusal, missed, hold } = this.#schedule;
    const blocks = inScope(this.hall, this.scope, calendar?.blocks ?? []);
    return html`<section>
        ${this.#bar(words)}
        <schedule-grid
          .speech=${this.speech}
          .calendar=${calendar}
          .blocks=${blocks}
          .hall=${this.hall}
          .scope=${this.scope}
          .span=${this.span}
          .now=${wallOf(this.now, this.hall.timeZone)}
          .names=${this.#detail}
          @grid-span=${({ detail }: CustomEvent<GridEvents['grid-span']>) => this.#look(detail.from, detail.to)}
          @grid-choose=${({ detail }: CustomEvent<GridEvents['grid-choose']>) => this.#choose(detail.run)}
          @grid-hold=${({ detail }: CustomEvent<GridEvents['grid-hold']>) => this.#hold(detail, blocks)}
          @grid-move=${({ detail }: CustomEvent<GridEvents['grid-move']>) => this.#move(detail)}
          @grid-place=${({ detail }: CustomEvent<GridEvents['grid-place']>) => this.#place(detail)}
        ></schedule-grid>
      </section>
      <aside>
        ${
          hold === null
            ? nothing
            : html`<p class="refusal" role="alert">
                ${words.held}
                <button class="button" @click=${() => void this.#schedule.trustClock()}>${words.trust}</button>
              </p>`
        }
        ${refusal === null ? nothing : html`<p class="refusal" role="alert"><b>${refusal.title}</b> ${refusal.detail}</p>`}
        <div class="held" aria-live="polite">${this.held ?? nothing}</div>
        ${
          pending === null
            ? nothing
            : html`<schedule-effect
                .speech=${this.speech}
                .pending=${pending}
                @effect-save=${() => void this.#save()}
                @effect-cancel=${() => this.#cancel()}
                @effect-more=${({ detail }: CustomEvent<EffectEvents['effect-more']>) =>
                  void this.#schedule.propose([...pending.edits, ...detail])}
              ></schedule-effect>`
        }
        ${this.#chosenBlock(words)}
        <h2>${words.shows}</h2>
        <ul class="shows">
          ${this.shows.map((show) => html`<li data-show=${show.id} tabindex="0">${this.speech.text(show.title)}</li>`)}
        </ul>
        <missed-list .speech=${this.speech} .missed=${missed}></missed-list>
        <why-panel
          .speech=${this.speech}
          .hall=${this.hall}
          .at=${this.#current()?.start ?? wallOf(this.now, this.hall.timeZone)}
          .screen=${this.#current()?.screens[0] ?? ''}
          .instantOf=${(local: string) => instantOfWall(local, this.hall.timeZone)}
        ></why-panel>
        <day-panel .speech=${this.speech} .date=${this.date} .revision=${this.revision}></day-panel>
        <p class="acts">
          <a class="button" data-act="rehearse" target="_blank" href=${this.#rehearsal()}
            >${words.rehearse} ${this.date}</a
          >
          <button class="button" @click=${() => this.#mourn(words)}>${words.mourn}</button>
        </p>
      </aside>`;
  }

  #bar(words: ScheduleWords): TemplateResult {
    const spans = [
      ['timeGridDay', words.day],
      ['timeGridWeek', words.week],
      ['dayGridMonth', words.month],
    ] as const;
    const { zones, screens } = this.hall;
    return html`<header>
      ${spans.map(
        ([span, label]) =>
          html`<button class="button" aria-pressed=${this.span === span} @click=${() => (this.span = span)}>
            ${label}
          </button>`,
      )}
      <button class="button" aria-label=${words.earlier} @click=${() => this.grid?.go('prev')}>‹</button>
      <button class="button" @click=${() => this.grid?.go('today')}>${words.today}</button>
      <button class="button" aria-label=${words.later} @click=${() => this.grid?.go('next')}>›</button>
      <input
        type="date"
        aria-label=${words.date}
        .value=${this.date}
        @change=${(event: Event) => {
          this.date = (event.target as HTMLInputElement).value;
          if (this.date !== '') this.grid?.goTo(this.date);
        }}
      />
      <select
        aria-label=${words.targets}
        @change=${(event: Event) => {
          this.scope = (event.target as HTMLSelectElement).value;
        }}
      >
        <option value="all">${words.wholeHall}</option>
        ${[...zones, ...screens].map(({ id, name }) => html`<option value=${id}>${this.speech.text(name)}</option>`)}
      </select>
      <button
        class="button"
        data-act="undo"
        ?disabled=${!this.#schedule.canUndo}
        @click=${() => void this.#schedule.undo()}
      >
        ${words.undo}
      </button>
    </header>`;
  }

  #chosenBlock(words: ScheduleWords): TemplateResult | typeof nothing {
    const { calendar, rules, exceptions } = this.#schedule;
    const absent = calendar?.absent.find(({ run }) => run === this.chosen);
    const block = this.#current() ?? absent;
    const rule = block === undefined ? undefined : rules.get(block.rule);
    if (block === undefined || rule === undefined) return nothing;
    const exception = exceptions.get(`${block.rule}@${block.date}`);
    const cron = 'cron' in rule.when ? rule.when.cron : null;
    const propose = (...edits: readonly ScheduleEdit[]) => void this.#schedule.propose(edits);
    const next = (calendar?.blocks ?? []).filter((one) => one.rule === rule.id && Date.parse(one.from) > this.now);
    const later = { start: wallText(wallMs(block.start) + dayMs), end: wallText(wallMs(block.end) + dayMs) };
    return html`<h2>${words.chosen} <em>${this.speech.text(block.title)}</em></h2>
      <p>${block.start.replace('T', ' ')}–${block.end.slice(11)} · ${block.targets.join(', ')}</p>
      ${cron === null ? nothing : html`<p>${words.repeat}: ${cronWords(cron, this.speech.language) ?? cron} <code>${cron}</code></p>`}
      <p class="acts">
        ${
          exception === undefined
            ? nothing
            : html`<button
                class="button"
                @click=${() => propose({ type: 'exception.delete', rule: rule.id, date: block.date, base: exception.version })}
              >
                ${words.restore}
              </button>`
        }
        ${
          absent === undefined
            ? html`<button class="button" data-act="skip" @click=${() => propose(skipped(block, exception))}>
                ${words.skip}
              </button>`
            : nothing
        }
        <button class="button" @click=${() => propose(copied(rule, later, new Set(rules.keys())))}>
          ${words.copy}
        </button>
        <button class="button" data-act="edit" @click=${() => (this.isEditing = !this.isEditing)}>${words.edit}</button>
        <button class="button" @click=${() => propose({ type: 'rule.delete', id: rule.id, base: rule.version })}>
          ${words.remove}
        </button>
      </p>
      ${
        this.isEditing
          ? html`<rule-editor
              .speech=${this.speech}
              .hall=${this.hall}
              .shows=${this.shows}
              .rule=${rule}
              .next=${next.slice(0, 5).map(({ start }) => start.replace('T', ' '))}
              @rule-edit=${({ detail }: CustomEvent<Rule>) => propose({ type: 'rule.put', rule: detail, base: rule.version })}
            ></rule-editor>`
          : nothing
      }`;
  }

  #current(): BlockAnswer | undefined {
    return this.#schedule.calendar?.blocks.find(({ run }) => run === this.chosen);
  }

  readonly #detail = (block: BlockAnswer): string =>
    [block.language, block.targets.join(', '), block.booking?.group]
      .filter((part) => part !== null && part !== undefined)
      .join(' · ');

  #look(from: string, to: string): void {
    const [start, end] = [from, to].map((date) => instantOfWall(date, this.hall.timeZone));
    if (start === undefined || end === undefined) return;
    if (this.span === 'timeGridDay') this.date = from;
    void this.#schedule.look(start, end);
  }

  #choose(run: string): void {
    this.chosen = run;
    this.isEditing = false;
    const block = this.#current();
    if (block !== undefined) this.date = block.start.slice(0, 10);
  }

  #hold({ run, stay }: GridEvents['grid-hold'], blocks: readonly BlockAnswer[]): void {
    const block = blocks.find((one) => one.run === run);
    if (block === undefined) return;
    const words = scheduleWords[this.speech.language];
    const { conflicts, gapBeforeMs, gapAfterMs } = meeting(block, stay, blocks);
    const said = (ms: number | null): string => (ms === null ? words.unlimited : this.speech.duration(ms));
    this.held = html`<p>${stay.start.replace('T', ' ')}–${stay.end.slice(11)}</p>
      ${
        conflicts.length === 0
          ? html`<p>${words.free(said(gapBeforeMs), said(gapAfterMs))}</p>`
          : html`<p class="warn">
              △ ${words.overlaps}: ${conflicts.map((one) => this.speech.text(one.title)).join(', ')}
            </p>`
      }`;
  }

  #move({ run, stay }: GridEvents['grid-move']): void {
    const { calendar, rules, exceptions } = this.#schedule;
    const block = calendar?.blocks.find((one) => one.run === run);
    const rule = block === undefined ? undefined : rules.get(block.rule);
    if (block === undefined || rule === undefined) return;
    this.chosen = run;
    const exception = exceptions.get(`${block.rule}@${block.date}`);
    void this.#schedule.propose([moved(block, stay, rule, exception, calendar?.blocks ?? [])]);
  }

  #place({ show, stay }: GridEvents['grid-place']): void {
    const found = this.shows.find(({ id }) => id === show) ?? this.shows[0];
    if (found === undefined) return;
    const edit = placed(found, stay, [this.scope], new Set(this.#schedule.rules.keys()));
    void this.#schedule.propose([edit]);
  }

  #mourn(words: ScheduleWords): void {
    const day = this.#schedule.calendar?.days.find(({ on }) => on === this.date)?.day;
    void this.#schedule.propose([mourned(this.date, day, words.mourning)]);
  }

  async #save(): Promise<void> {
    await this.#schedule.save();
    this.held = null;
    this.grid?.settle();
  }

  #cancel(): void {
    this.#schedule.cancel();
    this.held = null;
    this.grid?.settle();
  }

  #rehearsal(): string {
    const block = this.#current();
    const at = block === undefined ? instantOfWall(`${this.date}T10:00`, this.hall.timeZone) : Date.parse(block.from);
    return Number.isNaN(at) ? '/hall/' : `/hall/?at=${new Date(at).toISOString()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'schedule-view': ScheduleView;
  }
}
