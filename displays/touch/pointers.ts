/** A place in an element's own CSS pixels, from its top left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Where a point of the window lies in an element of `size` that is seen scaled and turned by whole quarters, in the
 * window's rectangle `box`. A panel that hangs upright may be turned by the player and not by its machine.
 */
export function placeIn(
  point: Place,
  box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  size: { readonly width: number; readonly height: number },
  turnDeg: number,
): Place {
  const lies = turnDeg === 90 || turnDeg === 270;
  const seenWidth = lies ? box.bottom - box.top : box.right - box.left;
  const scale = seenWidth === 0 ? 1 : size.width / seenWidth;
  const fromLeft = (point.x - box.left) * scale;
  const fromTop = (point.y - box.top) * scale;
  const fromRight = (box.right - point.x) * scale;
  const fromBottom = (box.bottom - point.y) * scale;
  switch (turnDeg) {
    case 90:
      return { x: fromTop, y: fromRight };
    case 180:
      return { x: fromRight, y: fromBottom };
    case 270:
      return { x: fromBottom, y: fromLeft };
    default:
      return { x: fromLeft, y: fromTop };
  }
}

/** How far the player has turned the picture, degrees clockwise; it says so to everything in it. */
const turnOf = (element: HTMLElement): number => Number(getComputedStyle(element).getPropertyValue('--turn'));

/** Where the pointer is in the element's own pixels. */
export function placeOf(event: PointerEvent, element: HTMLElement): Place {
  const size = { width: element.offsetWidth, height: element.offsetHeight };
  return placeIn({ x: event.clientX, y: event.clientY }, element.getBoundingClientRect(), size, turnOf(element));
}

export interface PointerListeners {
  readonly down: (event: PointerEvent) => void;
  readonly move: (event: PointerEvent) => void;
  /** Lifted or lost. */
  readonly up: (event: PointerEvent) => void;
}

/** Follows every pointer on the element. Returns its stop. */
export function followPointers(element: HTMLElement, { down, move, up }: PointerListeners): () => void {
  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', up);
  };
}
