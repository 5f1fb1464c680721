import { css } from 'lit';

export const titleStyles = css`
  .ground {
    background: #0d0a08;
  }
  svg.fill {
    width: 100%;
    height: 100%;
    overflow: hidden;
  }
  .late,
  .clouds,
  .beam,
  .turn {
    will-change: opacity, transform;
  }
  .floor {
    background: linear-gradient(90deg, #0c0c0cf0, #0c0d0de0 34%, #0c0c0c00 62%);
  }
  :host([portrait]) .floor {
    background: linear-gradient(#0c0c0c00 46%, #0c0d0deb 64%, #0b0d0e 84%);
  }
  .beam {
    position: absolute;
    left: 20%;
    top: 40%;
    width: 70%;
    height: 60%;
    background: radial-gradient(closest-side, #bfeffa24, #bfeffa00);
  }
  :host([portrait]) .beam {
    left: 8%;
    top: 60%;
    width: 118%;
    height: 27%;
  }
  .words {
    position: absolute;
    left: calc(92 * var(--px));
    top: calc(150 * var(--px));
    bottom: calc(150 * var(--px));
    width: 44%;
    display: flex;
    flex-direction: column;
  }
  :host([portrait]) .words {
    left: calc(80 * var(--px));
    right: calc(84 * var(--px));
    top: calc(1000 * var(--px));
    bottom: calc(136 * var(--px));
    width: auto;
  }
  h1 {
    flex: none;
    height: calc(372 * var(--px));
    color: var(--suiek);
    font-weight: 640;
    line-height: 0.9;
    overflow: hidden;
    padding-bottom: 0.16em;
    margin-bottom: -0.1em;
  }
  .under {
    display: flex;
    justify-content: space-between;
    gap: calc(40 * var(--px));
    flex: 0 1 auto;
    max-height: calc(240 * var(--px));
    margin-top: calc(14 * var(--px));
    line-height: 1.32;
    color: var(--tas-300);
  }
  .subtitle {
    flex: none;
    color: var(--suiek);
    font-weight: 520;
  }
  .turns {
    position: relative;
    flex: 1;
    min-height: calc(200 * var(--px));
    margin-top: calc(34 * var(--px));
  }
  .turn {
    position: absolute;
    inset: 0;
    line-height: 1.34;
    color: var(--tas-200);
  }
  .today {
    color: var(--tas-300);
    margin-bottom: 0.18em;
  }
  .entry {
    display: grid;
    grid-template-columns: 4.4em 1fr;
    column-gap: calc(20 * var(--px));
    align-items: baseline;
    line-height: 1.26;
    margin-bottom: 0.14em;
  }
  .entry time {
    font-feature-settings: 'tnum';
    color: var(--tas-300);
  }
  .entry.on time {
    color: var(--altyn-500);
    font-weight: 560;
  }
`;
