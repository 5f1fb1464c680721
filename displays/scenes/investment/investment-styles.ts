import { css } from 'lit';

export const investmentStyles = css`
  .night {
    background:
      radial-gradient(calc(1100 * var(--px)) calc(760 * var(--px)) at 0 -8%, #ffe2a82e, #ffe2a800 70%),
      linear-gradient(#0a0d0f33, #0a0d0fb3 60%, #0a0d0fe6);
  }
  .bars {
    will-change: transform;
  }
  .bar {
    position: absolute;
    transform-origin: 50% 100%;
    will-change: transform;
    background: linear-gradient(90deg, #7b888d, #4a565c);
    border-top: calc(4 * var(--px)) solid #d6dad7;
  }
  .bar.gross {
    background: linear-gradient(90deg, #46555c, #2b363b);
    border-top-color: #b5bdbd;
  }
  .bar.now {
    background: linear-gradient(90deg, #ffc83d, #d9a52a);
    border-top-color: #ffe7ab;
  }
  .beds {
    fill: none;
    stroke: var(--tas-500);
    stroke-width: 3;
    stroke-dasharray: 10 9;
  }
  .beds.now {
    stroke: var(--altyn-500);
  }
  .base {
    stroke: #67757c;
    stroke-width: 3;
  }
  .axis text {
    fill: var(--tas-300);
    font-family: var(--text);
    font-feature-settings: 'tnum';
    text-anchor: middle;
  }
  .event {
    fill: #0b0f11;
    stroke: var(--tas-300);
    stroke-width: 3;
  }
  .event.past {
    fill: var(--tas-300);
  }
  .event.now {
    fill: var(--altyn-500);
    stroke: var(--altyn-500);
  }
  .words {
    position: absolute;
    left: calc(92 * var(--px));
    top: calc(76 * var(--px));
    width: calc(1010 * var(--px));
    will-change: opacity;
  }
  :host([portrait]) .words {
    width: auto;
    right: calc(84 * var(--px));
  }
  .date {
    color: var(--altyn-500);
    font-weight: 560;
    font-size: calc(50 * var(--say));
    line-height: 1.1;
  }
  .amount {
    display: flex;
    align-items: baseline;
    gap: calc(26 * var(--px));
    margin: calc(30 * var(--px)) 0 calc(22 * var(--px));
  }
  .amount .number {
    font-size: calc(190 * var(--px));
    line-height: 1.16;
    font-weight: 600;
    font-feature-settings: 'lnum';
    color: var(--suiek);
  }
  .amount .unit {
    font-size: calc(50 * var(--say));
    color: var(--tas-200);
  }
  .text {
    margin-top: calc(16 * var(--px));
    font-size: calc(52 * var(--say));
    line-height: 1.2;
    color: var(--tas-100);
  }
  .text.alone {
    font-size: calc(84 * var(--say));
    line-height: 1.06;
    font-weight: 600;
    padding-bottom: 0.2em;
    color: var(--suiek);
  }
  .rank {
    margin-top: calc(12 * var(--px));
    font-size: calc(46 * var(--say));
    line-height: 1.2;
    color: var(--tas-100);
  }
  .rank span {
    color: var(--tas-300);
  }
  .credit {
    margin-top: calc(14 * var(--px));
    font-size: calc(40 * var(--say));
    line-height: 1.2;
    color: var(--tas-300);
  }
`;
