import { followPointers, placeOf } from './pointers.ts';

/** What hands do on a field that can be moved: places in CSS pixels of the element, from its top left corner. */
export interface GestureHandlers {
  tap(x: number, y: number): void;
  pan(dx: number, dy: number): void;
  pinch(factor: number, x: number, y: number): void;
  /** The last hand that moved the field has left it. */
  settle(): void;
}

interface Finger {
  readonly startX: number;
  readonly startY: number;
  x: number;
  y: number;
  /** It moved the field, so lifting it is no tap. */
  isUsed: boolean;
}

/** A finger that moved less than this has tapped. */
const tapPx = 14;
/** Two fingers closer than this belong to one hand; farther apart they are two visitors. */
const handPx = 620;

/**
 * Follows any number of fingers on `element`: each taps for itself, one alone pans, two of one hand pinch. Two visitors
 * who touch at once therefore do not zoom each other's map. Returns its stop.
 */
export function followGestures(element: HTMLElement, handlers: GestureHandlers): () => void {
  const fingers = new Map<number, Finger>();

  const partnerOf = (id: number, finger: Finger): Finger | undefined =>
    [...fingers].find(([other, { x, y }]) => other !== id && Math.hypot(x - finger.x, y - finger.y) < handPx)?.[1];

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const { x, y } = placeOf(event, element);
    element.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, { startX: x, startY: y, x, y, isUsed: false });
  };
  const move = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId);
    if (finger === undefined) return;
    const { x, y } = placeOf(event, element);
    const isTap = Math.hypot(x - finger.startX, y - finger.startY) < tapPx;
    if (isTap && !finger.isUsed) return;
    const partner = partnerOf(event.pointerId, finger);
    const [dx, dy] = [x - finger.x, y - finger.y];
    finger.isUsed = true;
    if (partner === undefined) handlers.pan(dx, dy);
    else {
      const before = Math.hypot(finger.x - partner.x, finger.y - partner.y);
      const after = Math.hypot(x - partner.x, y - partner.y);
      partner.isUsed = true;
      if (before > 8 && after > 8) handlers.pinch(after / before, (x + partner.x) / 2, (y + partner.y) / 2);
    }
    finger.x = x;
    finger.y = y;
  };
  const up = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId);
    if (finger === undefined) return;
    fingers.delete(event.pointerId);
    if (!finger.isUsed && event.type === 'pointerup') handlers.tap(finger.x, finger.y);
    else if (![...fingers.values()].some(({ isUsed }) => isUsed)) handlers.settle();
  };
  return followPointers(element, { down, move, up });
}
