import { css } from 'lit';
import '../look/look.css';

/** What stands in for a picture: a form, a code, a message. Stone, one column, no decoration. */
export const pageStyles = css`
  :host {
    position: fixed;
    inset: 0;
    display: grid;
    place-items: center;
    box-sizing: border-box;
    padding: 6vmin;
    background: var(--tas-950);
    color: var(--tas-100);
    font-family: var(--text);
    font-size: clamp(15px, 2.2vmin, 40px);
    line-height: 1.4;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  .muted {
    color: var(--tas-300);
  }
  h1 {
    font: 560 1.9em/1.15 var(--display);
  }
`;
