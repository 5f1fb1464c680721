import { css } from 'lit';

/** The line of years and the bar under the map, and the ground they keep when the map is looked at closely. */
export const mapControlsStyles = css`
  .line {
    position: absolute;
    left: calc(84 * var(--px));
    right: calc(84 * var(--px));
    top: calc(854 * var(--px));
  }
  .line.low {
    top: calc(950 * var(--px));
  }
  .year-line {
    position: relative;
    height: calc(114 * var(--px));
  }
  .year-line > svg {
    pointer-events: none;
  }
  .year-line path {
    fill: none;
    stroke-width: 2.5;
  }
  .year-line .to-come {
    stroke: var(--tas-600);
  }
  .year-line .gone {
    stroke: var(--tas-300);
  }
  .year-line text {
    font-family: var(--text);
    font-size: 24px;
    fill: var(--tas-300);
    text-anchor: middle;
  }
  .handle {
    position: absolute;
    left: 0;
    top: 0;
    pointer-events: none;
  }
  .handle svg {
    position: absolute;
    left: calc(-32 * var(--px));
    top: calc(24 * var(--px));
    width: calc(64 * var(--px));
  }
  .handle circle {
    fill: var(--altyn-500);
  }
  .handle path {
    stroke: var(--kiiz-900);
    stroke-width: 4;
  }
  .bar {
    position: absolute;
    left: calc(84 * var(--px));
    right: calc(84 * var(--px));
    bottom: calc(8 * var(--px));
    display: flex;
    justify-content: space-between;
    border-top: calc(2 * var(--px)) solid var(--tas-600);
    font-size: calc(30 * var(--near));
  }
  .bar .tools {
    border: 0;
    font-size: inherit;
  }
  .filters,
  .zoom {
    display: flex;
  }
  .filters button {
    display: flex;
    align-items: center;
    gap: calc(12 * var(--px));
    padding: 0 calc(18 * var(--px));
    color: var(--tas-100);
  }
  .filters .glyph {
    width: calc(34 * var(--px));
  }
  .filters [aria-pressed='false'] {
    color: var(--tas-300);
    text-decoration: line-through;
  }
  .filters [aria-pressed='false'] .glyph {
    color: var(--tas-500);
  }
  .zoom button {
    display: grid;
    place-items: center;
  }
  .zoom svg {
    width: calc(38 * var(--px));
    fill: none;
    stroke: var(--tas-100);
    stroke-width: 2.2;
  }
  .zoom [disabled] {
    opacity: 0.3;
  }
  .notice {
    position: absolute;
    left: calc(84 * var(--px));
    right: calc(84 * var(--px));
    bottom: calc(0 * var(--px));
  }
  .bar.covered {
    opacity: 0;
  }
  /* Over a map that is looked at closely: the year keeps its ground, and the controls theirs. */
  .corner {
    position: absolute;
    left: 0;
    top: 0;
    width: calc(900 * var(--px));
    height: calc(420 * var(--px));
    background: radial-gradient(closest-side at 30% 26%, #0c1113f2 45%, #0c111300);
    pointer-events: none;
  }
  .base {
    position: absolute;
    left: 0;
    right: 0;
    top: calc(842 * var(--px));
    bottom: 0;
    overflow: hidden;
    border-top: calc(2 * var(--px)) solid var(--tas-700);
  }
`;
