import { css } from 'lit';

/** The floor plan: walls, where screens truly stand, and the way to ask about each. */
export const floorStyles = css`
  :host {
    display: block;
    position: relative;
    min-width: 0;
    min-height: 0;
    /* Not even the browser may scroll it: the plan is moved by itself alone. */
    overflow: clip;
    /* Two fingers enlarge the plan, and not the page. */
    touch-action: none;
  }
  .ground {
    position: absolute;
    inset: 0;
    transform-origin: 0 0;
    user-select: none;
  }
  plan-tools {
    position: absolute;
    right: 0;
    bottom: 0;
  }
  svg.room {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }
  .walls {
    fill: none;
    stroke: var(--edge);
    stroke-width: 5;
  }
  .gap {
    stroke: var(--ground);
    stroke-width: 7;
  }
  .glass {
    stroke: var(--ink-3);
    stroke-width: 3;
    stroke-linecap: square;
  }
  .lead {
    stroke: var(--line);
    stroke-width: 1;
  }
  .door {
    fill: var(--ink-3);
    font: 400 var(--f-key) var(--text);
  }
  screen-tile {
    position: absolute;
    left: 0;
    top: 0;
  }
  .why {
    position: absolute;
    left: 0;
    top: 0;
    display: grid;
    place-items: center;
    width: 26px;
    height: 26px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--pane);
    color: var(--ink-2);
    font: 600 var(--f-text) / 1 var(--text);
    cursor: pointer;
  }
  /* A finger needs more than the picture can spare; what is within the border is 24 px. */
  .why::after {
    content: '';
    position: absolute;
    inset: min(0px, (24px - var(--finger)) / 2);
  }
  /* Beside a small picture it grows away from it: the name beneath is the screen's. */
  .why.beside::after {
    inset: min(0px, 24px - var(--finger)) min(0px, 24px - var(--finger)) 0 0;
  }
  /* Above the words beside a picture it grows to the right, and no further than half way to them. */
  .why.above::after {
    inset: min(0px, (24px - var(--finger)) / 2) min(0px, 24px - var(--finger)) min(0px, (24px - var(--finger)) / 2) 0;
  }
  .why:hover {
    color: var(--ink);
    background: var(--lift);
  }
  .aside {
    opacity: 0.14;
    pointer-events: none;
  }
  screen-tile:focus-visible {
    outline: none;
  }
`;
