import { css } from 'lit';

export const cardStyles = css`
  .card {
    --set: var(--read);
    position: absolute;
    left: 0;
    top: 0;
    width: calc(424 * var(--px));
    background: #11171b;
    border: calc(2 * var(--px)) solid var(--tas-600);
    color: var(--tas-100);
  }
  /* Still 60 mm and more on the map's own screen. */
  .card:not([density='0']) .row {
    min-height: calc(84 * var(--px));
  }
  .card .rows {
    max-height: calc(692 * var(--px));
    overflow-y: auto;
    touch-action: pan-y;
    scrollbar-width: thin;
    scrollbar-color: var(--tas-500) transparent;
  }
  .card[density='1'] {
    --set: calc(0.88 * var(--read));
  }
  .card[density='2'] {
    --set: calc(0.78 * var(--read));
  }
  .card[density='3'] {
    --set: calc(0.64 * var(--read));
  }
  .card header {
    display: flex;
    align-items: center;
    gap: calc(16 * var(--px));
    padding-left: calc(26 * var(--px));
    min-height: calc(96 * var(--px));
  }
  .card header .glyph {
    flex: none;
    width: calc(44 * var(--px));
  }
  .card .kind {
    flex: 1;
    font-size: calc(30 * var(--near));
    line-height: 1.2;
    color: var(--tas-300);
  }
  .card .kind b {
    color: var(--altyn-500);
    font-weight: 600;
  }
  .card h2 {
    flex: 1;
    font-size: calc(44 * var(--set));
    line-height: 1.06;
  }
  .card.region h2 {
    font-size: calc(40 * var(--set));
    padding: calc(18 * var(--px)) 0;
  }
  .card .words {
    padding: calc(2 * var(--px)) calc(26 * var(--px)) calc(24 * var(--px));
  }
  .card p {
    font-size: calc(32 * var(--set));
    line-height: 1.36;
    margin-top: calc(14 * var(--px));
  }
  .card .close {
    flex: none;
    display: grid;
    place-items: center;
    align-self: flex-start;
  }
  .card .close svg,
  .card .chevron {
    width: calc(34 * var(--px));
    fill: none;
    stroke: var(--tas-200);
    stroke-width: 2.2;
  }
  .card .row,
  .card .more {
    display: flex;
    align-items: center;
    gap: calc(14 * var(--px));
    width: 100%;
    padding: calc(6 * var(--px)) calc(26 * var(--px));
    border-top: calc(2 * var(--px)) solid var(--tas-700);
    font-size: calc(29 * var(--set));
    line-height: 1.14;
    color: var(--tas-200);
  }
  .card h2,
  .card p,
  .card .row span {
    min-width: 0;
    overflow-wrap: break-word;
  }
  .card .row span,
  .card .more span:first-child {
    flex: 1;
  }
  .card .row b {
    flex: none;
    width: 2.45em;
    font-weight: 560;
    color: var(--tas-300);
    font-feature-settings: 'tnum';
  }
  .card .row .glyph {
    flex: none;
    width: calc(30 * var(--px));
  }
  .card .count {
    color: var(--tas-300);
  }
`;
