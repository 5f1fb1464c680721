import type { PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type { SceneView } from '#shared/scene-view.ts';
import { LookElement } from '../look/look-element.ts';
import { idleAt } from './idle.ts';

/** Fingers at rest on the glass keep a visit alive, but need not be told more often than this. */
const stirMs = 1000;

/**
 * A scene that visitors touch. What they chose lives in `view` and nowhere else: whoever sets the same view sees the
 * same scene. A scene extends it, calls {@link touch} when a visitor chooses something, and {@link followIdle} first
 * thing in `seek()`. Every touch and key inside the scene keeps it from returning to its attract loop.
 */
export abstract class TouchElement<Params = unknown> extends LookElement<Params> {
  /** Seconds until the scene returns to its attract loop, while it says so. */
  @state() protected leavingInS: number | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('pointerdown', this.#stir);
    this.addEventListener('pointermove', this.#stir);
    this.addEventListener('keydown', this.#stir);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('pointerdown', this.#stir);
    this.removeEventListener('pointermove', this.#stir);
    this.removeEventListener('keydown', this.#stir);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('view') && !changed.has('context')) return;
    this.toggleAttribute('low', this.view.lowReach === true);
  }

  /** Somebody has touched and has not yet left. */
  protected get isTouched(): boolean {
    return this.view.touchedAt !== undefined;
  }

  /** The visitor chose something: the view with `patch` in it, touched now. Without effect in a mirror. */
  protected touch(patch: Omit<SceneView, 'touchedAt'> = {}): void {
    if (!this.context.interactive) return;
    this.raiseView({ ...this.view, ...patch, touchedAt: this.context.nowMs() });
  }

  /** As {@link touch}, for one or more entries of the scene's own selection. */
  protected select(entries: NonNullable<SceneView['selection']>): void {
    this.touch({ selection: { ...this.view.selection, ...entries } });
  }

  /** Follows the time since the last touch; raises an empty view when the visitor has left. */
  protected followIdle(): void {
    const idle = idleAt(this.view.touchedAt, this.context.nowMs());
    const leavingInS = idle.phase === 'leaving' ? idle.secondsLeft : null;
    if (leavingInS !== this.leavingInS) this.leavingInS = leavingInS;
    if (idle.phase === 'attract' && this.isTouched && this.context.interactive) this.raiseView({});
  }

  readonly #stir = (): void => {
    const { touchedAt } = this.view;
    if (touchedAt === undefined || this.context.nowMs() - touchedAt < stirMs) return;
    this.touch();
  };
}
