import { css } from 'lit';

export const textStyles = css`
  .shade {
    background: linear-gradient(90deg, #0b0f1140, #0b0f11c4 46%);
  }
  :host([portrait]) .shade {
    background: linear-gradient(#0b0f11c4 60%, #0b0f1140);
  }
  svg.fill {
    width: 100%;
    height: 100%;
  }
  .words {
    position: absolute;
    inset: calc(110 * var(--px)) calc(92 * var(--px));
    display: flex;
    gap: calc(76 * var(--px));
  }
  :host([portrait]) .words {
    inset: calc(150 * var(--px)) calc(84 * var(--px)) calc(400 * var(--px));
    flex-direction: column;
    gap: calc(70 * var(--px));
  }
  :host([portrait]) .words.two {
    bottom: calc(150 * var(--px));
  }
  .words.two {
    bottom: calc(130 * var(--px));
  }
  section {
    flex: 1;
    min-width: 0;
    min-height: 0;
    display: flex;
    flex-direction: column;
    gap: calc(40 * var(--px));
  }
  :host(:not([portrait])) .one section {
    flex-direction: row;
    gap: calc(90 * var(--px));
  }
  .two section + section {
    border-left: calc(2 * var(--px)) solid var(--tas-600);
    padding-left: calc(76 * var(--px));
  }
  :host([portrait]) .two section + section {
    border-left: 0;
    border-top: calc(2 * var(--px)) solid var(--tas-600);
    padding: calc(60 * var(--px)) 0 0;
  }
  header {
    flex: none;
  }
  :host(:not([portrait])) .one header {
    width: 41%;
  }
  .kicker,
  .credit {
    max-height: calc(104 * var(--far));
    line-height: 1.24;
    color: var(--tas-300);
  }
  .kicker {
    margin-bottom: 0.5em;
  }
  .credit {
    flex: none;
    margin-top: 0.6em;
  }
  h1.display {
    height: calc(430 * var(--px));
    color: var(--suiek);
    line-height: 1.06;
    padding-bottom: 0.18em;
  }
  .two h1.display {
    height: calc(200 * var(--px));
  }
  .two .kicker,
  .two .credit {
    max-height: calc(62 * var(--far));
  }
  .body {
    flex: 1;
    min-width: 0;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .text {
    flex: 1;
    min-height: 0;
    line-height: 1.38;
    color: var(--tas-200);
    white-space: pre-line;
  }
`;
