import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { GridOverlayParams } from '#shared/scenes/overlays.ts';
import { grid } from '../scenes/ident/grid.ts';
import { OverlayElement, overlayStyles } from './overlay-element.ts';

/** The test picture over whatever the screen shows: for focus, keystone, aspect and pixels, without touching the run. */
@customElement('overlay-grid')
export class GridOverlay extends OverlayElement<typeof GridOverlayParams> {
  static override styles = [
    overlayStyles,
    css`
      :host {
        background: #000;
      }
      .fill {
        width: 100%;
        height: 100%;
      }
    `,
  ];

  protected override readonly schema = GridOverlayParams;

  protected override render() {
    return html`${grid(this.context.canvas)}`;
  }
}
