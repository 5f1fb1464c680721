import { css } from 'lit';

/** The events of the year, the strip of years and the bar, all within reach of every hand. */
export const controlsStyles = css`
  .controls {
    position: absolute;
    left: calc(84 * var(--px));
    right: calc(84 * var(--px));
    top: calc(1402 * var(--px));
    bottom: calc(22 * var(--px));
    display: flex;
    flex-direction: column;
    justify-content: space-between;
  }
  .chooser {
    display: flex;
    justify-content: space-between;
    align-items: stretch;
    height: calc(106 * var(--px));
    border-top: calc(2 * var(--px)) solid var(--tas-700);
  }
  .chooser button {
    position: relative;
    flex: 1 1 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: calc(8 * var(--px));
    font-size: calc(22 * var(--near));
    line-height: 1.1;
    letter-spacing: -0.012em;
    white-space: nowrap;
    color: var(--tas-300);
  }
  .chooser svg {
    width: calc(42 * var(--px));
    height: calc(42 * var(--px));
  }
  .chooser .arrow svg {
    fill: none;
    stroke: var(--tas-200);
    stroke-width: 2.2;
  }
  .chooser [disabled] {
    opacity: 0.25;
  }
  .chooser .choice .glyph {
    opacity: 0.7;
  }
  .chooser [aria-pressed='true'] {
    color: var(--tas-100);
    font-weight: 560;
  }
  .chooser [aria-pressed='true'] .glyph {
    opacity: 1;
  }
  .chooser [aria-pressed='true']::before {
    content: '';
    position: absolute;
    left: 8%;
    right: 8%;
    top: calc(-4 * var(--px));
    height: calc(6 * var(--px));
    background: var(--altyn-500);
  }
  .chooser .count {
    align-self: center;
    font-size: calc(34 * var(--near));
    color: var(--tas-200);
  }
  .scrubber {
    position: relative;
    height: calc(268 * var(--px));
  }
  .strip {
    height: calc(172 * var(--px));
    cursor: inherit;
  }
  .strip svg {
    pointer-events: none;
  }
  .ring {
    fill: none;
    stroke: currentColor;
    stroke-width: 3.4;
  }
  .solid {
    fill: currentColor;
  }
  .mark {
    opacity: 0.34;
  }
  .mark.own {
    opacity: 0.78;
  }
  .open .mark {
    opacity: 1;
  }
  .axis {
    stroke: var(--tas-600);
    stroke-width: 2;
  }
  .decades button {
    position: absolute;
    top: calc(172 * var(--px));
    height: calc(96 * var(--px));
    font-size: calc(27 * var(--near));
    font-feature-settings: 'tnum';
    color: var(--tas-200);
    padding-top: calc(54 * var(--px));
    line-height: 1;
  }
  .handle {
    position: absolute;
    left: 0;
    top: 0;
    pointer-events: none;
  }
  .handle .frame {
    position: absolute;
    left: calc(-19 * var(--px));
    top: calc(4 * var(--px));
    width: calc(38 * var(--px));
    height: calc(166 * var(--px));
    border: calc(3 * var(--px)) solid var(--altyn-500);
    border-radius: calc(3 * var(--px));
  }
  .handle svg {
    position: absolute;
    left: calc(-32 * var(--px));
    top: calc(168 * var(--px));
    width: calc(64 * var(--px));
  }
  .handle circle {
    fill: var(--altyn-500);
  }
  .handle path {
    fill: none;
    stroke: var(--kiiz-900);
    stroke-width: 4;
  }
  .notice {
    position: absolute;
    left: calc(84 * var(--px));
    right: calc(84 * var(--px));
    bottom: calc(22 * var(--px));
  }
`;
