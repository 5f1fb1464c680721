export interface Attachment {
  /** Listens on the element that is there now and on no other; `null` where nobody may touch. */
  attach(element: HTMLElement | null): void;
}

/** Keeps up with an element that each rendering may put there, take away or change. `listen` returns its stop. */
export function createAttachment(listen: (element: HTMLElement) => () => void): Attachment {
  let attached: HTMLElement | null = null;
  let stop: (() => void) | undefined;
  return {
    attach(element) {
      if (element === attached) return;
      stop?.();
      attached = element;
      stop = element === null ? undefined : listen(element);
    },
  };
}
