/** Runs in a page: what is to be touched and is lower than a finger needs (44 px), through all shadow roots. */
export function smallTargets(): readonly string[] {
  const leastPx = 44;
  const found = new Set<string>();
  /** How high it is to a finger, px: what is drawn small may be touched beside its picture. */
  const reachOf = (element: Element): number => {
    const { content, position, height } = getComputedStyle(element, '::after');
    const drawn = element.getBoundingClientRect().height;
    return content === 'none' || position !== 'absolute' ? drawn : Math.max(drawn, Number.parseFloat(height));
  };
  const look = (root: ParentNode): void => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot !== null) look(element.shadowRoot);
      if (!element.matches('button, select, input:not([type=hidden]), textarea, a[href], summary, [role=button]'))
        continue;
      // What is in a label is touched by its label, a screen of the list by its row, a corner by the picture around it, a
      // show of the month by its day; a link within a sentence is as high as its line.
      const day = element.closest('[role=gridcell][data-date]');
      const isOfMonth = (day?.getBoundingClientRect().height ?? Infinity) < 3 * leastPx;
      const touched = element.closest('label, tr.screen, svg') ?? (isOfMonth ? day : null) ?? element;
      const { width } = touched.getBoundingClientRect();
      const { display, opacity } = getComputedStyle(touched);
      if (width < 2 || opacity === '0' || (element.tagName === 'A' && display === 'inline')) continue;
      const reach = reachOf(touched);
      if (reach < leastPx - 0.5) {
        const name = (touched.textContent.trim() || element.getAttribute('aria-label') || element.id).slice(0, 40);
        found.add(
          `${(root as ShadowRoot).host?.localName ?? 'page'} ${element.localName} ${name.replace(/\s+/g, ' ')} ${Math.round(reach)}`,
        );
      }
    }
  };
  look(document);
  return [...found];
}
