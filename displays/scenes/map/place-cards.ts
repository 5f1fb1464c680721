import { setTransform } from '../../look/style.ts';
import type { Side } from './choice.ts';
import { cardPlace } from './hit.ts';
import type { Point } from './land.ts';
import { cardField, field } from './layout.ts';

/**
 * Sets every card's type so that it fits, and lays it beside what it tells of, in its visitor's half of the map.
 * Measures, so it is called after a rendering and never in `seek()`. `px` is the length of a unit, CSS pixels.
 */
export function placeCards(
  cards: Iterable<HTMLElement>,
  anchorOf: (side: Side) => Point | undefined,
  px: number,
): void {
  for (const element of cards) {
    const side: Side = element.classList.contains('left') ? 'left' : 'right';
    const anchor = anchorOf(side);
    if (anchor === undefined) continue;
    fitCard(element, cardField.bottom - cardField.top, px);
    const card = { width: element.offsetWidth / px, height: element.offsetHeight / px };
    const half = field.width / 2;
    const [from, until] = side === 'left' ? [40, half - 8] : [half + 8, field.width - 40];
    const [x, y] = cardPlace(anchor, card, { from, until, ...cardField });
    setTransform(element, `translate(${(x * px).toFixed(1)}px, ${(y * px).toFixed(1)}px)`);
  }
}

/** Steps from the roomiest type to the tightest; card-styles.ts says what each one means. */
const mostDensity = 3;

/**
 * Sets the roomiest density at which a card stays within `mostHeight` units and its words within the card. A region with
 * more entries than fit at the tightest one scrolls.
 */
function fitCard(card: HTMLElement, mostHeight: number, px: number): void {
  for (let density = 0; density <= mostDensity; density++) {
    card.setAttribute('density', String(density));
    const isHighEnough = card.offsetHeight <= mostHeight * px;
    const isWideEnough = [...card.querySelectorAll('h2, p, span')].every(
      (part) => part.scrollWidth <= part.clientWidth + 1,
    );
    const rows = card.querySelector('.rows');
    const isAllShown = rows === null || rows.scrollHeight <= rows.clientHeight + 1;
    if (isAllShown && isHighEnough && isWideEnough) return;
  }
}
