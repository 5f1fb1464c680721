import { squarePin, type CornerPin } from '#shared/corner-pin.ts';
import type { Setup } from '#shared/plan.ts';
import { CornerHandles, type CornersAct } from './corner-handles.ts';

export interface CornersOptions {
  /** The picture before it is pinned; handles lie over it. */
  readonly box: HTMLElement;
  readonly tell: (act: CornersAct) => void;
  /** The corners were moved here: the picture is to follow at once, before the hall has heard of it. */
  readonly onMoved: () => void;
}

/** The hall hears of a drag this often at most. */
const tellEveryMs = 100;
/** What was dragged here holds this long against a plan that is on its way. */
const settleMs = 600;

/** Lets corners on trial be dragged on the screen's own picture, with the picture following the hand. */
export function createCorners({ box, tell, onMoved }: CornersOptions) {
  let handles: CornerHandles | null = null;
  let movedAt = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | null = null;

  const isMine = (): boolean => handles !== null && (handles.isHeld || performance.now() - movedAt < settleMs);

  function moved({ detail }: CustomEvent<CornersAct>): void {
    movedAt = performance.now();
    onMoved();
    if (waiting !== null && detail.act === 'drag') return;
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    if (detail.act !== 'drag') tell(detail);
    else
      waiting = setTimeout(() => {
        waiting = null;
        if (handles !== null) tell({ cornerPin: handles.pin, act: 'drag' });
      }, tellEveryMs);
  }

  function end(): void {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    movedAt = -Infinity;
    handles?.remove();
    handles = null;
  }

  return {
    /** Brings the handles, or takes them away, as the setup says; `isOffered`: this is the screen's own player. */
    show({ trial, cornerPin, screen, hall }: Setup, isOffered: boolean): void {
      if (trial !== true || !isOffered) return end();
      if (handles === null) {
        handles = new CornerHandles();
        handles.addEventListener('moved', moved as EventListener);
        box.append(handles);
      }
      handles.size = { width: screen.widthPx, height: screen.heightPx };
      handles.language = hall.languages.default;
      if (!isMine()) handles.pin = cornerPin ?? squarePin;
    },
    /** The corners to show: what the hand has just done goes before what the plan knows of. */
    pinOf: (setup: Setup): CornerPin | undefined => (handles !== null && isMine() ? handles.pin : setup.cornerPin),
    stop: end,
  };
}
