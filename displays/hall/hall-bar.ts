import type { Hall } from '#shared/hall.ts';
import { pageLanguage, pageWords, sayOnPage } from '../page/words.ts';
import type { Rehearsal } from './rehearsal.ts';

/** One line above the hall: that it is closed and how to see it open, or what is being rehearsed. */
export interface HallBar {
  /** Called now and then; a bar shows what is true now. */
  draw(): void;
  stop(): void;
}

const drawEveryMs = 250;
const rates = [1, 60, 1000] as const;
const hourMs = 3_600_000;
/** Long enough after opening for every scene to be there. */
const lookInAfterMs = 60_000;

function bar(body: HTMLElement): HTMLElement {
  const element = document.createElement('nav');
  element.className = 'hall-bar';
  element.hidden = true;
  body.append(element);
  return element;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.textContent = label;
  element.addEventListener('click', act);
  return element;
}

function clockOf(hall: Hall): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(pageLanguage(), {
    timeZone: hall.timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}

function repeat(draw: () => void, element: HTMLElement): HallBar {
  const timer = setInterval(draw, drawEveryMs);
  draw();
  return {
    draw,
    stop() {
      clearInterval(timer);
      element.remove();
    },
  };
}

/** Says that the hall is closed, until when, and offers to show it open. `opensAt` is null while it is open. */
export function closedBar(hall: Hall, body: HTMLElement, opensAt: () => number | null): HallBar {
  const element = bar(body);
  const words = document.createElement('span');
  const open = document.createElement('a');
  open.textContent = sayOnPage(pageWords.showOpen);
  element.append(words, open);
  const clock = clockOf(hall);
  return repeat(() => {
    const at = opensAt();
    element.hidden = at === null;
    if (at === null) return;
    const said = `${sayOnPage(pageWords.closedUntil)} ${clock.format(at)}`;
    if (words.textContent === said) return;
    words.textContent = said;
    open.href = `/hall/?at=${new Date(at + lookInAfterMs).toISOString()}`;
  }, element);
}

/** What is being rehearsed, how fast, and the ways through the day and back to now. */
export function rehearsalBar(hall: Hall, body: HTMLElement, rehearsal: Rehearsal): HallBar {
  const element = bar(body);
  element.hidden = false;
  element.classList.add('rehearsing');
  const words = document.createElement('b');
  const time = document.createElement('time');
  words.textContent = sayOnPage(pageWords.rehearsal);
  const step = (label: string, ms: number) => button(label, () => rehearsal.move(ms));
  const hour = sayOnPage(pageWords.hour);
  const day = sayOnPage(pageWords.day);
  const speeds = rates.map((rate) => {
    const one = button(`${rate}×`, () => rehearsal.setRate(rate));
    return { rate, one };
  });
  const live = document.createElement('a');
  live.href = '/hall/';
  live.textContent = sayOnPage(pageWords.backToNow);
  element.append(
    words,
    time,
    step(`‹ ${day}`, -24 * hourMs),
    step(`‹ ${hour}`, -hourMs),
    step(`${hour} ›`, hourMs),
    step(`${day} ›`, 24 * hourMs),
    ...speeds.map(({ one }) => one),
    live,
  );
  const clock = clockOf(hall);
  return repeat(() => {
    time.textContent = clock.format(rehearsal.clock.now());
    for (const { rate, one } of speeds) one.setAttribute('aria-pressed', String(rate === rehearsal.rate()));
  }, element);
}
