import { velocityOf, type Sample } from './glide.ts';

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

  const place = (event: PointerEvent): { x: number; y: number } => {
    const box = element.getBoundingClientRect();
    // The player may scale and turn the scene: measure in the element's own pixels.
    const scale = box.width === 0 ? 1 : element.offsetWidth / box.width;
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
  };
  const down = (event: PointerEvent): void => {
    if (pointer !== null || event.button !== 0) return;
    pointer = event.pointerId;
    element.setPointerCapture(pointer);
    const { x, y } = place(event);
    samples = [{ at: x, atMs: event.timeStamp }];
    handlers.start(x, y);
  };
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return;
    const { x, y } = place(event);
    samples = [...samples.slice(-7), { at: x, atMs: event.timeStamp }];
    handlers.move(x, y);
  };
  const up = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return;
    pointer = null;
    const { x, y } = place(event);
    handlers.end(x, y, velocityOf(samples, event.timeStamp));
  };
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
