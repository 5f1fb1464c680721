import { css } from 'lit';

/** The words stand on stone in a bone white; the one gold stroke says that they are said now. */
export const announcementStyles = css`
  .shade {
    background: #0d1215b8;
  }
  .now {
    position: absolute;
    left: calc(84 * var(--px));
    top: calc(120 * var(--px));
    bottom: calc(120 * var(--px));
    width: calc(8 * var(--px));
    background: var(--altyn-500);
  }
  .words {
    position: absolute;
    inset: calc(120 * var(--px)) calc(92 * var(--px)) calc(120 * var(--px)) calc(148 * var(--px));
    display: flex;
    flex-direction: column;
    gap: calc(56 * var(--px));
  }
  p.display {
    flex: 1;
    min-height: 0;
    display: flex;
    align-items: center;
    color: var(--suiek);
    font-weight: 560;
    line-height: 1.12;
  }
  p + p {
    border-top: calc(2 * var(--px)) solid #ffffff30;
    padding-top: calc(56 * var(--px));
  }
`;
