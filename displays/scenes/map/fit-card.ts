/** Steps from the roomiest type to the tightest; card-styles.ts says what each one means. */
const mostDensity = 3;

/** Sets the roomiest density at which a card stays within `mostHeight` units and its words within the card. */
export function fitCard(card: HTMLElement, mostHeight: number, px: number): void {
  for (let density = 0; density <= mostDensity; density++) {
    card.setAttribute('density', String(density));
    const isHighEnough = card.offsetHeight <= mostHeight * px;
    const isWideEnough = [...card.querySelectorAll('h2, p, span')].every(
      (part) => part.scrollWidth <= part.clientWidth + 1,
    );
    if (isHighEnough && isWideEnough) return;
  }
}
