import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { SceneContext } from '#shared/scene-context.ts';
import type { SceneView } from '#shared/scene-view.ts';

/** Where a scene will be when it is ready: at `positionMs` as it is asked to prepare, and whether that moves on. */
export interface Entrance {
  readonly positionMs: number;
  readonly isMoving: boolean;
}

/**
 * The base of every scene type's element.
 *
 * A scene is a function of (params, position, view): `prepare()` makes it ready unseen, then the player calls
 * `seek(positionMs)` once per animation frame. A scene owns no timers and no clock; what moves, moves because the
 * position moved (Web Animations with `currentTime`, or drawn per frame). It may be sought backwards and at any
 * point, and must then look as if it had played up to there. The position is that of the light on the glass: the
 * screen's output delay is in it.
 *
 * The element is laid out at `context.canvas` CSS pixels (the screen's pixels, or the whole surface's when the scene
 * spans one); the player crops, rotates and warps. Type sizes follow from millimetres and viewing distance, both in
 * the context.
 *
 * @fires scene-view - the visitor changed the view; `detail` is the new {@link SceneView}
 * @fires scene-sound - what became of its sound: `detail` is 'playing', 'muted' or 'blocked'
 * @fires scene-touch - something for the hall's rules: `detail` is `{ topic, value }`
 */
export abstract class SceneElement<Params = unknown> extends LitElement {
  @property({ attribute: false }) params!: Params;
  @property({ attribute: false }) context!: SceneContext;
  /** What the visitor chose; set from outside in a mirror, raised by `scene-view` where somebody touches. */
  @property({ attribute: false }) view: SceneView = {};

  /**
   * Resolves when the first frame can be shown: data parsed, images decoded, fonts loaded. Rejects with a reason. What
   * takes its time to get to a position may go to that of `entrance` at once.
   */
  abstract prepare(entrance: Entrance): Promise<void>;

  /** Shows the scene at `positionMs` of its own time. Cheap, idempotent, no side effects outside the element. */
  abstract seek(positionMs: number): void;

  protected raiseView(view: SceneView): void {
    this.dispatchEvent(new CustomEvent<SceneView>('scene-view', { detail: view, bubbles: true, composed: true }));
  }

  protected raiseTouch(topic: string, value: string | number): void {
    this.dispatchEvent(new CustomEvent('scene-touch', { detail: { topic, value }, bubbles: true, composed: true }));
  }
}
