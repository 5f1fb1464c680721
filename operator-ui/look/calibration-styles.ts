import { css } from 'lit';

/** The four corners of a screen's picture on its glass, which is dark in every theme. */
export const calibrationStyles = css`
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: end;
    margin-bottom: 14px;
  }
  input {
    max-width: 120px;
  }
  p {
    margin: 6px 0;
    max-width: 70ch;
    color: var(--ink-2);
  }
  .field {
    width: min(100%, 640px);
    margin: 12px 0;
    background: var(--sunk, #000);
    border: 1px solid var(--line);
    touch-action: none;
    cursor: crosshair;
  }
  svg {
    display: block;
    width: 100%;
  }
  .glass {
    fill: #0b0e10;
    stroke: #67757c;
  }
  .picture {
    fill: #ffc83d22;
    stroke: #ffc83d;
  }
  circle {
    fill: #0b0e10;
    stroke: #eeefea;
  }
  g:focus-visible circle,
  .chosen circle {
    stroke: #ffc83d;
  }
  g:focus-visible {
    outline: var(--ring) solid #eeefea;
    outline-offset: var(--ring);
  }
  text {
    fill: #eeefea;
    text-anchor: middle;
    dominant-baseline: central;
    font-weight: 600;
  }
`;
