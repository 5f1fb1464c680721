import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Text } from '#shared/text.ts';
import { LookElement } from '../look/look-element.ts';
import { sceneStyles } from '../look/scene-styles.ts';

/** What stands in for a scene that cannot be shown: the hall's name, quietly, over stone. */
@customElement('scene-fallback')
export class FallbackScene extends LookElement<{ readonly title: Text }> {
  static override styles = [
    sceneStyles,
    css`
      .name {
        position: absolute;
        inset: auto calc(84 * var(--px)) calc(120 * var(--px));
        font-size: calc(64 * var(--far));
        font-weight: 560;
        color: var(--tas-300);
      }
      .rule {
        position: absolute;
        left: calc(84 * var(--px));
        bottom: calc(84 * var(--px));
        width: calc(160 * var(--px));
        height: max(1px, calc(2 * var(--px)));
        background: var(--tas-600);
      }
    `,
  ];

  override seek(): void {
    // It stands still.
  }

  protected override render() {
    return html`
      <div class="stone"></div>
      <div class="name display balance">${this.say(this.params.title)}</div>
      <div class="rule"></div>
    `;
  }
}
