import { html, LitElement, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Calendar, type EventInput } from 'fullcalendar';
import dayGrid from 'fullcalendar/daygrid';
import interaction, { Draggable } from 'fullcalendar/interaction';
import skeletonCss from 'fullcalendar/skeleton.css?inline';
import classic from 'fullcalendar/themes/classic';
import paletteCss from 'fullcalendar/themes/classic/palette.css?inline';
import themeCss from 'fullcalendar/themes/classic/theme.css?inline';
import timeGrid from 'fullcalendar/timegrid';
import type { Hall } from '#shared/hall.ts';
import type { BlockAnswer, CalendarAnswer } from '#shared/schedule-answers.ts';
import { gridStyles } from '../look/grid-styles.ts';
import { base } from '../look/styles.ts';
import type { Stay } from '../state/calendar-edits.ts';
import { weekdayNames } from '../state/cron-words.ts';
import { closedInScope } from '../state/schedule-scope.ts';
import type { Speech } from '../state/speech.ts';
import { wallOf } from '../state/wall-time.ts';
import { BlockKeys, type Blocks } from './block-keys.ts';
import { blockFace, dayHead, isTouch } from './grid-block.ts';
import { gridLocaleOf, gridLocales, mend, nameDates, sinkNow } from './grid-mending.ts';

const spans = ['timeGridDay', 'timeGridWeek', 'dayGridMonth'] as const;
export type GridSpan = (typeof spans)[number];

/** What happened on the grid; wall times of the hall. */
export interface GridEvents {
  /** The grid shows these wall dates, in this way. */
  'grid-span': { readonly from: string; readonly to: string; readonly span: GridSpan };
  'grid-choose': { readonly run: string };
  /** A block is held at another place, and not yet let go. */
  'grid-hold': { readonly run: string; readonly stay: Stay };
  /** What was held is to stay where it was. */
  'grid-let-go': null;
  'grid-move': { readonly run: string; readonly stay: Stay };
  /** A block was put down elsewhere with Alt held: it stays where it was as well. */
  'grid-copy': { readonly run: string; readonly stay: Stay };
  /** A show was dropped, or a free stretch marked (`show` is then null). */
  'grid-place': { readonly show: string | null; readonly stay: Stay };
}

const hourMs = 3_600_000;
/** A block and the line beneath it, px: a finger's 44 are the block's. */
const fingerPx = 46;

/**
 * Day, week or month. The grid knows wall time alone: it runs in UTC with the hall's wall times in it, so that no
 * browser's zone can shift a block.
 */
@customElement('schedule-grid')
export class ScheduleGrid extends LitElement {
  static override styles = [unsafeCSS(skeletonCss), unsafeCSS(themeCss), unsafeCSS(paletteCss), base, gridStyles];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) calendar: CalendarAnswer | null = null;
  @property({ attribute: false }) blocks: readonly BlockAnswer[] = [];
  @property({ attribute: false }) hall!: Hall;
  /** The zone, surface or screen whose blocks these are. */
  @property() scope = 'all';
  @property() span: GridSpan = 'timeGridWeek';
  /** The hall's wall time now, `YYYY-MM-DDTHH:MM`. */
  @property() now = '';
  @property({ attribute: false }) names: (block: BlockAnswer) => string = () => '';
  #grid: Calendar | null = null;
  #keys: BlockKeys | null = null;
  #held = '';
  /** The library names what it draws whenever it draws. */
  readonly #names = new MutationObserver(() => {
    const view = this.#grid?.view;
    if (view === undefined) return;
    const [from, to] = [view.currentStart, view.currentEnd].map((date) => date.toISOString().slice(0, 10));
    nameDates(this.renderRoot, this.speech.language, from ?? '', to ?? '');
  });
  /** On a tablet a day is narrower than a name, which is written in two lines, and fingers move what is in it. */
  readonly #narrow = matchMedia('(max-width: 1200px), (pointer: coarse)');

  protected override render(): TemplateResult {
    return html`<div id="grid"></div>`;
  }

  protected override firstUpdated(): void {
    const root = this.renderRoot.querySelector<HTMLElement>('#grid');
    if (root === null) return;
    this.#grid = new Calendar(root, {
      plugins: [dayGrid, timeGrid, interaction, classic],
      locales: gridLocales,
      locale: gridLocaleOf(this.speech.language),
      // Browsers know no Kazakh weekdays.
      dayHeaderContent: ({ date, view }) => {
        const name = weekdayNames(this.speech.language)[(date.getUTCDay() + 6) % 7] ?? '';
        if (view.type === 'dayGridMonth') return name;
        return { domNodes: [dayHead(date, name, view.activeStart, this.speech.language)] };
      },
      // What stands in the head is what is heard.
      dayHeaderDidMount: ({ el }) => {
        for (const hidden of el.querySelectorAll('[aria-hidden]')) hidden.removeAttribute('aria-hidden');
      },
      initialView: this.span,
      initialDate: this.now.slice(0, 10),
      now: () => this.now,
      nowIndicator: true,
      nowIndicatorLineDidMount: sinkNow,
      timeZone: 'UTC',
      firstDay: 1,
      headerToolbar: false,
      allDaySlot: false,
      height: '100%',
      dayMaxEvents: true,
      eventDisplay: 'block',
      // What is at once stands side by side: over each other they would cut each other's names.
      slotEventOverlap: false,
      // What a month has no room for is in its day; the library's own list of it leaves the window.
      moreLinkClick: 'timeGridDay' satisfies GridSpan,
      moreLinkDidMount: ({ el }) => {
        for (const name of ['aria-haspopup', 'aria-expanded']) el.removeAttribute(name);
      },
      backgroundEventClass: 'shut',
      slotDuration: '00:30:00',
      slotHeaderFormat: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      eventMinHeight: this.#leastPx,
      slotMinHeight: this.#slotPx,
      snapDuration: '00:15:00',
      scrollTime: '08:00:00',
      slotMinTime: '00:00:00',
      slotMaxTime: '24:00:00',
      editable: true,
      eventInteractive: true,
      selectable: true,
      droppable: true,
      eventContent: ({ event, view }) =>
        event.display === 'background' || { domNodes: [blockFace(event, view.type, this.#narrow.matches)] },
      eventDidMount: ({ event, el }) => this.#keys?.mounted(event.id, el),
      datesSet: ({ startStr, endStr, view }) =>
        this.#tell('grid-span', {
          from: startStr.slice(0, 10),
          to: endStr.slice(0, 10),
          span: spans.find((one) => one === view.type) ?? this.span,
        }),
      // In a month a day is a finger's size and what is in it is not: a touch on either opens the day.
      eventClick: ({ event, jsEvent }) => {
        if (isTouch(jsEvent) && this.span === 'dayGridMonth') this.#openDay(event.startStr.slice(0, 10));
        else this.#tell('grid-choose', { run: event.id });
      },
      dateClick: ({ dateStr, jsEvent, view }) => {
        if (isTouch(jsEvent) && view.type === 'dayGridMonth') this.#openDay(dateStr.slice(0, 10));
      },
      eventAllow: ({ startStr, endStr }, event) => {
        const stay = { start: startStr.slice(0, 16), end: endStr.slice(0, 16) };
        const key = `${event?.id ?? ''} ${stay.start} ${stay.end}`;
        if (event !== null && key !== this.#held) {
          this.#held = key;
          this.#tell('grid-hold', { run: event.id, stay });
        }
        return true;
      },
      eventDrop: ({ event, jsEvent }) =>
        this.#tell(jsEvent.altKey ? 'grid-copy' : 'grid-move', {
          run: event.id,
          stay: stayOf(event.startStr, event.endStr),
        }),
      eventResize: ({ event }) =>
        this.#tell('grid-move', { run: event.id, stay: stayOf(event.startStr, event.endStr) }),
      select: ({ startStr, endStr }) =>
        this.#tell('grid-place', { show: null, stay: { start: startStr.slice(0, 16), end: endStr.slice(0, 16) } }),
      drop: ({ dateStr, draggedEl }) => {
        const start = dateStr.length === 10 ? `${dateStr}T10:00` : dateStr.slice(0, 16);
        const end = new Date(Date.parse(`${start}Z`) + hourMs).toISOString().slice(0, 16);
        this.#tell('grid-place', { show: draggedEl.dataset['show'] ?? null, stay: { start, end } });
      },
    });
    this.#keys = new BlockKeys(root, this.#blocks(this.#grid));
    this.#grid.render();
    this.#names.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-label'] });
    this.#narrow.addEventListener('change', this.#onNarrow);
    mend(root);
    this.#draw();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('span') && changed.get('span') !== undefined) {
      this.#grid?.changeView(this.span);
      mend(this.renderRoot);
    }
    if (changed.has('speech')) this.#grid?.setOption('locale', gridLocaleOf(this.speech.language));
    if (changed.has('blocks') || changed.has('calendar') || changed.has('speech')) this.#draw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#narrow.removeEventListener('change', this.#onNarrow);
    this.#names.disconnect();
    this.#grid?.destroy();
    this.#grid = null;
  }

  /** Lets the rows of `container` that carry `data-show` be dragged onto the grid. Returns its stop. */
  acceptFrom(container: HTMLElement): () => void {
    const drag = new Draggable(container, { itemSelector: '[data-show]' });
    return () => drag.destroy();
  }

  go(where: 'prev' | 'next' | 'today'): void {
    this.#grid?.[where]();
  }

  goTo(date: string): void {
    this.#grid?.gotoDate(date);
  }

  /** Puts every block back where the hall has it. */
  settle(): void {
    this.#keys?.forget();
    this.#draw();
  }

  #blocks(grid: Calendar): Blocks {
    return {
      stayOf: (run) => {
        const event = grid.getEventById(run);
        if (event === null || !this.blocks.some((block) => block.run === run)) return null;
        return stayOf(event.startStr, event.endStr);
      },
      draw: (run, { start, end }) => grid.getEventById(run)?.setDates(start, end),
      isMonth: () => this.span === 'dayGridMonth',
      hold: (run, stay) => this.#tell('grid-hold', { run, stay }),
      putDown: (run, stay) => this.#tell('grid-move', { run, stay }),
      letGo: () => this.#tell('grid-let-go', null),
    };
  }

  get #leastPx(): number {
    return this.#narrow.matches ? fingerPx : 22;
  }

  /** Half an hour: on a tablet so high that what is as high as a finger seldom reaches into the next hour. */
  get #slotPx(): number {
    return this.#narrow.matches ? 30 : 25;
  }

  readonly #onNarrow = (): void => {
    this.#grid?.setOption('eventMinHeight', this.#leastPx);
    this.#grid?.setOption('slotMinHeight', this.#slotPx);
    this.#draw();
  };

  #draw(): void {
    const grid = this.#grid;
    if (grid === null) return;
    const events = this.blocks.map((block): EventInput => {
      const kind = block.lost.length > 0 ? 'lost' : '';
      const props = { kind, title: this.speech.text(block.title), detail: this.names(block) };
      return { id: block.run, start: block.start, end: block.end, title: props.title, extendedProps: props };
    });
    const absent = (this.calendar?.absent ?? []).map((one): EventInput => {
      const props = { kind: 'absent', title: this.speech.text(one.title), detail: '' };
      return { id: one.run, start: one.start, end: one.end, title: props.title, editable: false, extendedProps: props };
    });
    const { timeZone } = this.hall;
    const shut = closedInScope(this.hall, this.scope, this.calendar?.closed ?? []).map(
      ({ from, until }): EventInput => ({
        start: wallOf(from, timeZone),
        end: wallOf(until, timeZone),
        display: 'background',
      }),
    );
    const draw = (): void => {
      grid.removeAllEvents();
      for (const event of [...shut, ...events, ...absent]) grid.addEvent(event);
    };
    if (this.#keys === null) draw();
    else this.#keys.redraw(draw);
  }

  #openDay(date: string): void {
    this.#grid?.changeView('timeGridDay' satisfies GridSpan, date);
    mend(this.renderRoot);
  }

  #tell<K extends keyof GridEvents>(name: K, detail: GridEvents[K]): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** As the calendar says it; without an end it lasts an hour. */
function stayOf(start: string, end: string): Stay {
  const until = end === '' ? new Date(Date.parse(start) + hourMs).toISOString() : end;
  return { start: start.slice(0, 16), end: until.slice(0, 16) };
}

declare global {
  interface HTMLElementTagNameMap {
    'schedule-grid': ScheduleGrid;
  }
}
