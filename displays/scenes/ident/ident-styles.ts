import { css } from 'lit';

export const identStyles = css`
  :host {
    background: #000;
  }
  svg.fill {
    width: 100%;
    height: 100%;
  }
  .label {
    position: absolute;
    translate: -50% -50%;
    width: calc(660 * var(--px));
    height: calc(800 * var(--px));
    padding: 0 calc(60 * var(--px));
    justify-content: center;
    display: flex;
    flex-direction: column;
    align-items: center;
    text-align: center;
    font-size: calc(30 * var(--px));
    color: var(--tas-200);
  }
  .label > svg {
    position: absolute;
    left: 50%;
    top: 50%;
    width: calc(840 * var(--px));
    height: calc(840 * var(--px));
    translate: -50% -50%;
  }
  .label > svg circle {
    fill: #0b0e10;
  }
  .number,
  h1,
  .measures,
  time,
  .steps {
    position: relative;
  }
  .number {
    font-size: calc(250 * var(--px));
    font-weight: 640;
    line-height: 0.94;
    font-feature-settings: 'lnum';
    color: var(--suiek);
  }
  h1 {
    width: 100%;
    height: calc(132 * var(--px));
    display: flex;
    align-items: center;
    justify-content: center;
    font-weight: 560;
    line-height: 1.08;
    color: var(--tas-100);
  }
  .measures {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    column-gap: 1.1em;
    white-space: nowrap;
  }
  time {
    margin: 0.16em 0 0.36em;
    font-feature-settings: 'tnum';
    font-size: calc(46 * var(--px));
    font-weight: 520;
  }
  .steps {
    display: flex;
    flex: none;
    width: calc(400 * var(--px));
    height: calc(34 * var(--px));
  }
  .steps svg {
    flex: 1;
    width: 0;
    height: 100%;
  }
`;
