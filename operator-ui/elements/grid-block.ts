import { dayAndMonth } from '#shared/dates.ts';
import type { ConsoleLanguage } from '../words/words.ts';

/** What is shorter has one line in the grid, ms. */
const shortMs = 3_600_000;

/** Of the calendar's library: what a block is drawn from; its times are the hall's wall times. */
export interface BlockFace {
  readonly id: string;
  readonly start: Date | null;
  readonly end: Date | null;
  readonly startStr: string;
  readonly endStr: string;
  readonly extendedProps: Readonly<Record<string, unknown>>;
}

/** A block as it looks: its name, and where; in a month, when. */
export function blockFace(event: BlockFace, view: string, isNarrow: boolean): HTMLElement {
  const { kind, title, detail } = event.extendedProps as { kind: string; title: string; detail: string };
  const cell = document.createElement('span');
  cell.className = `block ${kind}`;
  cell.dataset['run'] = event.id;
  const head = document.createElement('b');
  const isMonth = view === 'dayGridMonth';
  head.textContent = isMonth ? `${event.startStr.slice(11, 16)} ${title}` : title;
  const rest = document.createElement('span');
  rest.textContent = isMonth ? '' : ` ${detail}`;
  // Where two lines have no room, one is cut with a sign of it.
  const isShort = (event.end?.getTime() ?? 0) - (event.start?.getTime() ?? 0) < shortMs;
  if (isMonth || (isShort && !isNarrow)) cell.classList.add('line');
  if (view === 'timeGridDay') cell.classList.add('wide');
  cell.title = `${event.startStr.slice(11, 16)}–${event.endStr.slice(11, 16)} ${title} ${detail}`;
  cell.append(head, rest);
  return cell;
}

/** The head of a day: the first one says of what month they are, and so does the first of the next. */
export function dayHead(date: Date, weekday: string, firstShown: Date, language: ConsoleLanguage): HTMLElement {
  const head = document.createElement('span');
  head.className = 'day-head';
  const isNamed = date.getUTCDate() === 1 || date.getTime() === firstShown.getTime();
  const day = isNamed ? dayAndMonth(date.toISOString().slice(0, 10), language) : String(date.getUTCDate());
  head.textContent = `${weekday} ${day}`;
  return head;
}

/** Whether a finger did it; the library tells a click that came of a touch by the touch. */
export const isTouch = (event: Event): boolean =>
  event.type.startsWith('touch') || ('pointerType' in event && event.pointerType === 'touch');
