import { css } from 'lit';

export const attractStyles = css`
  .lit,
  .told,
  .handle {
    will-change: opacity, transform;
  }
  .lit {
    background: #000;
  }
  .glyph {
    flex: none;
  }
  .year {
    position: absolute;
    left: calc(68 * var(--px));
    top: calc(84 * var(--px));
    --carved-height: calc(246 * var(--px));
    --carved-tracking: -0.035em;
    display: flex;
    font-size: inherit;
  }
  .year.stacked {
    left: calc(84 * var(--px));
    --carved-height: calc(500 * var(--px));
    --carved-tracking: 0.02em;
    top: calc(136 * var(--px));
    right: calc(84 * var(--px));
    flex-direction: column;
    align-items: center;
    gap: calc(104 * var(--px));
  }
  .ray {
    background:
      radial-gradient(calc(1200 * var(--px)) calc(1000 * var(--px)) at 0 -4%, #ffe2a838, #ffe2a800 66%),
      linear-gradient(172deg, #080b0d00 36%, #080b0dd0 68%, #080b0df4 78%);
  }
  .told {
    position: absolute;
    left: calc(84 * var(--px));
    right: calc(84 * var(--px));
    top: calc(1312 * var(--px));
  }
  .told .when {
    display: flex;
    align-items: center;
    gap: calc(20 * var(--px));
    font-size: calc(44 * var(--far));
    line-height: 1.1;
    margin-bottom: calc(22 * var(--px));
  }
  .told .glyph {
    width: calc(46 * var(--far));
    height: calc(46 * var(--far));
  }
  .told .date {
    color: var(--altyn-500);
    font-weight: 540;
    flex: 1;
  }
  .told .field {
    color: var(--tas-300);
    text-align: right;
  }
  .told p {
    font-size: calc(66 * var(--far));
    font-weight: 560;
    line-height: 1.08;
  }
  .invitation {
    position: absolute;
    left: calc(84 * var(--px));
    right: calc(84 * var(--px));
    bottom: calc(44 * var(--px));
  }
  .tumar {
    fill: var(--tas-500);
    opacity: 0.8;
    margin-bottom: calc(18 * var(--px));
  }
  .invitation button {
    display: flex;
    align-items: center;
  }
  .invitation .first {
    gap: calc(28 * var(--px));
    font-size: calc(44 * var(--far));
    font-weight: 600;
    color: var(--tas-100);
    width: 100%;
    line-height: 1.05;
  }
  .invitation .first svg {
    flex: none;
    width: calc(54 * var(--px));
    height: calc(54 * var(--px));
    fill: none;
    stroke: var(--tas-100);
    stroke-width: 2.5;
  }
  .invitation .solid {
    fill: var(--tas-100);
    stroke: none;
  }
  .invitation .others {
    display: flex;
    justify-content: space-between;
    gap: calc(24 * var(--px));
    padding-left: calc(82 * var(--px));
    font-size: calc(30 * var(--near));
    line-height: 1.1;
    color: var(--tas-300);
  }
`;
