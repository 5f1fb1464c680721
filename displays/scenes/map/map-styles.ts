import { css } from 'lit';

export const mapStyles = css`
  :host {
    --read: calc(1.12 * var(--near));
  }
  :host([large]) {
    --read: calc(1.4 * var(--near));
  }
  .dusk {
    background:
      radial-gradient(1100px 640px at 0 0, #ffe2a822, #ffe2a800 70%),
      radial-gradient(1500px 900px at 48% 40%, #070a0b00, #070a0bcc);
  }
  .field {
    overflow: hidden;
  }
  canvas {
    width: 100%;
    height: 100%;
    transform-origin: 0 0;
  }
  .drawing {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }
  .ring {
    fill: none;
    stroke: currentColor;
    stroke-width: 3.4;
  }
  .solid {
    fill: currentColor;
  }
  .lit path {
    fill: #00728a;
    fill-opacity: 0.8;
  }
  .lit,
  .told,
  .spread,
  .handle {
    will-change: opacity, transform;
  }
  .small {
    filter: none;
  }
  .small path,
  .small circle {
    paint-order: stroke;
  }
  .disc {
    fill: #0b0e10;
    fill-opacity: 0.9;
    stroke: var(--tas-500);
    stroke-width: 1.5;
  }
  .gold .disc {
    stroke: var(--altyn-500);
    stroke-width: 3.5;
  }
  .spread {
    fill: none;
    stroke: var(--altyn-500);
    stroke-width: 2.5;
  }
  .lit-city {
    fill: #00728a;
  }
  .names text {
    font-family: var(--text);
    font-size: 24px;
    font-weight: 500;
    fill: #fff;
    text-anchor: middle;
    dominant-baseline: middle;
    paint-order: stroke;
    stroke: #333f45;
    stroke-opacity: 0.85;
    stroke-width: 5px;
    stroke-linejoin: round;
  }
  .names .city-name {
    font-weight: 640;
    fill: #fff;
  }
  .city {
    fill: #fff;
    stroke: #10161a;
    stroke-width: 2;
  }
  .target rect {
    fill: none;
  }
  .target:focus {
    outline: none;
  }
  .target:focus-visible rect {
    stroke: var(--tas-100);
    stroke-width: 4;
  }
  .year {
    position: absolute;
    left: calc(72 * var(--px));
    top: calc(40 * var(--px));
    font-size: inherit;
    --carved-height: calc(150 * var(--px));
    --carved-tracking: -0.035em;
    pointer-events: none;
  }
  .schematic {
    position: absolute;
    right: calc(84 * var(--px));
    top: calc(48 * var(--px));
    width: calc(300 * var(--px));
    text-align: right;
    font-size: calc(27 * var(--near));
    line-height: 1.25;
    color: var(--tas-300);
    pointer-events: none;
  }
  .schematic.below {
    top: auto;
    bottom: calc(240 * var(--px));
    width: auto;
    padding: 0 calc(10 * var(--px));
    background: #0f1518cc;
  }
  .told {
    position: absolute;
    left: calc(84 * var(--px));
    bottom: calc(146 * var(--px));
    width: calc(1010 * var(--px));
    pointer-events: none;
  }
  .where {
    display: flex;
    align-items: center;
    gap: calc(16 * var(--px));
    font-size: calc(34 * var(--px));
    color: var(--tas-200);
    margin-bottom: calc(10 * var(--px));
  }
  .where .glyph {
    width: calc(38 * var(--px));
  }
  .told p {
    font-size: calc(60 * var(--px));
    font-weight: 580;
    line-height: 1.06;
  }
  .invitation {
    position: absolute;
    right: calc(84 * var(--px));
    bottom: calc(132 * var(--px));
  }
  .invitation button {
    display: flex;
    align-items: center;
  }
  .invitation .first {
    gap: calc(22 * var(--px));
    font-size: calc(38 * var(--px));
    font-weight: 600;
    color: var(--tas-100);
  }
  .invitation .first svg {
    width: calc(54 * var(--px));
    fill: none;
    stroke: var(--tas-100);
    stroke-width: 2.5;
  }
  .invitation .solid {
    fill: var(--tas-100);
    stroke: none;
  }
  .invitation .others {
    display: flex;
    gap: calc(36 * var(--px));
    padding-left: calc(76 * var(--px));
    font-size: calc(28 * var(--px));
    color: var(--tas-300);
  }
`;
