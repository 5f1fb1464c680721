import { css } from 'lit';

/** For walls that tell what they show: words at `calc(44 * var(--say))` follow the visitor's text size. */
export const toldStyles = css`
  :host {
    --say: var(--far);
  }
  :host([large]) {
    --say: calc(1.14 * var(--far));
  }
  svg.fill {
    width: 100%;
    height: 100%;
  }
`;
