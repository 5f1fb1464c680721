/** The deepest element that has the focus, through shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** All elements in sight that fit, through shadow roots, in the order of the tree. The selector knows of no roots. */
export function* deepAll(root: ParentNode, selector: string): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches(selector) && element.checkVisibility()) yield element;
    if (element.shadowRoot !== null) yield* deepAll(element.shadowRoot, selector);
  }
}

export function firstOf(root: ParentNode, selector: string): HTMLElement | null {
  for (const element of deepAll(root, selector)) return element;
  return null;
}
