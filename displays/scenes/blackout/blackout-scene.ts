import { css } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { BlackoutParams } from '#shared/scenes/blackout.ts';
import { SceneElement } from '../scene-element.ts';

/** Black: no light, no words, no pointer. */
@customElement('scene-blackout')
export class BlackoutScene extends SceneElement<BlackoutParams> {
  static override styles = css`
    :host {
      display: block;
      width: 100%;
      height: 100%;
      background: #000;
      cursor: none;
    }
  `;

  override async prepare(): Promise<void> {
    await this.updateComplete;
  }

  override seek(): void {
    // Black at every position.
  }
}
