/**
 * Runs in the page: what is wrong with its text, in words. Text must lie inside the picture and inside its own box, and
 * not over other text. Elements with `data-bleed` may leave the picture; text in `data-beneath` may be covered by what
 * is opened over it, but not by its like; what is not visible is not judged.
 * Serialised to the browser, so it stands alone.
 */
export function textFaults(): string[] {
  interface Line {
    readonly owner: Element;
    readonly text: string;
    readonly rect: DOMRect;
  }
  const lines: Line[] = [];
  const faults: string[] = [];
  const visible = (element: Element): boolean => {
    for (let at: Element | null = element; at !== null; at = at.parentElement ?? hostOf(at)) {
      const { opacity, visibility, display } = getComputedStyle(at);
      if (Number(opacity) < 0.04 || visibility === 'hidden' || display === 'none') return false;
    }
    return true;
  };
  const hostOf = (element: Element): Element | null => {
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      const owner = node.parentElement ?? (node.getRootNode() as ShadowRoot).host;
      if (node.data.trim() === '' || owner instanceof HTMLStyleElement || !visible(owner)) return;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) lines.push({ owner, text: node.data.trim().slice(0, 60), rect });
      return;
    }
    if (node instanceof Element && node.shadowRoot !== null) walk(node.shadowRoot);
    for (const child of node.childNodes) walk(child);
  };
  walk(document.body);
  for (const { owner, text, rect } of lines) {
    const outside = rect.left < -1 || rect.top < -1 || rect.right > innerWidth + 1 || rect.bottom > innerHeight + 1;
    if (outside && owner.closest('[data-bleed]') === null) faults.push(`leaves the picture: "${text}"`);
    if (owner instanceof HTMLElement && owner.scrollWidth > owner.clientWidth + 2 && owner.clientWidth > 0) {
      if (getComputedStyle(owner).display !== 'inline') faults.push(`wider than its box: "${text}"`);
    }
  }
  for (const [index, a] of lines.entries()) {
    for (const b of lines.slice(index + 1)) {
      if (a.owner === b.owner || a.owner.contains(b.owner) || b.owner.contains(a.owner)) continue;
      if (a.owner.closest('[data-beneath]') !== b.owner.closest('[data-beneath]')) continue;
      const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
      const down = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
      // Line boxes of display type overlap a little by design; letters that touch overlap by more.
      const allowed = 0.3 * Math.min(a.rect.height, b.rect.height);
      if (across > 2 && down > allowed) faults.push(`lie over each other: "${a.text}" and "${b.text}"`);
    }
  }
  return [...new Set(faults)];
}
