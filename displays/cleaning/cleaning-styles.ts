import { css } from 'lit';

export const cleaningStyles = css`
  :host {
    position: absolute;
    inset: 0;
    overflow: hidden;
    contain: strict;
    pointer-events: none;
    touch-action: none;
    user-select: none;
    color: var(--tas-100);
    font-family: var(--text);
    font-variation-settings:
      'FLAR' 20,
      'VOLM' 0;
    line-height: 1.2;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  .corner {
    position: absolute;
    left: 0;
    top: 0;
    width: calc(110 * var(--px));
    height: calc(110 * var(--px));
    pointer-events: auto;
  }
  .veil {
    position: absolute;
    inset: 0;
    pointer-events: auto;
    background: #0b0e10c4;
  }
  .veil.locked {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: calc(34 * var(--px));
    padding: calc(92 * var(--px));
    text-align: center;
    background: #0b0e10f2;
  }
  .locked svg {
    width: calc(360 * var(--px));
    height: calc(360 * var(--px));
  }
  circle {
    fill: none;
    stroke-width: 3;
  }
  .track {
    stroke: var(--tas-600);
  }
  .rest {
    stroke: var(--tas-100);
  }
  text {
    font-size: 23px;
    font-weight: 560;
    font-feature-settings: 'tnum';
    text-anchor: middle;
    dominant-baseline: central;
    fill: var(--tas-100);
  }
  h1 {
    font-size: calc(60 * var(--far));
    font-weight: 600;
    line-height: 1.1;
    text-wrap: balance;
  }
  .locked p {
    font-size: calc(44 * var(--far));
    color: var(--tas-200);
    text-wrap: balance;
  }
  .keys {
    position: absolute;
    left: 50%;
    bottom: calc(72 * var(--px));
    translate: -50% 0;
    width: calc(560 * var(--px));
    padding: calc(40 * var(--px));
    background: var(--tas-900);
    border: calc(2 * var(--px)) solid var(--tas-600);
    pointer-events: auto;
  }
  .keys h1 {
    font-size: calc(40 * var(--near));
  }
  .keys p {
    display: flex;
    align-items: center;
    min-height: calc(88 * var(--near));
    font-size: calc(30 * var(--near));
    color: var(--tas-200);
  }
  .digits {
    height: calc(64 * var(--px));
    margin-bottom: calc(20 * var(--px));
    border-bottom: calc(3 * var(--px)) solid var(--tas-500);
    font-size: calc(56 * var(--px));
    line-height: 1;
    letter-spacing: 0.24em;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: calc(12 * var(--px));
  }
  button {
    font: inherit;
    font-variation-settings: inherit;
    color: inherit;
    min-height: calc(100 * var(--px));
    padding: 0 calc(8 * var(--px));
    background: var(--tas-800);
    border: 0;
    font-size: calc(46 * var(--px));
    font-weight: 520;
    overflow: hidden;
  }
  button.word {
    font-size: calc(27 * var(--near));
  }
  button.lock {
    background: var(--tas-100);
    color: var(--tas-950);
    font-weight: 600;
  }
  button:active {
    opacity: 0.55;
  }
  button:disabled {
    color: var(--tas-400);
    background: var(--tas-850);
  }
  button.close {
    width: 100%;
    margin-top: calc(12 * var(--px));
    background: none;
    border: calc(2 * var(--px)) solid var(--tas-600);
  }
  .keys:focus {
    outline: none;
  }
  button:focus-visible {
    outline: calc(4 * var(--px)) solid var(--tas-100);
    outline-offset: calc(2 * var(--px));
  }
`;
