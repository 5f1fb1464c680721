import { css } from 'lit';

export const clockStyles = css`
  .ray {
    background: radial-gradient(120% 90% at 22% 8%, #f3ead61f, #0b0e1000 46%, #0b0e10b3);
  }
  .dial {
    position: absolute;
    left: calc(92 * var(--px));
    top: 50%;
    width: calc(940 * var(--px));
    height: calc(940 * var(--px));
    translate: 0 -50%;
    display: grid;
    place-items: center;
  }
  :host([portrait]) .dial {
    left: 50%;
    top: calc(150 * var(--px));
    translate: -50% 0;
    width: calc(960 * var(--px));
    height: calc(960 * var(--px));
  }
  .dial > svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .figures {
    --carved-height: calc(296 * var(--px));
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: calc(52 * var(--px));
  }
  .words {
    position: absolute;
    left: 57%;
    right: calc(92 * var(--px));
    top: calc(92 * var(--px));
    bottom: calc(92 * var(--px));
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: calc(18 * var(--px));
  }
  :host([portrait]) .words {
    left: calc(84 * var(--px));
    right: calc(84 * var(--px));
    top: calc(1200 * var(--px));
    bottom: calc(110 * var(--px));
  }
  .title {
    max-height: calc(260 * var(--px));
    line-height: 1.14;
    padding-bottom: 0.15em;
    color: var(--suiek);
    margin-bottom: calc(40 * var(--px));
  }
  .date {
    font-size: calc(44 * var(--far));
    line-height: 1.3;
    color: var(--tas-300);
  }
  .date.own {
    font-size: calc(56 * var(--far));
    color: var(--tas-100);
  }
`;
