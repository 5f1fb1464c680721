import { css } from 'lit';

/** Safety green, deep enough for white letters at more than 7:1. */
export const evacuationStyles = css`
  :host {
    background: #00573a;
    color: #fff;
  }
  .doorway {
    position: absolute;
    left: calc(92 * var(--px));
    top: 50%;
    width: 26%;
    height: 66%;
    translate: 0 -47%;
  }
  :host([portrait]) .doorway {
    left: 50%;
    top: calc(96 * var(--px));
    width: 40%;
    height: 31%;
    translate: -50% 0;
  }
  .words {
    position: absolute;
    inset: calc(84 * var(--px)) calc(92 * var(--px)) calc(84 * var(--px)) 37%;
    display: flex;
    flex-direction: column;
    gap: calc(40 * var(--px));
  }
  :host([portrait]) .words {
    inset: 39% calc(84 * var(--px)) calc(84 * var(--px)) calc(84 * var(--px));
  }
  section {
    flex: 1;
    min-height: 0;
  }
  section + section {
    border-top: calc(3 * var(--px)) solid #ffffff59;
    padding-top: calc(22 * var(--px));
  }
  h1,
  p {
    display: flex;
    overflow: hidden;
  }
  h1 {
    height: 43%;
    align-items: start;
    padding-bottom: 0.06em;
    font-weight: 680;
    line-height: 1.2;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }
  p {
    height: 57%;
    font-weight: 480;
    line-height: 1.18;
  }
`;
