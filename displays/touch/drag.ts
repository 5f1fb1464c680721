import { velocityOf, type Sample } from './glide.ts';
import { followPointers, placeOf } from './pointers.ts';

/** What a drag tells: coordinates in CSS pixels of the element, scaled with it; `x` and `y` from its top left corner. */
export interface DragHandlers {
  start(x: number, y: number): void;
  move(x: number, y: number): void;
  /** Velocities in the same pixels per ms. */
  end(x: number, y: number, velocityX: number): void;
}

/** Follows one finger on `element` at a time; a second one is ignored until the first is lifted. Returns its stop. */
export function followDrag(element: HTMLElement, handlers: DragHandlers): () => void {
  let pointer: number | null = null;
  let samples: Sample[] = [];

  const down = (event: PointerEvent): void => {
    if (pointer !== null || event.button !== 0) return;
    pointer = event.pointerId;
    element.setPointerCapture(pointer);
    const { x, y } = placeOf(event, element);
    samples = [{ at: x, atMs: event.timeStamp }];
    handlers.start(x, y);
  };
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return;
    const { x, y } = placeOf(event, element);
    samples = [...samples.slice(-7), { at: x, atMs: event.timeStamp }];
    handlers.move(x, y);
  };
  const up = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return;
    pointer = null;
    const { x, y } = placeOf(event, element);
    handlers.end(x, y, velocityOf(samples, event.timeStamp));
  };
  return followPointers(element, { down, move, up });
}
