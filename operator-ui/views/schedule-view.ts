import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import type { BlockAnswer } from '#shared/schedule-answers.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import type { Rule } from '#shared/schedule.ts';
import type { Scene, Show } from '#shared/scene.ts';
import { ScheduleController } from '../controllers/schedule.ts';
import type { BlockEvents } from '../elements/chosen-block.ts';
import '../elements/chosen-block.ts';
import type { PlanPane } from '../elements/plan-pane.ts';
import '../elements/plan-pane.ts';
import type { RuleEditorEvents } from '../elements/rule-editor.ts';
import '../elements/rule-editor.ts';
import type { BarEvents } from '../elements/schedule-bar.ts';
import '../elements/schedule-bar.ts';
import type { GridEvents, GridSpan, ScheduleGrid } from '../elements/schedule-grid.ts';
import '../elements/schedule-grid.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { copied, mourned, moved, placed, wallMs, weekly, type Stay } from '../state/calendar-edits.ts';
import { draftOf, newDraft, type RuleDraft } from '../state/rule-draft.ts';
import { blockDetail } from '../state/schedule-names.ts';
import type { Speech } from '../state/speech.ts';
import { inScope } from '../state/schedule-scope.ts';
import { instantOfWall, wallOf } from '../state/wall-time.ts';
import { scheduleWords, type ScheduleWords } from '../words/schedule-words.ts';
import { heldWords } from './schedule-held.ts';
import { scheduleNotices } from './schedule-notices.ts';
import { otherPane, paneTabs, type Pane } from './schedule-panes.ts';
import { scheduleStyles } from './schedule-styles.ts';

/** The schedule as a calendar: blocks to drag, what each change would do, and the way back. */
@customElement('schedule-view')
export class ScheduleView extends LitElement {
  static override styles = [base, buttons, fields, scheduleStyles];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) shows: readonly Show[] = [];
  @property({ attribute: false }) scenes: readonly Scene[] = [];
  @property({ attribute: false }) revision = 0;
  /** Changes with the rules, exceptions, days and hours. */
  @property({ attribute: false }) documents = 0;
  @property({ type: Number }) now = 0;
  @state() private span: GridSpan = 'timeGridWeek';
  @state() private scope = 'all';
  @state() private pane: Pane = 'plan';
  @state() private chosen = '';
  /** What the open editor began with: a rule as it was then, so that a change by somebody else is a conflict. */
  @state() private editing: RuleDraft | null = null;
  /** Counts what was saved or begun anew: forms that were open are done with. */
  @state() private round = 0;
  @state() private held: TemplateResult | null = null;
  @state() private date = '';
  @query('schedule-grid') private readonly grid!: ScheduleGrid | null;
  readonly #schedule = new ScheduleController(this, () => ({ timeZone: this.hall.timeZone, now: this.now }));
  #stopDrag: (() => void) | null = null;
  /** Whether what is about to be saved is what the rule's editor says. */
  #isOfEditor = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopDrag?.();
  }

  protected override firstUpdated(): void {
    this.date = wallOf(this.now, this.hall.timeZone).slice(0, 10);
    void this.#letDrag();
  }

  async #letDrag(): Promise<void> {
    const pane = this.renderRoot.querySelector<PlanPane>('plan-pane');
    await pane?.updateComplete;
    if (this.isConnected && pane !== null && this.grid !== null) this.#stopDrag = this.grid.acceptFrom(pane.showList);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('documents') && changed.get('documents') !== undefined) void this.#schedule.read();
    else if (changed.has('revision') && changed.get('revision') !== undefined) this.#schedule.readSoon();
  }

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language];
    const { calendar } = this.#schedule;
    const blocks = inScope(this.hall, this.scope, calendar?.blocks ?? []);
    return html`<h1 class="sr">${this.speech.words.views.schedule}</h1>
      <section>
        <schedule-bar
          .speech=${this.speech}
          .hall=${this.hall}
          .span=${this.span}
          .date=${this.date}
          .scope=${this.scope}
          .undoable=${this.#schedule.canUndo}
          @bar-span=${({ detail }: CustomEvent<BarEvents['bar-span']>) => (this.span = detail)}
          @bar-go=${({ detail }: CustomEvent<BarEvents['bar-go']>) => this.grid?.go(detail)}
          @bar-date=${({ detail }: CustomEvent<BarEvents['bar-date']>) => this.#goTo(detail)}
          @bar-scope=${({ detail }: CustomEvent<BarEvents['bar-scope']>) => (this.scope = detail)}
          @bar-undo=${() => void this.#schedule.undo()}
          @bar-new=${() => (this.editing = this.#fresh(''))}
        ></schedule-bar>
        <schedule-grid
          .speech=${this.speech}
          .calendar=${calendar}
          .blocks=${blocks}
          .hall=${this.hall}
          .scope=${this.scope}
          .span=${this.span}
          .now=${wallOf(this.now, this.hall.timeZone)}
          .names=${(block: BlockAnswer) => blockDetail(block, this.hall, this.speech)}
          @grid-span=${({ detail }: CustomEvent<GridEvents['grid-span']>) => this.#look(detail)}
          @grid-choose=${({ detail }: CustomEvent<GridEvents['grid-choose']>) => this.#choose(detail.run)}
          @grid-hold=${({ detail }: CustomEvent<GridEvents['grid-hold']>) => this.#hold(detail, blocks)}
          @grid-let-go=${() => this.#settle(() => undefined)}
          @grid-move=${({ detail }: CustomEvent<GridEvents['grid-move']>) => this.#move(detail)}
          @grid-copy=${({ detail }: CustomEvent<GridEvents['grid-copy']>) => this.#copy(detail.run, detail.stay)}
          @grid-place=${({ detail }: CustomEvent<GridEvents['grid-place']>) => this.#place(detail)}
        ></schedule-grid>
      </section>
      <aside>${this.#notices()} ${this.#editor()} ${this.#panes(words)}</aside>`;
  }

  /** What stands above everything: a refusal, where a block is held, what is about to be saved. */
  #notices(): TemplateResult {
    return scheduleNotices({
      speech: this.speech,
      schedule: this.#schedule,
      held: this.held,
      theirs: () => void this.#theirs(),
      save: () => void this.#save(),
      cancel: () => this.#settle(() => this.#schedule.cancel()),
    });
  }

  #editor(): TemplateResult | typeof nothing {
    if (this.editing === null) return nothing;
    return html`<rule-editor
      .speech=${this.speech}
      .hall=${this.hall}
      .shows=${this.shows}
      .scenes=${this.scenes}
      .taken=${new Set(this.#schedule.rules.keys())}
      .start=${this.editing}
      @rule-edit=${({ detail }: CustomEvent<RuleEditorEvents['rule-edit']>) => this.#proposeRule(detail)}
      @rule-close=${() => (this.editing = null)}
    ></rule-editor>`;
  }

  #panes(words: ScheduleWords): TemplateResult {
    const isHidden = this.editing !== null;
    return html`${paneTabs({ words, pane: this.pane, isHidden, choose: (pane) => (this.pane = pane) })}
      <plan-pane
        ?hidden=${isHidden || this.pane !== 'plan'}
        .speech=${this.speech}
        .hall=${this.hall}
        .shows=${this.shows}
        .missed=${this.#schedule.missed}
        .block=${this.#current() ?? null}
        .date=${this.date}
        .revision=${this.revision}
        @mourn=${() => this.#mourn()}
        @show=${({ detail }: CustomEvent<string>) => (this.editing = this.#fresh(`show:${detail}`))}
        >${this.#chosenBlock()}</plan-pane
      >
      ${
        isHidden
          ? nothing
          : otherPane({
              pane: this.pane,
              speech: this.speech,
              hall: this.hall,
              library: [...this.shows, ...this.scenes],
              schedule: this.#schedule,
              today: wallOf(this.now, this.hall.timeZone).slice(0, 10),
              date: this.date,
              round: this.round,
              propose: (edits) => this.#propose(...edits),
              editRule: (id) => this.#editRule(id),
            })
      }`;
  }

  #chosenBlock(): TemplateResult | typeof nothing {
    const { rules, exceptions } = this.#schedule;
    const block = this.#current() ?? this.#schedule.calendar?.absent.find(({ run }) => run === this.chosen);
    const rule = block === undefined ? undefined : rules.get(block.rule);
    if (block === undefined || rule === undefined) return nothing;
    return html`<chosen-block
      .speech=${this.speech}
      .block=${block}
      .rule=${rule}
      .shows=${this.shows}
      .exception=${exceptions.get(`${block.rule}@${block.date}`)}
      @block-edits=${({ detail }: CustomEvent<BlockEvents['block-edits']>) => this.#propose(...detail)}
      @block-edit=${() => this.#editRule(rule.id)}
      @block-copy=${({ detail }: CustomEvent<BlockEvents['block-copy']>) => this.#copy(block.run, detail)}
      @block-weekly=${() => (this.editing = draftOf(weekly(rule, block)))}
    ></chosen-block>`;
  }

  #current(): BlockAnswer | undefined {
    return this.#schedule.calendar?.blocks.find(({ run }) => run === this.chosen);
  }

  #look({ from, to, span }: GridEvents['grid-span']): void {
    this.span = span;
    const { timeZone } = this.hall;
    // The date that is spoken of is one that is in sight.
    const today = wallOf(this.now, timeZone).slice(0, 10);
    if (this.date < from || this.date >= to) this.date = from <= today && today < to ? today : from;
    void this.#schedule.look(instantOfWall(from, timeZone), instantOfWall(to, timeZone));
  }

  #goTo(date: string): void {
    this.date = date;
    if (date !== '') this.grid?.goTo(date);
  }

  /** A rule to fill in, for the date on the calendar. */
  #fresh(subject: string): RuleDraft {
    return { ...newDraft(`${this.date}T10:00`, null, [this.scope]), subject };
  }

  #editRule(id: string): void {
    const rule = this.#schedule.rules.get(id);
    if (rule !== undefined) this.editing = draftOf(rule);
  }

  #choose(run: string): void {
    this.chosen = run;
    this.pane = 'plan';
    const block = this.#current();
    if (block !== undefined) this.date = block.start.slice(0, 10);
  }

  #hold({ run, stay }: GridEvents['grid-hold'], blocks: readonly BlockAnswer[]): void {
    const block = blocks.find((one) => one.run === run);
    if (block !== undefined) this.held = heldWords(block, stay, blocks, this.speech);
  }

  #propose(...edits: readonly ScheduleEdit[]): void {
    this.#isOfEditor = false;
    void this.#schedule.propose(edits);
  }

  #proposeRule(rule: Rule): void {
    this.#propose({ type: 'rule.put', rule, base: this.editing?.id === null ? null : rule.version });
    this.#isOfEditor = true;
  }

  #move({ run, stay }: GridEvents['grid-move']): void {
    const { calendar, rules, exceptions } = this.#schedule;
    const block = calendar?.blocks.find((one) => one.run === run);
    const rule = block === undefined ? undefined : rules.get(block.rule);
    if (block === undefined || rule === undefined) return;
    this.chosen = run;
    this.#propose(moved(block, stay, rule, exceptions.get(`${block.rule}@${block.date}`), calendar?.blocks ?? []));
  }

  #copy(run: string, stay: Stay): void {
    const { calendar, rules } = this.#schedule;
    const rule = rules.get(calendar?.blocks.find((one) => one.run === run)?.rule ?? '');
    if (rule !== undefined) this.#propose(copied(rule, stay, new Set(rules.keys())));
  }

  #place({ show, stay }: GridEvents['grid-place']): void {
    const found = this.shows.find(({ id }) => id === show);
    if (found !== undefined) this.#propose(placed(found, stay, [this.scope], new Set(this.#schedule.rules.keys())));
    else this.editing = newDraft(stay.start, (wallMs(stay.end) - wallMs(stay.start)) / 60_000, [this.scope]);
  }

  #mourn(): void {
    this.#propose(mourned(this.date, this.#schedule.calendar?.days.find(({ on }) => on === this.date)?.day));
  }

  async #save(): Promise<void> {
    const edits = this.#schedule.pending?.edits ?? [];
    if (await this.#schedule.save()) {
      // A form that this was not about keeps what is typed into it.
      if (this.#isOfEditor) this.editing = null;
      if (edits.some(({ type }) => type === 'hours.put' || type.startsWith('day.'))) this.round += 1;
    }
    this.#settle(() => undefined);
  }

  /** What is on the grid goes back to where the hall has it. */
  #settle(first: () => void): void {
    first();
    this.held = null;
    this.grid?.settle();
  }

  /** Somebody else was first: look at what they made of it, and begin again from there. */
  async #theirs(): Promise<void> {
    const id = this.editing?.id;
    this.#schedule.cancel();
    await this.#schedule.read();
    const rule = this.#schedule.rules.get(id ?? '');
    this.editing = rule === undefined ? null : draftOf(rule);
    this.round += 1;
    this.#settle(() => undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'schedule-view': ScheduleView;
  }
}
