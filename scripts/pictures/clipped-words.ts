/** Runs in a page: texts of the console that do not fit where they stand, through all its shadow roots. */
export function clippedWords(): readonly string[] {
  const found: string[] = [];
  const isHidden = (element: Element): boolean => {
    const { visibility, display } = getComputedStyle(element);
    return visibility === 'hidden' || display === 'none' || element.getClientRects().length === 0;
  };
  const look = (root: ParentNode): void => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot !== null) look(element.shadowRoot);
      if (element.matches('.sr, svg, svg *, style, script, option') || isHidden(element)) continue;
      const hasText = [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
      );
      if (!hasText) continue;
      const { overflowX, display } = getComputedStyle(element);
      const isCut = display !== 'inline' && overflowX !== 'visible' && overflowX !== 'auto';
      if (isCut && element.scrollWidth > element.clientWidth + 1) found.push(element.textContent.trim().slice(0, 60));
      const { left, right } = element.getBoundingClientRect();
      // What is within a line is cut with its line.
      if (display !== 'inline' && (right > innerWidth + 1 || left < -1))
        found.push(`out of the window: ${element.textContent.trim().slice(0, 60)}`);
    }
  };
  look(document);
  return [...new Set(found)];
}
