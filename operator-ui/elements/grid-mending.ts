import kkLocale from 'fullcalendar/locales/kk';
import ruLocale from 'fullcalendar/locales/ru';
import { fullDate, weekdayName } from '#shared/dates.ts';
import type { ConsoleLanguage } from '../words/words.ts';

/** The library's words, with those that its translators have left out. */
export const gridLocales = [
  {
    ...kkLocale,
    timedText: 'Уақыты',
    eventsHint: 'Көрсетілімдер',
    closeHint: 'Жабу',
    moreLinkHint: (n: number) => `Осы күні тағы ${n}: күнді ашу`,
  },
  {
    ...ruLocale,
    timedText: 'Время',
    eventsHint: 'Показы',
    closeHint: 'Закрыть',
    moreLinkHint: (n: number) => `В этот день ещё ${n}: открыть день`,
  },
  {
    code: 'en-gb',
    timedText: 'Time',
    moreLinkHint: (n: number) => `${n} more on this day: open the day`,
  },
];

export const gridLocaleOf = (language: ConsoleLanguage): string => (language === 'en' ? 'en-gb' : language);

/**
 * What the calendar's library leaves undone: what scrolls in it can be scrolled without a mouse, and its roles are those
 * of a grid. The library draws them once for each view and does not touch them again.
 */
export function mend(root: ParentNode): void {
  for (const scroller of root.querySelectorAll<HTMLElement>('div')) {
    if (getComputedStyle(scroller).overflowY !== 'auto' || scroller.role === 'rowgroup') continue;
    scroller.tabIndex = 0;
    // What can have the focus in a grid needs a role: it is the group of rows that it holds, or that holds it.
    const group = scroller.closest('[role=rowgroup]') ?? scroller.querySelector('[role=rowgroup]');
    if (group === null) continue;
    group.role = 'presentation';
    scroller.role = 'rowgroup';
  }
  // It has a name for the ear alone, and heads are to be read as well.
  for (const head of root.querySelectorAll('[role=rowheader]')) head.role = 'gridcell';
}

/** The line of now goes behind the blocks: over a name it would strike it out, as if it were cancelled. */
export function sinkNow({ el }: { readonly el: HTMLElement }): void {
  if (el.parentElement !== null) el.parentElement.style.zIndex = '0';
}

const spoken = (date: string, language: ConsoleLanguage): string =>
  `${weekdayName(((new Date(date).getUTCDay() + 6) % 7) + 1, language)}, ${fullDate(date, language)}`;

/**
 * The names for the ear, in the console's language: the library has the browser say dates, and where that knows no
 * Kazakh it says them in its own language. `from` and `to`: the first date that is shown and the first that is not.
 */
export function nameDates(root: ParentNode, language: ConsoleLanguage, from: string, to: string): void {
  const last = new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10);
  const name = (element: Element, label: string): void => {
    if (element.ariaLabel !== label) element.ariaLabel = label;
  };
  for (const element of root.querySelectorAll<HTMLElement>('[aria-label]')) {
    const date = element.dataset['date'];
    // Heads are heard as they are read, and a week by its days.
    if (element.role === 'columnheader' || element.role === 'row') element.removeAttribute('aria-label');
    else if (element.role === 'grid')
      name(
        element,
        from === last ? spoken(from, language) : `${fullDate(from, language)} – ${fullDate(last, language)}`,
      );
    else if (date !== undefined) name(element, spoken(date, language));
  }
}
