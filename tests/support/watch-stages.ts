/**
 * Runs in the page: notes at every frame which scenes each screen of the virtual hall shows, and what is mounted anew.
 * A screen that shows nothing at some frame, or not what it should, is found in `frames`.
 */
export interface StageWatch {
  /** For each screen the different pictures it has shown, in order: scene tags joined by `+`. */
  readonly shown: Record<string, string[]>;
  /** Set once: a reload loses it. */
  readonly since: number;
}

export function watchStages(): void {
  const page = globalThis as unknown as { stageWatch: StageWatch };
  const watch: StageWatch = { shown: {}, since: performance.now() };
  page.stageWatch = watch;
  const scenesIn = (root: Element | ShadowRoot): Element[] =>
    [...root.children].flatMap((child) => {
      const own = child.localName.startsWith('scene-') && child.closest('[inert]') === null ? [child] : [];
      const below = own.length > 0 ? [] : scenesIn(child);
      return [...own, ...below, ...(child.shadowRoot === null || own.length > 0 ? [] : scenesIn(child.shadowRoot))];
    });
  const look = (): void => {
    for (const frame of document.querySelectorAll<HTMLElement>('[data-screen]')) {
      const name = frame.dataset['screen'] ?? '';
      const seen = scenesIn(frame)
        .map((scene) => scene.localName)
        .toSorted()
        .join('+');
      const list = (watch.shown[name] ??= []);
      if (list.at(-1) !== seen) list.push(seen);
    }
    requestAnimationFrame(look);
  };
  look();
}
