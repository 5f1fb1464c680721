import { css } from 'lit';

export const closedStyles = css`
  :host {
    background: #060809;
  }
  .night {
    position: absolute;
    inset: calc(40 * var(--px));
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    text-align: center;
    font-size: calc(30 * var(--px));
    line-height: 1.4;
    color: var(--tas-500);
    overflow: hidden;
  }
  svg {
    flex: none;
    width: calc(500 * var(--px));
    height: calc(500 * var(--px));
    margin-bottom: calc(24 * var(--px));
  }
  :host([portrait]) svg {
    width: calc(620 * var(--px));
    height: calc(620 * var(--px));
    margin-bottom: calc(40 * var(--px));
  }
  h1.display {
    width: 90%;
    height: calc(150 * var(--px));
    display: flex;
    align-items: center;
    justify-content: center;
    line-height: 1.22;
    padding-bottom: 0.1em;
    margin-bottom: calc(18 * var(--px));
    font-weight: 560;
    color: var(--tas-400);
  }
`;
