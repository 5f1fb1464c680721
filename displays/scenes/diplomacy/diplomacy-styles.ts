import { css } from 'lit';

export const diplomacyStyles = css`
  .night {
    background:
      radial-gradient(calc(820 * var(--px)) calc(760 * var(--px)) at 0 -6%, #ffe2a82b, #ffe2a800 70%),
      linear-gradient(90deg, #0a0d0f40, #0a0d0fc7 34%, #0a0d0fe0);
  }
  canvas,
  svg.fill {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  canvas,
  .pole,
  .beam,
  .told {
    will-change: opacity, transform;
  }
  .pole,
  .beam {
    position: absolute;
    left: 0;
    top: 0;
    width: 100px;
    height: calc(5 * var(--px));
    margin-top: calc(-2.5 * var(--px));
    background: var(--altyn-500);
    transform-origin: 0 50%;
  }
  .beam {
    height: calc(3 * var(--px));
    margin-top: calc(-1.5 * var(--px));
  }
  .wood {
    fill: none;
    stroke: #4a3626;
  }
  .wood-light {
    fill: none;
    stroke: #8a6646;
    stroke-width: 3;
  }
  .wood-dark {
    fill: none;
    stroke: #0b0705;
    stroke-width: 4;
  }
  .notch {
    fill: #120c08;
  }
  .notch.joined {
    fill: #eeefea;
  }
  .notch.now {
    fill: var(--altyn-500);
  }
  .city {
    position: absolute;
    transform: translate(-50%, 0);
    font-size: calc(40 * var(--say));
    font-weight: 560;
    line-height: 1.3;
    color: var(--tas-100);
    padding: 0 0.34em;
    border-radius: calc(4 * var(--px));
    background: #0e191d;
  }
  .column {
    position: absolute;
    left: calc(92 * var(--px));
    top: calc(84 * var(--px));
    bottom: calc(70 * var(--px));
    width: calc(450 * var(--px));
    display: flex;
    flex-direction: column;
  }
  :host([portrait]) .column {
    right: calc(84 * var(--px));
    width: auto;
    bottom: 60%;
  }
  .count {
    flex: none;
    display: flex;
    align-items: center;
    font-size: inherit;
    margin-left: calc(-8 * var(--px));
    --carved-height: calc(250 * var(--px));
    --carved-tracking: -0.03em;
  }
  .count.long {
    --carved-height: calc(194 * var(--px));
  }
  .more {
    font-size: calc(120 * var(--px));
    line-height: 1;
  }
  .label {
    flex: none;
    margin-top: calc(34 * var(--px));
    font-size: calc(44 * var(--say));
    line-height: 1.18;
    color: var(--tas-300);
  }
  .told {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-height: 0;
    margin-top: calc(54 * var(--px));
  }
  .date {
    flex: none;
    color: var(--altyn-500);
    font-weight: 560;
    font-size: calc(46 * var(--say));
    line-height: 1.15;
  }
  .name {
    flex: none;
    margin-top: calc(14 * var(--px));
    max-height: calc(330 * var(--px));
    font-weight: 600;
    line-height: 1.04;
    padding-bottom: 0.18em;
    overflow: hidden;
    color: var(--suiek);
  }
  :host([portrait]) .told {
    margin-top: calc(30 * var(--px));
  }
  :host([portrait]) .name {
    max-height: calc(250 * var(--px));
  }
  .text,
  .credit {
    flex: none;
    font-size: calc(44 * var(--say));
    line-height: 1.24;
    margin-top: calc(8 * var(--px));
    color: var(--tas-200);
  }
  .credit {
    color: var(--tas-300);
    margin-top: calc(26 * var(--px));
  }
`;
