import { css } from 'lit';

export const statehoodStyles = css`
  .night {
    background:
      radial-gradient(calc(900 * var(--px)) calc(760 * var(--px)) at 0 -6%, #ffe2a82e, #ffe2a800 70%),
      radial-gradient(calc(1050 * var(--px)) calc(900 * var(--px)) at 67.6% 6%, #0d5a6a4d, #0d5a6a00 72%),
      linear-gradient(90deg, #0a0d0f00, #0a0d0fa8 38%, #0a0d0fd9 60%, #0a0d0fb8);
  }
  :host([portrait]) .night {
    background:
      radial-gradient(calc(900 * var(--px)) calc(760 * var(--px)) at 0 -6%, #ffe2a82e, #ffe2a800 70%),
      linear-gradient(#0a0d0f00 20%, #0a0d0fcc 46%);
  }
  .curtain {
    overflow: hidden;
  }
  .curtain,
  .behind-curtain,
  .part,
  .told {
    will-change: opacity, transform;
  }
  .behind path {
    fill: #1d262a;
  }
  .waiting path {
    fill: #28333899;
  }
  .lath {
    fill: none;
    stroke: #4c585e;
    stroke-width: 5.5;
  }
  .rail {
    stroke: #67757c;
    stroke-width: 5;
  }
  .poles path {
    fill: url(#wood);
  }
  .edges path {
    fill: #b5bdbd;
    opacity: 0.7;
  }
  .marks path {
    fill: #171d21;
    stroke: #d6dad7;
    stroke-width: 2.5;
  }
  .time path {
    fill: none;
    stroke: #445057;
    stroke-width: 1.5;
  }
  .time text {
    fill: var(--tas-400);
    font-family: var(--text);
    font-feature-settings: 'tnum';
    dominant-baseline: central;
  }
  .sky {
    fill: var(--kok-500);
  }
  .laths {
    fill: none;
    stroke: #1b2326;
    stroke-width: 5;
  }
  .rim {
    fill: none;
    stroke: #8e9a9e;
    stroke-width: 15;
  }
  .rim-light {
    fill: none;
    stroke: #eeefea;
    stroke-width: 6;
  }
  .whole {
    fill: #d6dad7;
  }
  .part {
    fill: var(--altyn-500);
  }
  .knot {
    fill: #0c1113;
    stroke: var(--altyn-500);
    stroke-width: 5;
  }
  .knot.now {
    fill: var(--altyn-500);
    stroke: #0c1113;
    stroke-width: 6;
  }
  .year {
    position: absolute;
    left: calc(84 * var(--px));
    top: calc(88 * var(--px));
    font-size: inherit;
    --carved-height: calc(232 * var(--px));
    --carved-tracking: -0.03em;
  }
  .words {
    position: absolute;
    left: calc(92 * var(--px));
    top: calc(380 * var(--px));
    bottom: calc(72 * var(--px));
    width: calc(680 * var(--px));
    display: flex;
    flex-direction: column;
  }
  :host([portrait]) .words {
    width: auto;
    right: calc(84 * var(--px));
    bottom: auto;
    height: calc(600 * var(--px));
  }
  .name {
    flex: none;
    max-height: calc(268 * var(--px));
    font-weight: 620;
    line-height: 1.04;
    overflow: hidden;
    padding-bottom: 0.2em;
    color: var(--suiek);
  }
  .words > .text {
    margin-top: calc(26 * var(--px));
  }
  .words > .told {
    flex: 0 1 auto;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .when {
    flex: none;
    color: var(--altyn-500);
    font-weight: 540;
    font-size: calc(46 * var(--say));
    line-height: 1.15;
    margin: calc(18 * var(--px)) 0 calc(12 * var(--px));
    min-height: 1.15em;
  }
  .text {
    font-size: calc(50 * var(--say));
    line-height: 1.2;
    color: var(--tas-100);
    min-height: 0;
    max-height: calc(380 * var(--px));
    overflow: hidden;
  }
`;
