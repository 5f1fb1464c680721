import type { LitElement, ReactiveController } from 'lit';
import type { Rect } from '#shared/hall.ts';
import {
  carrying,
  fitted,
  isInView,
  kept,
  moved,
  revealing,
  wholePlan,
  zoomed,
  zoomStep,
  type PlanView,
  type Size,
} from '../state/plan-view.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Zoomable {
  /** That which shows the plan, without its own edges, px. */
  frame(): Size;
  /** The most that it can be enlarged. */
  most(): number;
  /** What the person is at, px of the whole plan; null: nothing in particular. */
  at(): Rect | null;
  /** The picture with its words under the pointer, px of the whole plan; null: the ground. */
  partAt(event: Event): Rect | null;
  /** What lies in the window behind the plan is to go along, as CSS writes it, until pictures are asked for anew. */
  carry(transform: string): void;
}

/** A hand that shakes so much does not draw the plan yet, px. */
const stillPx = 6;
/** A wheel that has not turned for so long rests, ms. */
const wheelRestMs = 160;
/** The plan is drawn anew where its host draws it; until a gesture rests it is only carried along. */
const ground = '.ground';
const ends = ['pointerup', 'pointercancel'] as const;

/**
 * Comes closer to the plan and leaves it again: wheel with Ctrl or two fingers to enlarge, wheel or drag to move, double
 * click on a picture to see it large and back. While a hand moves the plan nothing is drawn, laid out or asked for anew.
 */
export class PlanZoom implements ReactiveController {
  /** As the host is to draw it. */
  view: PlanView = wholePlan;
  readonly #host: LitElement;
  readonly #plan: Zoomable;
  /** Under the hand. */
  #moving: PlanView | null = null;
  readonly #pointers = new Map<number, Point>();
  /** Where a drag began. */
  #start: Point = { x: 0, y: 0 };
  #isDrag = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, plan: Zoomable) {
    this.#host = host;
    this.#plan = plan;
    host.addController(this);
  }

  hostConnected(): void {
    // A hand may lift beside the plan before it draws it along, and only the window hears of that.
    for (const name of ends) addEventListener(name, this.#onUp);
    for (const [name, hear] of this.#hears) this.#host.addEventListener(name, hear, { passive: false });
    // Before the plan takes the end of a drag for a choice.
    this.#host.addEventListener('click', this.#onClick, { capture: true });
  }

  /** Whoever comes back sees the whole hall. */
  hostDisconnected(): void {
    for (const name of ends) removeEventListener(name, this.#onUp);
    for (const [name, hear] of this.#hears) this.#host.removeEventListener(name, hear);
    this.#host.removeEventListener('click', this.#onClick, { capture: true });
    clearTimeout(this.#timer);
    this.#pointers.clear();
    this.#moving = null;
    this.view = wholePlan;
  }

  hostUpdated(): void {
    this.#place();
  }

  /** The frame has another size, or the plan other pictures. */
  keep(): void {
    this.#set(kept({ ...this.view, zoom: Math.min(this.view.zoom, this.#plan.most()) }, this.#plan.frame()));
  }

  closer(): void {
    this.#step(zoomStep);
  }

  farther(): void {
    this.#step(1 / zoomStep);
  }

  whole(): void {
    this.#set(wholePlan);
  }

  /** Moves the plan as little as brings this part in sight. */
  reveal(part: Rect): void {
    if (this.view.zoom > 1) this.#set(revealing(this.view, part, this.#plan.frame()));
  }

  /** Shows these parts together; what is seen closer than they allow is left. */
  show(parts: readonly Rect[]): void {
    this.#set(fitted(parts, this.#plan.frame(), Math.min(this.view.zoom, this.#plan.most())));
  }

  #step(by: number): void {
    const frame = this.#plan.frame();
    const { zoom, x, y } = this.view;
    const at = this.#plan.at();
    const isAt = at !== null && isInView(this.view, at, frame);
    const point = isAt
      ? { x: x + (at.x + at.width / 2) * zoom, y: y + (at.y + at.height / 2) * zoom }
      : { x: frame.width / 2, y: frame.height / 2 };
    const next = zoomed(this.view, by, point, frame, this.#plan.most());
    // What lies at the frame's edge would grow beyond it.
    this.#set(isAt ? revealing(next, at, frame) : next);
  }

  #set(view: PlanView): void {
    clearTimeout(this.#timer);
    const isMoved = this.#moving !== null;
    this.#moving = null;
    if (view.zoom === this.view.zoom && view.x === this.view.x && view.y === this.view.y && !isMoved) return;
    this.view = view;
    this.#host.requestUpdate();
  }

  #move(view: PlanView): void {
    this.#moving = view;
    this.#place();
    const { left, top } = this.#host.getBoundingClientRect();
    const corner = { x: left + this.#host.clientLeft, y: top + this.#host.clientTop };
    this.#plan.carry(carrying(this.view, view, corner));
  }

  #rest(): void {
    if (this.#moving !== null) this.#set(this.#moving);
  }

  get #now(): PlanView {
    return this.#moving ?? this.view;
  }

  /** What is drawn is as large as in `view` already. */
  #place(): void {
    const drawn = this.#host.renderRoot.querySelector<HTMLElement>(ground);
    if (drawn === null) return;
    const { zoom, x, y } = this.#now;
    const scale = zoom / this.view.zoom;
    const isPlain = scale === 1 && x === 0 && y === 0;
    drawn.style.transform = isPlain ? '' : `translate(${x}px,${y}px) scale(${scale})`;
  }

  #pointOf({ clientX, clientY }: MouseEvent): Point {
    const { left, top } = this.#host.getBoundingClientRect();
    return { x: clientX - left - this.#host.clientLeft, y: clientY - top - this.#host.clientTop };
  }

  readonly #onWheel = (event: WheelEvent): void => {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 16;
    const frame = this.#plan.frame();
    // A pinch on a touchpad comes as a wheel with Ctrl, in small steps.
    if (event.ctrlKey) {
      const turned = Math.min(Math.max(event.deltaY * unit, -25), 25);
      this.#move(zoomed(this.#now, Math.exp(-turned / 100), this.#pointOf(event), frame, this.#plan.most()));
    } else if (this.#now.zoom > 1) {
      const [dx, dy] = event.shiftKey ? [event.deltaX + event.deltaY, 0] : [event.deltaX, event.deltaY];
      this.#move(moved(this.#now, -dx * unit, -dy * unit, frame));
    } else return;
    event.preventDefault();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), wheelRestMs);
  };

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || isButton(event)) return;
    // The first hand of a gesture: of one before it nothing is on the plan any more, heard of or not.
    if (event.isPrimary) this.#pointers.clear();
    if (this.#pointers.size === 0) this.#isDrag = false;
    this.#pointers.set(event.pointerId, this.#pointOf(event));
    this.#start = this.#pointOf(event);
  };

  readonly #onMove = (event: PointerEvent): void => {
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) return;
    // Lifted where nobody heard it, outside the window.
    if (event.buttons === 0) {
      this.#onUp(event);
      return;
    }
    const point = this.#pointOf(event);
    const far = Math.hypot(point.x - this.#start.x, point.y - this.#start.y);
    const hands = this.#pointers.size;
    if (!this.#isDrag && (hands === 1 ? far < stillPx || this.#now.zoom === 1 : hands !== 2)) return;
    if (!this.#isDrag) {
      this.#isDrag = true;
      for (const id of this.#pointers.keys()) this.#host.setPointerCapture(id);
    }
    const frame = this.#plan.frame();
    const [other] = [...this.#pointers].flatMap(([id, at]) => (id === event.pointerId ? [] : [at]));
    this.#pointers.set(event.pointerId, point);
    if (other === undefined) {
      this.#move(moved(this.#now, point.x - before.x, point.y - before.y, frame));
      return;
    }
    const by = Math.hypot(point.x - other.x, point.y - other.y) / Math.hypot(before.x - other.x, before.y - other.y);
    const middle = { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 };
    const along = moved(this.#now, (point.x - before.x) / 2, (point.y - before.y) / 2, frame);
    this.#move(zoomed(along, Number.isFinite(by) ? by : 1, middle, frame, this.#plan.most()));
  };

  readonly #onUp = (event: PointerEvent): void => {
    if (!this.#pointers.delete(event.pointerId)) return;
    if (this.#pointers.size === 0) this.#rest();
  };

  readonly #onClick = (event: MouseEvent): void => {
    if (!this.#isDrag || isButton(event)) return;
    this.#isDrag = false;
    event.stopPropagation();
  };

  readonly #onDouble = (event: MouseEvent): void => {
    if (isButton(event)) return;
    const frame = this.#plan.frame();
    const part = this.#plan.partAt(event);
    const close =
      part === null
        ? zoomed(this.view, zoomStep ** 2, this.#pointOf(event), frame, this.#plan.most())
        : fitted([part], frame, this.#plan.most());
    // Closer it does not come: back to the whole.
    this.#set(close.zoom > this.view.zoom * 1.02 ? close : wholePlan);
  };

  readonly #hears: readonly (readonly [string, EventListener])[] = [
    ['wheel', this.#onWheel as EventListener],
    ['pointerdown', this.#onDown as EventListener],
    ['pointermove', this.#onMove as EventListener],
    ['dblclick', this.#onDouble as EventListener],
  ];
}

/** What has a meaning of its own under the pointer. */
function isButton(event: Event): boolean {
  const [deepest] = event.composedPath();
  return deepest instanceof Element && deepest.closest('button') !== null;
}
