import { css } from 'lit';

/** The bar, the countdown and what a target looks like when it is pressed or in focus; beside `sceneStyles`. */
export const touchStyles = css`
  :host {
    touch-action: none;
    -webkit-tap-highlight-color: transparent;
  }
  button {
    font: inherit;
    font-variation-settings: inherit;
    color: inherit;
    background: none;
    border: 0;
    text-align: inherit;
    cursor: inherit;
    min-width: calc(96 * var(--px));
    min-height: calc(96 * var(--px));
    transition: opacity var(--m-press) linear;
  }
  button:active {
    opacity: 0.55;
  }
  button:focus,
  [tabindex]:focus {
    outline: none;
  }
  button:focus-visible,
  [tabindex]:focus-visible {
    outline: calc(4 * var(--px)) solid var(--tas-100);
    outline-offset: calc(-4 * var(--px));
    border-radius: calc(4 * var(--px));
  }
  .tools {
    display: flex;
    align-items: stretch;
    justify-content: space-between;
    height: calc(98 * var(--px));
    border-top: calc(2 * var(--px)) solid var(--tas-600);
    font-size: calc(27 * var(--near));
    color: var(--tas-200);
  }
  .tools.covered {
    opacity: 0;
  }
  .tools > div,
  .leaving {
    display: flex;
  }
  .tools button {
    position: relative;
  }
  .languages button {
    padding: 0 calc(22 * var(--px));
  }
  .languages button:first-child {
    padding-left: 0;
  }
  .tools [aria-pressed='true'] {
    color: var(--tas-100);
    font-weight: 640;
  }
  .languages [aria-pressed='true']::before,
  .sizes [aria-pressed='true']::before {
    content: '';
    position: absolute;
    left: calc(22 * var(--px));
    right: calc(22 * var(--px));
    top: calc(-3 * var(--px));
    height: calc(5 * var(--px));
    background: var(--tas-100);
  }
  .languages button:first-child::before {
    left: 0 !important;
  }
  .sizes button {
    text-align: center;
    font-weight: 520;
  }
  .sizes .small {
    font-size: calc(27 * var(--near));
  }
  .sizes .big {
    font-size: calc(46 * var(--near));
    line-height: 1;
  }
  .reach {
    display: flex;
    align-items: center;
    gap: calc(12 * var(--px));
    padding-left: calc(16 * var(--px));
    justify-content: flex-end;
  }
  .reach svg {
    width: calc(40 * var(--px));
    height: calc(40 * var(--px));
  }
  .leaving {
    align-items: center;
    gap: calc(28 * var(--px));
    padding: 0 0 0 calc(28 * var(--px));
    min-height: calc(112 * var(--px));
    background: var(--tas-800);
    border: calc(2 * var(--px)) solid var(--tas-600);
    font-size: calc(30 * var(--near));
    line-height: 1.15;
    color: var(--tas-100);
  }
  .leaving svg {
    flex: none;
    width: calc(84 * var(--px));
    height: calc(84 * var(--px));
  }
  .leaving circle {
    fill: none;
    stroke-width: 5;
  }
  .leaving .track {
    stroke: var(--tas-600);
  }
  .leaving .rest {
    stroke: var(--tas-100);
  }
  .leaving text {
    font-size: 46px;
    text-anchor: middle;
    dominant-baseline: central;
    fill: var(--tas-100);
    font-weight: 560;
  }
  .leaving span {
    flex: 1;
  }
  .leaving button {
    align-self: stretch;
    padding: 0 calc(40 * var(--px));
    background: var(--tas-100);
    color: var(--tas-950);
    font-weight: 600;
  }
  .said {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
