import { css } from 'lit';

export const programmeStyles = css`
  .shade {
    background: #0b0f11a8;
  }
  svg.fill {
    width: 100%;
    height: 100%;
  }
  .words {
    position: absolute;
    inset: calc(110 * var(--px)) calc(92 * var(--px)) calc(150 * var(--px));
    display: flex;
    gap: calc(90 * var(--px));
  }
  :host([portrait]) .words {
    inset: calc(150 * var(--px)) calc(84 * var(--px)) calc(160 * var(--px));
    flex-direction: column;
    gap: calc(60 * var(--px));
  }
  header {
    flex: none;
    width: 31%;
  }
  :host([portrait]) header {
    width: auto;
  }
  h1.display {
    height: calc(310 * var(--px));
    color: var(--suiek);
    line-height: 1.1;
    padding-bottom: 0.16em;
  }
  :host([portrait]) h1.display {
    height: calc(170 * var(--px));
  }
  .date {
    margin-bottom: 0.7em;
    font-size: calc(44 * var(--far));
    color: var(--tas-300);
  }
  .page,
  .none {
    flex: 1;
    min-width: 0;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .entry {
    flex: 0 0 25%;
    min-height: 0;
    display: grid;
    grid-template-columns: calc(250 * var(--far)) 1fr;
    border-top: calc(2 * var(--px)) solid var(--tas-600);
    padding-top: calc(16 * var(--px));
  }
  :host([portrait]) .entry {
    flex-basis: 16.66%;
  }
  time {
    display: block;
    font-size: calc(56 * var(--far));
    line-height: 1.24;
    font-feature-settings: 'tnum';
    color: var(--tas-200);
  }
  .on time {
    color: var(--altyn-500);
    font-weight: 560;
  }
  .what {
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .name {
    max-height: 66%;
    line-height: 1.24;
    color: var(--tas-100);
  }
  .spoken,
  .when span {
    display: block;
    font-size: calc(36 * var(--far));
    line-height: 1.3;
    font-feature-settings: 'tnum';
    color: var(--tas-300);
  }
  .none {
    justify-content: start;
    font-size: calc(56 * var(--far));
    line-height: 1.34;
    color: var(--tas-100);
  }
  .later {
    margin-top: 1em;
    font-size: calc(44 * var(--far));
    color: var(--tas-300);
  }
  .later span {
    display: block;
    color: var(--tas-200);
  }
`;
